"""Calls of addresses that answers give: the next page of a list."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from .call import Cookie, Path, Query
from .paging import Asked, server_of
from .request import SECRET_QUERY_NAMES


def at(asked: Asked, url: str) -> Asked:
    """Return the same call of another address, which has all of the query."""
    pieces = urlsplit(url)
    # What authorizes a call is added to each call: a server may repeat it in its links.
    pairs = [p for p in pieces.query.split("&") if p.partition("=")[0] not in SECRET_QUERY_NAMES]
    path = pieces.path.replace("{", "%7B").replace("}", "%7D")
    query = "&".join(filter(None, pairs))
    return replace(
        asked,
        path=f"{path}?{query}" if query else path,
        arguments=tuple(
            a for a in asked.arguments if isinstance(a, Cookie) or not isinstance(a, (Query, Path))
        ),
        address=server_of(url),
        again=True,
    )
