import subprocess
import sys
from pathlib import Path


def test_the_module_and_the_script_are_one_program() -> None:
    """`python -m quietsignal` and `quietsignal` say the same."""
    script = Path(sys.executable).parent / "quietsignal"
    outputs = {
        subprocess.run([*command, "--version"], capture_output=True, text=True, check=True).stdout
        for command in ([str(script)], [sys.executable, "-m", "quietsignal"])
    }
    assert len(outputs) == 1
