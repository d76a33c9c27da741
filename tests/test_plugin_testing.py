"""The testing kit of a Waylay plugin, and its waiters: below a real core, without a network."""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Coroutine, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import httpx
import pytest
from clientloom.config import Client
from clientloom.pipeline import generate

FEATURE = Path(__file__).parent / "features" / "waiting.yaml"
PACKAGE = "waylay.services.jobs_test"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Both distributions in one folder, in the namespace of the core."""
    place = tmp_path_factory.mktemp("plugin")
    client = Client(
        name="jobs", spec=FEATURE, style="waylay", package=PACKAGE, distribution="jobs", version="1"
    )
    for path, text in generate(client).items():
        file = place / path.partition("/")[2]
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    namespace: Any = import_module("waylay.services")
    namespace.__path__ = [*namespace.__path__, str(place / "waylay" / "services")]
    yield place
    for name in [name for name in sys.modules if name.startswith(PACKAGE)]:
        del sys.modules[name]


@pytest.fixture
def kit(folder: Path) -> Any:
    return import_module(f"{PACKAGE}.testing")


@pytest.fixture
def models(folder: Path) -> Any:
    return import_module(f"{PACKAGE}.models")


def service(mock: Any) -> Any:
    found = import_module(f"{PACKAGE}.service")
    return found.PLUGINS[0](mock.api_client)


def run(main: Coroutine[Any, Any, Any]) -> Any:
    return asyncio.run(main)


def job(models: Any, state: str) -> Any:
    return models.GetJobResponse(id="7", status={"state": state})


def test_a_stub_answers_what_its_method_returns(kit: Any, models: Any) -> None:
    async def main() -> None:
        async with kit.Mock() as mock:
            stub = mock.jobs.get_job("a/b", query={"verbose": True}).returns(job(models, "done"))
            found = await service(mock).jobs.get_job("a/b", query={"verbose": True})
            assert type(found) is models.GetJobResponse
            assert found.status.state == "done"
            assert str(stub.requests[0].url) == "https://waylay.test/jobs/a%2Fb?verbose=true"

    run(main())


def test_values_that_may_be_anything(kit: Any, models: Any) -> None:
    async def main() -> None:
        async with kit.Mock() as mock:
            mock.jobs.get_job.any().returns(job(models, "any"))
            mock.jobs.get_job(kit.matching(str.isdigit)).returns(job(models, "digits"))
            mock.jobs.get_job("7", query={"verbose": kit.ANY}).returns(job(models, "verbose"))
            jobs = service(mock).jobs
            states = [
                (await jobs.get_job("x y")).status.state,
                (await jobs.get_job("8")).status.state,
                (await jobs.get_job("7", query={"verbose": False})).status.state,
            ]
        assert states == ["any", "digits", "verbose"]

    run(main())


def test_what_is_not_expected_is_told(kit: Any, models: Any) -> None:
    async def main() -> None:
        mock = kit.Mock()
        mock.jobs.get_job("7", query={"verbose": True}).returns(job(models, "done"))
        with pytest.raises(AssertionError, match=r"path: expected /jobs/7, got /jobs/8\n.*query"):
            await service(mock).jobs.get_job("8")
        with pytest.raises(AssertionError, match="was called 0 of 1 times"):
            mock.assert_all_called()

    run(main())


def test_what_cannot_be_answered_is_refused(kit: Any) -> None:
    mock = kit.Mock()
    with pytest.raises(ValueError, match="cannot answer that"):
        mock.jobs.get_job("7").returns([1])
    with pytest.raises(Exception, match="id"):
        mock.jobs.get_job("")
    with pytest.raises(ValueError, match="see `returns`"):
        mock.jobs.get_job("7").raises(200)


def test_errors_and_faults(kit: Any, models: Any) -> None:
    exceptions: Any = import_module("waylay.sdk.exceptions")

    async def main() -> None:
        async with kit.Mock() as mock:
            stub = mock.jobs.get_job("7").raises(404, {"message": "no"}).then.fails()
            stub.after(9).returns(job(models, "late")).then.returns(job(models, "done"))
            jobs = service(mock).jobs
            with pytest.raises(exceptions.RestResponseError) as caught:
                await jobs.get_job("7")
            assert caught.value.response.status_code == 404
            with pytest.raises(httpx.ConnectError):
                await jobs.get_job("7")
            with pytest.raises(httpx.ReadTimeout):
                await jobs.get_job("7", timeout=0.01)
            assert (await jobs.get_job("7")).status.state == "done"

    run(main())


def test_a_waiter(kit: Any, models: Any, folder: Path) -> None:
    async def main() -> None:
        async with kit.Mock() as mock:
            states = [job(models, state) for state in ("queued", "running", "done", "failed")]
            stub = mock.jobs.get_job("7", query={"verbose": True}).returns_each(*states)
            jobs = service(mock).jobs
            found = await jobs.wait_for_job("7", query={"verbose": True}, wait_interval=0)
            assert (found.status.state, len(stub.requests)) == ("done", 3)
            with pytest.raises(RuntimeError, match="has failed") as caught:
                await jobs.wait_for_job("7", query={"verbose": True}, wait_interval=0)
            assert caught.value.last.status.state == "failed"

    run(main())
