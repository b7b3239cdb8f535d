import pytest

from quietsignal.errors import UsageError
from quietsignal.settings import Settings, describe_settings, load_settings


def test_defaults_hold_without_environment_and_project():
    """With nothing set the settings are the defaults of the class."""
    assert load_settings(environment={}) == Settings()


def test_environment_wins_over_the_project():
    """The environment overrides the project's table, which overrides the defaults."""
    settings = load_settings(
        {"max_bytes": 10, "attempts": 7}, environment={"QUIETSIGNAL_MAX_BYTES": "20"}
    )
    assert (settings.max_bytes, settings.attempts) == (20, 7)


def test_lists_in_the_environment_are_separated_by_commas():
    """Hosts and ports are given as words separated by commas."""
    settings = load_settings(
        environment={
            "QUIETSIGNAL_ALLOW_HOSTS": "127.0.0.1, a.test",
            "QUIETSIGNAL_ALLOW_PORTS": "80",
        }
    )
    assert settings.allow_hosts == ("127.0.0.1", "a.test")
    assert settings.allow_ports == (80,)


@pytest.mark.parametrize(
    ("table", "environment", "named"),
    [
        ({"max_byte": 1}, {}, "max_byte: no such setting, expected one of max_bytes"),
        ({"max_bytes": "many"}, {}, "found 'many', expected a whole number"),
        ({"max_bytes": True}, {}, "found True, expected a whole number"),
        ({"max_bytes": 0}, {}, "found 0, expected a whole number from 1 up"),
        ({"total_seconds": float("nan")}, {}, "found nan"),
        ({"user_agent": "a\r\nCookie: b"}, {}, "expected printable ASCII"),
        ({}, {"QUIETSIGNAL_MAX_BYTES": "1.5"}, "found '1.5', expected a whole number"),
        ({}, {"QUIETSIGNAL_SPEED": "1"}, "QUIETSIGNAL_SPEED: no such setting"),
        ({}, {"QUIETSIGNAL_ALLOW_PORTS": "http"}, "whole numbers separated by commas"),
        ({}, {"QUIETSIGNAL_TOTAL_SECONDS": "inf"}, "found inf"),
    ],
)
def test_what_is_wrong_is_named_with_what_was_expected(table, environment, named):
    """An unknown name or a value of the wrong type is one clear error."""
    with pytest.raises(UsageError) as caught:
        load_settings(table, environment=environment)
    assert named in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", ["allow_hosts", "allow_ports"])
def test_a_project_cannot_open_the_guard_of_the_machine(name):
    """Hosts and ports are allowed in the environment only: project folders come from others."""
    with pytest.raises(UsageError, match="only in the environment"):
        load_settings({name: ["127.0.0.1"]}, environment={})


def test_a_whole_number_serves_where_a_number_is_expected():
    """TOML's 5 is as good as 5.0 for a time."""
    assert load_settings({"idle_seconds": 5}, environment={}).idle_seconds == 5.0


def test_every_setting_is_described():
    """Each setting has its variable, a default and a meaning for the reference."""
    described = {setting.name: setting for setting in describe_settings()}
    assert described["max_bytes"].variable == "QUIETSIGNAL_MAX_BYTES"
    assert described["max_bytes"].default == Settings().max_bytes
    assert all(setting.meaning for setting in described.values())
