import signal
import socket
import subprocess

import httpx
import pytest

from quietsignal.cli.serve import serve
from quietsignal.errors import UsageError
from web.world import Case, served, serving


def test_it_says_its_address_answers_and_ends_quietly(case: Case) -> None:
    """The address stands on standard output at once; Ctrl-C ends it without an error."""
    with served(case.project) as (address, process):
        answer = httpx.get(f"{address}events", trust_env=False)
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=20)

    assert address.startswith("http://127.0.0.1:")
    assert "Peace Guardian" in answer.text
    assert "server" not in answer.headers
    assert process.returncode == 0
    assert "Traceback" not in told


@pytest.mark.parametrize("host", ["::", "192.0.2.1", "example.org", "localhost.evil.example"])
def test_other_machines_are_let_in_only_when_asked(case: Case, host: str) -> None:
    """Without a login a host that others reach is refused, with the reason and the way out."""
    with pytest.raises(UsageError, match=r"no login yet.*--allow-remote"):
        serve(host=host, port=0, project=case.project.folder)


def test_a_taken_port_is_one_line(case: Case) -> None:
    """A port that another program holds is told, with what to do, and nothing else."""
    with socket.create_server(("127.0.0.1", 0)) as held:
        port = held.getsockname()[1]
        result = _failing(case, f"serve(port={port}, project=Path(sys.argv[1]))")

    assert result.stderr.splitlines()[-1] == (
        f"quietsignal.errors.UsageError: --port: found {port} taken by another program, "
        "expected a free one: try --port 0"
    )
    assert result.stdout == ""


def test_an_address_of_another_machine_is_one_line(case: Case) -> None:
    """An address that this machine does not have is told with the reason of the system."""
    call = "serve(host='192.0.2.1', port=0, project=Path(sys.argv[1]), allow_remote=True)"

    result = _failing(case, call)

    assert "cannot listen on 192.0.2.1 port 0: " in result.stderr.splitlines()[-1]


def _failing(case: Case, call: str) -> subprocess.CompletedProcess[str]:
    command = serving(case.project, call)
    result = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 1
    return result
