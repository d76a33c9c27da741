"""A transport for tests of programs that call a Waylay service: it answers as a test says.

It stands where `waylay-sdk-core` meets the network: all above it, the core included, is real. A stub
runs the operation's own method to learn which request it makes, and how its answer is read.
"""

from __future__ import annotations

import asyncio
import json
import re
from collections.abc import Callable, Coroutine, Iterator, Mapping
from dataclasses import dataclass, field, replace
from inspect import Parameter, signature
from types import SimpleNamespace
from typing import Any, Concatenate, Generic, Literal, ParamSpec, Self, TypeVar, cast
from urllib.parse import parse_qsl, unquote

import httpx
from waylay.sdk.api import ApiClient
from waylay.sdk.auth import NoCredentials
from waylay.sdk.config import WaylayConfig

from .adapters import adapter, to_json
from .values import is_array, is_object

__all__ = ["ANY", "BaseMock", "Stub", "Stubs", "matching", "stubbed"]

P = ParamSpec("P")
V = TypeVar("V")

#: Where a client of a mock is.
GATEWAY = "https://waylay.test"

#: How a request can end without an answer.
Failing = Literal["connection", "disconnection", "timeout"]

_FAILURES: Mapping[str, Callable[[str], Exception]] = {
    "connection": httpx.ConnectError,
    "disconnection": httpx.RemoteProtocolError,
    "timeout": httpx.ReadTimeout,
}


class _Marker(str):
    """Stands for any value that passes a test. As text, it goes wherever an argument goes."""

    name: str
    test: Callable[[Any], object]

    def __repr__(self) -> str:
        return self.name


_markers: dict[str, _Marker] = {}


def _marker(test: Callable[[Any], object], name: str) -> Any:
    made = _Marker(f"~any-{len(_markers)}~")
    made.name, made.test = name, test
    _markers[str(made)] = made
    return made


#: An argument, or a part of one, that may be anything.
ANY: Any = _marker(lambda value: True, "ANY")


