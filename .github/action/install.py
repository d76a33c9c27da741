"""Install the clientloom of this action into an environment of its own, beside whatever the job has installed."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path

from workflow import say, setting

SOURCES = Path(__file__).resolve().parents[2]


def main() -> int:
    """Make the environment, and say where its Python is."""
    if sys.version_info < (3, 11):  # noqa: UP036 - a runner may have an older one
        found = ".".join(map(str, sys.version_info[:2]))
        print(f"clientloom needs Python 3.11 or later; this is {found}.")
        print("Use actions/setup-python before this action, or give the input `python`.")
        return 1
    folder = Path(setting("RUNNER_TEMP", ".")).resolve() / "clientloom"
    venv.create(folder, with_pip=True)
    inside = ("Scripts", "python.exe") if os.name == "nt" else ("bin", "python")
    python = str(folder.joinpath(*inside))
    wanted = f"{SOURCES}[fast,ruff]"
    done = subprocess.run([python, "-m", "pip", "install", "--quiet", wanted], check=False)
    say(python=python)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
