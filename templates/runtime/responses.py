"""An answer of the API: as it came, and read as the type that the API declares."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator, Mapping
from typing import Any, Literal, Protocol

from .adapters import from_json
from .bodies import charset_of
from .exceptions import ApiDecodeException
from .headers import HTTPHeaders
from .values import is_object

#: A type, or a reader; or a type or reader for each media type.
Declared = Any


class Reader:
    """Reads answers in a format of its own."""

    def read(self, response: Response) -> Any:
        """Return the body; ValueError when it is not what is declared."""
        raise NotImplementedError

    def write(self, value: Any) -> bytes:
        """Return the body that is read as a value."""
        raise NotImplementedError


class Failure(Exception):
    """Why an attempt has no answer, or why an answer does not come to its end.

    timed_out: whether it took too long
    sent: whether the server may have got the request: there was a connection
    final: whether another attempt would end like this one
    """

    def __init__(
        self, reason: str, *, timed_out: bool = False, sent: bool = True, final: bool = False
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.timed_out = timed_out
        self.sent = sent
        self.final = final


class Source(Protocol):
    """A body that is still on its way: pieces of any size, to be had once.

    What goes wrong on the way raises `Failure`. It holds a connection until it is at
    its end, closed, or forgotten.
    """

    def __iter__(self) -> Iterator[bytes]: ...

    def close(self) -> None:
        """Free the connection."""
        ...


class AsyncSource(Protocol):
    """A `Source` of an asynchronous client."""

    def __aiter__(self) -> AsyncIterator[bytes]: ...

    async def aclose(self) -> None:
        """Free the connection."""
        ...


class Response:
    """An answer as it came.

    The members are those that scripts use with `_preload_content=False`.

    data: the body; empty while it is on its way
    source: where the body comes from, if it is not read yet
    """

    __slots__ = ("_position", "data", "headers", "reason", "source", "status")

    def __init__(
        self,
        status: int,
        reason: str,
        headers: HTTPHeaders,
        data: bytes = b"",
        source: Source | AsyncSource | None = None,
    ) -> None:
        self.status = status
        self.reason = reason
        self.headers = headers
        self.data = data
        self.source = source
        self._position = 0

    def getheaders(self) -> HTTPHeaders:
        """Return all headers."""
        return self.headers

    def getheader(self, name: str, default: str | None = None) -> str | None:
        """Return one header."""
        return self.headers.get(name, default)

    def read(self, amount: int | None = None) -> bytes:
        """Return the next bytes of the body, all that are left by default."""
        start = self._position
        self._position = len(self.data) if amount is None else start + amount
        return self.data[start : self._position]

    @property
    def content_type(self) -> str:
        """The media type, in lower case and without parameters; "" when there is none."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def text(self) -> str:
        """The body as text, by its charset. What is no text in it is replaced."""
        charset = charset_of(self.headers.get("content-type", "")) or "utf-8"
        try:
            return self.data.decode(charset, "replace")
        except LookupError:
            return self.data.decode("utf-8", "replace")

    @property
    def json_bytes(self) -> bytes:
        """The body in UTF-8 without a byte order mark, as JSON must be (RFC 8259, 8.1)."""
        charset = charset_of(self.headers.get("content-type", "")) or "utf-8"
        if charset.lower() not in ("utf-8", "utf8", "us-ascii"):
            return self.text.encode()
        return self.data.removeprefix(b"\xef\xbb\xbf")

    def __repr__(self) -> str:
        return f"<Response [{self.status} {self.reason}]>"


#: What became of an attempt. A failure is returned, not raised: there may be another attempt.
Outcome = Response | Failure


def decode(
    response: Response,
    returns: Declared,
    responses: Mapping[str, Declared],
    *,
    check: bool = True,
    extra: Literal["ignore"] | None = None,
) -> Any:
    """Return the body of a successful response as what is declared for it.

    check: False gives plain data instead of an error, where the body does not fit the type
    extra: "ignore" drops fields that the type does not know
    """
    type_ = declared_type(response, responses, returns)
    try:
        return _decode(response, type_, extra)
    except ValueError as error:
        if check:
            problem = f"the body is not what the API declares: {described(error)}"
        else:
            try:
                return _decode(response, Any, extra)
            except ValueError as error:
                problem = f"the body cannot be read: {described(error)}"
    raise ApiDecodeException(reason=problem, http_resp=response)


def decode_error(response: Response, responses: Mapping[str, Declared]) -> Any:
    """Return the body of an error response as what is declared for it; None if it is not that."""
    type_ = declared_type(response, responses, None)
    try:
        return _decode(response, type_, None)
    except ValueError:
        return None


def declared_type(response: Response, responses: Mapping[str, Declared], returns: Declared) -> Any:
    """Return the type for a response by its status, then by its media type.

    The most specific status wins: "404", then "4XX", then "default" (OpenAPI 3.0.3, Responses
    Object); `returns` stands for any 2xx that is not declared more closely.
    """
    status = str(response.status)
    if status in responses:
        declared = responses[status]
    elif f"{status[0]}XX" in responses:
        declared = responses[f"{status[0]}XX"]
    elif 200 <= response.status <= 299:
        declared = returns
    else:
        declared = responses.get("default")
    if not is_object(declared):
        return declared
    actual = response.content_type
    kind, _, rest = actual.partition("/")
    for candidate in (actual, f"{kind}/*+{rest.rpartition('+')[2]}", f"{kind}/*", "*/*"):
        if candidate in declared:
            return declared[candidate]
    # A media type that is not declared: read it as the first that is.
    return next(iter(declared.values()), None)


def _decode(response: Response, type_: Any, extra: Literal["ignore"] | None) -> Any:
    """Return the body as a value of the type; ValueError when it is none."""
    if type_ is None or not response.data:
        return None
    if type_ is bytes:
        return response.data
    if isinstance(type_, Reader):
        return type_.read(response)
    kind = response.content_type
    if type_ is str and kind.startswith("text/") and not _is_json(kind):
        return response.text
    try:
        return from_json(type_, response.json_bytes, extra=extra)
    except ValueError:
        if _is_json(kind) or type_ not in (str, Any):
            raise
    return response.text if type_ is str or kind.startswith("text/") else response.data


def _is_json(content_type: str) -> bool:
    return content_type.endswith(("/json", "+json"))


def described(error: ValueError) -> str:
    """Say in a line what is wrong, and where, without quoting the body."""
    errors = getattr(error, "errors", None)
    if errors is None:
        return type(error).__name__
    first = errors(include_url=False, include_input=False, include_context=False)[0]
    return " at ".join(filter(None, (first["msg"], ".".join(map(str, first["loc"])))))
