"""The Python examples of Markdown pages: found, and run as printed.

    for block in python_blocks(Path("generated/ica-sdk/docs/TasksApi.md")):
        with Judge(ICA) as judge, redirected(judge.origin):
            run(block, environment={"API_KEY": "k"}).check()
            judge.check()

The examples name a production host. `redirected` sends what they send to a local server: it is the
one patch of this test suite, at the transport of httpx2 and httpx, and it changes neither the text
of an example nor anything that the code under test does before the socket.

As a program it runs one script that way, for `run(..., python=...)` in another environment; hence
nothing but the standard library is imported at the top:

    python -P blocks.py http://127.0.0.1:PORT script.py
"""

from __future__ import annotations

import contextlib
import importlib
import io
import os
import runpy
import subprocess
import sys
import tempfile
import traceback
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

LOOPBACK = ("127.0.0.1", "localhost", "::1")
REDIRECT = "CLIENTLOOM_TEST_REDIRECT"
CAUGHT = "Exception when calling"  # what the examples print when their call fails


@dataclass(frozen=True)
class Block:
    """One fenced block; `line` is that of its first line of code."""

    page: Path
    line: int
    source: str

    def __str__(self) -> str:
        return f"{self.page.name}:{self.line}"


@dataclass(frozen=True)
class Result:
    """What came of a block; `error` is a traceback, with lines of the page, or empty."""

    block: Block
    stdout: str
    stderr: str
    error: str

    def check(self) -> None:
        """Raise AssertionError when the block failed, or printed that its call did."""
        if self.error or CAUGHT in self.stdout:
            raise AssertionError(
                f"{self.block.page}:{self.block.line}\n{self.error}{self.stdout}{self.stderr}"
            )


def python_blocks(page: Path) -> list[Block]:
    """Return the fenced blocks of a page whose language is Python."""
    from markdown_it import MarkdownIt

    return [
        Block(page, token.map[0] + 2, token.content)
        for token in MarkdownIt().parse(page.read_text(encoding="utf-8"))
        if token.type == "fence" and token.map and token.info.split()[:1] == ["python"]
    ]


def run(
    block: Block,
    *,
    environment: Mapping[str, str] | None = None,
    substitutions: Mapping[str, str] | None = None,
    python: Path | None = None,
    origin: str | None = None,
) -> Result:
    """Run a block in a fresh namespace and return what it printed; it never raises.

    environment    environment variables to add
    substitutions  texts to replace before; an example that needs this does not run as printed
    python         the interpreter of another environment; by default the block runs in this process
    origin         the server that gets what is sent, as with `redirected`
    """
    source = block.source
    for old, new in (substitutions or {}).items():
        if old not in source:
            raise ValueError(f"{block} does not hold {old!r}")
        source = source.replace(old, new)
    source = "\n" * (block.line - 1) + source
    if python is not None:
        return _run_apart(block, source, environment or {}, python, origin)
    redirect = redirected(origin) if origin else contextlib.nullcontext()
    with mock.patch.dict(os.environ, environment or {}), redirect:
        return _run_here(block, source)


def _run_here(block: Block, source: str) -> Result:
    stdout, stderr, error = io.StringIO(), io.StringIO(), ""
    with contextlib.redirect_stdout(stdout), contextlib.redirect_stderr(stderr):
        try:
            code = compile(source, str(block.page), "exec", dont_inherit=True)
            exec(code, {"__name__": "__main__"})
        except SystemExit as exit_:
            error = f"SystemExit: {exit_.code}\n" if exit_.code else ""
        except Exception:
            error = traceback.format_exc()
    return Result(block, stdout.getvalue(), stderr.getvalue(), error)


def _run_apart(
    block: Block, source: str, environment: Mapping[str, str], python: Path, origin: str | None
) -> Result:
    origin = origin or os.environ.get(REDIRECT)
    with tempfile.TemporaryDirectory() as folder:
        script = Path(folder, block.page.stem + ".py")
        script.write_text(source, encoding="utf-8")
        command = [str(python), "-P", __file__, origin or "", str(script)]
        done = subprocess.run(
            command,
            env={**os.environ, "PYTHONIOENCODING": "utf-8", **environment},
            cwd=folder,
            capture_output=True,
            encoding="utf-8",
            timeout=60,
        )
    error = f"exit code {done.returncode}\n" if done.returncode else ""
    return Result(block, done.stdout, done.stderr, error)


@contextlib.contextmanager
def redirected(origin: str, hosts: Collection[str] | None = None) -> Iterator[None]:
    """Send the requests of httpx2 and httpx for other hosts to `origin`; path and query stay.

    With `hosts`, only these may be called, and any other is an error. The client sees its own
    request: its URL, `Host` header and everything else are as it made them. Subprocesses that `run`
    starts inside are redirected too.
    """
    with contextlib.ExitStack() as stack:
        stack.enter_context(mock.patch.dict(os.environ, {REDIRECT: origin, "NO_PROXY": "*"}))
        for name in ("httpx2", "httpx"):
            try:
                library = importlib.import_module(name)
            except ImportError:
                continue
            for patch in _patches(library, origin, hosts):
                stack.enter_context(patch)
        yield


def _patches(library: Any, origin: str, hosts: Collection[str] | None) -> list[Any]:
    """Return the patches of the two transports of one library."""
    server = library.URL(origin)
    send = library.HTTPTransport.handle_request
    send_async = library.AsyncHTTPTransport.handle_async_request

    def aimed(request: Any) -> Any:
        host = request.url.host
        if host in LOOPBACK:
            return request
        if hosts is not None and host not in hosts:
            raise AssertionError(f"a request to {host}, expected one of {sorted(hosts)}")
        return library.Request(
            request.method,
            request.url.copy_with(scheme=server.scheme, host=server.host, port=server.port),
            headers=request.headers,
            stream=request.stream,
            extensions=request.extensions,
        )

    def handle_request(self: Any, request: Any) -> Any:
        return send(self, aimed(request))

    async def handle_async_request(self: Any, request: Any) -> Any:
        return await send_async(self, aimed(request))

    return [
        mock.patch.object(library.HTTPTransport, "handle_request", handle_request),
        mock.patch.object(library.AsyncHTTPTransport, "handle_async_request", handle_async_request),
    ]


def main() -> None:
    """Run a script, its requests redirected unless the origin is empty."""
    origin, script = sys.argv[1:3]
    sys.argv = [script]
    with redirected(origin) if origin else contextlib.nullcontext():
        runpy.run_path(script, run_name="__main__")


if __name__ == "__main__":
    main()
