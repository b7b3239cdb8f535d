import pytest

from quietsignal.collect.addresses import checked_hosts, checked_url, not_public, shown_address
from quietsignal.errors import FetchRefused
from quietsignal.settings import Settings


@pytest.mark.parametrize(
    "address", ["https://example.org/a?b=c#d", "http://пример.рф/", "https://8.8.8.8/"]
)
def test_public_addresses_pass_as_written(address):
    """Names, international names and public numbers may be fetched; the fragment goes."""
    assert "#" not in str(checked_url(address, Settings()))


@pytest.mark.parametrize(
    "address",
    [
        *("127.0.0.1", "127.255.255.254", "0.0.0.1", "10.1.2.3", "172.31.255.255", "192.168.1.1"),
        *("169.254.169.254", "100.127.255.255", "192.0.0.8", "198.18.0.1", "203.0.113.7"),
        *("224.0.0.251", "240.0.0.1", "255.255.255.255", "192.88.99.1"),
        *("::", "::1", "::127.0.0.1", "::ffff:1.1.1.1", "64:ff9b::1", "64:ff9b:1::1", "100::1"),
        *("2001::1", "2001:db8::1", "2002::1", "3fff::1", "5f00::1", "fc00::1", "fdff::1"),
        *("fe80::1", "fe80::1%lo", "fec0::1", "ff02::1", "not an address", ""),
    ],
)
def test_no_special_address_is_public(address):
    """Every range of the special-purpose registries is refused, in both families."""
    assert not_public(address)


@pytest.mark.parametrize(
    "address", ["1.1.1.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00::1"]
)
def test_ordinary_addresses_are_public(address):
    """The neighbours of special ranges are public."""
    assert not_public(address) == ""


@pytest.mark.parametrize(
    "numbers",
    [("127.0.0.1",), ("93.184.215.14", "10.0.0.1"), ("2606:4700::1", "::1"), ("fe80::1%eth0",)],
)
def test_a_name_with_any_inner_address_is_refused(numbers):
    """A public name that also points inside is refused as a whole."""
    with pytest.raises(FetchRefused, match=r"news\.test: found .*, which is"):
        checked_hosts("news.test", 80, resolve=lambda *_: numbers, settings=Settings())


def test_allowed_hosts_and_ports_pass():
    """What the settings allow by name may be fetched; nothing else becomes allowed with it."""
    settings = Settings(allow_hosts=("127.0.0.1", "[::1]"), allow_ports=(8080,))
    for address in ("http://127.0.0.1:8080/", "http://[::1]/"):
        assert str(checked_url(address, settings)) == address
    with pytest.raises(FetchRefused, match="which is loopback"):
        checked_url("http://127.0.0.2:8080/", settings)


def test_a_password_is_never_shown():
    """Errors show an address without what stands before its host."""
    assert shown_address("https://user:secret@example.org/a@b") == "https://***@example.org/a@b"
