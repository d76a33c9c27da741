"""What becomes of calls when a server fails: the right result or the right error, in time, by every client."""

from __future__ import annotations

import asyncio
import inspect
import os
import pickle
import random
import signal
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from email.utils import formatdate
from typing import Any

import faults
import pytest
from faults import Answer, FaultServer, Received

from .conftest import Modules

CLIENTS = [
    f"{style}{mode}{library}"
    for library in ("", " by pyreqwest")
    for style in ("native", "documented")
    for mode in ("", " async")
]

#: All of the big run takes a minute or two.
MANY = 10_000 if os.environ.get("CLIENTLOOM_ALL_FAULTS") == "1" else 300


class Caller:
    """One of the clients, called in one way."""

    def __init__(self, sdk: Modules, kind: str, url: str, settings: dict[str, Any]) -> None:
        self.native = kind.startswith("native")
        self._closed = False
        self.sdk = sdk
        self._runner = asyncio.Runner() if "async" in kind else None
        prefix = "Async" if self._runner else ""
        if self.native:
            scheme = (sdk.auth.Bearer(), {"token": "token"})
            api = sdk.native.Api("sample-sdk", "SAMPLE", url, schemes={"Token": scheme})
            base = getattr(sdk.native, f"Native{prefix}Client")
            made = type("Client", (base,), {"_api": api})
            self.client = made(secrets={"token": "s3cret"}, **settings)
        else:
            configuration = sdk.configuration.Configuration(host=url, access_token="s3cret")
            names = {"timeout": "request_timeout"}
            for name, value in settings.items():
                setattr(configuration, names.get(name, name), value)
            self.client = getattr(sdk.api_client, f"{prefix}ApiClient")(configuration)

    def call(self, method: str = "GET", path: str = "/", *arguments: Any, **settings: Any) -> Any:
        made = {"returns": Any, "security": (("Token",),), **settings}
        return self.run(lambda: self.client.call(method, path, *arguments, **made))

    def run(self, call: Callable[[], Any]) -> Any:
        async def main() -> Any:
            result = call()
            return await result if inspect.isawaitable(result) else result

        return self._runner.run(main()) if self._runner else call()

    def fails(self, *call: Any, **settings: Any) -> Any:
        """The error of a call. It shows no secret, and pickles."""
        with pytest.raises(Exception) as caught:
            self.call(*call, **settings)
        error = caught.value
        assert "s3cret" not in f"{error!r} {error} {vars(error)}"
        assert error.__cause__ is None and error.__context__ is None
        again = pickle.loads(pickle.dumps(error))
        assert (type(again), str(again)) == (type(error), str(error))
        return error

    def is_connection(self, error: Any, timeout: bool = False) -> bool:
        errors, exceptions = self.sdk.errors, self.sdk.exceptions
        if timeout:
            kind = errors.APITimeoutError if self.native else exceptions.ApiTimeoutException
        elif self.native:
            kind = errors.APIConnectionError
        else:
            kind = exceptions.ApiConnectionException
        return type(error) is kind

    def close(self) -> None:
        if not self._closed:
            self._closed = True
            self.run(self.client.close)
            if self._runner:
                self._runner.close()


@pytest.fixture
def server() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


@pytest.fixture
def elsewhere() -> Iterator[FaultServer]:
    with FaultServer() as running:
        yield running


@pytest.fixture(params=CLIENTS)
def make(sdk: Modules, server: FaultServer, request: Any) -> Iterator[Callable[..., Caller]]:
    """Make a client of each kind, for the server unless told: `make(retries=...)`."""
    if request.param.endswith("pyreqwest"):
        request.getfixturevalue("pyreqwest")
    made: list[Caller] = []

    def make(url: str = server.url, **settings: Any) -> Caller:
        made.append(Caller(sdk, request.param, url, settings))
        return made[-1]

    yield make
    for caller in made:
        caller.close()


@pytest.fixture
def quick(sdk: Modules) -> Callable[..., Any]:
    """A `Retry` that loses no time."""
    return lambda **fields: sdk.retries.Retry(**{"initial_delay": 0.001, **fields})


# --- Single faults


