"""A transport for tests: it answers as a test says, and sends nothing.

A stub is made by calling a method of a mock with the arguments that a program is expected to call
the operation with. It runs the operation's own method, so that it knows what the request has to be.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from inspect import Parameter, signature
from threading import Lock
from typing import (
    Any,
    Concatenate,
    Generic,
    Literal,
    ParamSpec,
    Protocol,
    Self,
    TypeVar,
    cast,
    overload,
)

import httpx2 as httpx

from .checks import ArgumentErrors
from .expectations import ANY, Expected, Operation, matching
from .headers import redacted

__all__ = ["ANY", "BaseMock", "Stub", "Stubs", "matching", "stubbed"]

P = ParamSpec("P")
T = TypeVar("T")
V = TypeVar("V")
M_co = TypeVar("M_co", covariant=True)

#: How an attempt can end without an answer.
Failing = Literal["connection", "disconnection", "timeout"]

_FAILURES: Mapping[str, Callable[[str], Exception]] = {
    "connection": httpx.ConnectError,
    "disconnection": httpx.RemoteProtocolError,
    "timeout": httpx.ReadTimeout,
}


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a request gets: an answer, whose body comes in parts, or an error.

    broken: what goes wrong after the last part, if anything does
    """

    status: int = 200
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    parts: Sequence[bytes] = ()
    broken: Exception | None = None
    error: Exception | None = None
    delay: float = 0.0

    def pause(self, request: httpx.Request) -> float:
        """Return how long to wait before the answer, or before the time of the caller is up."""
        patience = _patience(request)
        return self.delay if patience is None else min(self.delay, patience)

    def given(self, request: httpx.Request) -> httpx.Response:
        """Return the answer, or raise the error."""
        patience = _patience(request)
        if patience is not None and self.delay > patience:
            raise httpx.ReadTimeout("the stub answers later")
        if self.error is not None:
            raise self.error
        return httpx.Response(self.status, headers=self.headers, stream=_Body(self))


def _patience(request: httpx.Request) -> float | None:
    return cast("float | None", request.extensions.get("timeout", {}).get("read"))


class _Body(httpx.SyncByteStream, httpx.AsyncByteStream):
    def __init__(self, answer: _Answer) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.parts
        if self._answer.broken is not None:
            raise self._answer.broken

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self:
            yield part


class Stub(Generic[V]):
    """The answers to the requests of one operation with certain arguments.

    They are given one after the other, and the last of them from then on.

    requests: what was asked of it
    """

    def __init__(self, expected: Expected) -> None:
        self.requests: list[httpx.Request] = []
        self._expected = expected
        self._answers: list[_Answer] = []
        self._delay = 0.0

    def returns(
        self, value: V, *, status: int | None = None, headers: Mapping[str, str] = {}
    ) -> Self:
        """Answer with what the method is to return; of a stream, with its items.

        ValueError if that is not what the API declares.
        """
        return self._add(self._encoded(value, status, headers))

    def returns_each(self, *values: V) -> Self:
        """Answer with one value after the other."""
        for value in values:
            self.returns(value)
        return self

    def breaks(self, value: V) -> Self:
        """Answer like `returns`, and lose the connection before the end."""
        answer = self._encoded(value, None, {})
        return self._add(replace(answer, broken=httpx.ReadError("the stub breaks off")))

    def raises(self, status: int, body: Any = None, *, headers: Mapping[str, str] = {}) -> Self:
        """Answer with an error. A body that is not text or bytes has to be what the API declares."""
        if status < 300:
            raise ValueError(f"{status} is no error: see `returns`")
        return self._add(self._encoded(body, status, headers))

    def fails(self, how: Failing | Exception = "connection") -> Self:
        """Do not answer: there is no connection, it is lost, or nothing comes in time."""
        error = how if isinstance(how, Exception) else _FAILURES[how]("the stub fails")
        return self._add(_Answer(error=error))

    def after(self, seconds: float) -> Self:
        """Let the next answer that is said here take its time.

        A caller that does not wait so long gets a timeout.
        """
        self._delay = seconds
        return self

    @property
    def then(self) -> Self:
        """The stub itself: `returns(a).then.returns(b)`."""
        return self

    def _encoded(self, value: Any, status: int | None, headers: Mapping[str, str]) -> _Answer:
        found = self._expected.operation.answer(value, status)
        sent = {"Content-Type": found.media_type} if found.media_type else {}
        return _Answer(found.status, {**sent, **headers}, found.parts)

    def _add(self, answer: _Answer) -> Self:
        self._answers.append(replace(answer, delay=self._delay))
        self._delay = 0.0
        return self

    def __repr__(self) -> str:
        return repr(self._expected.operation)


class StubMethod(Generic[P, V]):
    """A method of an operation, for stubs of it."""

    def __init__(self, mock: BaseMock, operation: Callable[Concatenate[Any, P], Any]) -> None:
        self._mock = mock
        self._operation = operation

    def __call__(self, *arguments: P.args, **options: P.kwargs) -> Stub[V]:
        """Return a stub for these arguments. Those that are left out may be anything."""
        asked = cast("Operation", self._operation(_Recorder(), *arguments, **options))
        given = [*map(repr, arguments), *(f"{name}={value!r}" for name, value in options.items())]
        name = f"{self._operation.__qualname__}({', '.join(given)})"
        return self._mock._stub(replace(asked, name=name))  # pyright: ignore[reportPrivateUsage]

    def any(self) -> Stub[V]:
        """Return a stub for any arguments."""
        call = cast("Callable[..., Stub[V]]", self)
        by_position: list[Any] = []
        by_name: dict[str, Any] = {}
        _, *parameters = signature(self._operation).parameters.values()
        for parameter in parameters:
            if parameter.default is not Parameter.empty:
                continue
            if parameter.kind is Parameter.POSITIONAL_OR_KEYWORD:
                by_position.append(ANY)
            elif parameter.kind is Parameter.KEYWORD_ONLY:
                by_name[parameter.name] = ANY
        return call(*by_position, **by_name)


