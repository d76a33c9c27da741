"""Waiting: `wait_for`, and the waiters that a document declares, sync and async."""

from __future__ import annotations

import asyncio
import pickle
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from own import Package, installed, tree_of
from pages import Pages

FEATURE = Path(__file__).parent / "features" / "waiting.yaml"

pytestmark = pytest.mark.filterwarnings("error")


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with installed(tree_of(FEATURE, "waits"), "waits", tmp_path_factory.mktemp("waits")) as found:
        yield found


@pytest.fixture(scope="module", params=["prior", "nextgen"])
def documented(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Package]:
    name = f"waits_{request.param}"
    tree = tree_of(FEATURE, name, request.param)
    with installed(tree, name, tmp_path_factory.mktemp(name)) as found:
        yield found


@pytest.fixture
def server() -> Iterator[Pages]:
    server = Pages()
    yield server
    server.close()


def test_a_declared_waiter(package: Package, server: Pages) -> None:
    server.states = ["queued", "running", "done"]
    with package.root.Client(base_url=server.url) as client:
        job = client.jobs.wait_until_done("7", verbose=True, wait_interval=0.01)

    assert job.status.state == "done"
    assert server.requests == ["GET /jobs/7?verbose=true"] * 3


def test_a_declared_waiter_is_awaited(package: Package, server: Pages) -> None:
    server.states = ["queued", "done"]

    async def main() -> Any:
        async with package.root.AsyncClient(base_url=server.url) as client:
            return await client.jobs.wait_until_done("7", wait_interval=0.01)

    assert asyncio.run(main()).status.state == "done"
    assert server.requests == ["GET /jobs/7"] * 2


def test_a_state_of_failure_ends_it(package: Package, server: Pages) -> None:
    server.states = ["running", "aborted"]
    with (
        package.root.Client(base_url=server.url) as client,
        pytest.raises(package.root.WaitFailedError) as caught,
    ):
        client.jobs.wait_until_done("7", wait_interval=0.01)

    assert caught.value.last.status.state == "aborted"


def test_time_is_up(package: Package, server: Pages) -> None:
    server.states = ["running"]
    begin = time.monotonic()
    with package.root.Client(base_url=server.url) as client, pytest.raises(TimeoutError) as caught:
        client.jobs.wait_until_done("7", wait_interval=0.05, wait_timeout=0.2)

    assert time.monotonic() - begin < 5
    assert isinstance(caught.value, package.root.WaitTimeoutError)
    assert caught.value.last.status.state == "running"
    copied = pickle.loads(pickle.dumps(caught.value))
    assert (str(copied), copied.last) == (str(caught.value), caught.value.last)


def test_several_waiters_of_an_operation(package: Package) -> None:
    servers = package.root.Client(base_url="http://127.0.0.1:9").servers
    assert callable(servers.wait_until_running)
    assert callable(servers.wait_until_stopped)
    assert not hasattr(servers.with_raw_response, "wait_until_running")


def test_the_documented_styles_wait(documented: Package, server: Pages) -> None:
    server.states = ["queued", "done"]
    client = documented.root.ApiClient(documented.root.Configuration(host=server.url))
    module = __import__(f"{documented.name}.api.jobs_api", fromlist=["x"])
    with client:
        job = module.JobsApi(client).wait_for_job("7", wait_interval=0.01)
        assert job.status.state == "done"
        with pytest.raises(TypeError, match="async_req"):
            module.JobsApi(client).wait_for_job("7", async_req=True)
    assert server.requests == ["GET /jobs/7"] * 2


def test_the_documented_styles_wait_asynchronously(documented: Package, server: Pages) -> None:
    server.states = ["queued", "done"]
    module = __import__(f"{documented.name}.api.jobs_api", fromlist=["x"])

    async def main() -> Any:
        configuration = documented.root.Configuration(host=server.url)
        async with documented.root.AsyncApiClient(configuration) as client:
            return await module.AsyncJobsApi(client).wait_for_job("7", wait_interval=0.01)

    assert asyncio.run(main()).status.state == "done"


def test_wait_for_anything(package: Package) -> None:
    counted = iter(range(10))
    assert package.root.wait_for(lambda: next(counted), until=lambda n: n == 3, interval=0) == 3

    async def count() -> int:
        return next(counted)

    waited = package.root.wait_for_async(count, until=lambda n: n == 6, interval=0)
    assert asyncio.run(waited) == 6


def test_intervals_grow_to_the_longest(package: Package) -> None:
    times: list[float] = []

    def look() -> int:
        times.append(time.monotonic())
        return len(times)

    package.root.wait_for(look, until=lambda n: n == 5, interval=0.02, factor=4, longest=0.08)

    gaps = [after - before for before, after in pairwise(times)]
    assert gaps[0] < gaps[1]
    assert all(gap >= 0.075 for gap in gaps[1:])
    assert all(gap < 0.3 for gap in gaps)


def test_wrong_intervals_are_refused(package: Package) -> None:
    for wrong in ({"interval": -1}, {"factor": 0.5}, {"timeout": -1}):
        with pytest.raises(ValueError, match="must not be negative"):
            package.root.wait_for(lambda: 1, until=bool, **wrong)