@pytest.mark.parametrize(
    "answer",
    [
        "drop",
        "reset",
        "truncate",
        "cut_chunks",
        "wrong_length",
        "two_lengths",
        "not_http",
        "bad_gzip",
    ],
)
def test_half_an_answer_is_a_connection_error(
    make: Callable[..., Caller], server: FaultServer, answer: str
) -> None:
    caller = make(retries=0)
    server.will(getattr(faults, answer), faults.json({"id": 1}))

    assert caller.is_connection(caller.fails())
    assert caller.call() == {"id": 1}


def test_half_a_json_is_not_what_the_api_declares(
    make: Callable[..., Caller], server: FaultServer
) -> None:
    caller = make()
    server.will(faults.half_json)

    error = caller.fails(returns=dict[str, Any])

    assert type(error).__name__ in ("APIResponseValidationError", "ApiDecodeException")
    assert len(server.received) == 1


def test_more_than_the_length_says_is_not_read(
    make: Callable[..., Caller], server: FaultServer
) -> None:
    server.will(faults.too_long, faults.json({"id": 2}))
    caller = make(retries=1)

    assert caller.call() == {"id": 1}
    assert caller.call() == {"id": 2}


@pytest.mark.parametrize(("answer", "name"), [("latin", "Réx"), ("unknown_charset", "Réx")])
def test_charsets(make: Callable[..., Caller], server: FaultServer, answer: str, name: str) -> None:
    server.will(getattr(faults, answer))

    assert make().call(returns=dict[str, str]) == {"name": name}


def test_bytes_that_are_not_of_the_charset_are_not_guessed(
    make: Callable[..., Caller], server: FaultServer
) -> None:
    server.will(faults.wrong_charset)

    error = make().fails(returns=dict[str, str])

    assert type(error).__name__ in ("APIResponseValidationError", "ApiDecodeException")


def test_silence_is_a_timeout(make: Callable[..., Caller], server: FaultServer) -> None:
    caller = make(retries=0, timeout=0.5)
    server.will(faults.late(9, faults.json({})), faults.json({"id": 1}))
    started = time.monotonic()

    assert caller.is_connection(caller.fails(), timeout=True)
    assert time.monotonic() - started < 5
    assert caller.call() == {"id": 1}


def test_a_hundred_megabytes_of_json(make: Callable[..., Caller], server: FaultServer) -> None:
    item = b'{"id":1,"text":"' + b"x" * 980 + b'"},'
    count = 100_000
    server.will(faults.plain(200, b"[" + item * (count - 1) + item[:-1] + b"]"))

    found = make().call(returns=list[dict[str, Any]])

    assert (len(found), found[-1]["id"]) == (count, 1)


# --- Redirects


def test_endless_redirects(make: Callable[..., Caller], server: FaultServer) -> None:
    caller = make()
    server.will(faults.redirect("/again?n=1"), faults.redirect("/"))
    server.choose = lambda received: faults.redirect(f"{received.path}x")

    error = caller.fails()

    assert caller.is_connection(error) and "more than 10 redirects" in str(error)
    assert len(server.received) == 11


def test_credentials_stay_at_their_origin(
    make: Callable[..., Caller], server: FaultServer, elsewhere: FaultServer
) -> None:
    server.will(faults.redirect(f"{elsewhere.url}/there"))
    elsewhere.will(faults.redirect(f"{server.url}/back"))
    server.choose = lambda r: faults.json("home") if r.path == "/back" else server.answers[0]

    assert make().call() == "home"
    first, last = server.received
    assert first.headers["authorization"] == "Bearer s3cret"
    assert "authorization" not in {**elsewhere.received[0].headers, **last.headers}


def test_a_redirect_whose_place_fails_is_tried_again(
    make: Callable[..., Caller], server: FaultServer, quick: Callable[..., Any]
) -> None:
    there = iter([faults.status(503), faults.drop, faults.json("done")])
    server.choose = lambda r: faults.redirect("/there") if r.path == "/" else next(there)

    assert make(retries=quick()).call() == "done"
    assert [r.path for r in server.received] == ["/", "/there", "/there", "/there"]


# --- Retries


