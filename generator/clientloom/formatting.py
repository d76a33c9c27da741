"""Python texts in the layout that black gives them, by black itself or by ruff's formatter, which is much faster.

Both run as programs, once over all texts that no earlier run has formatted; black in as many processes as there are
processors. The two agree byte for byte on everything that is generated here, and a test holds them to it.
"""

from __future__ import annotations

import ast
import logging
import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

from clientloom.cache import Cache, key
from clientloom.errors import ClientloomError, Problem
from clientloom.lock import installed_version

_LINES_PER_SECOND = 1000
"""What one processor formats with black."""

_LONG = 8
"""Seconds that a run of black may take without a word."""

_log = logging.getLogger("clientloom")


@dataclass(frozen=True, slots=True)
class Layout:
    """How Python is laid out. Every field makes a difference to the bytes, or could."""

    formatter: str = "black"
    line_length: int = 100

    @property
    def version(self) -> str:
        """The formatter's version; "absent" if it is not installed."""
        return installed_version(self.formatter)


LAYOUT = Layout()


def parameter(source: str, indent: int, width: int) -> str:
    """A parameter of a function on a line of its own, its type in brackets where the line is too long for it.

    That is how black breaks it; ruff does so only where the brackets are there.
    """
    if indent + len(source) + len(",") <= width:
        return source
    function = ast.parse(f"def f({source}): ...").body[0]
    assert isinstance(function, ast.FunctionDef)
    arguments = function.args
    found = [*arguments.args, *(each for each in (arguments.vararg, arguments.kwarg) if each)]
    if len(found) != 1 or not isinstance(annotation := found[0].annotation, ast.BinOp):
        return source
    before = len("def f(")
    # Columns are counted in bytes.
    line = source.encode()
    start, end = annotation.col_offset - before, (annotation.end_col_offset or 0) - before
    return f"{line[:start].decode()}({line[start:end].decode()}){line[end:].decode()}"


def format_all(texts: Mapping[str, str], layout: Layout, cache: Cache) -> dict[str, str]:
    """Lay out the texts of modules and stubs.

    :param texts: by path, which tells a stub (`.pyi`) from a module; each of them has been parsed
    :raises ClientloomError: if the formatter is not installed, or fails
    """
    keys = {path: _key(path, text, layout) for path, text in texts.items()}
    known = cache.get(keys.values())
    missing = {keys[path]: (path, text) for path, text in texts.items() if keys[path] not in known}
    fresh = _run(missing, layout) if missing else {}
    cache.put(fresh)
    finished = known | fresh
    return {path: finished[keys[path]] for path in texts}


def _key(path: str, text: str, layout: Layout) -> str:
    kind = Path(path).suffix
    return key("formatted", layout.formatter, layout.version, str(layout.line_length), kind, text)


def _run(texts: Mapping[str, tuple[str, str]], layout: Layout) -> dict[str, str]:
    """Have the formatter rewrite files that are named for their keys."""
    if find_spec(layout.formatter) is None:
        message = f"the formatter {layout.formatter} is not installed."
        hint = f"Run `pip install 'clientloom[{layout.formatter}]'`, or leave the option out."
        raise ClientloomError(Problem(message, hint=hint))
    _warn(sum(text.count("\n") for _, text in texts.values()), layout)
    with TemporaryDirectory(prefix="clientloom-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        sources = folder / "sources"
        sources.mkdir()
        files = {each: sources / f"{each}{Path(path).suffix}" for each, (path, _) in texts.items()}
        for each, file in files.items():
            file.write_bytes(texts[each][1].encode())
        environment = {**os.environ, "BLACK_CACHE_DIR": str(folder), "PYTHONIOENCODING": "utf-8"}
        done = subprocess.run(
            [sys.executable, "-m", *_command(layout, folder), str(sources)],
            capture_output=True,
            env=environment,
            cwd=folder,
            check=False,
        )
        if done.returncode != 0:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
            message = f"{layout.formatter} failed: {''.join(said) or done.returncode}"
            raise ClientloomError(Problem(message))
        return {each: file.read_bytes().decode() for each, file in files.items()}


def _command(layout: Layout, folder: Path) -> Sequence[str]:
    """The formatter's command line, without the settings of any project around us."""
    width = f"--line-length={layout.line_length}"
    if layout.formatter == "ruff":
        return [
            "ruff",
            "format",
            "--isolated",
            "--no-cache",
            "--target-version=py311",
            width,
        ]
    empty = folder / "empty.toml"
    empty.touch()
    # The texts have been parsed, and what they define and call has been checked: no second opinion is needed.
    return ["black", "--quiet", "--fast", f"--config={empty}", "--target-version=py311", width]


def _warn(lines: int, layout: Layout) -> None:
    seconds = lines / _LINES_PER_SECOND / (os.cpu_count() or 1)
    if layout.formatter == "black" and seconds > _LONG:
        _log.warning(
            "black takes about %.0f seconds for %s lines, the first time;"
            " `--formatter ruff` (pip install 'clientloom[ruff]') gives the same bytes in one.",
            seconds,
            f"{lines:,}",
        )
