"""Sources of access tokens, against a real authorization server and the API behind it."""

from __future__ import annotations

import asyncio
import copy
import logging
import os
import pickle
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, ClassVar

import pytest

from .authority import CLIENT_ID, CLIENT_SECRET, DEVICE_GRANT, Authority
from .conftest import Modules, Server

SECRETS = (CLIENT_SECRET, "p&ss wörd", "refresh-0", "device-1")


@pytest.fixture
def authority() -> Iterator[Authority]:
    running = Authority()
    yield running
    running.close()


class Clock:
    """Tells the time that it is set to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def flows(authority: Authority, sdk: Modules) -> dict[str, Any]:
    flow = sdk.tokens.Flow(token_url=authority.token_url, scopes=("read", "write"))
    device = sdk.tokens.Flow(token_url=authority.token_url, device_url=f"{authority.url}/device")
    names = ("clientCredentials", "password", "authorizationCode")
    return {**dict.fromkeys(names, flow), "deviceAuthorization": device}


ROLES = (
    "token",
    "client_id",
    "client_secret",
    "refresh_token",
    "username",
    "password",
    "device_prompt",
    "scopes",
)


def api(authority: Authority, sdk: Modules, scheme: Any = None) -> Any:
    return sdk.native.Api(
        distribution="sample-sdk",
        environment="SAMPLE",
        url=authority.url,
        schemes={
            "oauth": (
                scheme or sdk.auth.OAuth2(flows(authority, sdk)),
                {role: role for role in ROLES},
            )
        },
    )


def make(authority: Authority, sdk: Modules, *, scheme: Any = None, **secrets: Any) -> Any:
    """A client of the native style."""
    kind = type("Client", (sdk.native.NativeClient,), {"_api": api(authority, sdk, scheme)})
    return kind(secrets=secrets)


def make_seen(authority: Authority, sdk: Modules, prefix: str, seen: list[Any]) -> Any:
    """A client without retries, whose hooks write down what they see."""
    base = getattr(sdk.native, f"Native{prefix}Client")
    return type("Client", (base,), {"_api": api(authority, sdk)})(
        secrets=CREDENTIALS,
        retries=0,
        on_request=lambda request: seen.append("sent"),
        on_response=lambda request, response: seen.append(response.status),
        on_retry=lambda request, outcome, pause: seen.append(("again", outcome.status, pause)),
    )


def make_async(authority: Authority, sdk: Modules, **secrets: Any) -> Any:
    kind = type("AsyncClient", (sdk.native.NativeAsyncClient,), {"_api": api(authority, sdk)})
    return kind(secrets=secrets)


def call(client: Any, path: str = "/things") -> Any:
    return client.call("GET", path, returns=Any, security=(("oauth",),))


def taken(sdk: Modules, source: Any, *, flow: Any = None) -> tuple[str, list[float]]:
    """A token of a source, and the pauses that it took, which are not waited for."""
    transport = sdk.transport.Transport(sdk.settings.Connection())
    pauses: list[float] = []
    steps = source._steps(flow or sdk.tokens.Flow())
    answer = None
    try:
        while True:
            step = steps.send(answer)
            answer = None
            if isinstance(step, float):
                pauses.append(step)
            else:
                answer = transport.send(step)
    except StopIteration as end:
        return end.value.access_token, pauses
    finally:
        transport.close()


CREDENTIALS = {"client_id": CLIENT_ID, "client_secret": CLIENT_SECRET}
PASSWORD = {"username": "ann", "password": "p&ss wörd"}


# The grants


@pytest.mark.parametrize(
    ("secrets", "grant"),
    [
        (CREDENTIALS, "client_credentials"),
        ({**CREDENTIALS, **PASSWORD}, "password"),
        (PASSWORD, "password"),
        ({**CREDENTIALS, "refresh_token": "refresh-0"}, "refresh_token"),
        ({"refresh_token": "refresh-0", "client_id": CLIENT_ID}, "refresh_token"),
    ],
)
def test_what_is_given_decides_on_the_grant(
    sdk: Modules, authority: Authority, secrets: dict[str, Any], grant: str
) -> None:
    client = make(authority, sdk, **secrets)

    assert (call(client), call(client)) == ({"ok": True}, {"ok": True})
    assert authority.grants == [grant]
    assert authority.calls == [("/things", "Bearer token-1")] * 2


def test_scopes_are_those_of_the_document_or_of_the_caller(
    sdk: Modules, authority: Authority
) -> None:
    call(make(authority, sdk, **CREDENTIALS))
    call(make(authority, sdk, **CREDENTIALS, scopes=["read"]))
    call(make(authority, sdk, **CREDENTIALS, scopes=()))

    assert [form.get("scope") for form in authority.forms] == ["read write", "read", None]


def test_a_refresh_asks_for_no_scopes(sdk: Modules, authority: Authority) -> None:
    call(make(authority, sdk, client_id=CLIENT_ID, refresh_token="refresh-0"))

    assert "scope" not in authority.forms[0]


@pytest.mark.parametrize("method", ["client_secret_basic", "client_secret_post"])
def test_the_client_proves_who_it_is_as_the_server_wants_it(
    sdk: Modules, authority: Authority, method: str
) -> None:
    authority.methods = [method]
    source = sdk.token_sources.ClientCredentials(
        CLIENT_ID, CLIENT_SECRET, token_url=authority.token_url, client_authentication=method
    )

    call(make(authority, sdk, token=source))

    assert ("client_secret" in authority.forms[0]) == (method == "client_secret_post")


def test_more_fields_for_a_token_request(sdk: Modules, authority: Authority) -> None:
    source = sdk.token_sources.ClientCredentials(
        CLIENT_ID, CLIENT_SECRET, parameters={"audience": "https://a b"}
    )

    call(make(authority, sdk, token=source))

    assert authority.forms[0]["audience"] == "https://a b"


def test_addresses_may_be_relative_to_that_of_the_api(sdk: Modules, authority: Authority) -> None:
    scheme = sdk.auth.OAuth2({"clientCredentials": sdk.tokens.Flow(token_url="/token")})

    assert call(make(authority, sdk, scheme=scheme, **CREDENTIALS)) == {"ok": True}


def test_an_unknown_option_of_a_source(sdk: Modules) -> None:
    with pytest.raises(TypeError, match="'scope'"):
        sdk.token_sources.ClientCredentials("a", "b", scope="read")


# Metadata


def test_openid_connect_is_discovered_once(sdk: Modules, authority: Authority) -> None:
    authority.methods = ["client_secret_post"]
    url = f"{authority.url}/.well-known/openid-configuration"
    client = make(authority, sdk, scheme=sdk.auth.OpenIdConnect(url, ("openid",)), **CREDENTIALS)

    call(client)
    authority.revoke()
    call(client)

    assert authority.discoveries == 1
    assert [(f["client_secret"], f["scope"]) for f in authority.forms] == [
        (CLIENT_SECRET, "openid")
    ] * 2


def test_metadata_of_an_oauth2_server(sdk: Modules, authority: Authority) -> None:
    url = f"{authority.url}/.well-known/oauth-authorization-server"
    flow = sdk.tokens.Flow(metadata_url=url)
    shown: list[Any] = []
    source = sdk.token_sources.DeviceCode(CLIENT_ID, shown.append)

    assert taken(sdk, source, flow=flow)[0] == "token-1"
    assert [prompt.user_code for prompt in shown] == ["ABCD-EFGH"]


def test_metadata_that_give_up_tls_are_refused(sdk: Modules) -> None:
    source = sdk.token_sources.ClientCredentials("a", "b")
    steps = source._steps(sdk.tokens.Flow(metadata_url="https://example.com/metadata"))
    next(steps)
    headers = sdk.headers.HTTPHeaders()
    body = b'{"token_endpoint": "http://example.com/token"}'

    with pytest.raises(sdk.tokens.TokenFailure, match="without TLS"):
        steps.send(sdk.responses.Response(200, "OK", headers, body))


def test_a_source_that_nobody_told_where_to_ask(sdk: Modules, authority: Authority) -> None:
    client = make(authority, sdk, scheme=sdk.auth.Bearer(), token=None)
    assert client._credentials == {}

    source = sdk.token_sources.ClientCredentials("a", "b")
    with pytest.raises(ValueError, match="token_url"):
        taken(sdk, source)


# How long a token is kept


def test_a_token_is_kept_until_shortly_before_it_expires(
    sdk: Modules, authority: Authority
) -> None:
    clock = Clock()
    authority.lifetime = 600
    source = sdk.token_sources.ClientCredentials(CLIENT_ID, CLIENT_SECRET, clock=clock, skew=60)
    client = make(authority, sdk, token=source)

    counts: list[int] = []
    for now in (1000, 1539.9, 1540, 1600, 2079.9):
        clock.now = now
        call(client)
        counts.append(len(authority.forms))

    assert counts == [1, 1, 2, 2, 2]


@pytest.mark.parametrize(
    ("lifetime", "valid", "expired"), [(10, 1004.9, 1005), ("600", 1539, 1540), (0, 0, 1000)]
)
def test_the_life_of_a_token(
    sdk: Modules, authority: Authority, lifetime: Any, valid: float, expired: float
) -> None:
    """A life shorter than the skew is used by half; a number may come as text."""
    clock = Clock()
    authority.lifetime = lifetime
    source = sdk.token_sources.ClientCredentials(CLIENT_ID, CLIENT_SECRET, clock=clock)
    client = make(authority, sdk, token=source)

    call(client)
    clock.now = valid
    call(client)
    assert len(authority.forms) == 1
    clock.now = expired
    call(client)
    assert len(authority.forms) == 2


@pytest.mark.parametrize("lifetime", [None, "soon"])
def test_without_a_lifetime_a_token_is_kept(
    sdk: Modules, authority: Authority, lifetime: Any
) -> None:
    clock = Clock()
    authority.lifetime = lifetime
    client = make(
        authority,
        sdk,
        token=sdk.token_sources.ClientCredentials(CLIENT_ID, CLIENT_SECRET, clock=clock),
    )

    call(client)
    clock.now = 1e12
    call(client)

    assert len(authority.forms) == 1


# Refresh tokens


def test_refresh_tokens_are_replaced_and_told(sdk: Modules, authority: Authority) -> None:
    clock, told = Clock(), list[Any]()
    source = sdk.token_sources.RefreshToken(
        "refresh-0", CLIENT_ID, CLIENT_SECRET, clock=clock, on_token=told.append
    )
    client = make(authority, sdk, token=source)

    for _ in range(3):
        call(client)
        clock.now += 10_000

    assert [form["refresh_token"] for form in authority.forms] == [
        "refresh-0",
        "refresh-1",
        "refresh-2",
    ]
    assert [token.refresh_token for token in told] == ["refresh-1", "refresh-2", "refresh-3"]


def test_a_refresh_token_that_is_not_replaced_is_kept(sdk: Modules, authority: Authority) -> None:
    authority.rotates = False
    clock = Clock()
    source = sdk.token_sources.RefreshToken("refresh-0", CLIENT_ID, clock=clock)
    client = make(authority, sdk, token=source)

    for _ in range(3):
        call(client)
        clock.now += 10_000

    assert [form["refresh_token"] for form in authority.forms] == ["refresh-0"] * 3


def test_a_password_is_sent_once_while_refresh_tokens_last(
    sdk: Modules, authority: Authority
) -> None:
    clock = Clock()
    client = make(
        authority, sdk, token=sdk.token_sources.Password("ann", "p&ss wörd", CLIENT_ID, clock=clock)
    )

    call(client)
    clock.now += 10_000
    call(client)
    authority.refresh_tokens.clear()
    clock.now += 10_000
    call(client)

    assert authority.grants == ["password", "refresh_token", "refresh_token", "password"]


def test_a_refresh_address_of_its_own(sdk: Modules, authority: Authority) -> None:
    flow = sdk.tokens.Flow(token_url=authority.token_url, refresh_url=f"{authority.url}/renew")
    source = sdk.token_sources.RefreshToken("refresh-0", CLIENT_ID)

    taken(sdk, source, flow=flow)

    assert authority.forms[0]["(path)"] == "/renew"


# Single flight


def test_fifty_threads_ask_for_one_token(sdk: Modules, authority: Authority) -> None:
    authority.delay = 0.1
    client = make(authority, sdk, **CREDENTIALS)

    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(lambda _: call(client), range(50)))

    assert answers == [{"ok": True}] * 50
    assert len(authority.forms) == 1


def test_two_hundred_tasks_ask_for_one_token(sdk: Modules, authority: Authority) -> None:
    authority.delay = 0.1
    client = make_async(authority, sdk, **CREDENTIALS)

    async def main() -> list[Any]:
        async with client:
            return await asyncio.gather(*(call(client) for _ in range(200)))

    assert asyncio.run(main()) == [{"ok": True}] * 200
    assert len(authority.forms) == 1


def test_threads_and_loops_share_a_source(sdk: Modules, authority: Authority) -> None:
    authority.delay = 0.1
    source = sdk.token_sources.ClientCredentials(CLIENT_ID, CLIENT_SECRET)
    client = make(authority, sdk, token=source)

    async def main() -> list[Any]:
        async with make_async(authority, sdk, token=source) as mine:
            return await asyncio.gather(*(call(mine) for _ in range(5)))

    with ThreadPoolExecutor(20) as pool:
        jobs = [pool.submit(call, client) for _ in range(10)]
        jobs += [pool.submit(asyncio.run, main()) for _ in range(10)]
        for job in jobs:
            job.result()

    assert len(authority.forms) == 1


def test_a_renewal_is_single_too(sdk: Modules, authority: Authority) -> None:
    client = make(authority, sdk, **CREDENTIALS)
    call(client)
    authority.revoke()
    authority.delay = 0.1

    with ThreadPoolExecutor(50) as pool:
        answers = list(pool.map(lambda _: call(client), range(50)))

    assert answers == [{"ok": True}] * 50
    assert len(authority.forms) == 2


def test_a_failure_is_one_for_all_who_wait(sdk: Modules, authority: Authority) -> None:
    authority.delay = 0.2
    authority.answers = [(400, b'{"error": "invalid_scope"}')] * 20
    client = make(authority, sdk, **CREDENTIALS)
    start = threading.Barrier(20)

    def fail(_: int) -> Exception:
        start.wait()
        with pytest.raises(sdk.errors.TokenError) as caught:
            call(client)
        return caught.value

    with ThreadPoolExecutor(20) as pool:
        errors = list(pool.map(fail, range(20)))

    assert len(authority.forms) < 5
    assert len({id(error) for error in errors}) == 20
    authority.answers = []
    assert call(client) == {"ok": True}


def test_a_task_that_is_cancelled_lets_the_others_have_their_token(
    sdk: Modules, authority: Authority
) -> None:
    authority.delay = 0.2
    client = make_async(authority, sdk, **CREDENTIALS)

    async def main() -> list[Any]:
        async with client:
            tasks = [asyncio.ensure_future(call(client)) for _ in range(5)]
            await asyncio.sleep(0.05)
            tasks[0].cancel()
            tasks[1].cancel()
            return await asyncio.gather(*tasks, return_exceptions=True)

    cancelled, also, *others = asyncio.run(main())

    assert isinstance(cancelled, asyncio.CancelledError)
    assert isinstance(also, asyncio.CancelledError)
    assert others == [{"ok": True}] * 3


def test_a_sync_call_within_a_loop_does_not_wait_for_its_own_loop(
    sdk: Modules, authority: Authority
) -> None:
    authority.delay = 0.1
    source = sdk.token_sources.ClientCredentials(CLIENT_ID, CLIENT_SECRET)
    client = make(authority, sdk, token=source)

    async def main() -> Any:
        async with make_async(authority, sdk, token=source) as mine:
            first = asyncio.ensure_future(call(mine))
            await asyncio.sleep(0.02)
            return call(client), await first

    assert asyncio.run(asyncio.wait_for(main(), 5)) == ({"ok": True}, {"ok": True})


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_child_does_not_wait_for_its_parent(sdk: Modules, authority: Authority) -> None:
    authority.delay = 0.5
    source = sdk.token_sources.ClientCredentials(CLIENT_ID, CLIENT_SECRET)
    thread = threading.Thread(target=call, args=(make(authority, sdk, token=source),))
    thread.start()
    time.sleep(0.1)
    child = os.fork()
    if not child:
        try:
            code = 0 if call(make(authority, sdk, token=source)) == {"ok": True} else 1
        except BaseException:
            code = 2
        os._exit(code)
    ended, deadline = 0, time.monotonic() + 5
    while not ended and time.monotonic() < deadline:
        ended, status = os.waitpid(child, os.WNOHANG)
        time.sleep(0.02)
    thread.join()

    assert ended == child
    assert os.waitstatus_to_exitcode(status) == 0


def test_a_call_does_not_wait_longer_than_its_time(sdk: Modules, authority: Authority) -> None:
    """Neither for its own token request nor for that of another call, nor for a person."""
    authority.delay = 1.5
    client = make(authority, sdk, **CREDENTIALS)
    budget = sdk.retries.Retry(attempts=1, budget=0.3)
    patient = threading.Thread(target=call, args=(client,))

    def hasty(_: int = 0) -> float:
        start = time.monotonic()
        with pytest.raises(sdk.errors.APITimeoutError, match="in time"):
            client.call(
                "GET", "/", returns=Any, security=(("oauth",),), options={"retries": budget}
            )
        return time.monotonic() - start

    assert hasty() < 1
    patient.start()
    time.sleep(0.1)
    assert hasty() < 1
    patient.join()
    assert call(client) == {"ok": True}

    authority.delay = 0.0
    authority.device_answer = {"interval": 5}
    client = make(authority, sdk, client_id=CLIENT_ID, device_prompt=lambda prompt: None)
    assert hasty() < 1


# A token that the API refuses


def test_a_refused_token_is_renewed_once(sdk: Modules, authority: Authority) -> None:
    client = make(authority, sdk, **CREDENTIALS)
    call(client)
    authority.revoke()

    assert call(client) == {"ok": True}
    assert [value for _, value in authority.calls] == [
        "Bearer token-1",
        "Bearer token-1",
        "Bearer token-2",
    ]


def test_a_refused_token_is_renewed_once_async(sdk: Modules, authority: Authority) -> None:
    client = make_async(authority, sdk, **CREDENTIALS)

    async def main() -> Any:
        async with client:
            await call(client)
            authority.revoke()
            return await call(client)

    assert asyncio.run(main()) == {"ok": True}
    assert len(authority.forms) == 2


@pytest.mark.parametrize("prefix", ["", "Async"])
def test_the_request_with_another_token_is_seen_like_any_attempt(
    sdk: Modules, authority: Authority, prefix: str, caplog: pytest.LogCaptureFixture
) -> None:
    seen: list[Any] = []
    client = make_seen(authority, sdk, prefix, seen)

    async def awaited(result: Any) -> Any:
        return await result if prefix else result

    async def main() -> Any:
        await awaited(call(client))
        authority.revoke()
        seen.clear()
        with caplog.at_level(logging.DEBUG, logger=sdk.observing.log.name):
            await awaited(call(client))
        authority.always_401 = True
        await awaited(call(client))

    with pytest.raises(sdk.errors.AuthenticationError) as caught:
        asyncio.run(main())

    assert seen[:5] == ["sent", 401, ("again", 401, 0.0), "sent", 200]
    assert ["again in 0.00 s: 401" in record.getMessage() for record in caplog.records].count(True)
    assert caught.value.attempts == 2


def test_a_token_that_stays_refused_is_an_error(sdk: Modules, authority: Authority) -> None:
    authority.always_401 = True
    client = make(authority, sdk, **CREDENTIALS)

    with pytest.raises(sdk.errors.AuthenticationError, match="401") as caught:
        call(client)

    assert not isinstance(caught.value, sdk.errors.TokenError)
    assert [value for _, value in authority.calls] == ["Bearer token-1", "Bearer token-2"]


@pytest.mark.parametrize("token", ["fixed", lambda: "made"])
def test_other_tokens_are_not_renewed(sdk: Modules, authority: Authority, token: Any) -> None:
    with pytest.raises(sdk.errors.AuthenticationError):
        call(make(authority, sdk, token=token))

    assert len(authority.calls) == 1


# The device flow


def test_a_device_is_let_in(sdk: Modules, authority: Authority) -> None:
    authority.pending = ["authorization_pending", "slow_down", "authorization_pending"]
    authority.device_answer = {"interval": 2}
    shown: list[Any] = []
    source = sdk.token_sources.DeviceCode(CLIENT_ID, shown.append, token_url=authority.token_url)

    token, pauses = taken(sdk, source, flow=flows(authority, sdk)["deviceAuthorization"])

    assert token == "token-1"
    assert pauses == [2.0, 2.0, 7.0, 7.0]
    assert shown == [
        sdk.token_sources.DevicePrompt("ABCD-EFGH", f"{authority.url}/let-in", None, 600.0)
    ]
    assert authority.grants == [DEVICE_GRANT] * 4
    assert [form["client_id"] for form in authority.forms] == [CLIENT_ID] * 5


def test_a_server_that_names_no_interval(sdk: Modules, authority: Authority) -> None:
    authority.device_answer = {"interval": None}
    source = sdk.token_sources.DeviceCode(CLIENT_ID, print)

    assert taken(sdk, source, flow=flows(authority, sdk)["deviceAuthorization"])[1] == [5.0]


@pytest.mark.parametrize("error", ["access_denied", "expired_token"])
def test_a_device_that_is_not_let_in(sdk: Modules, authority: Authority, error: str) -> None:
    authority.pending = ["authorization_pending", error]
    client = make(authority, sdk, client_id=CLIENT_ID, device_prompt=lambda prompt: None)

    with pytest.raises(sdk.errors.TokenError, match=error) as caught:
        call(client)

    assert caught.value.error == error
    assert authority.calls == []


def test_a_device_does_not_wait_for_ever(sdk: Modules, authority: Authority) -> None:
    clock = Clock()
    authority.device_answer = {"expires_in": 30, "interval": 10}

    class Slow(list[str]):
        def pop(self, _: Any = 0) -> str:
            clock.now += 10
            return "authorization_pending"

    authority.pending = Slow(["for ever"])
    source = sdk.token_sources.DeviceCode(CLIENT_ID, print, clock=clock)

    with pytest.raises(sdk.tokens.TokenFailure, match="expired_token"):
        taken(sdk, source, flow=flows(authority, sdk)["deviceAuthorization"])

    assert authority.grants == [DEVICE_GRANT] * 3


def test_a_device_refreshes_before_it_asks_again(sdk: Modules, authority: Authority) -> None:
    clock, shown = Clock(), list[Any]()
    source = sdk.token_sources.DeviceCode(CLIENT_ID, shown.append, clock=clock)
    client = make(authority, sdk, token=source)

    call(client)
    clock.now += 10_000
    call(client)

    assert authority.grants == [DEVICE_GRANT, "refresh_token"]
    assert len(shown) == 1


def test_a_prompt_may_be_awaited(sdk: Modules, authority: Authority) -> None:
    shown: list[Any] = []

    async def prompt(given: Any) -> None:
        await asyncio.sleep(0)
        shown.append(given.user_code)

    client = make_async(authority, sdk, client_id=CLIENT_ID, device_prompt=prompt)

    async def main() -> Any:
        async with client:
            return await call(client)

    assert asyncio.run(main()) == {"ok": True}
    assert shown == ["ABCD-EFGH"]
    with pytest.raises(TypeError, match="asynchronous client"):
        call(make(authority, sdk, client_id=CLIENT_ID, device_prompt=prompt))


# Errors, and what they do not say


def failing(sdk: Modules, authority: Authority, kind: str) -> Any:
    """A client whose token request is refused by a server that repeats secrets."""
    if kind == "credentials":
        authority.methods = ["none"]
        return make(authority, sdk, **CREDENTIALS)
    if kind == "password":
        authority.answers = [
            (400, b'{"error":"invalid_grant","error_description":"no p&ss w\\u00f6rd"}')
        ]
        return make(authority, sdk, **PASSWORD)
    authority.answers = [(400, b'{"error":"refresh-0","error_description":"refresh-0?"}')]
    return make(authority, sdk, client_id=CLIENT_ID, refresh_token="refresh-0")


@pytest.mark.parametrize("kind", ["credentials", "password", "refresh"])
def test_errors_name_the_code_and_no_secret(
    sdk: Modules, authority: Authority, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    client = failing(sdk, authority, kind)

    with pytest.raises(sdk.errors.TokenError) as caught:
        call(client)

    error = caught.value
    expected = {"credentials": "invalid_client", "password": "invalid_grant", "refresh": "***"}
    assert error.error == expected[kind]
    assert isinstance(error, sdk.errors.AuthenticationError)
    assert error.status_code == (401 if kind == "credentials" else 400)
    assert f"no access token from {authority.token_url}: {expected[kind]}" in str(error)
    again = pickle.loads(pickle.dumps(error))
    assert (again.error, str(again)) == (error.error, str(error))
    everything = f"{error!r} {error} {vars(error)} {caplog.text} {pickle.dumps(error)!r}"
    everything += repr(client._credentials)
    assert not [secret for secret in SECRETS if secret in everything]


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((200, b'{"token_type": "bearer"}'), "its answer has none"),
        ((200, b"<html>"), "no JSON object"),
        ((200, b'{"error": "bad_verification_code"}'), "bad_verification_code"),
        ((502, b"<html>"), "status 502"),
        ((302, b""), "status 302"),
    ],
)
def test_answers_without_a_token(
    sdk: Modules, authority: Authority, answer: tuple[int, bytes], words: str
) -> None:
    source = sdk.token_sources.ClientCredentials(
        CLIENT_ID, CLIENT_SECRET, token_url=authority.token_url
    )
    authority.answers = [answer]

    with pytest.raises(sdk.tokens.TokenFailure, match=words):
        taken(sdk, source)


def test_a_token_endpoint_that_is_not_there(sdk: Modules, authority: Authority) -> None:
    source = sdk.token_sources.ClientCredentials(
        "a", "b", token_url="http://127.0.0.1:9/token?key=s3"
    )

    with pytest.raises(
        sdk.errors.APIConnectionError, match=r"no access token from http://127\.0\.0\.1:9/token:"
    ) as caught:
        call(make(authority, sdk, token=source))

    assert "s3" not in str(caught.value)


def test_a_source_shows_and_gives_away_nothing(sdk: Modules) -> None:
    source = sdk.token_sources.Password("ann", "s3cret", "me", "s3cret")
    source._token = sdk.token_steps.Token("s3cret", "s3cret", 1.0)
    credential = sdk.auth.Credential("header", "Authorization", source, "Bearer")

    assert "s3cret" not in f"{source!r} {source._token!r} {credential!r}"
    for secretive in (source, credential, sdk.auth.Credential("header", "X", "s3cret")):
        with pytest.raises(TypeError, match="pickled"):
            pickle.dumps(secretive)
    assert copy.deepcopy(source) is source


def test_a_redirect_to_another_host_gets_no_token(
    sdk: Modules, authority: Authority, server: Server, other_server: Server
) -> None:
    server.will(302, location=f"{other_server.url}/stolen")
    other_server.will(401)
    client = make(authority, sdk, **CREDENTIALS)

    with pytest.raises(sdk.errors.AuthenticationError):
        client.call(
            "GET", "/x", returns=Any, security=(("oauth",),), options={"base_url": server.url}
        )

    assert server.last.header("Authorization") == "Bearer token-1"
    assert [r.header("Authorization") for r in other_server.received] == [None]
    assert len(authority.forms) == 1


# Keyword arguments and the environment


def test_the_environment_has_what_is_not_given(
    sdk: Modules, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMPLE_CLIENT_ID", CLIENT_ID)
    monkeypatch.setenv("SAMPLE_CLIENT_SECRET", CLIENT_SECRET)
    monkeypatch.setenv("SAMPLE_SCOPES", "read  more")

    call(make(authority, sdk))

    assert authority.forms[0]["scope"] == "read more"


def test_what_is_given_goes_before_the_environment(
    sdk: Modules, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SAMPLE_TOKEN", "old")
    monkeypatch.setenv("SAMPLE_CLIENT_SECRET", CLIENT_SECRET)
    monkeypatch.setenv("SAMPLE_REFRESH_TOKEN", "refresh-0")

    call(make(authority, sdk, client_id=CLIENT_ID, client_secret=CLIENT_SECRET))
    assert authority.grants == ["client_credentials"]
    call(make(authority, sdk, **PASSWORD))
    assert authority.grants[1:] == ["password"]
    authority.valid.add("mine")
    call(make(authority, sdk, token="mine"))
    assert authority.calls[-1][1] == "Bearer mine"
    with pytest.raises(sdk.errors.AuthenticationError):
        call(make(authority, sdk))
    assert authority.calls[-1][1] == "Bearer old"


@pytest.mark.parametrize("given", [{"client_id": "a"}, {"username": "a"}, {"password": "a"}])
def test_what_is_not_enough_for_a_token_is_said_at_once(
    sdk: Modules, authority: Authority, given: dict[str, str]
) -> None:
    name = next(iter(given))
    with pytest.raises(ValueError, match=f"^{name} is not enough for a token: it takes "):
        make(authority, sdk, **given)


# The documented styles


def documented(sdk: Modules, authority: Authority, token: Any) -> Any:
    class Configuration(sdk.configuration.Configuration):  # type: ignore[misc,name-defined]
        security_schemes: ClassVar[Any] = {"oauth": sdk.auth.OAuth2(flows(authority, sdk))}

    configuration = Configuration(host=authority.url)
    configuration.access_token = token
    return configuration


def test_a_configuration_takes_a_source(sdk: Modules, authority: Authority) -> None:
    source = sdk.token_sources.ClientCredentials(CLIENT_ID, CLIENT_SECRET)
    configuration = documented(sdk, authority, source)
    client = sdk.api_client.ApiClient(configuration)

    assert call(client) == {"ok": True}
    authority.revoke()
    assert call(client) == {"ok": True}
    assert [value for _, value in authority.calls][-1] == "Bearer token-2"
    assert configuration.auth_settings()["oauth"]["value"] == "Bearer token-2"

    async def main() -> Any:
        async with sdk.api_client.AsyncApiClient(copy.deepcopy(configuration)) as other:
            return await call(other)

    assert asyncio.run(main()) == {"ok": True}
    assert len(authority.forms) == 2


def test_a_configuration_whose_source_is_refused(sdk: Modules, authority: Authority) -> None:
    source = sdk.token_sources.ClientCredentials(CLIENT_ID, "wr0ng")
    client = sdk.api_client.ApiClient(documented(sdk, authority, source))

    with pytest.raises(sdk.exceptions.UnauthorizedException) as caught:
        call(client)

    error = pickle.loads(pickle.dumps(caught.value))
    assert isinstance(error, sdk.exceptions.TokenException)
    assert (error.status, error.error) == (401, "invalid_client")
    assert "wr0ng" not in f"{error!r}{error}{vars(error)}"