@pytest.mark.parametrize(
    "answer",
    [
        *(faults.status(code) for code in (408, 429, 500, 502, 503, 504)),
        faults.drop,
        faults.reset,
        faults.truncate,
    ],
)
def test_what_may_pass_is_tried_again(
    make: Callable[..., Caller], server: FaultServer, quick: Callable[..., Any], answer: Answer
) -> None:
    server.will(answer, answer, faults.json({"id": 1}))

    assert make(retries=quick()).call() == {"id": 1}
    assert len(server.received) == 3


@pytest.mark.parametrize("code", [400, 401, 404, 409, 422, 501])
def test_what_stays_is_not(
    make: Callable[..., Caller], server: FaultServer, quick: Callable[..., Any], code: int
) -> None:
    server.will(faults.status(code), faults.json({}))

    error = make(retries=quick()).fails()

    assert (getattr(error, "status", None) or error.status_code) == code
    assert len(server.received) == 1


def test_other_statuses_by_choice(
    make: Callable[..., Caller], server: FaultServer, quick: Callable[..., Any]
) -> None:
    server.will(faults.status(409), faults.json("ok"))

    assert make(retries=quick(statuses=frozenset({409}))).call() == "ok"


def test_the_last_error_is_raised_with_the_attempts(
    make: Callable[..., Caller], server: FaultServer, quick: Callable[..., Any]
) -> None:
    caller = make(retries=quick(attempts=3))
    server.will(
        faults.status(500, x_request_id="r1"), faults.drop, faults.status(503, x_request_id="r3")
    )

    error = caller.fails(path="/a")

    assert (error.attempts, error.request_id, error.method) == (3, "r3", "GET")
    assert error.url == f"{server.url}/a"
    server.will(faults.drop)
    assert caller.fails().attempts == 3


def test_changes_are_not_repeated_unless_nothing_was_sent(
    make: Callable[..., Caller], server: FaultServer, quick: Callable[..., Any], sdk: Modules
) -> None:
    caller = make(retries=quick())
    for answer in (faults.status(503), faults.drop):
        server.will(answer, faults.json({}))
        caller.fails("POST", "/", sdk.call.Json({"a": 1}, Any))
        assert len(server.received) == 1


def test_a_connection_that_cannot_be_made_is_tried_again_for_every_method(
    make: Callable[..., Caller], refused: str, quick: Callable[..., Any]
) -> None:
    caller = make(refused, retries=quick(attempts=4))

    error = caller.fails("POST")

    assert caller.is_connection(error)
    assert error.attempts == 4


def test_changes_with_an_idempotency_key_are_repeated_with_the_same(
    make: Callable[..., Caller], server: FaultServer, quick: Callable[..., Any], sdk: Modules
) -> None:
    caller = make(retries=quick())
    omitted = None if not caller.native else sdk.arguments.omit
    server.will(faults.status(503), faults.drop, faults.json("ok"))

    key = sdk.call.Header("Idempotency-Key", omitted, str)
    assert caller.call("POST", "/", key, sdk.call.Json({"a": 1}, Any)) == "ok"

    keys = [r.headers["idempotency-key"] for r in server.received]
    assert len(keys) == 3 and len({*keys}) == 1 and len(keys[0]) == 36
    caller.call("POST", "/", sdk.call.Header("Idempotency-Key", omitted, str))
    assert server.received[-1].headers["idempotency-key"] != keys[0]
    caller.call("POST", "/", sdk.call.Header("Idempotency-Key", "mine", str))
    assert server.received[-1].headers["idempotency-key"] == "mine"
    caller.call("GET", "/", sdk.call.Header("Idempotency-Key", omitted, str))
    assert "idempotency-key" not in server.received[-1].headers


@pytest.mark.parametrize(
    "headers",
    [
        {"retry_after": "0.2"},
        {"retry_after_ms": "200", "retry_after": "30"},
        {"retry_after": formatdate(time.time() + 3600, usegmt=True), "retry_after_ms": "200"},
    ],
)
def test_an_answer_says_when(
    make: Callable[..., Caller],
    server: FaultServer,
    quick: Callable[..., Any],
    headers: dict[str, str],
) -> None:
    server.will(faults.status(429, **headers), faults.json("ok"))
    started = time.monotonic()

    assert make(retries=quick()).call() == "ok"
    assert 0.2 <= time.monotonic() - started < 5


