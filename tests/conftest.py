"""The generated packages can be imported by all tests; the servers that judge their calls."""

from __future__ import annotations

import copy
import gc
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from judge import Judge
from platforms import ASTRONOMER, ICA, LUSID, PLATFORMS, Connect, Platform, Session
from runtime.conftest import Server

GENERATED = Path(__file__).parents[1] / "generated"

sys.path[:0] = [str(project.parent) for project in sorted(GENERATED.glob("*/pyproject.toml"))]


@pytest.fixture(autouse=True, scope="module")
def garbage_is_its_own() -> Iterator[None]:
    """What a module leaves to the garbage collector goes with it.

    Otherwise an open connection of one is collected in another, where a warning of that may be an error.
    """
    yield
    gc.collect()


@pytest.fixture(autouse=True)
def by_httpx2(monkeypatch: pytest.MonkeyPatch) -> None:
    """Requests go by httpx2, as they do for those who have not installed the extra `fast`.

    With `CLIENTLOOM_LIBRARY=pyreqwest` all of them go by that.
    """
    if os.environ.get("CLIENTLOOM_LIBRARY") != "pyreqwest":
        monkeypatch.setitem(sys.modules, "pyreqwest", None)


@pytest.fixture
def server() -> Iterator[Server]:
    """A server that answers what it is told to, and keeps what it receives."""
    running = Server()
    yield running
    running.close()


@pytest.fixture
def pyreqwest(by_httpx2: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """Requests go by pyreqwest, unless a test says otherwise."""
    monkeypatch.delitem(sys.modules, "pyreqwest", raising=False)
    pytest.importorskip("pyreqwest.client")


@pytest.fixture(params=["httpx2", "pyreqwest"])
def library(request: pytest.FixtureRequest) -> str:
    """The library that sends the requests: each of them in turn."""
    if request.param == "pyreqwest":
        request.getfixturevalue("pyreqwest")
    return str(request.param)


@pytest.fixture(scope="session")
def judges() -> Iterator[dict[Platform, Judge]]:
    """A running judge for each platform."""
    with ExitStack() as stack:
        yield {p: stack.enter_context(Judge(p.document)) for p in PLATFORMS}


@pytest.fixture
def connect(judges: dict[Platform, Judge]) -> Iterator[Connect]:
    """Return a function that gives the session of a platform; its client is closed at the end."""
    clients = []

    def session(platform: Platform, **settings: Any) -> Session:
        judge = judges[platform]
        judge.reset()
        settings = {"host": judge.url, **copy.deepcopy({**platform.credentials}), **settings}
        clients.append(platform.sdk.ApiClient(platform.sdk.Configuration(**settings)))
        return Session(platform, judge, clients[-1])

    yield session
    for client in clients:
        client.close()


@pytest.fixture
def ica(connect: Connect) -> Session:
    return connect(ICA)


@pytest.fixture
def lusid(connect: Connect) -> Session:
    return connect(LUSID)


@pytest.fixture
def astronomer(connect: Connect) -> Session:
    return connect(ASTRONOMER)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that is the same in all processes of a run."""
    base = tmp_path_factory.getbasetemp()
    return base.parent if "PYTEST_XDIST_WORKER" in os.environ else base
