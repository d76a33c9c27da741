"""Lists in pages: all styles of paging, sync and async, against a server that has the pages."""

from __future__ import annotations

import asyncio
import tracemalloc
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from own import Package, installed, tree_of
from pages import Pages
from waylay.sdk import ApiClient, NoCredentials, WaylayConfig

FEATURE = Path(__file__).parent / "features" / "list_pages.yaml"
ALL = [f"t{i}" for i in range(10)]

pytestmark = [
    pytest.mark.filterwarnings("error"),
    # Connections that other tests left to the garbage collector.
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
    pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning"),
]

#: Operations by what the native methods are called, with their required arguments.
LISTS: dict[str, tuple[str, ...]] = {
    "list_cursors": (),
    "list_lasts": (),
    "list_offsets": (),
    "list_arrays": (),
    "list_numbers": (),
    "list_links": (),
    "list_urls": ("a/b",),
}


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    with installed(tree_of(FEATURE, "paged"), "paged", tmp_path_factory.mktemp("paged")) as found:
        yield found


@pytest.fixture(scope="module", params=["prior", "legacy", "nextgen"])
def documented(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Package]:
    name = f"paged_{request.param}"
    tree = tree_of(FEATURE, name, request.param)
    with installed(tree, name, tmp_path_factory.mktemp(name)) as found:
        yield found


@pytest.fixture(scope="module")
def running() -> Iterator[Pages]:
    server = Pages()
    yield server
    server.close()


@pytest.fixture
def server(running: Pages) -> Pages:
    running.reset()
    return running


@pytest.fixture
def client(package: Package, server: Pages) -> Iterator[Any]:
    with package.root.Client(base_url=server.url) as client:
        yield client


def awaited(package: Package, server: Pages, use: Callable[[Any], Awaitable[Any]]) -> Any:
    """What comes of a use of the asynchronous client."""

    async def main() -> Any:
        async with package.root.AsyncClient(base_url=server.url) as client:
            return await use(client)

    return asyncio.run(main())


def ids(things: Any) -> list[str]:
    return [thing.id for thing in things]


async def collected(things: AsyncIterator[Any]) -> list[Any]:
    return [thing async for thing in things]


# --- Native


@pytest.mark.parametrize("name", LISTS)
def test_all_items_of_all_pages(client: Any, server: Pages, name: str) -> None:
    assert ids(getattr(client.things, name)(*LISTS[name])) == ALL
    assert len(server.requests) == 4


@pytest.mark.parametrize("name", LISTS)
def test_all_items_asynchronously(package: Package, server: Pages, name: str) -> None:
    async def use(client: Any) -> list[str]:
        return ids(await collected(getattr(client.things, name)(*LISTS[name])))

    assert awaited(package, server, use) == ALL
    assert len(server.requests) == 4


def test_pages_have_their_items_their_body_and_what_is_next(client: Any, server: Pages) -> None:
    pager = client.things.list_cursors()

    assert len(server.requests) == 1
    assert ids(pager.first) == ["t0", "t1", "t2"]
    assert pager.first.body.meta.total == 10

    found = [(ids(page.items), page.next) for page in pager.pages()]
    assert found == [(ALL[0:3], "3"), (ALL[3:6], "6"), (ALL[6:9], "9"), (ALL[9:], None)]
    assert len(server.requests) == 4
    assert ids(pager) == ALL
    assert len(server.requests) == 7  # the first page is there already


def test_awaiting_gives_the_first_page(package: Package, server: Pages) -> None:
    async def use(client: Any) -> Any:
        pager = client.things.list_numbers()
        assert server.requests == []
        first = await pager
        assert len(server.requests) == 1
        return first, [page.next async for page in pager.pages()]

    first, following = awaited(package, server, use)

    assert ids(first.items) == ALL[:3]
    assert following == [2, 3, 4, None]
    assert len(server.requests) == 4


def test_pages_are_asked_for_as_they_are_needed(client: Any, server: Pages) -> None:
    things = iter(client.things.list_offsets())
    for _ in range(3):
        next(things)
    assert len(server.requests) == 1

    next(things)
    assert server.requests[1:] == ["GET /offsets?offset=3"]


def test_other_arguments_and_options_go_with_every_page(client: Any, server: Pages) -> None:
    pager = client.things.list_cursors(
        page_size=4, extra_headers={"X-Trace": "1"}, extra_query={"q": 1}
    )

    assert ids(pager) == ALL
    assert server.requests == [
        "GET /cursors?page_size=4&q=1",
        "GET /cursors?page_token=4&page_size=4&q=1",
        "GET /cursors?page_token=8&page_size=4&q=1",
    ]
    assert {headers["x-trace"] for headers in server.headers} == {"1"}


def test_a_caller_can_begin_anywhere(client: Any) -> None:
    assert ids(client.things.list_cursors(page_token="6")) == ALL[6:]
    assert ids(client.things.list_offsets(offset=7)) == ALL[7:]
    assert ids(client.things.list_numbers(page=3)) == ALL[6:]
    assert ids(client.things.list_lasts(starting_after="t4")) == ALL[5:]