def test_when_is_a_date(sdk: Modules) -> None:
    def told(text: str) -> Any:
        return sdk.retries.retry_after(sdk.headers.HTTPHeaders([("Retry-After", text)]))

    assert 58 < told(formatdate(time.time() + 60, usegmt=True)) <= 60
    assert told(formatdate(0, usegmt=True)) == 0
    assert told("7") == 7
    assert told("soon") is told("-1") is told("") is None


def test_an_answer_that_asks_for_too_much_is_final(
    make: Callable[..., Caller], server: FaultServer
) -> None:
    server.will(faults.status(503, retry_after="3600"))

    assert make(retries=5).fails().attempts == 1


def test_delays_grow_and_differ(sdk: Modules) -> None:
    retry = sdk.retries.Retry(attempts=100, initial_delay=1, maximum_delay=5)
    request = sdk.request.Request("GET", "http://x/", {}, (), None, sdk.settings.Timeouts())
    answer = sdk.responses.Response(503, "", sdk.headers.HTTPHeaders(), b"")
    for attempt, longest in [(1, 1), (2, 2), (3, 4), (4, 5), (99, 5)]:
        found = [retry.pause(request, answer, attempt) for _ in range(200)]
        assert 0 <= min(found) < 0.2 * longest and 0.8 * longest < max(found) <= longest
    assert retry.pause(request, answer, 100) is None


# --- Time


def test_a_budget_ends_a_call_with_its_last_error(
    make: Callable[..., Caller], server: FaultServer, sdk: Modules
) -> None:
    caller = make(retries=sdk.retries.Retry(attempts=100, initial_delay=0.05, budget=0.3))
    server.will(faults.status(503))
    started = time.monotonic()

    error = caller.fails()

    assert (getattr(error, "status", None) or error.status_code) == 503
    assert error.attempts > 1
    assert time.monotonic() - started < 3
    server.will(faults.status(503, retry_after="10"))
    assert caller.fails().attempts == 1


@pytest.mark.parametrize("answer", [faults.late(9, faults.json({})), faults.drip])
def test_a_budget_ends_an_attempt(
    make: Callable[..., Caller], server: FaultServer, sdk: Modules, answer: Answer
) -> None:
    caller = make(retries=sdk.retries.Retry(attempts=3, budget=0.3))
    server.will(answer)
    started = time.monotonic()

    assert caller.is_connection(caller.fails(), timeout=True)
    assert 0.25 < time.monotonic() - started < 3


# --- Many faults


def test_idempotent_calls_succeed_among_faults(
    make: Callable[..., Caller], server: FaultServer, quick: Callable[..., Any]
) -> None:
    """30 % of the answers are faults; with twelve attempts a call fails once in two million."""
    kinds = [
        faults.drop,
        faults.reset,
        faults.truncate,
        faults.cut_chunks,
        faults.status(429, retry_after="0"),
        faults.status(503),
        faults.status(500),
        faults.late(0.3, faults.json({})),
    ]
    dice = random.Random(4)
    good = faults.json({"id": 1})

    def choose(received: Received) -> Answer:
        weights = [4] * 7 + [1]
        return dice.choices(kinds, weights)[0] if dice.random() < 0.3 else good

    server.choose = choose
    caller = make(retries=quick(attempts=15, maximum_delay=0.01), timeout=0.2)

    for _ in range(MANY):
        assert caller.call() in ({"id": 1}, {})
    assert len(server.received) > MANY * 1.2


def test_a_thousand_calls_at_once_stay_within_the_pool(
    sdk: Modules, server: FaultServer, library: str
) -> None:
    server.will(faults.late(0.005, faults.json({"id": 1})))
    caller = Caller(sdk, "native async", server.url, {"max_connections": 20, "retries": 0})

    async def main() -> list[Any]:
        calls = (caller.client.call("GET", "/", returns=Any) for _ in range(1000))
        return await asyncio.gather(*calls)

    assert caller.run(main) == [{"id": 1}] * 1000
    assert server.peak <= (20 if library == "httpx2" else 40)  # pyreqwest counts requests
    caller.close()


