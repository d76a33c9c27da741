"""What a call is answered with: the types by status, and what is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from clientloom.api import NULL, ListOf, Response, Type
from clientloom.escape import literal
from clientloom.plan.media import asked_for, response_type, response_types
from clientloom.plan.types import TypeWriter
from clientloom.plan.xml import node_source


def response_sources(
    responses: Sequence[Response], returns: Type, writer: TypeWriter
) -> Iterator[tuple[str, str]]:
    """Types by status, without those that `returns` and `default` say already."""
    default = next((response_type(r) for r in responses if r.status == "default"), None)
    for response in responses:
        types = response_types(response)
        if readers := list(_readers(response, writer)):
            yield response.status, f"{{{''.join(readers)}}}"
            continue
        if len(set(types.values())) > 1:
            by_media = (f"{literal(name)}: {writer.decoded(of)}, " for name, of in types.items())
            yield response.status, f"{{{''.join(by_media)}}}"  # the comma keeps one item per line
            continue
        of = response_type(response)
        is_success, is_default = response.status.startswith("2"), response.status == "default"
        covered = returns if is_success else None if is_default else default
        says_nothing = of == NULL and not is_success and not is_default and default is None
        if of != covered and not says_nothing:
            yield response.status, writer.decoded(of)


def _readers(response: Response, writer: TypeWriter) -> Iterator[str]:
    """The types of an answer that is not JSON, by media type, each with the reader that it needs."""
    read = [m for m in response.content if m.name in response_types(response)]
    if all(media.xml is None for media in read):
        return
    for media in read:
        of = writer.decoded(response_types(response)[media.name])
        if media.xml is not None:
            node = [node_source(media.xml)] if isinstance(media.type, ListOf) else []
            of = f"XmlAnswer({', '.join([of, *node])})"
        yield f"{literal(media.name)}: {of}, "


def accept(responses: Sequence[Response]) -> str | None:
    """The media types to ask for; None for JSON alone, which is what every call asks for."""
    media = asked_for(responses)
    return None if media in (["application/json"], []) else ", ".join(media)
