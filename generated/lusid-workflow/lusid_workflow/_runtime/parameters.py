"""How a value of a parameter becomes text: the styles of OpenAPI 3.0.3, "Style Values".

The styles come from RFC 6570 (URI templates), whose rules fill the gaps of OpenAPI's table, as
OpenAPI 3.0.4 states: everything is percent-encoded except the unreserved characters of RFC 3986;
`None` in an array or object is left out, and an empty array or object is the same as nothing
(RFC 6570, 2.3). A parameter that is nothing is left out; where it is required it is `name=` in a
query or a cookie, and an empty header (OpenAPI 3.2.1, "Style Examples", column `undefined`).
Headers, and cookies of the style `cookie` (OpenAPI 3.2), are not encoded at all. Not in any table,
and documented here:

- An array or object within a value is JSON text, except in `deepObject`, which nests: `a[b][c]=1`.
  An array there is `a[b][]=1&a[b][]=2`; of objects or arrays, `a[b][0][c]=1`. Servers that take such
  names apart (PHP, Rack, `qs` of Node) read them as that.
- `spaceDelimited` and `pipeDelimited` with explode are `form` with explode.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any
from urllib.parse import quote as _percent_encode

from .values import is_array, is_object, primitive, unwrapped

Encode = Callable[[str], str]

#: Types of values that cannot be taken apart, as most are.
_SINGLE = frozenset({str, int, bool, float})

#: A value taken apart: a text, a list of texts, or pairs of texts.
Parts = str | list[str] | list[tuple[str, str]]


def quote(text: str, safe: str = "") -> str:
    """Percent-encode everything except unreserved characters (RFC 3986, 2.3) and `safe` ones."""
    if text.isascii() and text.isalnum():
        return text
    return _percent_encode(text, safe=safe)


_TRIPLET_OR_TEXT = re.compile(r"(%[0-9A-Fa-f]{2})")


#: What `allowReserved` leaves as it is, of what the place can hold (RFC 3986, 3.3 and 3.4): neither
#: has `[` and `]`. In a query not `&` and `+` either, which start another parameter and mean a space.
RESERVED_IN_QUERY = ":/?@!$'()*,;="
RESERVED_IN_PATH = ":@!$&'()*+,;="


def quote_allowing_reserved(text: str, safe: str = RESERVED_IN_QUERY) -> str:
    """Percent-encode for `allowReserved` (RFC 6570, 3.2.3): reserved characters and triplets stay."""
    pieces = _TRIPLET_OR_TEXT.split(text)
    pieces[::2] = [_percent_encode(piece, safe=safe) for piece in pieces[::2]]
    return "".join(pieces)


def unquoted(text: str) -> str:
    """Leave a text as it is: headers are not percent-encoded (OpenAPI 3.0.4, appendix D)."""
    return text


def parts(value: Any) -> Parts:
    """Take a value apart into texts."""
    if value.__class__ in _SINGLE:
        return primitive(value)
    value = unwrapped(value)
    if is_object(value):
        pairs = [(key, item) for key, item in value.items() if item is not None]
        return [(primitive(key), primitive(item)) for key, item in pairs]
    if is_array(value):
        return [primitive(item) for item in value if item is not None]
    return primitive(value)


def _joined(value: Parts, separator: str, encode: Encode, *, pairs: bool = False) -> str:
    """Join a value's texts; keys and values of an object alike, or as `key=value` pairs."""
    if isinstance(value, str):
        return encode(value)
    texts: list[str] = []
    for item in value:
        if isinstance(item, str):
            texts.append(encode(item))
        elif pairs:
            texts.append(f"{encode(item[0])}={encode(item[1])}")
        else:
            texts += [encode(item[0]), encode(item[1])]
    return separator.join(texts)


def path_text(name: str, value: Any, style: str, explode: bool, encode: Encode = quote) -> str:
    """Return the text that replaces `{name}` in a path: styles simple, label and matrix."""
    texts = parts(value)
    if isinstance(texts, list) and not texts:
        return ""
    if style == "label":
        return "." + _joined(texts, "." if explode else ",", encode, pairs=explode)
    if style == "matrix":
        return _matrix(name, texts, explode, encode)
    return _joined(texts, ",", encode, pairs=explode)


def _matrix(name: str, value: Parts, explode: bool, encode: Encode) -> str:
    def one(name: str, text: str) -> str:
        return f";{name}={text}" if text else f";{name}"  # RFC 6570, 3.2.7

    if isinstance(value, str) or not explode:
        return one(quote(name), _joined(value, ",", encode))
    pairs = [(name, item) if isinstance(item, str) else item for item in value]
    return "".join(one(quote(key), encode(text)) for key, text in pairs)


def header_text(value: Any, explode: bool) -> str:
    """Return the text of a header: style simple, the only one that headers have."""
    return _joined(parts(value), ",", unquoted, pairs=explode)


#: What stands between the items of a list that is one text.
DELIMITERS = {"form": ",", "cookie": ",", "spaceDelimited": "%20", "pipeDelimited": "%7C"}


def query_pairs(
    name: str, value: Any, style: str, explode: bool, encode: Encode = quote
) -> list[tuple[str, str]]:
    """Return (name, value) pairs, percent-encoded, for the styles of a query.

    An empty array or object gives none (RFC 6570, 3.2.1: it is undefined).
    """
    quote_name = unquoted if encode is unquoted else quote
    if style == "deepObject":
        return [(quote_name(key), encode(text)) for key, text in _deep(name, value)]
    texts = parts(value)
    if isinstance(texts, str):
        return [(quote_name(name), encode(texts))]
    if not texts:
        return []
    if not explode and style in DELIMITERS:
        return [(quote_name(name), _joined(texts, DELIMITERS[style], encode))]
    # Each item by itself: a text repeats the name, a pair brings its own.
    named = [(name, item) if isinstance(item, str) else item for item in texts]
    return [(quote_name(key), encode(text)) for key, text in named]


def _deep(name: str, value: Any) -> Iterator[tuple[str, str]]:
    value = unwrapped(value)
    if is_object(value):
        for key, item in value.items():
            if item is not None:
                yield from _deep(f"{name}[{primitive(key)}]", item)
    elif is_array(value):
        items = [item for item in map(unwrapped, value) if item is not None]
        for index, item in enumerate(items):
            nests = is_object(item) or is_array(item)
            yield from _deep(f"{name}[{index}]" if nests else f"{name}[]", item)
    else:
        yield name, primitive(value)


def protect_dots(path: str) -> str:
    """Write the segments `.` and `..` as %2E and %2E%2E, so that nobody resolves them.

    RFC 3986, 5.2.4 gives them a meaning ("here", "up") that a value must not have.
    """
    if "/." not in path:
        return path
    dots = {".": "%2E", "..": "%2E%2E"}
    return "/".join(dots.get(segment, segment) for segment in path.split("/"))
