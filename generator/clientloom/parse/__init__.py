"""A document to the intermediate representation: references followed, inline schemas named, defaults filled in.

`schemas` reads schemas, `operations` and `servers` what is around them. They only read: what can't be said as the
document has it is noted with its place.
"""

from __future__ import annotations

from clientloom.api import Api, Server
from clientloom.document import Document
from clientloom.parse.operations import read_operations, read_webhooks
from clientloom.parse.reading import Reader
from clientloom.parse.schemas import Schemas
from clientloom.parse.servers import read_security_schemes, read_servers, read_tags


def parse(document: Document) -> Api:
    """Read a document.

    :raises ClientloomError: if a reference leads nowhere, or a schema contains itself by `allOf`
    """
    reader = Reader(document)
    schemas = Schemas(reader)
    operations = read_operations(reader, schemas)
    read_webhooks(reader, schemas)
    info, _ = reader.object(document.root.get("info"), document.location.child("info"))
    named = schemas.finish()
    return Api(
        title=str(info.get("title", "")),
        version=str(info.get("version", "")),
        description=str(info.get("description", "")),
        servers=read_servers(reader, document.root, document.location) or (Server("/"),),
        tags=read_tags(reader),
        operations=operations,
        schemas=named,
        security_schemes=read_security_schemes(reader),
        notes=reader.notes,
    )
