"""From the arguments of a generated method to one request.

A method lists its arguments as `Path`, `Query`, `Header`, `Cookie` and one body (`Json`, `Form`,
`Multipart`, `Content`). Each of them writes itself into a `Draft`, which becomes a `Request`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence, Set
from copy import copy
from dataclasses import dataclass, replace
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Protocol, Self
from urllib.parse import urljoin, urlsplit
from uuid import uuid4

from .adapters import adapter, to_json, validation_error
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
from .exceptions import ApiTypeError, ApiValueError
from .headers import HTTPHeaders
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
from .settings import Timeouts
from .uploads import Payload, Upload
from .values import is_array, is_object, omit, unwrapped

if TYPE_CHECKING:
    from .auth import Credential

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

#: pydantic's names for a value of another type, of those that it cannot read as the type.
_WRONG_TYPE = ("_type", "int_parsing", "float_parsing", "bool_parsing")

#: What ends a cookie (RFC 6265, 5.2).
_NOT_IN_COOKIES = re.compile(r"[;\x00-\x1f\x7f]")

ArgumentErrors = Literal["api", "value", "pydantic"]


@dataclass(frozen=True, slots=True)
class Checks:
    """What is checked of an argument before anything is sent, and how a fault is reported.

    errors: "api" raises ApiTypeError and ApiValueError; "value" checks no types, and raises
        ApiValueError; "pydantic" raises pydantic's ValidationError
    types, limits: False checks no types, no bounds
    disabled: keywords of bounds that are not checked, such as "maxLength"
    """

    errors: ArgumentErrors
    types: bool = True
    limits: bool = True
    disabled: Set[str] = frozenset()

    def argument(
        self,
        name: str,
        value: Any,
        type_: Any,
        limits: Limits | None,
        required: bool = False,
        nullable: bool = False,
    ) -> Any:
        """Return a value that may be sent: as the caller wrote it, where its type permits that."""
        if value is None:
            if required and not nullable:
                self.refuse(name, "missing", "it is required")
            return None
        if self.types and self.errors != "value" and value.__class__ is not type_:
            checked = self._typed(name, value, type_)
            # 5.0 for an int, "yes" for a bool: these alone are sent as what they mean.
            if isinstance(checked, (bool, int)):
                value = checked
        if limits is not None and self.limits:
            for message in limits.violations(value, self.disabled):
                self.refuse(name, "limits", message)
        return value

    def body(self, value: Any, type_: Any, required: bool) -> Any:
        """Return a body that may be sent. Dicts and lists are sent as they are given.

        With pydantic's errors they are read as the declared type, and sent as that.
        """
        if value is None or value.__class__ is type_ or type_ is Any:
            return self.argument("body", value, type_, None, required)
        if self.errors == "value" or not self.types:
            return value
        plain = is_object(value) or is_array(value)
        if plain and self.errors == "api":
            return value
        checked = self._typed("body", value, type_)
        return checked if plain else value

    def _typed(self, name: str, value: Any, type_: Any) -> Any:
        from pydantic import ValidationError

        try:
            return adapter(type_).validate_python(value)
        except ValidationError as error:
            found = error.errors(include_url=False, include_context=False, include_input=False)
        # Raised from out here, because the original error quotes the value: it can be a secret.
        if self.errors == "pydantic":
            problems = [((name, *each["loc"]), each["type"], each["msg"]) for each in found]
            raise validation_error("arguments", problems)
        first = found[0]
        kind = ApiTypeError if first["type"].endswith(_WRONG_TYPE) else ApiValueError
        raise kind(f"Invalid value for `{name}`: {first['msg']}", [name, *first["loc"]])

    def refuse(self, name: str, word: str, message: str) -> None:
        """Raise what is raised for an argument that cannot be sent."""
        if self.errors == "pydantic":
            raise validation_error("arguments", [((name,), word, message)])
        raise ApiValueError(f"Invalid value for parameter `{name}`: {message}")


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


def set_header(headers: dict[str, str], name: str, value: str) -> None:
    """Set a header, whatever the case of its name; a value cannot start another header."""
    if "\r" in value or "\n" in value or "\0" in value:
        raise ApiValueError(f"Invalid value for header `{name}`: it contains a line break")
    lower = name.lower()
    for present in [present for present in headers if present.lower() == lower]:
        del headers[present]
    headers[name] = value.strip(" \t")


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


#: Answers that can ask for another request.
REDIRECTS = frozenset({301, 302, 303, 307, 308})

_KEY = "idempotency-key"
_SAFE = ("GET", "HEAD", "OPTIONS", "QUERY", "TRACE")

# What a cookie can hold as it is (RFC 6265, 4.1.1): an API key is sent unchanged where possible.
_COOKIE_OCTETS = "!#$%&'()*+/:<=>?@[]^`{|}"

#: Names of query parameters that have carried API keys, as they stand in an address.
SECRET_QUERY_NAMES: set[str] = set()


@dataclass(frozen=True, slots=True)
class Request:
    """One request, complete but for its credentials, which are added to each attempt.

    template: the path as the document has it, with names in braces
    has_key: whether the server can tell by a header that it has had this request before
    deadline: when the call ends at the latest, by `time.monotonic()`
    stream: the body of a successful answer is left on its way
    """

    method: str
    url: str
    headers: Mapping[str, str]
    cookies: tuple[tuple[str, str], ...]
    content: Payload | None
    timeout: Timeouts
    credentials: tuple[Credential, ...] = ()
    has_key: bool = False
    template: str = ""
    deadline: float | None = None
    stream: bool = False

    @property
    def replayable(self) -> bool:
        """Whether the body can be sent a second time: one that gives its bytes only once cannot."""
        return not isinstance(self.content, Upload) or self.content.replayable

    @property
    def time_left(self) -> Timeouts:
        """The timeouts, none of them longer than the call lasts."""
        if self.deadline is None:
            return self.timeout
        return self.timeout.within(max(0.001, self.deadline - monotonic()))

    def ends_within(self, seconds: float) -> bool:
        """Say whether the call has to end before so many seconds have passed."""
        return self.deadline is not None and monotonic() + seconds >= self.deadline

    def __repr__(self) -> str:
        return f"<Request [{self.method} {self.url.partition('?')[0]}]>"

    def authorized(self, values: Sequence[str]) -> Request:
        """Return the request as it is sent, with the value of each credential in its place."""
        if not self.credentials and not self.cookies:
            return self
        url, headers, cookies = self.url, dict(self.headers), list(self.cookies)
        for credential, value in zip(self.credentials, values, strict=True):
            if credential.location == "header":
                set_header(headers, credential.name, value)
            elif credential.location == "cookie":
                cookies.append((credential.name, quote(value, _COOKIE_OCTETS)))
            else:
                name = quote(credential.name)
                SECRET_QUERY_NAMES.add(name)
                url += f"{'&' if '?' in url else '?'}{name}={quote(value)}"
        if cookies:
            own = HTTPHeaders(headers.items()).get("cookie")
            pairs = [f"{name}={value}" for name, value in cookies]
            set_header(headers, "Cookie", "; ".join([own, *pairs] if own else pairs))
        return Request(
            self.method, url, headers, (), self.content, self.timeout, (), self.has_key,
            self.template, self.deadline, self.stream,
        )  # fmt: skip

    def redirected(self, status: int, location: str | None) -> Request | None:
        """Return the request that a redirect asks for; None when the answer stands as it is.

        Reading requests are repeated; others only as 307 and 308 allow (RFC 9110, 15.4), and never
        at another origin. Another origin gets no credential and no header that could be one.
        """
        if location is None or status not in REDIRECTS:
            return None
        try:
            url = urljoin(self.url, location).partition("#")[0]
            here = origin(url) == origin(self.url)
        except ValueError:  # it is no address
            return None
        if not url.startswith(("http://", "https://")):
            return None
        if self.method not in ("GET", "HEAD"):
            if status == 303:
                kept = {n: v for n, v in self.headers.items() if n.lower() != "content-type"}
                return replace(self, method="GET", content=None, headers=kept).redirected(302, url)
            if status < 307 or not here or not self.replayable:
                return None
        if here:
            return replace(self, url=url)
        public = {n: v for n, v in self.headers.items() if n.lower() in ("accept", "user-agent")}
        return replace(self, url=url, headers=public, cookies=(), credentials=())


def origin(url: str) -> tuple[str, str | None, int]:
    """Return scheme, host and port (RFC 6454, 4)."""
    pieces = urlsplit(url)
    port = pieces.port or (443 if pieces.scheme == "https" else 80)
    return pieces.scheme, pieces.hostname, port
