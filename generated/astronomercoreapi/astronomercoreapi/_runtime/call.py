"""From the arguments of a generated method to one request.

A method lists its arguments as `Path`, `Query`, `Header`, `Cookie` and one body (`Json`, `Form`,
`Multipart`, `Content`). Each of them writes itself into a `Draft`, which becomes a `Request`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from copy import copy
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, Self
from uuid import uuid4

from .adapters import to_json
from .bodies import (
    Body,
    Encoding,
    Encodings,
    content_body,
    content_text,
    form_body,
    is_form,
    lines_body,
    multipart_body,
)
from .checks import Checks
from .limits import Limits
from .parameters import (
    RESERVED_IN_PATH,
    Encode,
    header_text,
    path_text,
    query_pairs,
    quote,
    quote_allowing_reserved,
    unquoted,
)
from .request import set_header
from .values import is_object, omit, unwrapped

if TYPE_CHECKING:
    pass

__all__ = [
    "Argument",
    "BodyArgument",
    "Content",
    "Cookie",
    "Encoding",
    "Form",
    "Header",
    "Json",
    "JsonLines",
    "Limits",
    "Multipart",
    "Path",
    "Query",
    "QueryString",
]

#: What ends a cookie (RFC 6265, 5.2).
_NOT_IN_COOKIES = re.compile(r"[;\x00-\x1f\x7f]")


class Draft:
    """A request that arguments are still being written into."""

    __slots__ = ("body", "checks", "cookies", "headers", "path", "query", "safe")

    def __init__(self, path: str, checks: Checks, safe: str = "") -> None:
        self.path = path
        #: Names and values, percent-encoded; or the text of a whole query, alone.
        self.query: list[tuple[str, ...]] = []
        self.headers: dict[str, str] = {}
        self.cookies: list[tuple[str, str]] = []
        self.body: Body | None = None
        self.checks = checks
        #: Characters that the caller wants in paths as they are.
        self.safe = safe


class Argument(Protocol):
    """An argument of a generated method."""

    value: Any

    def write(self, draft: Draft) -> None:
        """Check the value, and write it into the draft."""
        ...


class _Parameter:
    """What parameters share: a name on the wire, a value, its type and bounds, a way to write it.

    style, explode, allow_reserved: as in OpenAPI 3.0.3, Parameter Object
    media_type: of a parameter with `content`: its value is JSON text, or text
    required: it cannot be left out: None is an error; otherwise None leaves it out
    nullable: None is a value where it is required
    """

    __slots__ = (
        "allow_reserved", "explode", "limits", "media_type", "name", "nullable", "required",
        "style", "type", "value",
    )  # fmt: skip

    def __init__(
        self,
        name: str,
        value: Any,
        type: Any,
        limits: Limits | None = None,
        *,
        style: str = "simple",
        explode: bool = False,
        allow_reserved: bool = False,
        media_type: str | None = None,
        required: bool = False,
        nullable: bool = False,
    ) -> None:
        self.name = name
        self.value = value
        self.type = type
        self.limits = limits
        self.style = style
        self.explode = explode
        self.allow_reserved = allow_reserved
        self.media_type = media_type
        self.required = required
        self.nullable = nullable

    def checked(self, checks: Checks) -> Any:
        """Return the value to send; None for a parameter that was left out, or is null."""
        nullable = self.nullable and self.value is not omit
        if self.value is omit:
            self.value = None
        value = checks.argument(
            self.name, self.value, self.type, self.limits, self.required, nullable
        )
        if self.media_type is None or (value is None and not self.required):
            return value
        return content_text(value, self.media_type)


class Path(_Parameter):
    """A parameter in the path."""

    __slots__ = ()

    def write(self, draft: Draft) -> None:
        """Replace `{name}` in the path."""
        self.required = True
        value = self.checked(draft.checks)
        # A path keeps no reserved character that would end it or start another segment.
        encode: Encode = quote
        if self.allow_reserved:
            encode = partial(quote_allowing_reserved, safe=draft.safe + RESERVED_IN_PATH)
        elif draft.safe:
            encode = partial(quote, safe=draft.safe)
        text = path_text(self.name, value, self.style, self.explode, encode)
        if not text and draft.path.endswith(f"/{{{self.name}}}"):
            # `DELETE /tasks/` is not about one task.
            draft.checks.refuse(self.name, "empty", "it is empty, which would name another path")
        draft.path = draft.path.replace(f"{{{self.name}}}", text)


class Header(_Parameter):
    """A parameter in a header."""

    __slots__ = ()

    def write(self, draft: Draft) -> None:
        """Set the header."""
        value = self.checked(draft.checks)
        if value is None and self.required:
            value = ""  # what there is of null in the style `simple`
        if value is not None:
            set_header(draft.headers, self.name, header_text(value, self.explode))


class Query(_Parameter):
    """A parameter in the query.

    allow_empty_value: an empty value is sent, as `name=`, whatever its type
    required: so is null, and an empty array or object (OpenAPI 3.2, Style Examples, "undefined")
    """

    __slots__ = ("allow_empty_value",)

    def __init__(
        self,
        name: str,
        value: Any,
        type: Any,
        limits: Limits | None = None,
        *,
        style: str = "form",
        explode: bool = True,
        allow_reserved: bool = False,
        allow_empty_value: bool = False,
        media_type: str | None = None,
        required: bool = False,
        nullable: bool = False,
    ) -> None:
        super().__init__(
            name, value, type, limits, style=style, explode=explode, allow_reserved=allow_reserved,
            media_type=media_type, required=required, nullable=nullable,
        )  # fmt: skip
        #: The other styles have no empty values, and ignore it.
        self.allow_empty_value = allow_empty_value and style in ("form", "cookie")

    def write(self, draft: Draft) -> None:
        """Add the pairs of the value."""
        draft.query += self.pairs(draft.checks)

    def pairs(self, checks: Checks) -> list[tuple[str, str]]:
        """Return the names and values to send, percent-encoded."""
        if self.value is omit and not self.required:
            return []
        encode: Encode = quote_allowing_reserved if self.allow_reserved else quote
        if self.style == "cookie":
            encode = unquoted
        if self.allow_empty_value and self.value == "":
            return [(encode(self.name), "")]
        value = self.checked(checks)
        pairs: list[tuple[str, str]] = []
        if value is not None:
            pairs = query_pairs(self.name, value, self.style, self.explode, encode)
        elif not self.required:
            return []
        if not pairs and (self.required or self.allow_empty_value):
            return [(encode(self.name), "")]
        return pairs


class QueryString(_Parameter):
    """A parameter that is the whole query (OpenAPI 3.2, `in: querystring`): a form, JSON, or text.

    encoding: how properties of a form are sent
    """

    __slots__ = ("encoding",)

    def __init__(
        self,
        name: str,
        value: Any,
        type: Any,
        limits: Limits | None = None,
        *,
        media_type: str,
        encoding: Encodings | None = None,
        required: bool = False,
        nullable: bool = False,
    ) -> None:
        super().__init__(
            name, value, type, limits, media_type=media_type, required=required, nullable=nullable
        )
        self.encoding = encoding or {}

    def write(self, draft: Draft) -> None:
        """Set the query; a form is fit for one as it is, other texts are percent-encoded."""
        media_type, self.media_type = self.media_type or "", None
        value = self.checked(draft.checks)
        if value is None and not self.required:
            return
        text = content_text(value, media_type, self.encoding)
        text = text if is_form(media_type) else quote(text)
        if text:
            draft.query.append((text,))


class Cookie(Query):
    """A parameter in the Cookie header. With explode, each item is a cookie of its own.

    The style `cookie` sends values as they are (OpenAPI 3.2, Style Values); none can add a cookie.
    """

    __slots__ = ()

    def write(self, draft: Draft) -> None:
        """Add the cookies of the value."""
        pairs = self.pairs(draft.checks)
        if any(_NOT_IN_COOKIES.search(text) for pair in pairs for text in pair):
            draft.checks.refuse(self.name, "cookie", "it has what a cookie cannot hold")
        draft.cookies += pairs


class BodyArgument:
    """What bodies share: a value, its type, and the media type to send it as.

    nullable: None is sent, as null; otherwise it is a body that was left out
    """

    __slots__ = ("encoding", "media_type", "nullable", "required", "type", "value")

    #: What it is sent as where the document names no other media type.
    default: ClassVar[str] = "*/*"
    value: Any

    def __init__(
        self,
        value: Any,
        type: Any,
        *,
        media_type: str | None = None,
        encoding: Encodings | None = None,
        required: bool = False,
        nullable: bool = False,
    ) -> None:
        self.value = value
        self.type = type
        self.media_type = media_type or self.default
        self.encoding = encoding or {}
        self.required = required
        self.nullable = nullable

    @property
    def given(self) -> Any:
        """What the caller passed: the whole, or fields of it."""
        return self.value

    def with_field(self, name: str, value: Any) -> Self:
        """Return the body with another value for a field."""
        changed = copy(self)
        whole = unwrapped(self.value)
        changed.value = {**whole, name: value} if is_object(whole) else {name: value}
        return changed

    def write(self, draft: Draft) -> None:
        """Set the body, unless it was left out."""
        if self.value is None and self.nullable:
            draft.body = self.body(None)
            return
        value = draft.checks.body(self.value, self.type, self.required)
        if value is not None:
            draft.body = self.body(value)

    def body(self, value: Any) -> Body:
        """Return the bytes to send."""
        raise NotImplementedError


class Json(BodyArgument):
    """A body in JSON: a model, or plain data with wire names."""

    __slots__ = ()
    default = "application/json"

    def body(self, value: Any) -> Body:
        """Return JSON (RFC 8259: always UTF-8)."""
        return Body(self.media_type, to_json(value))


class Form(BodyArgument):
    """A body of the kind `application/x-www-form-urlencoded`: a model, or a dict."""

    __slots__ = ()
    default = "application/x-www-form-urlencoded"

    def body(self, value: Any) -> Body:
        """Return the encoded form."""
        return form_body(value, self.encoding)


class Multipart(BodyArgument):
    """A body of several parts, files among them: a model, or a dict."""

    __slots__ = ()
    default = "multipart/form-data"

    def write(self, draft: Draft) -> None:
        """Set the body. A dict is not checked: it can hold open files, which no type describes."""
        if is_object(self.value):
            draft.body = self.body(self.value)
        else:
            super().write(draft)

    def body(self, value: Any) -> Body:
        """Return the encoded parts."""
        return multipart_body(value, self.encoding, self.media_type)


class JsonLines(BodyArgument):
    """A body of several JSON texts: a list, or any iterable, of models or plain data."""

    __slots__ = ()
    default = "application/jsonl"

    def body(self, value: Any) -> Body:
        """Return the texts."""
        return lines_body(value, self.media_type)


class Content(BodyArgument):
    """A body as it is: bytes, text, an open file, a path, or an iterable of bytes."""

    __slots__ = ()

    def __init__(self, value: Any, media_type: str, *, required: bool = False) -> None:
        super().__init__(value, Any, media_type=media_type, required=required)

    def body(self, value: Any) -> Body:
        """Return the content."""
        return content_body(value, self.media_type)


def set_idempotency_key(
    headers: dict[str, str], method: str, arguments: Sequence[Argument], wanted: str | None
) -> bool:
    """Set a key for a request that changes something; say whether it has one.

    It is there where the API declares the parameter `Idempotency-Key`, or where a client wants it.
    A key that the caller has set stays.

    wanted: the name of the client's header
    """
    if method in _SAFE:
        return False
    declared = any(isinstance(a, Header) and a.name.lower() == _KEY for a in arguments)
    name = (wanted or _KEY).lower()
    if any(present.lower() == name for present in headers):
        return True
    if not declared and wanted is None:
        return False
    headers[wanted or "Idempotency-Key"] = str(uuid4())
    return True


_KEY = "idempotency-key"
_SAFE = ("GET", "HEAD", "OPTIONS", "QUERY", "TRACE")
