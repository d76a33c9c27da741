"""A document to the intermediate representation: references followed, inline schemas named, defaults filled in.

`schemas` reads schemas, `operations` what is around them. Both only read: what they can't, they report with its place.
"""

from __future__ import annotations

from clientloom.api import Api
from clientloom.document import Document
from clientloom.parse.operations import (
    read_operations,
    read_security_schemes,
    read_servers,
    read_tags,
)
from clientloom.parse.schemas import Schemas


def parse(document: Document) -> Api:
    """Read a validated document.

    :raises ClientloomError: with every place that cannot be read
    """
    schemas = Schemas(document)
    operations = read_operations(document, schemas)
    info = document.root.get("info", {})
    return Api(
        title=str(info.get("title", "")),
        version=str(info.get("version", "")),
        description=str(info.get("description", "")),
        servers=read_servers(document.root.get("servers", [])),
        tags=read_tags(document.root.get("tags", [])),
        operations=operations,
        schemas=schemas.finish(),
        security_schemes=read_security_schemes(document),
    )
