"""Access tokens that a client obtains by itself: OAuth2 (RFC 6749, RFC 8628), OpenID Connect.

A source obtains a token when one is needed, keeps it until shortly before it expires, and obtains
another when the API refuses it. However many threads and tasks need one at a time, one of them asks
and the others wait.

How a token is obtained is one generator, `_steps`: it yields each request to be sent, each pause in
seconds, and what a prompt returned that has to be awaited. Sync and async differ in how they take
these steps, and in nothing else.
"""

from __future__ import annotations

import base64
import json
import os
import time
from collections.abc import Awaitable, Callable, Generator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from threading import get_ident
from typing import TYPE_CHECKING, Any, ClassVar, Literal, NoReturn, TypedDict, Unpack
from urllib.parse import quote_plus, urlencode, urljoin

from .exceptions import ApiTypeError, ApiValueError
from .request import Request
from .responses import Failure
from .retries import RETRIED_STATUSES
from .settings import timeouts
from .token_steps import AsyncSend, Send, Steps, Token, result, taken, taken_async, waited
from .values import is_object

if TYPE_CHECKING:
    from concurrent.futures import Future

    from .headers import HTTPHeaders
    from .responses import Outcome


class TokenFailure(Failure):
    """Why there is no access token: what the authorization server said.

    status: that of its answer; 0 where that says nothing of use
    error: the code of the error, such as "invalid_client" (RFC 6749, 5.2); None if there is none
    """

    def __init__(
        self,
        reason: str,
        *,
        status: int = 0,
        error: str | None = None,
        headers: HTTPHeaders | None = None,
    ) -> None:
        super().__init__(reason, sent=False, final=status not in RETRIED_STATUSES)
        self.status = status
        self.error = error
        self.headers = headers


#: How a client proves to a token endpoint who it is (RFC 6749, 2.3.1; names of RFC 7591, 2).
ClientAuthentication = Literal["client_secret_basic", "client_secret_post"]


_REDIRECTS = 5


@dataclass(frozen=True, slots=True)
class Flow:
    """What a document says about one way to a token (OAuth Flow Object).

    token_url, refresh_url, device_url, metadata_url: relative ones are below the API's address
    scopes: those that the operations need
    """

    token_url: str = ""
    refresh_url: str = ""
    device_url: str = ""
    metadata_url: str = ""
    scopes: tuple[str, ...] = ()

    def resolved(self, base_url: str) -> Flow:
        """Return the flow with addresses that are relative to none."""

        def absolute(url: str) -> str:
            return url and urljoin(base_url, url)

        return Flow(
            absolute(self.token_url),
            absolute(self.refresh_url),
            absolute(self.device_url),
            absolute(self.metadata_url),
            self.scopes,
        )


class SourceOptions(TypedDict, total=False):
    """What every source takes beside its secrets.

    scopes: what to ask for, as a list or with spaces between; by default what the API's operations
        need, `()` for nothing
    token_url, refresh_url, metadata_url: where to ask; by default as the API's document says
    client_authentication: "client_secret_basic", or "client_secret_post" for a server that wants
        the secret in the form; by default what the server's metadata name, else the first
    parameters: more fields for each request, such as `{"audience": "..."}`
    on_token: called with each new `Token`, to store a refresh token that was replaced
    skew: how many seconds before it expires a token counts as expired
    timeout: seconds to wait for a connection, and for each part of an answer
    clock: tells the seconds since the epoch
    """

    scopes: Sequence[str] | None
    token_url: str
    refresh_url: str
    metadata_url: str
    client_authentication: ClientAuthentication | None
    parameters: Mapping[str, str]
    on_token: Callable[[Token], object] | None
    skew: float
    timeout: tuple[float, float]
    clock: Callable[[], float]