def test_threads_share_a_client_among_faults(
    sdk: Modules,
    server: FaultServer,
    quick: Callable[..., Any],
    library: str,
) -> None:
    dice = random.Random(5)
    good = faults.json({"id": 1})
    server.choose = lambda _: faults.reset if dice.random() < 0.2 else good
    settings = {"retries": quick(attempts=12), "max_connections": 8}
    caller = Caller(sdk, "native", server.url, settings)

    with ThreadPoolExecutor(16) as threads:
        found = list(threads.map(lambda _: caller.call(), range(400)))

    assert found == [{"id": 1}] * 400
    # One may be closing while the next opens; and pyreqwest counts requests, not connections.
    assert server.peak <= (9 if library == "httpx2" else 16)
    caller.close()


# --- Cancellation, loops, forks


def test_cancelled_calls_leave_the_client_usable(
    sdk: Modules, server: FaultServer, library: str
) -> None:
    settings = {"max_connections": 3, "retries": 0, "timeout": 2}
    caller = Caller(sdk, "native async", server.url, settings)

    async def main() -> Any:
        for n in range(60):
            server.will(faults.late(0.05, faults.json({})) if n % 2 else faults.drip)
            calls = [
                asyncio.ensure_future(caller.client.call("GET", "/", returns=Any)) for _ in range(5)
            ]
            await asyncio.sleep(0.001 * (n % 12))
            for call in calls:
                call.cancel()
            await asyncio.gather(*calls, return_exceptions=True)
        server.will(faults.json("ok"))
        return await asyncio.gather(
            *(caller.client.call("GET", "/", returns=Any) for _ in range(10))
        )

    assert caller.run(main) == ["ok"] * 10
    caller.close()


def test_a_pause_can_be_cancelled(sdk: Modules, server: FaultServer, library: str) -> None:
    retry = sdk.retries.Retry(initial_delay=30, maximum_delay=30)
    caller = Caller(sdk, "native async", server.url, {"retries": retry})
    server.will(faults.status(503, retry_after="30"))

    async def main() -> None:
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.1):
                await caller.client.call("GET", "/", returns=Any)

    started = time.monotonic()
    caller.run(main)
    assert time.monotonic() - started < 5
    caller.close()


def test_several_loops_at_once_use_one_client(
    sdk: Modules, server: FaultServer, library: str
) -> None:
    caller = Caller(sdk, "native async", server.url, {"retries": 0})
    server.will(faults.late(0.002, faults.json("ok")))

    async def main() -> list[Any]:
        return [await caller.client.call("GET", "/", returns=Any) for _ in range(30)]

    with ThreadPoolExecutor(3) as threads:
        found = list(threads.map(lambda _: asyncio.run(main()), range(3)))

    assert found == [["ok"] * 30] * 3
    caller.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_fork_makes_connections_of_its_own(
    sdk: Modules, server: FaultServer, library: str
) -> None:
    server.will(faults.json("ok"))
    caller = Caller(sdk, "native", server.url, {"retries": 0, "timeout": 2})
    assert caller.call() == "ok"
    stop = threading.Event()

    def busy() -> None:
        while not stop.is_set():
            caller.call()

    threads = [threading.Thread(target=busy) for _ in range(3)]
    for thread in threads:
        thread.start()
    children = []
    for _ in range(8):
        child = os.fork()
        if child == 0:  # pragma: no cover
            signal.alarm(20)
            try:
                good = all(caller.call(path="/child") == "ok" for _ in range(5))
                os._exit(0 if good else 1)
            finally:
                os._exit(2)
        children.append(child)
    codes = [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children]
    stop.set()
    for thread in threads:
        thread.join()

    assert codes == [0] * 8
    assert sum(r.path == "/child" for r in server.received) == 40
    caller.close()


# --- Lifecycle


def test_connections_are_kept_and_closed(make: Callable[..., Caller], server: FaultServer) -> None:
    caller = make()
    server.will(faults.json({}))
    for _ in range(5):
        caller.call()
    assert server.accepted == 1

    caller.close()
    deadline = time.monotonic() + 2
    while server.open and time.monotonic() < deadline:
        time.sleep(0.005)
    assert server.open == 0


def test_a_client_is_made_in_a_millisecond(sdk: Modules, library: str) -> None:
    caller = Caller(sdk, "native", "https://api.example.com", {})
    made = type(caller.client)

    def seconds() -> float:
        started = time.perf_counter()
        made(secrets={"token": "t"})
        return time.perf_counter() - started

    assert min(seconds() for _ in range(100)) < 0.001