def test_a_cursor_in_the_body(client: Any, server: Pages) -> None:
    found = list(client.things.search(text="a"))
    assert found == [f"a t{i}" for i in range(10)]
    assert list(client.things.search(body={"text": "b"}))[-1] == "b t9"
    assert len(server.requests) == 8


def test_a_cursor_in_a_form(client: Any, server: Pages) -> None:
    form = "application/x-www-form-urlencoded"
    assert list(client.things.search(text="a", content_type=form)) == [f"a t{i}" for i in range(10)]
    assert {headers["content-type"] for headers in server.headers} == {form}


def test_a_page_on_its_way(package: Package, client: Any, server: Pages) -> None:
    with client.things.with_streaming_response.list_cursors() as answer:
        assert [thing.id for thing in answer.parsed().items] == ALL[:3]

    async def page(client: Any) -> Any:
        async with client.things.with_streaming_response.list_cursors() as answer:
            return (await answer.parsed()).items

    assert ids(awaited(package, server, page)) == ALL[:3]
    assert len(server.requests) == 2


def test_the_next_address_is_used_as_it_is(client: Any, server: Pages) -> None:
    assert ids(client.things.list_urls("a/b", kind="x", extra_query={"q": 1})) == ALL
    assert server.requests[:2] == [
        "GET /owners/a%2Fb/urls?kind=x&q=1",
        "GET /owners/a%2Fb/urls?after=3&kind=x&q=1",
    ]


def test_the_query_of_a_client_is_not_repeated(package: Package, server: Pages) -> None:
    with package.root.Client(base_url=server.url, query={"v": "2"}) as client:
        assert ids(client.things.list_links()) == ALL
    assert server.requests[:2] == ["GET /links?v=2", "GET /links?after=3&v=2"]


@pytest.mark.parametrize("name", ["list_links", "list_urls"])
def test_relative_addresses(client: Any, server: Pages, name: str) -> None:
    server.mode = "relative"
    assert ids(getattr(client.things, name)(*LISTS[name])) == ALL


@pytest.mark.parametrize("name", ["list_links", "list_urls"])
def test_another_server_is_not_asked(
    package: Package, client: Any, server: Pages, name: str
) -> None:
    other = Pages()
    server.mode, server.elsewhere = "elsewhere", other.url
    seen: list[str] = []
    with pytest.raises(package.root.errors.APIResponseValidationError, match="another server"):
        seen.extend(thing.id for thing in getattr(client.things, name)(*LISTS[name]))

    assert seen == ALL[:3]
    assert other.requests == []
    other.close()


@pytest.mark.parametrize("mode", ["circle", "same"])
def test_pages_that_go_round_in_a_circle_end(
    package: Package, client: Any, server: Pages, mode: str
) -> None:
    server.mode = mode
    with pytest.raises(package.root.errors.APIResponseValidationError, match="circle"):
        list(client.things.list_cursors())
    assert len(server.requests) < 12


def test_empty_pages_are_passed(client: Any, server: Pages) -> None:
    server.mode = "gaps"
    assert ids(client.things.list_cursors()) == ALL
    assert any(not page.items for page in client.things.list_cursors().pages())


def test_empty_pages_without_end_are_an_error(package: Package, client: Any, server: Pages) -> None:
    server.mode = "empty"
    with pytest.raises(package.root.errors.APIResponseValidationError, match="without an item"):
        list(client.things.list_cursors())


def test_a_token_that_is_repeated_with_nothing_is_the_end(client: Any, server: Pages) -> None:
    server.mode = "echo"
    assert ids(client.things.list_cursors(page_size=5)) == ALL[:5]


@pytest.mark.parametrize("name", ["list_offsets", "list_arrays", "list_numbers"])
def test_an_empty_page_is_the_end_where_nothing_else_says_so(
    client: Any, server: Pages, name: str
) -> None:
    server.mode = "no total"
    assert ids(getattr(client.things, name)()) == ALL
    assert len(server.requests) == 5


def test_a_page_with_less_than_was_asked_for_is_the_last_where_that_is_allowed(
    client: Any, server: Pages
) -> None:
    server.mode = "no total"
    assert ids(client.things.list_offsets(limit=4)) == ALL
    assert len(server.requests) == 3


def test_raw_answers_are_the_first_page(package: Package, client: Any, server: Pages) -> None:
    raw = client.things.with_raw_response.list_cursors()
    assert raw.status_code == 200
    assert raw.parsed().meta.total == 10

    async def use(client: Any) -> Any:
        return await client.things.with_raw_response.list_links()

    assert "link" in awaited(package, server, use).headers
    assert len(server.requests) == 2


def test_what_is_no_list_in_pages_is_an_ordinary_operation(package: Package) -> None:
    models = package.root.models
    things = package.root.Client(base_url="http://127.0.0.1:9").things
    assert things.get_report.__annotations__["return"] == "models.GetReportResponse"
    assert things.list_opted_out.__annotations__["return"] == "models.ListOptedOutResponse"
    assert models.GetReportResponse


