"""What the steps of the action share: their settings, their outputs, and programs whose output is data.

The settings of a step are environment variables, which action.yml names. The standard library only: these scripts run
before anything is installed.
"""

from __future__ import annotations

import os
import secrets
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

_FILES = frozenset(
    {"GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STATE", "GITHUB_STEP_SUMMARY"}
)
"""Variables with the files by which a step tells GitHub something."""


def setting(name: str, default: str = "") -> str:
    """A setting of this step; the default if it is absent or empty."""
    return os.environ.get(name, "").strip() or default


def is_on(name: str) -> bool:
    """Whether a setting that is a switch is on.

    :raises SystemExit: if it is neither "true" nor "false"
    """
    value = setting(name)
    if value not in ("true", "false"):
        sys.exit(f'{name.lower().replace("_", "-")} is "true" or "false", not "{value}".')
    return value == "true"


def reports() -> Path:
    """The folder for what steps leave to later ones."""
    folder = Path(setting("RUNNER_TEMP", ".")) / "clientloom-reports"
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def report(name: str) -> str:
    """What an earlier step left behind under a name; empty if it left nothing."""
    path = reports() / name
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def say(**outputs: str) -> None:
    """Set outputs of this step."""
    _append("GITHUB_OUTPUT", "".join(f"{name}={_line(v)}\n" for name, v in outputs.items()))


def summarise(markdown: str) -> None:
    """Add to the summary of the job."""
    _append("GITHUB_STEP_SUMMARY", markdown)


def _append(variable: str, text: str) -> None:
    if path := setting(variable):
        with Path(path).open("a", encoding="utf-8") as file:
            file.write(text)


def annotate(kind: str, title: str, text: str) -> None:
    """Print an annotation that belongs to no line: an error, a warning or a notice."""
    escaped = text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    print(f"::{kind} title={title}::{escaped}", flush=True)


def show(text: str) -> None:
    """Print text of which no line is taken for a command to GitHub: it may quote documents that anybody has written."""
    token = secrets.token_hex(16)
    print(f"::stop-commands::{token}\n{text.rstrip()}\n::{token}::", flush=True)


def clientloom(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run the installed clientloom; nothing in the folder that it runs in is taken for a module of Python.

    It does not know where outputs of the step go: black writes some of its own when it does.
    """
    command: Sequence[str] = [setting("CLIENTLOOM_PYTHON"), "-P", "-m", "clientloom", *arguments]
    environment = {k: v for k, v in os.environ.items() if k not in _FILES}
    environment["PYTHONIOENCODING"] = "utf-8"
    return subprocess.run(
        command, capture_output=True, encoding="utf-8", env=environment, check=False
    )


def _line(text: str) -> str:
    return " ".join(text.split())