class _Flight:
    """A request for a token that is under way, and who else waits for it."""

    def __init__(self) -> None:
        from concurrent.futures import Future

        self.thread = get_ident()
        self.token: Token | None = None
        #: The token; an exception if there is none; None if whoever asked has given up.
        self.ended: Future[Token | Failure | None] = Future()
        self.ended.set_running_or_notify_cancel()  # so that who waits cannot cancel it


class TokenSource:
    """Obtains access tokens, and keeps them until they expire.

    One source serves any number of threads, event loops and clients.
    """

    #: The flows of a document that this is for, the best first.
    flows: ClassVar[tuple[str, ...]] = ()
    #: Whether refresh tokens are used, and whether there is a way from the start without one.
    _refreshes: ClassVar[bool] = True
    _restarts: ClassVar[bool] = True

    def __init__(
        self,
        client_id: str | None,
        client_secret: str | None,
        **options: Unpack[SourceOptions],
    ) -> None:
        unknown = options.keys() - SourceOptions.__optional_keys__
        if unknown:
            raise ApiTypeError(f"got an unexpected keyword argument '{min(unknown)}'")
        self._client_id = client_id
        self._client_secret = client_secret
        scopes = options.get("scopes")
        self._scopes = scopes.split() if isinstance(scopes, str) else scopes
        self._own = Flow(
            options.get("token_url", ""),
            options.get("refresh_url", ""),
            metadata_url=options.get("metadata_url", ""),
        )
        self._authentication = options.get("client_authentication")
        self._parameters = dict(options.get("parameters", {}))
        self._on_token = options.get("on_token")
        self._skew = options.get("skew", 60.0)
        self._timeout = timeouts(options.get("timeout", (10.0, 30.0)))
        self._clock = options.get("clock", time.time)
        self._token: Token | None = None
        self._metadata: dict[str, Mapping[str, Any]] = {}
        # By process: a child does not wait for a thread of its parent. `setdefault` and `pop` of a
        # dict are atomic, so that no lock can be held while the process forks.
        self._flights: dict[int, _Flight] = {}

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._client_id!r}>"

    def __copy__(self) -> TokenSource:
        return self

    def __deepcopy__(self, memo: dict[int, Any]) -> TokenSource:
        return self

    def __reduce__(self) -> NoReturn:
        raise TypeError("a source of tokens holds secrets, and cannot be pickled")

    # Taking a token

    def value(self, send: Send, flow: Flow = Flow(), deadline: float | None = None) -> str:
        """Return an access token, a new one where that is needed.

        send: sends the requests for it
        flow: where to ask, if the source does not know better
        deadline: until when, by the monotonic clock
        """
        while (token := self._valid()) is None:
            flight = _Flight()
            current = self._flights.setdefault(os.getpid(), flight)
            if current is flight:
                with self._landing(flight) as landing:
                    token = landing.token = self._valid() or taken(
                        self._steps(flow), send, deadline
                    )
                break
            if current.thread == get_ident():
                # It goes on in this very thread, once this call has returned: no use to wait.
                token = taken(self._steps(flow), send, deadline)
                break
            token = result(waited(current.ended, deadline))
            if token is not None:
                break
        return token.access_token

    async def value_async(
        self, send: AsyncSend, flow: Flow = Flow(), deadline: float | None = None
    ) -> str:
        """Return an access token, a new one where that is needed. See `value`."""
        from asyncio import wrap_future

        while (token := self._valid()) is None:
            flight = _Flight()
            current = self._flights.setdefault(os.getpid(), flight)
            if current is flight:
                with self._landing(flight) as landing:
                    token = landing.token = self._valid() or await taken_async(
                        self._steps(flow), send, deadline
                    )
                break
            token = result(await wrap_future(current.ended))
            if token is not None:
                break
        return token.access_token

    def forget(self, value: str) -> None:
        """Take an access token for expired, because the API refused it; a newer one stays."""
        token = self._token
        if token is not None and token.access_token == value:
            self._token = replace(token, expires_at=float("-inf"))

    @contextmanager
    def _landing(self, flight: _Flight) -> Generator[_Flight]:
        """End a flight: tell those who wait what became of it, whatever has happened."""
        failure: Failure | None = None
        try:
            yield flight
        except Failure as error:
            failure = error
            raise
        finally:
            self._flights.pop(os.getpid(), None)
            flight.ended.set_result(flight.token or failure)

    def _valid(self) -> Token | None:
        token = self._token
        if token is None or token.expires_at is None or self._clock() < token.expires_at:
            return token
        return None

    # Obtaining one

    def _steps(self, flow: Flow) -> Steps:
        """Obtain a token: with the refresh token that came with the last one, or from the start."""
        here = yield from self._located(flow)
        held = self._token and self._token.refresh_token
        token: Any = None
        if held and self._refreshes:
            try:
                token = yield from self._refreshed(here, held)
            except TokenFailure as refusal:
                if not self._restarts or not 400 <= refusal.status < 500:
                    raise
        if token is None:
            token = yield from self._granted(here)
        self._token = token
        if self._on_token is not None:
            told = self._on_token(token)
            if isinstance(told, Awaitable):
                yield told
        return token

    def _granted(self, flow: Flow) -> Steps:
        """Obtain a token from the start."""
        raise NotImplementedError

    def _refreshed(self, flow: Flow, refresh_token: str) -> Steps:
        fields = {"grant_type": "refresh_token", "refresh_token": refresh_token}
        token = yield from self._asked(flow.refresh_url or flow.token_url, fields)
        # The server may keep the refresh token, or replace it (RFC 6749, 6).
        return token if token.refresh_token else replace(token, refresh_token=refresh_token)

    def _asked(self, url: str, fields: Mapping[str, str]) -> Steps:
        """Ask a token endpoint for a token."""
        asked_at = self._clock()
        answer = yield from self._posted(url, fields)
        value = answer.get("access_token")
        if not isinstance(value, str) or not value:
            raise TokenFailure(f"no access token from {shown(url)}: its answer has none")
        refresh_token = answer.get("refresh_token")
        return Token(
            value,
            refresh_token if isinstance(refresh_token, str) and refresh_token else None,
            self._expiry(asked_at, answer.get("expires_in")),
            tuple(str(answer.get("scope") or "").split()),
        )

    def _expiry(self, asked_at: float, expires_in: Any) -> float | None:
        """Return when a token counts as expired. A short life is not eaten up by the skew."""
        try:
            seconds = float(expires_in)
        except (TypeError, ValueError):
            return None
        return asked_at + seconds - min(self._skew, seconds / 2)

    def _posted(self, url: str, fields: Mapping[str, str]) -> Steps:
        """Send a form to the authorization server, and return its JSON object."""
        form = {**fields, **self._parameters}
        headers = {
            "Accept": "application/json",
            "Content-Type": "application/x-www-form-urlencoded",
        }
        if self._client_id is not None:
            if self._client_secret is None:
                form["client_id"] = self._client_id
            elif self._authentication_method() == "client_secret_post":
                form["client_id"], form["client_secret"] = self._client_id, self._client_secret
            else:
                pair = f"{quote_plus(self._client_id)}:{quote_plus(self._client_secret)}"
                headers["Authorization"] = "Basic " + base64.b64encode(pair.encode()).decode()
        content = urlencode(form).encode()
        outcome = yield Request("POST", url, headers, (), content, self._timeout)
        return self._read(url, outcome, fields)

    def _read(self, url: str, outcome: Outcome, fields: Mapping[str, str]) -> Mapping[str, Any]:
        """Return the JSON object of an answer; raise what it says is wrong."""
        if isinstance(outcome, Failure):
            raise Failure(
                f"no access token from {shown(url)}: {outcome.reason}",
                timed_out=outcome.timed_out,
                sent=False,  # that is, the request of the call
                final=outcome.final,
            )
        try:
            answer = json.loads(outcome.data)
        except ValueError:
            answer = None
        found: Mapping[str, Any] = answer if is_object(answer) else {}
        code = found.get("error")
        succeeded = 200 <= outcome.status <= 299
        if code is None and succeeded and found:
            return found
        # GitHub answers errors with status 200.
        words = f"status {outcome.status}" if code is None else self._hidden(str(code), fields)
        if code is None and succeeded:
            words = "its answer is no JSON object"
        description = found.get("error_description")
        if description is not None:
            words += f" ({self._hidden(str(description), fields)})"
        raise TokenFailure(
            f"no access token from {shown(url)}: {words}",
            status=outcome.status,
            error=None if code is None else self._hidden(str(code), fields),
            headers=outcome.headers,
        )

    def _hidden(self, text: str, fields: Mapping[str, str]) -> str:
        """Return some text of a server, short, and without anything that was sent as a secret."""
        secret = [self._client_secret, *(v for n, v in fields.items() if n in _SECRET_FIELDS)]
        for value in filter(None, secret):
            for form in (value, quote_plus(value)):
                text = text.replace(form, "***")
        return " ".join(text.split())[:300]

    # Where to ask

    def _located(self, flow: Flow) -> Steps:
        """Return the addresses to use: the source's own, the document's, those of the metadata."""
        own = self._own
        scopes = flow.scopes if self._scopes is None else tuple(self._scopes)
        found = Flow(
            own.token_url or flow.token_url,
            own.refresh_url or ("" if own.token_url else flow.refresh_url),
            own.device_url or flow.device_url,
            own.metadata_url or flow.metadata_url,
            scopes,
        )
        if found.metadata_url and not self._suffices(found):
            metadata = yield from self._discovered(found.metadata_url)
            found = replace(
                found,
                token_url=found.token_url or _endpoint(metadata, "token_endpoint"),
                device_url=found.device_url or _endpoint(metadata, "device_authorization_endpoint"),
            )
        if not self._suffices(found):
            raise ApiValueError(f"{self!r} needs a token_url: the API declares none")
        return found

    def _suffices(self, flow: Flow) -> bool:
        return bool(flow.token_url)

    def _discovered(self, url: str) -> Steps:
        """Return the server's metadata (OpenID Connect Discovery 1.0, 4; RFC 8414, 3)."""
        if url not in self._metadata:
            request = Request("GET", url, {"Accept": "application/json"}, (), None, self._timeout)
            outcome: Outcome = yield request
            for _ in range(_REDIRECTS):
                if isinstance(outcome, Failure):
                    break
                following = request.redirected(outcome.status, outcome.headers.get("location"))
                if following is None:
                    break
                request = following
                outcome = yield request
            metadata = self._read(url, outcome, {})
            for name in ("token_endpoint", "device_authorization_endpoint"):
                # What is found over TLS does not send a secret in the clear.
                if url.startswith("https:") and _endpoint(metadata, name).startswith("http:"):
                    raise TokenFailure(f"{shown(url)} names a {name} without TLS")
            self._metadata = {url: metadata}
        return self._metadata[url]

    def _authentication_method(self) -> str:
        if self._authentication is not None:
            return self._authentication
        for metadata in self._metadata.values():
            methods = metadata.get("token_endpoint_auth_methods_supported", ())
            if "client_secret_post" in methods and "client_secret_basic" not in methods:
                return "client_secret_post"
        return "client_secret_basic"


_SECRET_FIELDS = frozenset({"password", "refresh_token", "device_code"})


def shown(url: str) -> str:
    """Return an address without what may be secret in it."""
    address = url.partition("?")[0]
    scheme, _, rest = address.partition("://")
    return f"{scheme}://{rest.rpartition('@')[2]}" if "@" in rest.partition("/")[0] else address


def _endpoint(metadata: Mapping[str, Any], name: str) -> str:
    value = metadata.get(name)
    return value if isinstance(value, str) else ""