def test_an_error_on_a_later_page_comes_after_the_items_before(
    package: Package, server: Pages
) -> None:
    with package.root.Client(base_url=server.url) as client:
        things = iter(client.things.list_cursors())
        seen = [next(things).id for _ in range(3)]
        server.mode = "gone"
        server._cursors, kept = (lambda query: 1 / 0), server._cursors  # type: ignore[method-assign]
        try:
            with pytest.raises(package.root.errors.APIConnectionError):
                next(things)
        finally:
            server._cursors = kept  # type: ignore[method-assign]
    assert seen == ALL[:3]


def test_ten_thousand_items_in_constant_memory(package: Package, library: str) -> None:
    server = Pages(10_000)
    for index, thing in enumerate(server.things):
        thing["id"] = f"t{index % 100}"  # pydantic keeps some thousands of short texts
    with package.root.Client(base_url=server.url) as client:
        peaks: list[int] = []
        list(client.things.list_cursors(page_size=100, page_token="9900"))
        tracemalloc.start()
        for index, _ in enumerate(client.things.list_cursors(page_size=100)):
            if index % 1000 == 999:
                server.reset()  # it is in this process, and keeps what it receives
                peaks.append(tracemalloc.get_traced_memory()[0])
        tracemalloc.stop()
    server.close()

    assert index == 9999
    assert max(peaks[1:]) < peaks[0] + 300_000


# --- The documented styles


def apis(package: Package, server: Pages, prefix: str = "") -> tuple[Any, Any]:
    """A client and its API."""
    configuration = package.root.Configuration(host=server.url)
    module = __import__(f"{package.name}.api.things_api", fromlist=["x"])
    client = getattr(package.root, f"{prefix}ApiClient")(configuration)
    return client, getattr(module, f"{prefix}ThingsApi")(client)


@pytest.mark.parametrize("name", LISTS)
def test_documented_styles_have_methods_for_all_items(
    documented: Package, server: Pages, name: str
) -> None:
    client, api = apis(documented, server)
    with client:
        pager = getattr(api, name.replace("list_", "iter_"))(*LISTS[name])
        assert ids(pager) == ALL
        assert len(server.requests) == 4
        plain = getattr(api, name)(*LISTS[name])
        assert type(pager.first.body) is type(plain)


@pytest.mark.parametrize("name", LISTS)
def test_documented_styles_iterate_asynchronously(
    documented: Package, server: Pages, name: str
) -> None:
    async def main() -> tuple[list[str], Any]:
        client, api = apis(documented, server, "Async")
        async with client:
            pager = getattr(api, name.replace("list_", "iter_"))(*LISTS[name])
            return ids(await collected(pager)), await pager

    found, first = asyncio.run(main())

    assert found == ALL
    assert ids(first) == ALL[:3]
    assert len(server.requests) == 4


def test_documented_styles_refuse_options_that_change_the_result(
    documented: Package, server: Pages
) -> None:
    client, api = apis(documented, server)
    with client, pytest.raises(documented.root.ApiTypeError, match="async_req"):
        api.iter_cursors(async_req=True)
    assert server.requests == []


def test_documented_styles_do_not_ask_another_server(documented: Package, server: Pages) -> None:
    other = Pages()
    server.mode, server.elsewhere = "elsewhere", other.url
    client, api = apis(documented, server)
    with client, pytest.raises(documented.root.ApiException, match="another server"):
        list(api.iter_links())
    assert other.requests == []
    other.close()


def test_documented_searches_iterate(documented: Package, server: Pages) -> None:
    client, api = apis(documented, server)
    with client:
        assert list(api.iter_search_things({"text": "a"}))[-1] == "a t9"


# --- The four platforms


def test_ica_pages_by_tokens(server: Pages) -> None:
    from ICA_SDK import ApiClient, Configuration
    from ICA_SDK.api.tasks_api import TasksApi

    with ApiClient(Configuration(host=server.url)) as client:
        pager = TasksApi(client).iter_tasks(page_size=3, sort="name")
        assert ids(pager) == ALL
        assert pager.first.body.total_item_count == 10
    assert server.requests[1] == "GET /v1/tasks?pageSize=3&sort=name&pageToken=3"


@pytest.fixture(scope="module")
def plugin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Package]:
    """The plugin, and its types in a distribution of their own."""
    folder = tmp_path_factory.mktemp("plugin")
    with installed(tree_of(FEATURE, "paged_plugin", "waylay"), "paged_plugin", folder) as found:
        yield found


@pytest.mark.parametrize("name", ["arrays", "offsets", "cursors", "lasts", "numbers"])
def test_a_plugin_of_waylay_iterates(plugin: Package, server: Pages, name: str) -> None:
    async def main() -> tuple[list[str], Any]:
        module = import_module(f"{plugin.name}.api.things_api")
        core = ApiClient(WaylayConfig(NoCredentials(gateway_url=server.url)), {"auth": None})
        async with core:
            pager = getattr(module.ThingsApi(core), f"iter_{name}")(query={"unused": "1"})
            return ids(await collected(pager)), await pager

    found, first = asyncio.run(main())

    assert found == ALL
    assert ids(first) == ALL[:3]
    assert len(server.requests) == 4
    assert all("unused=1" in request for request in server.requests)