class _Recorder:
    """What stands in the place of a client, to learn what a method asks for."""

    def __init__(self) -> None:
        self._client = self
        self.api_client = self

    def call(self, method: str, path: str, *arguments: Any, **settings: Any) -> Operation:
        return Operation(method, path, arguments, settings)

    def call_stream(self, method: str, path: str, *arguments: Any, **settings: Any) -> Operation:
        return Operation(method, path, arguments, settings, streams=True)

    def paged(self, method: str, path: str, *arguments: Any, **settings: Any) -> Operation:
        return Operation(method, path, arguments, settings)


class Stubs:
    """The operations of a group, for stubs of them."""

    def __init__(self, mock: BaseMock) -> None:
        self._mock = mock


class _Stubbed(Generic[P, V]):
    """A `StubMethod`, as a class has it."""

    def __init__(self, operation: Callable[Concatenate[Any, P], Any]) -> None:
        self._operation = operation

    @overload
    def __get__(self, instance: None, owner: Any) -> Self: ...

    @overload
    def __get__(self, instance: Stubs, owner: Any) -> StubMethod[P, V]: ...

    def __get__(self, instance: Stubs | None, owner: Any) -> Self | StubMethod[P, V]:
        if instance is None:
            return self
        return StubMethod(instance._mock, self._operation)  # pyright: ignore[reportPrivateUsage]


def stubbed(operation: Callable[Concatenate[Any, P], V]) -> _Stubbed[P, V]:
    """Return the stubs of an operation."""
    return _Stubbed(operation)


def stubbed_stream(
    operation: Callable[Concatenate[Any, P], Iterable[T]],
) -> _Stubbed[P, Sequence[T]]:
    """Return the stubs of an operation whose answer comes item by item: it returns the items."""
    return _Stubbed(operation)


class _Page(Protocol[M_co]):
    @property
    def body(self) -> M_co: ...


class _Pager(Protocol[M_co]):
    @property
    def first(self) -> _Page[M_co]: ...


def stubbed_pages(operation: Callable[Concatenate[Any, P], _Pager[V]]) -> _Stubbed[P, V]:
    """Return the stubs of an operation whose answer comes in pages: it returns a page's body."""
    return _Stubbed(operation)


class BaseMock(Stubs, httpx.BaseTransport, httpx.AsyncBaseTransport):
    """Answers requests, of any number of clients in any threads.

    Of the stubs that fit a request, the one that says most about it answers, and the last of those
    that say as much. In a `with` block, it checks at the end that all was as expected.

    requests: all that was asked, in order
    """

    _errors: ArgumentErrors = "pydantic"

    def __init__(self) -> None:
        super().__init__(self)
        self.requests: list[httpx.Request] = []
        self._stubs: list[Stub[Any]] = []
        self._unexpected: list[str] = []
        self._lock = Lock()

    def _stub(self, operation: Operation) -> Stub[Any]:
        stub = Stub[Any](Expected.of(operation, self._errors))
        self._stubs.append(stub)
        return stub

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request."""
        request.read()
        answer = self._answer(request)
        time.sleep(answer.pause(request))
        return answer.given(request)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Answer a request."""
        await request.aread()
        answer = self._answer(request)
        await asyncio.sleep(answer.pause(request))
        return answer.given(request)

    def _answer(self, request: httpx.Request) -> _Answer:
        with self._lock:
            self.requests.append(request)
            fitting = [s for s in self._stubs if not s._expected.differences(request)]  # pyright: ignore[reportPrivateUsage]
            if not fitting:
                problem = self._explained(request)
                self._unexpected.append(problem)
                raise AssertionError(problem)
            _, stub = max(enumerate(fitting), key=lambda s: (s[1]._expected.weight, s[0]))  # pyright: ignore[reportPrivateUsage]
            answers = stub._answers  # pyright: ignore[reportPrivateUsage]
            if not answers:
                raise AssertionError(f"the stub {stub} has no answer: call `returns`, for one")
            stub.requests.append(request)
            return answers[min(len(stub.requests), len(answers)) - 1]

    def _explained(self, request: httpx.Request) -> str:
        """Say which stub is the nearest to a request, and what differs."""
        problem = f"unexpected request: {request.method} {redacted(str(request.url))}"
        found = [(s._expected.differences(request), s) for s in self._stubs]  # pyright: ignore[reportPrivateUsage]
        if not found:
            return f"{problem}\n  there are no stubs"
        differences, nearest = min(
            found, key=lambda each: (each[0][0][:9] == "operation", len(each[0]))
        )
        return "\n    ".join([f"{problem}\n  the nearest stub: {nearest}", *differences])

    def assert_all_called(self) -> None:
        """Raise an AssertionError unless each answer was given, and no request was unexpected."""
        problems = list(self._unexpected)
        for stub in self._stubs:
            prepared, asked = len(stub._answers), len(stub.requests)  # pyright: ignore[reportPrivateUsage]
            if asked < max(prepared, 1):
                problems.append(f"{stub} was called {asked} of {max(prepared, 1)} times")
        if problems:
            raise AssertionError("\n".join(problems))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: Any = None, *exception: object) -> None:
        if kind is None:
            self.assert_all_called()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, kind: Any = None, *exception: object) -> None:
        self.__exit__(kind)
