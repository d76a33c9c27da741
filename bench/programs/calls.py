"""CPU microseconds per call of one kind of client: `calls.py KIND BASE_URL CALLS`. Prints one JSON object.

Each kind is a function that makes a client and gives the calls to measure, so that one process loads one kind only.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

WARM = 20
BATCH = 20
"""Calls that are measured at once: the best of the batches counts, as other programs disturb the rest."""


def models() -> tuple[Any, Any]:
    """What a person would write by hand."""
    from datetime import datetime

    from pydantic import BaseModel, TypeAdapter

    class Size(BaseModel):
        width: float
        height: float

    class Item(BaseModel):
        id: int
        name: str
        tags: list[str] | None = None
        size: Size | None = None
        created_at: datetime | None = None

    Item.model_rebuild(_types_namespace={"Size": Size, "datetime": datetime})
    return Item, TypeAdapter(list[Item])


def by_hand(url: str) -> dict[str, Callable[[], Any]]:
    """`client.get(url, params=...)`, `.json()` and a model."""
    import httpx2

    item, items = models()
    client = httpx2.Client(base_url=url)
    body = client.get("/items").content

    def one() -> Any:
        answer = client.get("/items/7", params={"fields": "name,tags", "verbose": True})
        return item.model_validate(answer.raise_for_status().json())

    def many() -> Any:
        return items.validate_json(client.get("/items").content)

    return {"one": one, "many": many, "decode": lambda: items.validate_json(body)}


def prepared(url: str) -> dict[str, Callable[[], Any]]:
    """A request that was made before: the least that a call by httpx2 costs."""
    import httpx2

    client = httpx2.Client()
    headers = httpx2.Request("GET", url, headers={"Accept": "application/json"}).headers

    def one() -> Any:
        address = httpx2.URL(f"{url}/items/7?fields=name,tags&verbose=true")
        return client.send(httpx2.Request("GET", address, headers=headers)).content

    return {"one": one}


def ours(url: str, library: str = "httpx2") -> dict[str, Callable[[], Any]]:
    """The generated package."""
    from items import Client

    start = time.process_time()
    for _ in range(200):
        Client(base_url=url).close()
    construction = (time.process_time() - start) / 200
    client = Client(base_url=url, transport=library)
    raw = client.items.with_raw_response.list()
    return {
        "one": lambda: client.items.get(7, fields="name,tags", verbose=True),
        "many": lambda: client.items.list(),
        "decode": lambda: raw.parsed(),
        "construction": lambda: construction,
    }


def ours_fast(url: str) -> dict[str, Callable[[], Any]]:
    """The generated package with its extra `fast`."""
    return ours(url, "pyreqwest")


def openapi_python_client(url: str) -> dict[str, Callable[[], Any]]:
    """openapi-python-client's package."""
    from peer import Client
    from peer.api.items import get_item, list_items

    client = Client(base_url=url)
    return {
        "one": lambda: get_item.sync(7, client=client, fields="name,tags", verbose=True),
        "many": lambda: list_items.sync(client=client),
    }


def openapi_generator(url: str) -> dict[str, Callable[[], Any]]:
    """openapi-generator's package."""
    import peer

    api = peer.ItemsApi(peer.ApiClient(peer.Configuration(host=url)))
    return {
        "one": lambda: api.get_item(7, fields="name,tags", verbose=True),
        "many": lambda: api.list_items(),
    }


async def ours_async(url: str, library: str = "httpx2") -> dict[str, Callable[[], Awaitable[Any]]]:
    """The generated package, asynchronously."""
    from items import AsyncClient

    client = AsyncClient(base_url=url, transport=library)
    return {
        "one": lambda: client.items.get(7, fields="name,tags", verbose=True),
        "many": lambda: client.items.list(),
    }


async def ours_fast_async(url: str) -> dict[str, Callable[[], Awaitable[Any]]]:
    """The generated package with its extra `fast`, asynchronously."""
    return await ours_async(url, "pyreqwest")


