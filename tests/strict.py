"""mypy --strict, pyright strict and ruff over generated packages that lie side by side.

The runtime is the same in all packages of a style, and costs a checker more than most packages do: it is there once for
all of them.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

RUNTIME = "runtime"


def place(site: Path, tree: Mapping[str, str]) -> None:
    """Write the modules of a package to the folder that all packages are in.

    :param tree: the files by their paths in that folder
    """
    for path, text in tree.items():
        if not path.endswith((".py", ".pyi")):
            continue
        _, is_runtime, name = path.rpartition("/_runtime/")
        file = site / RUNTIME / name if is_runtime else site / path
        text = re.sub(r"from \.+_runtime(?=[. ])", f"from {RUNTIME}", text)
        assert not file.exists() or file.read_text(encoding="utf-8") == text, path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")


def ruff(site: Path, packages: Sequence[str]) -> list[str]:
    """The lines in which ruff complains of names: not used, not known, or given twice. It takes next to no time."""
    options = ("--isolated", "--no-cache", "--select=F", "--output-format=concise", "--quiet")
    done = subprocess.run(
        [sys.executable, "-m", "ruff", "check", *options, *packages],
        cwd=site, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return (done.stdout + done.stderr).splitlines()


def mypy(site: Path, packages: Sequence[str]) -> list[str]:
    """The lines in which mypy --strict complains."""
    options = ("--strict", "--config-file=", "--python-version=3.11", "--no-error-summary")
    cache = f"--cache-dir={site / '.mypy_cache'}"
    names = [word for name in packages for word in ("-p", name)]
    done = subprocess.run(
        [sys.executable, "-m", "mypy", *options, cache, *names],
        cwd=site, capture_output=True, text=True, check=False,
    )  # fmt: skip
    return (done.stdout + done.stderr).splitlines()


def pyright(site: Path, packages: Sequence[str]) -> list[str]:
    """The lines in which pyright strict complains: of a stub file and of the module beside it too."""
    settings = {
        "typeCheckingMode": "strict",
        "pythonVersion": "3.11",
        "include": [*packages],
    }
    project = site / "pyrightconfig.json"
    project.write_text(json.dumps(settings), encoding="utf-8")
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pyright", "--project", str(project), "--outputjson"),
            *("--pythonpath", sys.executable),
        ],
        cwd=site, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.stdout, done.stderr
    report = json.loads(done.stdout)
    files = sum(1 for name in packages for _ in (site / name).rglob("*.py*"))
    assert report["summary"]["filesAnalyzed"] == files
    return [
        f"{each['file']}:{each['range']['start']['line'] + 1}: {each['message']}"
        for each in report["generalDiagnostics"]
    ]
