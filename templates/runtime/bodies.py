"""Request bodies: a value becomes a content type and the bytes to send."""

from __future__ import annotations

import os
import re
from collections.abc import AsyncIterable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple, cast
from urllib.parse import quote_plus

from .exceptions import ApiTypeError
from .parameters import query_pairs, quote, quote_allowing_reserved
from .values import is_array, is_binary, is_model, is_object, json_text, primitive, unwrapped

#: Bytes, or (from an async client only) an asynchronous iterable of bytes.
Payload = bytes | AsyncIterable[bytes]


class Body(NamedTuple):
    """What is sent, and what it is."""

    content_type: str
    content: Payload


@dataclass(frozen=True, slots=True)
class Encoding:
    """How one property of a form is sent (OpenAPI 3.0.3, Encoding Object).

    A style, or explode, wins over the content type, as in OpenAPI 3.0.4.
    """

    content_type: str | None = None
    style: str | None = None
    explode: bool | None = None
    allow_reserved: bool = False

    @property
    def styled(self) -> bool:
        """Whether the property is written like a query parameter."""
        return self.style is not None or self.explode is not None


Encodings = Mapping[str, Encoding]

_PLAIN = Encoding()
_BINARY = "application/octet-stream"
_FORM = "application/x-www-form-urlencoded"


def content_body(value: Any, media_type: str) -> Body:
    """Return bytes or text as they are; a file or an iterable is read to its end."""
    if isinstance(value, str):
        charset = charset_of(media_type) or "utf-8"
        return Body(_concrete(media_type, "text/plain; charset=utf-8"), value.encode(charset))
    media_type = _concrete(media_type, _BINARY)
    if isinstance(value, AsyncIterable):
        return Body(media_type, cast("AsyncIterable[bytes]", value))
    return Body(media_type, _bytes(value))


def _concrete(media_type: str, default: str) -> str:
    return default if "*" in media_type else media_type


def _bytes(value: Any) -> bytes:
    if is_binary(value):
        return bytes(value)
    if hasattr(value, "__fspath__"):
        return Path(value).read_bytes()
    if hasattr(value, "read"):
        value = [value.read()]
    if not isinstance(value, Iterable):
        raise ApiTypeError(f"cannot send {type(value).__name__} as the content of a body")
    chunks = cast("Iterable[str | bytes]", value)
    return b"".join(chunk.encode() if isinstance(chunk, str) else chunk for chunk in chunks)


_CHARSET = re.compile(r";\s*charset\s*=\s*\"?([^\s\";]+)", re.IGNORECASE)


def charset_of(content_type: str) -> str | None:
    """Return the charset parameter of a media type."""
    found = _CHARSET.search(content_type)
    return found[1] if found else None


def _properties(value: Any) -> Iterator[tuple[str, Any]]:
    value = unwrapped(value)
    if not is_object(value):
        raise ApiTypeError(f"a form is made of an object, not of {type(value).__name__}")
    for name, item in value.items():
        if item is not None:
            yield str(name), unwrapped(item)


def form_body(value: Any, encodings: Encodings) -> Body:
    """Return `application/x-www-form-urlencoded` (WHATWG URL, 5: a space is a plus sign).

    An array repeats its name and an object is JSON (OpenAPI 3.0.4, "Encoding the
    x-www-form-urlencoded Media Type"), unless an Encoding Object gives a style.
    """
    return Body(_FORM, _form_text(value, encodings).encode())


def _form_text(value: Any, encodings: Encodings) -> str:
    pairs: list[tuple[str, str]] = []
    for name, item in _properties(value):
        encoding = encodings.get(name, _PLAIN)
        if encoding.styled:
            style = encoding.style or "form"
            explode = style == "form" if encoding.explode is None else encoding.explode
            encode = quote_allowing_reserved if encoding.allow_reserved else quote
            pairs += query_pairs(name, item, style, explode, encode)
        elif is_json(encoding.content_type):
            pairs.append((quote_plus(name), quote_plus(json_text(item))))
        else:
            texts = [primitive(each) for each in item] if is_array(item) else [primitive(item)]
            pairs += [(quote_plus(name), quote_plus(text)) for text in texts]
    return "&".join(map("=".join, pairs))


def content_text(value: Any, media_type: str, encodings: Encodings | None = None) -> str:
    """Return the text of a parameter with `content`: JSON, a form, or text as it is."""
    if is_form(media_type):
        return _form_text(value, encodings or {})
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
    """Return `multipart/form-data` (RFC 7578).

    One part for each property, or for each item of an array (RFC 7578, 4.3). Objects are JSON. A
    file is bytes, an open file, a path, or a tuple (file name, content[, content type]).
    """
    boundary = os.urandom(16).hex()
    content = bytearray()
    for name, item in _properties(value):
        declared = encodings.get(name, _PLAIN).content_type
        several = isinstance(item, list) and not is_json(declared)
        for each in cast("list[Any]", item if several else [item]):
            part = _part(name, each, declared)
            disposition = f'form-data; name="{_quoted(name)}"'
            if part.file_name is not None:
                disposition += f'; filename="{_quoted(part.file_name)}"'
            content += f"--{boundary}\r\nContent-Disposition: {disposition}\r\n".encode()
            if part.content_type is not None:
                content += f"Content-Type: {part.content_type}\r\n".encode()
            content += b"\r\n" + part.data + b"\r\n"
    content += f"--{boundary}--\r\n".encode()
    media_type = _concrete(media_type, "multipart/form-data")
    return Body(f"{media_type}; boundary={boundary}", bytes(content))


class _Part(NamedTuple):
    file_name: str | None
    content_type: str | None
    data: bytes


def _part(name: str, item: Any, declared: str | None) -> _Part:
    # An encoding may list several media types, or ranges: the first plain one is a fair guess.
    types = [each.strip() for each in (declared or "").split(",")]
    content_type = next((each for each in types if each and "*" not in each), None)
    if isinstance(item, tuple):
        file_name, data, *given = cast("Sequence[Any]", item)
        content_type = str(given[0]) if given else content_type or _BINARY
        data = data.encode() if isinstance(data, str) else _bytes(data)
        return _Part(str(file_name), content_type, data)
    if is_binary(item):
        return _Part(name, content_type or _BINARY, bytes(item))
    if hasattr(item, "read") or hasattr(item, "__fspath__"):
        path = item if hasattr(item, "__fspath__") else getattr(item, "name", None)
        # The name of an open file is a number where it was opened by one.
        file_name = name if path is None or isinstance(path, int) else Path(path).name
        return _Part(file_name, content_type or _BINARY, _bytes(item))
    if is_json(content_type) or is_object(item) or is_array(item):
        return _Part(None, content_type or "application/json", json_text(item).encode())
    return _Part(None, content_type, primitive(item).encode())


def _quoted(text: str) -> str:
    """Write a name within quotes as browsers do (WHATWG HTML, multipart/form-data encoding)."""
    return text.replace("\r", "%0D").replace("\n", "%0A").replace('"', "%22")