def matching(test: Callable[[Any], object]) -> Any:
    """Return an argument that stands for any value that passes a test: texts, in path and query."""
    return _marker(test, f"matching({test.__name__})")


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a request gets: an answer, or an error."""

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    content: bytes = b""
    error: Exception | None = None
    delay: float = 0.0


class _Asked(Exception):
    """What a method asks for."""

    def __init__(self, request: httpx.Request) -> None:
        super().__init__()
        self.request = request


class _Recorder(ApiClient):
    """A client that sends nothing: it tells what it is to send, or gives an answer."""

    answer: httpx.Response | None = None

    async def send(self, request: httpx.Request, *, stream: bool = False, **_: Any) -> Any:
        if self.answer is None:
            raise _Asked(request)
        self.answer.request = request
        return self.answer

    def deserialize(self, response: httpx.Response, **settings: Any) -> Any:
        """Read an answer as the core does, which makes do with what is of another type; not here."""
        types: Mapping[str, Any] = settings.get("response_type") or {}
        is_json = "json" in response.headers.get("content-type", "")
        if not settings.get("select_path") and str(response.status_code) in types:
            content = response.json() if is_json else response.content
            adapter(types[str(response.status_code)]).validate_python(content)
        core: Any = super()  # partly typed
        return core.deserialize(response, **settings)


def _api_client(kind: type[ApiClient], transport: httpx.AsyncBaseTransport) -> ApiClient:
    config = WaylayConfig(NoCredentials(gateway_url=GATEWAY), fetch_tenant_settings=False)
    return kind(config, {"transport": transport, "auth": None})


class Stub(Generic[V]):
    """The answers to the requests of one operation with certain arguments.

    They are given one after the other, and the last of them from then on.

    requests: what was asked of it
    """

    def __init__(self, name: str, run: Callable[[ApiClient], Any], mock: BaseMock) -> None:
        self.requests: list[httpx.Request] = []
        self._name = name
        self._run = run
        self._recorder = cast("_Recorder", _api_client(_Recorder, mock))
        self._expected = self._asked()
        self._answers: list[_Answer] = []
        self._delay = 0.0

    def returns(self, value: V, *, status: int = 200, headers: Mapping[str, str] = {}) -> Self:
        """Answer with what the method is to return; ValueError if it could not be read as that."""
        if value is None:
            return self._add(_Answer(204 if status == 200 else status, headers))
        answer = _Answer(status, {"Content-Type": "application/json", **headers}, to_json(value))
        if isinstance(value, (str, bytes)):
            content = value if isinstance(value, bytes) else value.encode()
            answer = _Answer(status, {"Content-Type": "text/plain", **headers}, content)
        self._check(answer)
        return self._add(answer)

    def returns_each(self, *values: V) -> Self:
        """Answer with one value after the other."""
        for value in values:
            self.returns(value)
        return self

    def raises(self, status: int, body: Any = None, *, headers: Mapping[str, str] = {}) -> Self:
        """Answer with an error."""
        if status < 300:
            raise ValueError(f"{status} is no error: see `returns`")
        if isinstance(body, (str, bytes)):
            content = body if isinstance(body, bytes) else body.encode()
            return self._add(_Answer(status, {"Content-Type": "text/plain", **headers}, content))
        sent = b"" if body is None else to_json(body)
        return self._add(_Answer(status, {"Content-Type": "application/json", **headers}, sent))

    def fails(self, how: Failing | Exception = "connection") -> Self:
        """Do not answer: there is no connection, it is lost, or nothing comes in time."""
        error = how if isinstance(how, Exception) else _FAILURES[how]("the stub fails")
        return self._add(_Answer(error=error))

    def after(self, seconds: float) -> Self:
        """Let the next answer that is said here take its time."""
        self._delay = seconds
        return self

    @property
    def then(self) -> Self:
        """The stub itself: `returns(a).then.returns(b)`."""
        return self

    def _add(self, answer: _Answer) -> Self:
        self._answers.append(replace(answer, delay=self._delay))
        self._delay = 0.0
        return self

    def _asked(self) -> httpx.Request:
        """Return the request of the operation; what is wrong with the arguments is raised."""
        try:
            _finished(self._run(self._recorder))
        except _Asked as asked:
            return asked.request
        raise RuntimeError(f"{self._name} asks for nothing")

    def _check(self, answer: _Answer) -> None:
        self._recorder.answer = httpx.Response(
            answer.status, headers=answer.headers, content=answer.content
        )
        try:
            _finished(self._run(self._recorder))
        except Exception as error:
            problem = f"{self._name} cannot answer that: {error}"
        else:
            return
        raise ValueError(problem)

    def differences(self, request: httpx.Request) -> list[str]:
        """Return what a request has otherwise."""
        return list(_differences(self._expected, request))

    @property
    def prepared(self) -> int:
        """How often it has to be called."""
        return max(len(self._answers), 1)

    def answered(self, request: httpx.Request) -> _Answer:
        """Return the answer to a request."""
        if not self._answers:
            raise AssertionError(f"the stub {self} has no answer: call `returns`, for one")
        self.requests.append(request)
        return self._answers[min(len(self.requests), len(self._answers)) - 1]

    @property
    def weight(self) -> int:
        """How much it says."""
        said = str(self._expected.url) + self._expected.content.decode("utf-8", "replace")
        named = len(parse_qsl(self._expected.url.query.decode())) + len(self._expected.content)
        return 1000 + named - 10 * sum(unquote(said).count(text) for text in _markers)

    def __repr__(self) -> str:
        return self._name


def _finished(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """Return what a coroutine returns that waits for nothing."""
    try:
        coroutine.send(None)
    except StopIteration as end:
        return end.value
    coroutine.close()
    raise RuntimeError("an operation waits for more than its answer")


def _differences(expected: httpx.Request, request: httpx.Request) -> Iterator[str]:
    if request.method != expected.method:
        yield f"method: expected {expected.method}, got {request.method}"
    wanted, got = expected.url.raw_path.decode(), request.url.raw_path.decode()
    if not _same_path(wanted.partition("?")[0], got.partition("?")[0]):
        yield f"path: expected {_shown(unquote(wanted.partition('?')[0]))}, got {request.url.path}"
    query: dict[str, list[str]] = {}
    for name, value in parse_qsl(got.partition("?")[2], keep_blank_values=True):
        query.setdefault(name, []).append(value)
    for name, value in parse_qsl(wanted.partition("?")[2], keep_blank_values=True):
        if not any(_same(value, each) for each in query.get(name, ())):
            yield f"query `{name}`: expected {_shown(value)}, got {query.get(name)}"
    if expected.content:
        body, other = _parsed(expected.content), _parsed(request.content)
        if not _same(body, other):
            yield f"body: expected {_shown(str(body))}, got {other}"


def _same_path(expected: str, path: str) -> bool:
    names = "|".join(map(re.escape, _markers))
    pattern = re.sub(
        f"(?:{names})", "([^/]*)", re.escape(expected).replace(r"\~", "~").replace(r"\-", "-")
    )
    found = re.fullmatch(pattern, path)
    tests = [_markers[text] for text in re.findall(names, expected)]
    return found is not None and all(
        test.test(unquote(text)) for test, text in zip(tests, found.groups(), strict=True)
    )


def _shown(text: str) -> str:
    for marker in _markers.values():
        text = text.replace(str(marker), marker.name)
    return text


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(content)
    except ValueError:
        return content


def _same(expected: Any, actual: Any) -> bool:
    if isinstance(expected, str) and expected in _markers:
        return bool(_markers[expected].test(actual))
    if is_object(expected) and is_object(actual):
        return expected.keys() == actual.keys() and all(
            _same(item, actual[name]) for name, item in expected.items()
        )
    if is_array(expected) and is_array(actual):
        return len(expected) == len(actual) and all(map(_same, expected, actual))
    return bool(expected == actual)


class StubMethod(Generic[P, V]):
    """A method of an operation, for stubs of it."""

    def __init__(
        self, mock: BaseMock, operation: Callable[Concatenate[Any, P], Coroutine[Any, Any, V]]
    ) -> None:
        self._mock = mock
        self._operation = operation

    def __call__(self, *arguments: P.args, **options: P.kwargs) -> Stub[V]:
        """Return a stub for these arguments. A query may have more than is named here."""

        def run(client: ApiClient) -> Any:
            return self._operation(SimpleNamespace(api_client=client), *arguments, **options)

        given = [*map(repr, arguments), *(f"{name}={value!r}" for name, value in options.items())]
        name = f"{self._operation.__qualname__}({', '.join(given)})"
        return self._mock.add(Stub[V](name, run, self._mock))

    def any(self) -> Stub[V]:
        """Return a stub for any arguments."""
        _, *parameters = signature(self._operation).parameters.values()
        required = [p for p in parameters if p.default is Parameter.empty]
        call = cast("Callable[..., Stub[V]]", self)
        return call(
            *(ANY for p in required if p.kind is Parameter.POSITIONAL_OR_KEYWORD),
            **{
                p.name: {} if p.name == "query" else ANY
                for p in required
                if p.kind is Parameter.KEYWORD_ONLY
            },
        )


class Stubs:
    """The operations of a group, for stubs of them."""

    def __init__(self, mock: BaseMock) -> None:
        self._mock = mock


class _Stubbed(Generic[P, V]):
    """A `StubMethod`, as a class has it."""

    def __init__(self, operation: Callable[Concatenate[Any, P], Coroutine[Any, Any, V]]) -> None:
        self._operation = operation

    def __get__(self, instance: Stubs, owner: Any) -> StubMethod[P, V]:
        return StubMethod(instance._mock, self._operation)  # pyright: ignore[reportPrivateUsage]


def stubbed(operation: Callable[Concatenate[Any, P], Coroutine[Any, Any, V]]) -> _Stubbed[P, V]:
    """Return the stubs of an operation."""
    return _Stubbed(operation)


class BaseMock(Stubs, httpx.AsyncBaseTransport):
    """Answers the requests of any number of clients.

    Of the stubs that fit a request, the one that says most about it answers, and the last of those
    that say as much. In an `async with` block, it checks at the end that all was as expected.

    requests: all that was asked, in order
    """

    def __init__(self) -> None:
        super().__init__(self)
        self.requests: list[httpx.Request] = []
        self._stubs: list[Stub[Any]] = []
        self._unexpected: list[str] = []

    def add(self, stub: Stub[V]) -> Stub[V]:
        """Have a stub answer."""
        self._stubs.append(stub)
        return stub

    @property
    def api_client(self) -> ApiClient:
        """A client of the core that sends its requests here, for a service: without credentials."""
        return _api_client(ApiClient, self)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request."""
        await request.aread()
        self.requests.append(request)
        answer = self._fitting(request).answered(request)
        patience: float | None = request.extensions.get("timeout", {}).get("read")
        late = patience is not None and answer.delay > patience
        await asyncio.sleep(patience if late and patience is not None else answer.delay)
        if late:
            raise httpx.ReadTimeout("the stub answers later")
        if answer.error is not None:
            raise answer.error
        return httpx.Response(answer.status, headers=answer.headers, content=answer.content)

    def _fitting(self, request: httpx.Request) -> Stub[Any]:
        fitting = [stub for stub in self._stubs if not stub.differences(request)]
        if not fitting:
            problem = self._explained(request)
            self._unexpected.append(problem)
            raise AssertionError(problem)
        return max(enumerate(fitting), key=lambda each: (each[1].weight, each[0]))[1]

    def _explained(self, request: httpx.Request) -> str:
        problem = f"unexpected request: {request.method} {request.url.raw_path.decode()}"
        found = [(stub.differences(request), stub) for stub in self._stubs]
        if not found:
            return f"{problem}\n  there are no stubs"
        differences, nearest = min(found, key=lambda each: len(each[0]))
        return "\n    ".join([f"{problem}\n  the nearest stub: {nearest}", *differences])

    def assert_all_called(self) -> None:
        """Raise an AssertionError unless each answer was given, and no request was unexpected."""
        problems = list(self._unexpected)
        for stub in self._stubs:
            if (asked := len(stub.requests)) < (prepared := stub.prepared):
                problems.append(f"{stub} was called {asked} of {prepared} times")
        if problems:
            raise AssertionError("\n".join(problems))

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: Any = None, *exception: object) -> None:
        if kind is None:
            self.assert_all_called()
