"""What an operation says about a request, and about its answer: what stubs of tests go by."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from email.parser import BytesParser
from importlib import import_module
from typing import Annotated, Any, NamedTuple, cast, get_args, get_origin
from urllib.parse import parse_qsl, unquote

from .adapters import adapter, sendable, to_json, to_jsonable
from .bodies import Body, is_form, is_json
from .call import Cookie, Draft, Header, Path
from .checks import ArgumentErrors, Checks
from .exceptions import ApiDecodeException
from .headers import HTTPHeaders
from .parameters import DELIMITERS, protect_dots, query_pairs, quote
from .responses import Reader, Response, decode
from .values import is_array, is_object, omit, unwrapped


class Matching:
    """Stands for any value that passes a test."""

    def __init__(self, test: Callable[[Any], object], name: str) -> None:
        self.test = test
        self.name = name

    def fits(self, value: Any, type_: Any = Any) -> bool:
        """Tell whether a value passes; what was sent as text is read as the type, if it can be."""
        for candidate in (value, [value]):
            try:
                return bool(self.test(adapter(type_).validate_python(candidate)))
            except ValueError:
                continue
        return bool(self.test(value))

    def __repr__(self) -> str:
        return self.name


#: An argument that may be anything, or be left out.
ANY: Any = Matching(lambda value: True, "ANY")


def matching(test: Callable[[Any], object]) -> Any:
    """Return an argument that stands for any value that passes a test."""
    return Matching(test, f"matching({test.__name__})")


class Encoded(NamedTuple):
    """An answer as it is sent."""

    status: int
    media_type: str
    parts: Sequence[bytes]


@dataclass(frozen=True, slots=True)
class Operation:
    """An operation as its method calls it.

    settings: what the method says beside the arguments
    streams: whether the answer comes item by item
    name: the call, as a test wrote it
    """

    method: str
    path: str
    arguments: tuple[Any, ...]
    settings: Mapping[str, Any]
    streams: bool = False
    name: str = ""

    def __repr__(self) -> str:
        return self.name

    @property
    def accept(self) -> str:
        """The media types of the answer."""
        return cast("str", self.settings.get("accept", "application/json"))

    def answer(self, value: Any, status: int | None) -> Encoded:
        """Return a value as the API sends it, with the status and the media type of its type.

        ValueError if the API does not declare such an answer.
        """
        if self.method == "HEAD" and value is None:
            return Encoded(status or 200, "", [])
        problem = ""
        for code in self._statuses(value) if status is None else [status]:
            if self.streams and 200 <= code <= 299:
                parts = [self._item(item) for item in value]
                self._read(b"".join(parts))
                return Encoded(code, self.accept, parts)
            if code > 299 and isinstance(value, (str, bytes, type(None))):  # as it is
                content = _content(value, None, "text/plain")
                return Encoded(code, _concrete("*/*", value) if content else "", [content])
            for media_type, type_ in self._declared(code, value):
                content = _content(value, type_, media_type)
                problem = _problem(content, media_type, type_, is_error=code > 299)
                if not problem:
                    return Encoded(code, media_type if content else "", [content])
        raise ValueError(f"{self} cannot answer that: {problem}")

    def _statuses(self, value: Any) -> list[int]:
        """Return the statuses that a value can come with: the usual one, and those declared."""
        declared = [int(s) for s in self.settings.get("responses", {}) if re.fullmatch(r"2\d\d", s)]
        return [204 if value is None else 200, *declared]

    def _declared(self, status: int, value: Any) -> Iterator[tuple[str, Any]]:
        """Yield the media types of an answer, and their types."""
        responses = self.settings.get("responses", {})
        success = 200 <= status <= 299
        usual = self.settings["returns"] if success else responses.get("default")
        found = responses.get(str(status), responses.get(f"{status // 100}XX", usual))
        if is_object(found):
            yield from ((_concrete(str(name), value), type_) for name, type_ in found.items())
        elif success:
            for name in self.accept.split(","):
                yield _concrete(name, value), found
        else:
            yield "application/json", found

    def _item(self, item: Any) -> bytes:
        """Return an item of a stream: JSON, or an event."""
        if self.accept != "text/event-stream":
            return (b"\x1e" if "json-seq" in self.accept else b"") + to_json(item) + b"\n"
        plain = to_jsonable(item)
        whole = "data" in plain if is_object(plain) else False
        is_event = type(item).__name__ == "ServerSentEvent" or self.settings.get("events")
        fields = plain if is_event and whole else {"data": plain}
        lines = ""
        for name, value in fields.items():
            if value is None or value == "":
                continue
            text = value if isinstance(value, str) and is_event else json.dumps(value)
            lines += "".join(f"{name}: {line}\n" for line in text.split("\n"))
        return f"{lines}\n".encode()

    def _read(self, content: bytes) -> None:
        """Read a stream as a client does."""
        # Not every package has streams.
        streaming: Any = import_module(".streaming", __package__)
        events = self.settings.get("events", "data")
        reading = streaming.Reading(self.settings["returns"], self.accept, events)
        reader = streaming.ItemReader(reading, self._unreadable)
        reader.begin(Response(200, "", HTTPHeaders([("Content-Type", self.accept)])))
        for _ in (*reader.feed(content), *reader.end()):
            pass

    def _unreadable(self, _: Response, problem: str) -> ValueError:
        return ValueError(f"{self}: {problem}")


def _concrete(media_type: str, value: Any) -> str:
    """Return a media type that an answer can have."""
    media_type = media_type.partition(";")[0].strip()
    if "*" not in media_type:
        return media_type
    if isinstance(value, bytes):
        return "application/octet-stream"
    return "text/plain" if isinstance(value, str) else "application/json"


def _content(value: Any, type_: Any, media_type: str) -> bytes:
    if isinstance(value, bytes):
        return value
    if value is None and type_ is None:
        return b""
    if isinstance(type_, Reader):
        return type_.write(value)
    if isinstance(value, str) and not is_json(media_type):
        return value.encode()
    return to_json(value)


def _problem(content: bytes, media_type: str, type_: Any, *, is_error: bool) -> str:
    """Say what is wrong with a body; nothing if it can be read as the type."""
    if type_ is None:
        return "it has no body" if content and not is_error else ""
    try:
        decode(Response(200, "", HTTPHeaders([("Content-Type", media_type)]), content), type_, {})
    except ApiDecodeException as error:
        return str(error.reason)
    return ""


# --- Requests


@dataclass(slots=True)
class Expected:
    """What a request has to be: what a stub names. What it leaves out may be anything.

    path: the end of the path; with `~0~` and so on for those arguments that may be several values
    holes: these arguments
    tests: other arguments that may be several values
    """

    operation: Operation
    path: str = ""
    query: dict[str, list[str]] = field(default_factory=dict[str, list[str]])
    headers: dict[str, str] = field(default_factory=dict[str, str])
    cookies: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    tests: list[Any] = field(default_factory=list[Any])
    holes: list[Any] = field(default_factory=list[Any])
    bodies: list[ExpectedBody] = field(default_factory=list["ExpectedBody"])

    @classmethod
    def of(cls, operation: Operation, errors: ArgumentErrors) -> Expected:
        """Return what an operation expects. What is wrong with its arguments is raised."""
        expected = cls(operation)
        path, _, query = operation.path.partition("#")[0].partition("?")
        draft = Draft(path, Checks(errors))
        for argument in operation.arguments:
            if not hasattr(argument, "name"):
                expected.bodies = _bodies(argument, draft.checks)
            elif not isinstance(argument.value, Matching):
                copy.copy(argument).write(draft)
            elif isinstance(argument, Path):
                draft.path = draft.path.replace(f"{{{argument.name}}}", f"~{len(expected.holes)}~")
                expected.holes.append(argument)
            elif argument.value is not ANY:
                expected.tests.append(argument)
        options = operation.settings.get("options", {})
        for name, value in options.get("extra_query", {}).items():
            if value is not None:
                draft.query += query_pairs(name, value, "form", explode=True)
        for pair in [*draft.query, *(tuple(p.split("=", 1)) for p in query.split("&") if p)]:
            name, value = pair if len(pair) == 2 else ("", pair[0])
            expected.query.setdefault(unquote(name), []).append(unquote(value))
        expected.path = _normal(protect_dots(draft.path))
        for name in ("extra_headers", "_headers"):
            draft.headers.update(options.get(name) or {})
        expected.headers = draft.headers
        expected.cookies = draft.cookies
        return expected

    def _of_query(self, argument: Any, query: Mapping[str, Sequence[str]]) -> Any:
        """Return what a query has for a parameter; its texts are percent-encoded."""
        if argument.style == "deepObject":
            return _nested(argument.name, query)
        texts = query.get(argument.name, ())
        if argument.explode and argument.media_type is None and texts:
            values = [unquote(text) for text in texts]
            return values if len(values) > 1 else values[0]
        if get_origin(argument.type) is not dict or texts or not argument.explode:
            return _apart(argument, next(iter(texts), None))
        # An object whose properties are parameters: what no other parameter has.
        own = {getattr(each, "name", "") for each in self.operation.arguments}
        others = (each for each in query if not {each, each.partition("[")[0]} & own)
        return {name: unquote(query[name][0]) for name in others}

    @property
    def weight(self) -> int:
        """How much it says."""
        own = [a for a in self.operation.arguments if isinstance(a, Path) and a.value is not ANY]
        named = len(self.query) + len(self.headers) + len(self.cookies) + len(self.tests)
        return named + len(own) + sum(body.weight for body in self.bodies[:1])

    def differences(self, request: Any) -> list[str]:
        """Return what a request has otherwise; the first begins with "operation" if it is that."""
        operation = self.operation
        template = request.extensions.get("template", operation.path)
        if (request.method, template) != (operation.method, operation.path):
            return [f"operation: {operation.method} {operation.path}"]
        return list(self._differences(request))

    def _differences(self, request: Any) -> Iterator[str]:
        raw = cast("bytes", request.url.raw_path).decode("ascii").partition("?")
        # Where the API is comes before the path.
        pattern = re.sub(r"\\~\d+\\~", "([^/]*)", re.escape(self.path)) + r"\Z"
        found = re.search(pattern, _normal(raw[0]))
        if found is None:
            yield _differs("path", re.sub(r"~\d+~", "*", self.path), _normal(raw[0]))
        for argument, text in zip(self.holes, found.groups() if found else (), strict=False):
            came = _apart(argument, quote(unquote(text), safe=",;="))
            if not argument.value.fits(came, argument.type):
                yield _differs(f"path `{argument.name}`", argument.value, came)
        query: dict[str, list[str]] = {}
        texts: dict[str, list[str]] = {}  # still percent-encoded
        for name, equals, value in (pair.partition("=") for pair in raw[2].split("&")):
            key, text = (name, value) if equals else ("", name)
            texts.setdefault(unquote(key), []).append(text)
            query.setdefault(unquote(key), []).append(unquote(text))
        for name, values in self.query.items():
            if query.get(name) != values:
                yield _differs(f"query `{name}`", values, query.get(name))
        for name, text in self.headers.items():
            if request.headers.get(name) != text:
                yield _differs(f"header `{name}`", text, request.headers.get(name))
        cookies = _cookies(request.headers.get("cookie", ""))
        for name, text in self.cookies:
            if (name, text) not in cookies:
                yield _differs(f"cookie `{name}`", text, dict(cookies).get(name))
        for argument in self.tests:
            stands: Matching = argument.value
            if isinstance(argument, Header):
                came = request.headers.get(argument.name)  # which is not percent-encoded
                came = came and _apart(argument, quote(came, safe=","))
            elif isinstance(argument, Cookie):
                came = _apart(argument, dict(cookies).get(argument.name))
            else:
                came = self._of_query(argument, texts)
            if not stands.fits(came, argument.type):
                yield _differs(f"`{argument.name}`", stands, came)
        if self.operation.streams and request.headers.get("accept") != self.operation.accept:
            yield _differs("header `Accept`", self.operation.accept, request.headers.get("accept"))
        if self.bodies:
            # Of several ways to send a body, one has to fit.
            yield from min((list(b.differences(request)) for b in self.bodies), key=len)


def _apart(argument: Any, text: str | None) -> Any:
    """Return the value of one text: JSON, the items of a list, or the text."""
    if text is None:
        return None
    if is_json(argument.media_type):
        return json.loads(unquote(text))
    if not _is_array_type(argument.type):
        return unquote(text)
    if argument.style == "label":
        return [unquote(each) for each in re.split("[.,]", text.removeprefix("."))]
    if argument.style == "matrix":
        text = re.sub(f";{re.escape(argument.name)}=", ",", text).removeprefix(",")
    delimiter = DELIMITERS.get(argument.style, ",")
    return [unquote(each) for each in text.split(delimiter)]


def _is_array_type(type_: Any) -> bool:
    if get_origin(type_) is Annotated:
        type_ = get_args(type_)[0]
    return get_origin(type_) in (list, tuple)


def _nested(name: str, query: Mapping[str, Sequence[str]]) -> Any:
    """Return the object or array of the style `deepObject`."""
    found: dict[str, Any] = {}
    for key, texts in query.items():
        if not key.startswith(f"{name}["):
            continue
        place = found
        *outer, last = re.findall(r"\[([^]]*)\]", key[len(name) :])
        for step in outer:
            place = place.setdefault(step, {})
        values = [unquote(text) for text in texts]
        place[last] = values if len(values) > 1 or not last else values[0]
    return _with_lists(found)


def _with_lists(value: Any) -> Any:
    """Return a value with the arrays that were written as `[]`, or as `[0]`, `[1]` .."""
    if not is_object(value):
        return value
    found = {key: _with_lists(item) for key, item in value.items()}
    if list(found) == [""]:
        return found[""]
    is_list = found and list(found) == [str(index) for index in range(len(found))]
    return list(found.values()) if is_list else found


def _normal(path: str) -> str:
    """Return a path with the least percent-encoding that keeps its segments."""
    return "/".join(quote(unquote(segment)) for segment in path.split("/"))


def _cookies(header: str) -> list[tuple[str, str]]:
    pairs = (pair.strip().partition("=") for pair in header.split(";"))
    return [(name, value) for name, _, value in pairs]


def _differs(place: str, expected: Any, actual: Any) -> str:
    return f"{place}: expected {expected!r}, got {actual!r}"


@dataclass(frozen=True, slots=True)
class ExpectedBody:
    """What a body has to be.

    value: what it is read as; fields that stand for several values are `Matching`
    partial: whether it may have more fields
    media_type: what it has to be sent as, if the stub says so
    """

    value: Any
    partial: bool
    media_type: str | None

    @property
    def weight(self) -> int:
        """How much it says."""
        return len(self.value) if self.partial else 1000

    def differences(self, request: Any) -> Iterator[str]:
        """Return what a request has otherwise."""
        kind = request.headers.get("content-type", "")
        if self.media_type is not None and not kind.startswith(self.media_type):
            yield _differs("header `Content-Type`", self.media_type, kind)
            return
        yield from _compared("body", self.value, _parsed(kind, request.content), self.partial)


def _bodies(argument: Any, checks: Checks) -> list[ExpectedBody]:
    """Return what a body can be sent as; nothing where it was left out."""
    chosen = getattr(argument, "chosen", None) or None
    ways: Mapping[str, Any] = getattr(argument, "ways", {"": argument})
    found = [_body(way, checks, chosen) for name, way in ways.items() if chosen in (None, name)]
    return [body for body in found if body is not None]


def _body(way: Any, checks: Checks, chosen: str | None) -> ExpectedBody | None:
    given = {n: v for n, v in getattr(way, "fields", {}).items() if v is not omit}
    named = {**given, **getattr(way, "fixed", {})}
    left_out = way.value is omit or way.value is None
    if way.value is ANY or (left_out and not named):
        return None
    if not left_out and _is_several(way.value):
        return ExpectedBody(_plain(way.value), partial=False, media_type=chosen)
    if not left_out:
        draft = Draft("", checks)
        copy.copy(way).write(draft)
        return draft.body and ExpectedBody(_sent(draft.body), partial=False, media_type=chosen)
    several = {n: _plain(v) for n, v in named.items() if v is not ANY and _is_several(v)}
    one = {n: v for n, v in named.items() if not _is_several(v)}
    try:
        value = way.made(way.type, one)  # which writes it as the method does
    except ValueError:
        value = one
    sent = _sent(way.body(sendable(value)))
    if is_object(sent):
        return ExpectedBody({**sent, **several}, partial=True, media_type=chosen)
    return None if several else ExpectedBody(sent, partial=False, media_type=chosen)


def _is_several(value: Any) -> bool:
    """Tell whether something in a value stands for several values."""
    if is_object(value):
        return any(map(_is_several, value.values()))
    return isinstance(value, Matching) or (is_array(value) and any(map(_is_several, value)))


def _sent(body: Body) -> Any:
    content = body.content if isinstance(body.content, bytes) else b"".join(body.content)
    return _parsed(body.content_type, content)


def _plain(value: Any) -> Any:
    """Return a value as JSON has it, but for what stands for several values."""
    if isinstance(value, Matching):
        return value
    value = unwrapped(sendable(value))
    if is_object(value):
        return {str(name): _plain(item) for name, item in value.items() if item is not omit}
    return [_plain(item) for item in value] if is_array(value) else to_jsonable(value)


def _parsed(content_type: str, content: bytes) -> Any:
    """Return a body in parts that can be compared."""
    try:
        if is_json(content_type):
            return json.loads(content)
        if re.search(r"[/+](x-)?(jsonl|jsonlines|ndjson|json-seq)\b", content_type):
            texts = content.replace(b"\x1e", b"").splitlines()
            return [json.loads(text) for text in texts if text.strip()]
        if is_form(content_type):
            pairs: Sequence[tuple[str, Any]] = parse_qsl(content.decode(), keep_blank_values=True)
        elif content_type.startswith("multipart/form-data"):
            pairs = list(_parts(content_type, content))
        else:
            return content
    except ValueError:
        return content
    found: dict[str, Any] = {}
    for name, value in pairs:
        found.setdefault(name, []).append(value)
    return {name: values[0] if len(values) == 1 else values for name, values in found.items()}


def _parts(content_type: str, content: bytes) -> Iterator[tuple[str, Any]]:
    message = BytesParser().parsebytes(f"Content-Type: {content_type}\r\n\r\n".encode() + content)
    for part in cast("Sequence[Any]", message.get_payload()):
        data = part.get_payload(decode=True)
        name = str(part.get_param("name", "", "content-disposition"))
        yield name, data if part.get_filename() else data.decode("utf-8", "replace")


def _compared(place: str, expected: Any, actual: Any, partial: bool = False) -> Iterator[str]:
    """Say where values differ."""
    if isinstance(expected, Matching):
        if not expected.fits(actual):
            yield _differs(place, expected, actual)
    elif is_object(expected) and is_object(actual):
        for name in expected:
            if name in actual or isinstance(expected[name], Matching):
                yield from _compared(f"{place}.{name}", expected[name], actual.get(name))
            else:
                yield f"{place}.{name}: expected {expected[name]!r}, got nothing"
        if not partial:
            yield from (f"{place}.{name}: not expected" for name in actual if name not in expected)
    elif is_array(expected) and is_array(actual) and len(expected) == len(actual):
        for index, (one, other) in enumerate(zip(expected, actual, strict=True)):
            yield from _compared(f"{place}[{index}]", one, other)
    elif expected != actual or isinstance(expected, bool) != isinstance(actual, bool):
        yield _differs(place, expected, actual)
