"""What every test shares: the public data beside the project, the browser, and two guards.

The guards: no test reaches a machine other than this one, and with QUIETSIGNAL_REQUIRE_ALL set
(as CI does) a test that is skipped fails.
"""

import ipaddress
import os
import shutil
import socket
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
SHARED_DATA = ROOT.parent / "shared" / "data"
BROWSERS = ("chromium", "chromium-browser", "google-chrome")

ONLY_HERE = "tests reach this machine only"
REQUIRE_ALL = "QUIETSIGNAL_REQUIRE_ALL"
# The program takes each QUIETSIGNAL_ variable for a setting: tests start without any.
_SET = {name: os.environ.pop(name) for name in [*os.environ] if name.startswith("QUIETSIGNAL_")}
ALLOWED_SKIPS: frozenset[str] = frozenset()  # reasons, word for word, that may skip even in CI


@pytest.fixture(scope="session")
def root() -> Path:
    """The top folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def shared_data() -> Path:
    """The folder of real public data beside the project; skips the test where it is absent."""
    if not SHARED_DATA.is_dir():
        pytest.skip("the public data is absent: expected the folder shared/data beside the project")
    return SHARED_DATA


@pytest.fixture(scope="session")
def chromium() -> str:
    """The path of a Chromium; skips the test where there is none."""
    named = os.environ.get("CHROMIUM")
    found = named or next(filter(None, map(shutil.which, BROWSERS)), None)
    if found is None:
        pytest.skip(f"no Chromium: expected one of {', '.join(BROWSERS)} on the path")
    return found


@pytest.fixture(scope="session")
def browser(chromium: str) -> Iterator[Browser]:
    """A headless Chromium, one for all tests; each test opens its own page or context."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium,
            args=["--no-sandbox", "--disable-dev-shm-usage"],  # root, and small /dev/shm, in CI
        )
        yield launched
        launched.close()


@pytest.fixture(autouse=True)
def only_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make a test fail that connects to another machine or asks for its address."""
    for name in ("connect", "connect_ex"):
        monkeypatch.setattr(socket.socket, name, _guarded_connect(getattr(socket.socket, name)))
    monkeypatch.setattr(socket, "getaddrinfo", _guarded_look_up(socket.getaddrinfo))


def _guarded_connect(connect: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(self: socket.socket, address: Any) -> Any:
        internet = self.family in (socket.AF_INET, socket.AF_INET6)
        if internet and not _written_address(address[0], loopback=True):
            raise RuntimeError(f"a test tried to connect to {address}: {ONLY_HERE}")
        return connect(self, address)

    return guarded


def _guarded_look_up(look_up: Callable[..., Any]) -> Callable[..., Any]:
    def guarded(host: Any, *args: Any, **options: Any) -> Any:
        name = host.decode() if isinstance(host, bytes) else (host or "localhost")
        if name.endswith(".invalid"):  # RFC 6761: such a name never exists, anywhere
            raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")
        # To look up a written address asks nobody; only the connection to it would.
        if name != "localhost" and not _written_address(name, loopback=False):
            raise RuntimeError(f"a test tried to look up {name}: {ONLY_HERE}")
        return look_up(host, *args, **options)

    return guarded


def _written_address(host: str, *, loopback: bool) -> bool:
    try:
        address = ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return loopback and host == "localhost"
    return address.is_loopback or not loopback


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Turn the skip of a test into a failure where everything is required."""
    report = yield
    if not hasattr(report, "wasxfail"):
        _fail_if_skipped(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Turn the skip of a whole module into a failure where everything is required."""
    report = yield
    _fail_if_skipped(report)
    return report


def _fail_if_skipped(report: pytest.TestReport | pytest.CollectReport) -> None:
    if not report.skipped or not _SET.get(REQUIRE_ALL):
        return
    told = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
    reason = told.removeprefix("Skipped: ")
    if reason not in ALLOWED_SKIPS:
        report.outcome = "failed"
        report.longrepr = f"skipped, but {REQUIRE_ALL} is set: {reason}"


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, exitstatus: int, config: pytest.Config
) -> None:
    """Show how to run the tests in the same order again, when one of them failed."""
    seed = config.getoption("randomly_seed", None)
    if exitstatus and isinstance(seed, int):
        terminalreporter.write_line(f"the same order again: --randomly-seed={seed}")
