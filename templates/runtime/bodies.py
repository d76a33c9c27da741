"""Request bodies: a value becomes a content type and the bytes to send."""

from __future__ import annotations

import os
import re
from base64 import b64encode
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from mimetypes import guess_type
from pathlib import Path
from typing import Any, NamedTuple, Protocol, cast
from urllib.parse import quote_plus

from .adapters import sendable, to_json, to_jsonable, to_plain
from .exceptions import ApiTypeError, ApiValueError
from .parameters import Encode, query_pairs, quote, quote_allowing_reserved, unquoted
from .uploads import Payload, Piece, payload, piece_of
from .values import is_array, is_binary, is_model, is_object, json_text, primitive, unwrapped


class Body(NamedTuple):
    """What is sent, and what it is."""

    content_type: str
    content: Payload


class Writer(Protocol):
    """Writes values in a format of its own."""

    def write(self, value: Any) -> bytes:
        """Return a value as it is sent."""
        ...


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one property of a form, or one part, is sent (OpenAPI 3.2, Encoding Object).

    A style, explode, or allow_reserved wins over the content type, as in OpenAPI 3.0.4.

    headers: headers of the part
    parts: how the parts of a part are sent that is `multipart` itself
    writer: what writes a part that is neither text nor JSON
    """

    content_type: str | None = None
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool | None = None
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    parts: Mapping[str, Encoding] = field(default_factory=dict[str, Any])
    writer: Writer | None = None

    @property
    def styled(self) -> bool:
        """Whether the property is written like a query parameter."""
        given = (self.style, self.explode, self.allow_reserved)
        return any(each is not None for each in given)

    def transferred(self, data: bytes) -> bytes:
        """Return bytes as they travel: as they are, or as Base64."""
        return (
            b64encode(data) if self.headers.get("Content-Transfer-Encoding") == "base64" else data
        )

    def pairs(self, name: str, value: Any, encode: Encode) -> list[tuple[str, str]]:
        """Return names and values, as of a query parameter."""
        style = self.style or "form"
        explode = style == "form" if self.explode is None else self.explode
        return query_pairs(name, value, style, explode, encode)


#: By the name of a property, or by the position of a part; "*" is for all other positions.
Encodings = Mapping[str, Encoding]

_PLAIN = Encoding()
_BINARY = "application/octet-stream"
_FORM = "application/x-www-form-urlencoded"


def content_body(value: Any, media_type: str) -> Body:
    """Return bytes or text as they are; a file or an iterable is read while it is sent."""
    if isinstance(value, str):
        media_type = _concrete(media_type, "text/plain; charset=utf-8")
        charset = charset_of(media_type)
        if charset is None and media_type.startswith("text/") and not value.isascii():
            media_type += "; charset=utf-8"  # the default is another one (RFC 2046, 4.1.2)
        return Body(media_type, value.encode(charset or "utf-8"))
    return Body(_concrete(media_type, _BINARY), payload([piece_of(value)]))


def _concrete(media_type: str, default: str) -> str:
    return default if "*" in media_type else media_type


_CHARSET = re.compile(r";\s*charset\s*=\s*\"?([^\s\";]+)", re.IGNORECASE)


def charset_of(content_type: str) -> str | None:
    """Return the charset parameter of a media type."""
    if ";" not in content_type:
        return None
    found = _CHARSET.search(content_type)
    return found[1] if found else None


def _properties(value: Any) -> Iterator[tuple[str, Any]]:
    fields = _fields(value)
    if not is_object(fields):
        raise ApiTypeError(f"a form is made of an object, not of {type(value).__name__}")
    for name, item in fields.items():
        if item is not None:
            yield str(name), _plain(item)


def _fields(value: Any) -> Any:
    """Return what is set of a model, by wire name; other values stay."""
    model = cast("Any", type(value))
    if not is_model(value) or "root" in model.model_fields:
        return unwrapped(value)
    given: dict[str, Any] = {
        field.alias or name: getattr(value, name)
        for name, field in model.model_fields.items()
        if name in value.model_fields_set
    }
    given.update(value.model_extra or {})
    return given


def _plain(value: Any) -> Any:
    """Return a model as plain data. What is bytes in it is a text, as only the model knows it."""
    plain = unwrapped(value)
    return to_jsonable(value) if is_model(value) and _has_bytes(plain) else plain


def _has_bytes(value: Any, *, inside: bool = False) -> bool:
    """Tell whether there are bytes within an object."""
    if is_binary(value):
        return inside
    if is_object(value):
        return any(_has_bytes(item, inside=True) for item in value.values())
    return is_array(value) and any(_has_bytes(item, inside=inside) for item in value)


def form_body(value: Any, encodings: Encodings) -> Body:
    """Return `application/x-www-form-urlencoded` (WHATWG URL, 5: a space is a plus sign).

    An array repeats its name and an object is JSON (OpenAPI 3.0.4, "Encoding the
    x-www-form-urlencoded Media Type"), unless an Encoding Object gives a style. A text is a form
    that the caller has encoded.
    """
    if isinstance(value, str):
        return Body(_FORM, value.encode())
    return Body(_FORM, _form_text(value, encodings).encode())


def _form_text(value: Any, encodings: Encodings) -> str:
    pairs: list[tuple[str, str]] = []
    for name, item in _properties(value):
        encoding = encodings.get(name, _PLAIN)
        if encoding.styled:
            encode = quote_allowing_reserved if encoding.allow_reserved else quote
            pairs += encoding.pairs(name, to_plain(item), encode)
        else:
            text = json_text if is_json(encoding.content_type) else primitive
            items = item if is_array(item) else [item]
            texts = [text(encoding.transferred(bytes(i)) if is_binary(i) else i) for i in items]
            pairs += [(quote_plus(name), quote_plus(each)) for each in texts]
    return "&".join(map("=".join, pairs))


def content_text(value: Any, media_type: str, encodings: Encodings | None = None) -> str:
    """Return the text of a parameter with `content`: JSON, a form, or text as it is."""
    if is_form(media_type):
        return "" if value is None else _form_text(value, encodings or {})
    if is_json(media_type) or is_object(value) or is_array(value) or is_model(value):
        return json_text(value)
    return primitive(value)


def is_form(media_type: str) -> bool:
    """Tell whether a media type is that of HTML forms without files."""
    return media_type.partition(";")[0].strip().lower() == _FORM


def is_json(media_type: str | None) -> bool:
    """Tell whether a media type is JSON (RFC 6839, 3.1)."""
    return media_type is not None and re.search(r"[/+]json\b", media_type, re.I) is not None


def multipart_body(value: Any, encodings: Encodings, media_type: str) -> Body:
    """Return a body of several parts: `multipart/form-data` (RFC 7578), or another `multipart`.

    An object has a part for each property, or for each item of an array (RFC 7578, 4.3). An array
    is its parts, in order; in a form, each of them is an object with its names. Objects in parts
    are JSON. A file is bytes, an open file, a path, or a tuple (file name, content[, content type[,
    headers]]).
    """
    boundary = os.urandom(16).hex()
    pieces: list[bytes | Piece] = []
    media_type = _concrete(media_type, "multipart/form-data")
    for part in _parts(value, encodings, media_type):
        head = "".join(f"{name}: {text}\r\n" for name, text in part.headers.items())
        pieces += [f"--{boundary}\r\n{head}\r\n".encode(), part.data, b"\r\n"]
    pieces.append(f"--{boundary}--\r\n".encode())
    return Body(f"{media_type}; boundary={boundary}", payload(pieces))


class _Part(NamedTuple):
    """A part: what is named, what it is, and its bytes."""

    headers: Mapping[str, str]
    data: bytes | Piece


def _parts(value: Any, encodings: Encodings, media_type: str) -> Iterator[_Part]:
    whole = unwrapped(value)
    is_form_data = media_type.startswith("multipart/form-data")
    if isinstance(value, tuple) or not (is_array(whole) or is_object(whole)):
        # A document that says nothing but that there is a file: this is what most servers call it.
        file = cast("Any", value)
        whole = value = {"file": file} if is_form_data else [file]
    if is_array(whole):
        for index, item in enumerate(whole):
            encoding = encodings.get(str(index)) or encodings.get("*", _PLAIN)
            item = unwrapped(item)
            if is_form_data and is_object(item):
                for name, each in _properties(item):
                    yield _part(each, encodings.get(name, encoding), name)
            else:
                yield _part(item, encoding, str(index) if is_form_data else None)
        return
    for name, item in _properties(value):
        encoding = encodings.get(name, _PLAIN)
        if encoding.styled and is_form_data:
            for key, text in encoding.pairs(name, to_plain(item), unquoted):
                yield _part(text, replace(encoding, content_type=None), key)
            continue
        several = isinstance(item, list)
        for each in cast("list[Any]", item if several else [item]):
            yield _part(_plain(each), encoding, name)


def _part(item: Any, encoding: Encoding, name: str | None) -> _Part:
    """Return one part; without a name for other bodies than forms, where only files have one."""
    content_type = _part_type(encoding, None)
    file_name: str | None = None
    headers = dict(encoding.headers)
    if isinstance(item, tuple):
        file_name, data, *given = cast("Sequence[Any]", item)
        content_type = _part_type(encoding, file_name) or _BINARY
        content_type = str(given[0]) if given and given[0] else content_type
        headers.update(given[1] if len(given) > 1 else {})
        data = piece_of(data)
    elif is_binary(item):
        # Servers take a part of a form for a file by its file name.
        file_name, content_type, data = name, content_type or _BINARY, bytes(item)
        data = encoding.transferred(data)
    elif hasattr(item, "read") or hasattr(item, "__fspath__"):
        path = item if hasattr(item, "__fspath__") else getattr(item, "name", None)
        # The name of an open file is a number where it was opened by one.
        file_name = name if path is None or isinstance(path, int) else Path(path).name
        content_type, data = _part_type(encoding, file_name) or _BINARY, piece_of(item)
    elif content_type is not None and content_type.startswith("multipart/"):
        content_type, data = multipart_body(item, encoding.parts, content_type)
    elif encoding.writer is not None and (is_object(item) or is_array(item)):
        data = encoding.writer.write(item)
    elif (writer := WRITERS.get(_suffix(content_type))) and is_object(item):
        data = writer(item, name or "item")
    elif is_json(content_type) or is_object(item) or is_array(item):
        content_type, data = content_type or "application/json", json_text(item).encode()
    else:
        data = primitive(item).encode(charset_of(content_type or "") or "utf-8")
    if name is not None:
        disposition = f'form-data; name="{_quoted(name)}"'
    else:
        disposition = "attachment" if file_name is not None else ""
    if file_name is not None:
        disposition += f'; filename="{_quoted(str(file_name))}"'
    named = {"Content-Disposition": disposition, "Content-Type": content_type}
    return _Part({**{n: text for n, text in named.items() if text}, **_single_lines(headers)}, data)


def _part_type(encoding: Encoding, file_name: str | None) -> str | None:
    """Return the media type of a part: of those that its encoding lists, the one of the file.

    Without a file, or if that is none of them, the first that is no range.
    """
    types = [each.strip() for each in (encoding.content_type or "").split(",") if each]
    if file_name is not None and types and (len(types) > 1 or "*" in types[0]):
        actual = guess_type(file_name)[0] or ""
        if any(each in (actual, f"{actual.partition('/')[0]}/*", "*/*") for each in types):
            return actual or None
    return next((each for each in types if "*" not in each), None)


def _suffix(media_type: str | None) -> str:
    """Return what a media type ends with: "xml" for `application/xml` and `image/svg+xml`."""
    return re.split(r"[/+]", (media_type or "").partition(";")[0].strip().lower())[-1]


def _single_lines(headers: Mapping[str, Any]) -> dict[str, str]:
    texts = {str(name): primitive(value) for name, value in headers.items()}
    for name, text in texts.items():
        if re.search(r"[\r\n\0]", name + text):
            raise ApiValueError(f"Invalid value for header `{name}`: it contains a line break")
    return texts


#: How an object becomes a part in a format other than JSON, by the end of its media type. The
#: modules of such formats add themselves.
WRITERS: dict[str, Callable[[Any, str], bytes]] = {}


def lines_body(value: Any, media_type: str) -> Body:
    """Return a sequence of JSON texts: one a line, or as in RFC 7464. Bytes and text stay."""
    if isinstance(value, (str, bytes)) or hasattr(value, "read"):
        return content_body(value, media_type)
    start = b"\x1e" if "json-seq" in media_type else b""
    items = cast("Iterable[Any]", unwrapped(value))
    return Body(media_type, b"".join(start + to_json(sendable(item)) + b"\n" for item in items))


def _quoted(text: str) -> str:
    """Write a name within quotes as browsers do (WHATWG HTML, multipart/form-data encoding)."""
    return text.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
