"""What a style makes of an API before anything is named: which facts of the document get types of their own."""

from __future__ import annotations

from dataclasses import replace

from clientloom.api import Api, MediaType, ObjectShape, Operation, Schema
from clientloom.styles.base import Style


def shaped(api: Api, style: Style) -> Api:
    """The API as the style types it."""
    if not style.types_xml or not uses_xml(api):
        api = _without_xml(api)
    return api


def uses_xml(api: Api) -> bool:
    """Whether a body is typed XML."""
    return any(media.xml is not None for each in api.operations for media in _media(each))


def _media(operation: Operation) -> list[MediaType]:
    content = [m for response in operation.responses for m in response.content]
    return [*content, *(operation.body.content if operation.body is not None else ())]


def _without_xml(api: Api) -> Api:
    """Without what the document says of XML: such bodies are text."""
    return replace(
        api,
        operations=tuple(_text_bodies(each) for each in api.operations),
        schemas={name: _text_fields(schema) for name, schema in api.schemas.items()},
    )


def _text_fields(schema: Schema) -> Schema:
    shape = schema.shape
    if not isinstance(shape, ObjectShape) or all(p.xml is None for p in shape.properties):
        return schema
    properties = tuple(replace(p, xml=None) for p in shape.properties)
    return replace(schema, shape=replace(shape, properties=properties))


def _text_bodies(operation: Operation) -> Operation:
    if all(media.xml is None for media in _media(operation)):
        return operation
    body = operation.body
    if body is not None:
        body = replace(body, content=tuple(replace(m, xml=None) for m in body.content))
    responses = tuple(
        replace(r, content=tuple(replace(m, xml=None) for m in r.content))
        for r in operation.responses
    )
    return replace(operation, body=body, responses=responses)
