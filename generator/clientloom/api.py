"""The intermediate representation: what an OpenAPI document says about an API, and nothing about Python.

Names are wire names, text is the document's text, order is the document's order. Every style hangs off this one
representation, so it has no behaviour and knows no style.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Literal, TypeAlias

from clientloom.document import Location
from clientloom.errors import Note

ScalarKind: TypeAlias = Literal["string", "integer", "number", "boolean", "null"]
ParameterLocation: TypeAlias = Literal["path", "query", "header", "cookie"]
JSONScalar: TypeAlias = str | int | float | bool | None


class Unset:
    """The type of `UNSET`: a keyword that the document does not have, as opposed to one that is null."""

    def __repr__(self) -> str:
        return "UNSET"


UNSET: Final = Unset()


@dataclass(frozen=True, slots=True)
class Limits:
    """The bounds of a value, in the terms of JSON Schema validation (draft 2020-12, section 6)."""

    ge: float | None = None
    gt: float | None = None
    le: float | None = None
    lt: float | None = None
    multiple_of: float | None = None
    min_length: int | None = None
    max_length: int | None = None
    pattern: str | None = None
    min_items: int | None = None
    max_items: int | None = None
    unique_items: bool | None = None


NO_LIMITS: Final = Limits()


@dataclass(frozen=True, slots=True)
class AnyType:
    """Any JSON value: an empty schema, or one that cannot be said more precisely."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string, number, boolean or null, with its format where the document gives one.

    :param is_text: whether a value is its text, whatever the format says of it
    """

    kind: ScalarKind
    format: str | None = None
    is_text: bool = field(default=False, repr=False)


@dataclass(frozen=True, slots=True)
class Literals:
    """A value out of a fixed list: an enum, or a constant, written where it is used."""

    values: tuple[JSONScalar, ...]


@dataclass(frozen=True, slots=True)
class ListOf:
    """An array."""

    items: Type


@dataclass(frozen=True, slots=True)
class TupleOf:
    """An array whose first items have types of their own, and are all there.

    :param rest: the type of those that may follow; None where none may
    """

    items: tuple[Type, ...]
    rest: Type | None = None


@dataclass(frozen=True, slots=True)
class MapOf:
    """An object with free keys."""

    values: Type


@dataclass(frozen=True, slots=True)
class Reference:
    """A named schema of `Api.schemas`."""

    name: str


@dataclass(frozen=True, slots=True)
class Union:
    """One of several types, as `oneOf`, `anyOf`, a list of types or `nullable` say it.

    :param discriminator: the property that tells objects apart: named by the document, or inferred from constants
    :param mapping: the schema's name for each value of that property; other values may occur, and None has the name of
        the schema that they mean, where there is one
    """

    variants: tuple[Type, ...]
    discriminator: str | None = None
    mapping: tuple[tuple[JSONScalar, str], ...] = ()


Type: TypeAlias = AnyType | Scalar | Literals | ListOf | TupleOf | MapOf | Reference | Union

NULL: Final = Scalar("null")


def inner_types(of: Type) -> tuple[Type, ...]:
    """The types that a type is made of."""
    match of:
        case ListOf(inner) | MapOf(inner):
            return (inner,)
        case TupleOf(items, rest):
            return items if rest is None else (*items, rest)
        case Union(variants):
            return variants
        case _:
            return ()


def with_inner_types(of: Type, changed: Callable[[Type], Type]) -> Type:
    """The same type, with what it is made of changed."""
    match of:
        case ListOf(items):
            return ListOf(changed(items))
        case TupleOf(items, rest):
            return TupleOf(tuple(map(changed, items)), None if rest is None else changed(rest))
        case MapOf(values):
            return MapOf(changed(values))
        case Union(variants):
            return replace(of, variants=tuple(map(changed, variants)))
        case _:
            return of


def references(of: Type) -> Iterator[str]:
    """The names of schemas in a type."""
    if isinstance(of, Reference):
        yield of.name
    for part in inner_types(of):
        yield from references(part)


def renamed(of: Type, names: Mapping[str, str]) -> Type:
    """A type with other names of schemas, where they have one."""
    match of:
        case Reference(name):
            return Reference(names.get(name, name))
        case Union(variants, discriminator, mapping):
            return Union(
                tuple(renamed(v, names) for v in variants),
                discriminator,
                tuple((value, names.get(name, name)) for value, name in mapping),
            )
        case _:
            return with_inner_types(of, lambda part: renamed(part, names))


@dataclass(frozen=True, slots=True)
class Xml:
    """How a value stands in an XML document.

    :param name: of the element or attribute; None for the name of the property
    :param wrapped: whether an array has an element of its own around those of its items
    :param items: of the first items of an array, one by one; `item` is for the others
    """

    name: str | None = None
    namespace: str | None = None
    prefix: str | None = None
    kind: Literal["element", "attribute", "text", "cdata", "none"] = "element"
    wrapped: bool = False
    item: Xml | None = None
    items: tuple[Xml, ...] = ()


@dataclass(frozen=True, slots=True)
class Property:
    """One property of an object.

    :param content_type: the media type of what is in it, where it is a text (`contentMediaType`)
    """

    name: str
    type: Type
    required: bool
    location: Location
    limits: Limits = NO_LIMITS
    description: str = ""
    default: Any = UNSET
    example: Any = UNSET
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    pinned_name: str | None = None
    earlier_name: str = ""
    """What the document says that it was called on the wire before (`x-clientloom-renamed-from`)."""
    xml: Xml | None = None
    content_type: str | None = None


@dataclass(frozen=True, slots=True)
class ObjectShape:
    """An object with declared properties. `additional` types the others; `closed` means that there are none.

    :param discriminator: the property whose value says which of the schemas that inherit from this one is meant
    :param mapping: the schema's name for each value of that property; other values may occur
    """

    properties: tuple[Property, ...]
    additional: Type | None = None
    closed: bool = False
    discriminator: str | None = None
    mapping: tuple[tuple[JSONScalar, str], ...] = ()


@dataclass(frozen=True, slots=True)
class EnumShape:
    """A named list of strings or integers."""

    kind: Literal["string", "integer"]
    values: tuple[str | int, ...]
    earlier: tuple[tuple[str | int, str], ...] = ()
    """What the document says that values were before (`x-clientloom-renamed-values`)."""


@dataclass(frozen=True, slots=True)
class AliasShape:
    """A name for a type that is not an object: a union, or an array or map that contains itself."""

    type: Type


Shape: TypeAlias = ObjectShape | EnumShape | AliasShape


@dataclass(frozen=True, slots=True)
class Schema:
    """A named schema: one class, one module.

    :param sent_as: the schema that requests have instead, where that is another one
    :param fetched_as: the schema whose stead it takes in requests
    :param never_sent: properties that are in no request, though a caller may have them
    """

    name: str
    shape: Shape
    location: Location
    description: str = ""
    deprecated: bool = False
    default: Any = UNSET
    pinned_name: str | None = None
    sent_as: str | None = None
    fetched_as: str | None = None
    never_sent: tuple[str, ...] = ()
    earlier_name: str = ""


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one property of a form, or one part of a body, is sent; None where the document leaves it out.

    :param headers: those headers of a part that can have one value only
    :param parts: how the parts of a part are sent, by name or position, as in `MediaType.encoding`
    """

    content_type: str | None = None
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool | None = None
    headers: tuple[tuple[str, str], ...] = ()
    parts: Mapping[str, Encoding] = field(default_factory=dict[str, "Encoding"])


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of an operation. `style` and `explode` are filled in where the document leaves them out."""

    name: str
    location_in: ParameterLocation
    type: Type
    required: bool
    location: Location
    limits: Limits = NO_LIMITS
    style: str = "form"
    explode: bool = True
    allow_reserved: bool = False
    allow_empty_value: bool = False
    media_type: str | None = None
    description: str = ""
    default: Any = UNSET
    example: Any = UNSET
    deprecated: bool = False
    pinned_name: str | None = None
    earlier_name: str = ""
    is_whole_query: bool = False
    """`in: querystring` (OpenAPI 3.2): its content is the query, its name is on no wire."""
    encoding: Mapping[str, Encoding] = field(default_factory=dict[str, Encoding])


@dataclass(frozen=True, slots=True)
class MediaType:
    """What a body looks like in one media type. `type` is None where the document gives no schema.

    :param encoding: by property name; for an array by position, "*" for all that have none of their own
    :param item_type: of a stream of items (`itemSchema`, OpenAPI 3.2): the type of each; it is the `type` too, unless
        the document types the whole as well
    :param xml: how the whole stands in a document of XML; None for other media types, and where XML is text
    """

    name: str
    type: Type | None
    example: Any = UNSET
    encoding: Mapping[str, Encoding] = field(default_factory=dict[str, Encoding])
    item_type: Type | None = None
    xml: Xml | None = None


@dataclass(frozen=True, slots=True)
class Body:
    """The request body of an operation."""

    content: tuple[MediaType, ...]
    required: bool
    location: Location
    description: str = ""
    pinned_name: str | None = None


@dataclass(frozen=True, slots=True)
class ResponseHeader:
    """A header that a response may carry."""

    name: str
    description: str = ""
    type: Type = AnyType()


@dataclass(frozen=True, slots=True)
class Response:
    """An answer: `status` is "200", a range such as "4XX", or "default"."""

    status: str
    description: str
    headers: tuple[ResponseHeader, ...]
    content: tuple[MediaType, ...]
    location: Location


@dataclass(frozen=True, slots=True)
class Pagination:
    """How a list comes in pages. Places in bodies are JSON pointers (RFC 6901), "" is the whole body.

    :param style: what names a page: a token, the number of its first item, its number, the `Link` header of the page
        before or an address in its body; "none" for an operation whose result is not to be taken for a page
    :param parameter: the query parameter that names the page; with `in_body`, the field of the request body
    :param items: where the items are; None for the one list that there is
    :param next: where the token or the address of the next page is
    :param next_header: the header that has the token instead
    :param last_item: where the last item has the token instead
    :param more: where it says that there is more; `done` that there is not
    :param total: where the number of all items is, or `total_header`
    :param pages: where the number of all pages is, or `pages_header`
    :param size: the parameter for the number of items in a page
    :param first: the number of the first page, or of the first item
    """

    style: Literal["cursor", "offset", "page", "link", "url", "none"]
    location: Location | None = None
    parameter: str = ""
    in_body: bool = False
    items: str | None = None
    next: str | None = None
    next_header: str | None = None
    last_item: str | None = None
    more: str | None = None
    done: str | None = None
    total: str | None = None
    total_header: str | None = None
    pages: str | None = None
    pages_header: str | None = None
    size: str | None = None
    first: int | None = None


@dataclass(frozen=True, slots=True)
class Wait:
    """What an operation can be repeated for: until a field of its result has one of some values.

    :param name: what the waiting is called, where the document says so
    :param field: the place of the field, as a JSON pointer
    :param success: the values that are waited for
    :param failure: the values after which there is no use in waiting on
    :param interval: seconds between the first two calls; each later one is `factor` times as long, up to `longest`
    :param timeout: seconds in all
    """

    location: Location
    name: str | None
    field: str
    success: tuple[JSONScalar, ...]
    failure: tuple[JSONScalar, ...] = ()
    interval: float = 2.0
    factor: float = 1.0
    longest: float = 60.0
    timeout: float | None = 600.0


@dataclass(frozen=True, slots=True)
class Operation:
    """One method on one path. `security` lists alternatives, each a tuple of scheme names that go together.

    :param id: the operationId, made unique where the document uses it twice; method and path if there is none
    :param operation_id: the operationId as it stands in the document
    :param scopes: by security scheme, those that this operation needs, whichever alternative names them
    :param servers: where this operation is, if it is elsewhere than the rest
    :param earlier_name: the operationId, or method and path, that it had before, as the document says
    :param renamed_to: how a program calls it now, if this is the operation under an earlier name
    :param alias_of: the id of the operation that this is under an earlier name
    """

    id: str
    method: str
    path: str
    tags: tuple[str, ...]
    location: Location
    summary: str = ""
    description: str = ""
    parameters: tuple[Parameter, ...] = ()
    body: Body | None = None
    responses: tuple[Response, ...] = ()
    security: tuple[tuple[str, ...], ...] = ()
    scopes: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, tuple[str, ...]])
    deprecated: bool = False
    pinned_name: str | None = None
    operation_id: str = ""
    servers: tuple[Server, ...] = ()
    pagination: Pagination | None = None
    """As the document declares it."""
    waits: tuple[Wait, ...] = ()
    earlier_name: str = ""
    renamed_to: str = ""
    alias_of: str = ""


@dataclass(frozen=True, slots=True)
class OAuthFlow:
    """A way to an access token: "clientCredentials", "password", "authorizationCode", "implicit" or
    "deviceAuthorization". Addresses are empty where the flow has none, and may be relative to the API's.

    :param scopes: names with descriptions
    """

    kind: str
    authorization_url: str = ""
    token_url: str = ""
    refresh_url: str = ""
    device_url: str = ""
    scopes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class SecurityScheme:
    """A way to prove who is calling. `location_in` and `parameter` belong to API keys, `scheme` to HTTP schemes.

    :param scheme: in small letters
    :param flows: those of OAuth2
    :param metadata_url: where an authorization server describes itself: that of OpenID Connect or of RFC 8414
    """

    name: str
    kind: Literal["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"]
    description: str = ""
    location_in: Literal["header", "query", "cookie"] | None = None
    parameter: str | None = None
    scheme: str | None = None
    flows: tuple[OAuthFlow, ...] = ()
    metadata_url: str = ""
    deprecated: bool = False

    @property
    def takes_tokens(self) -> bool:
        """Whether it is about access tokens that an authorization server gives."""
        return self.kind in ("oauth2", "openIdConnect")


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A hole in a server's URL."""

    name: str
    default: str
    choices: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Server:
    """Where the API is."""

    url: str
    description: str = ""
    variables: tuple[ServerVariable, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Tag:
    """A group of operations."""

    name: str
    description: str = ""
    parent: str | None = None


@dataclass(frozen=True, slots=True)
class Api:
    """A whole document."""

    title: str
    version: str
    description: str
    servers: tuple[Server, ...]
    tags: tuple[Tag, ...]
    operations: tuple[Operation, ...]
    schemas: Mapping[str, Schema]
    security_schemes: tuple[SecurityScheme, ...]
    notes: tuple[Note, ...] = ()
    """What was wrong and is read as it is meant, and what is typed more loosely than the document has it."""