async def openapi_python_client_async(url: str) -> dict[str, Callable[[], Awaitable[Any]]]:
    """openapi-python-client's package, asynchronously."""
    from peer import Client
    from peer.api.items import get_item, list_items

    client = Client(base_url=url)
    return {
        "one": lambda: get_item.asyncio(7, client=client, fields="name,tags", verbose=True),
        "many": lambda: list_items.asyncio(client=client),
    }


async def openapi_generator_async(url: str) -> dict[str, Callable[[], Awaitable[Any]]]:
    """openapi-generator's package for asyncio."""
    import peer

    api = peer.ItemsApi(peer.ApiClient(peer.Configuration(host=url)))
    return {
        "one": lambda: api.get_item(7, fields="name,tags", verbose=True),
        "many": lambda: api.list_items(),
    }


async def prepared_async(url: str) -> dict[str, Callable[[], Awaitable[Any]]]:
    """`prepared`, asynchronously."""
    import httpx2

    client = httpx2.AsyncClient()
    headers = httpx2.Request("GET", url, headers={"Accept": "application/json"}).headers

    async def one() -> Any:
        address = httpx2.URL(f"{url}/items/7?fields=name,tags&verbose=true")
        return (await client.send(httpx2.Request("GET", address, headers=headers))).content

    return {"one": one}


async def by_hand_async(url: str) -> dict[str, Callable[[], Awaitable[Any]]]:
    """httpx2's asynchronous client."""
    import httpx2

    item, items = models()
    client = httpx2.AsyncClient(base_url=url)

    async def one() -> Any:
        answer = await client.get("/items/7", params={"fields": "name,tags", "verbose": True})
        return item.model_validate(answer.raise_for_status().json())

    async def many() -> Any:
        return items.validate_json((await client.get("/items")).content)

    return {"one": one, "many": many}


SYNC = {
    f.__name__: f
    for f in (by_hand, prepared, ours, ours_fast, openapi_python_client, openapi_generator)
}
ASYNC = {
    f.__name__: f
    for f in (
        by_hand_async,
        prepared_async,
        ours_async,
        ours_fast_async,
        openapi_python_client_async,
        openapi_generator_async,
    )
}


def measured(call: Callable[[], Any], count: int) -> float:
    """Microseconds per call."""
    for _ in range(WARM if count > WARM else 1):
        call()
    found: list[float] = []
    for _ in range(max(count // BATCH, 1)):
        start = time.process_time()
        for _ in range(min(count, BATCH)):
            call()
        found.append(time.process_time() - start)
    return min(found) / min(count, BATCH) * 1e6


async def measured_async(call: Callable[[], Awaitable[Any]], count: int) -> float:
    """Microseconds per call."""
    for _ in range(WARM if count > WARM else 1):
        await call()
    found: list[float] = []
    for _ in range(max(count // BATCH, 1)):
        start = time.process_time()
        for _ in range(min(count, BATCH)):
            await call()
        found.append(time.process_time() - start)
    return min(found) / min(count, BATCH) * 1e6


async def all_async(kind: str, url: str, count: int) -> dict[str, float]:
    """All calls of an asynchronous kind."""
    calls = await ASYNC[kind](url)
    return {name: await measured_async(c, counted(name, count)) for name, c in calls.items()}


def counted(name: str, count: int) -> int:
    """How often: answers of a megabyte less often than small ones."""
    return count if name == "one" else max(count // 100, 3)


def main() -> None:
    """Measure one kind."""
    kind, url, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
    if kind in ASYNC:
        found = asyncio.run(all_async(kind, url, count))
    else:
        calls = SYNC[kind](url)
        found = {}
        if construction := calls.pop("construction", None):
            found["construction"] = construction() * 1e6
        found |= {name: measured(call, counted(name, count)) for name, call in calls.items()}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
