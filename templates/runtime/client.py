"""The clients of the documented calling styles: `call`, on which every generated method stands."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache, cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any, ClassVar, Literal, Self, TypeVar, cast
from urllib.parse import urljoin

from .adapters import to_jsonable
from .auth import Credential, chosen, from_request_auth
from .call import Argument, Draft, set_idempotency_key
from .checks import ArgumentErrors, Checks
from .configuration import DocumentedConfiguration
from .deprecation import warn_renamed
from .exceptions import (
    ApiConnectionException,
    ApiException,
    ApiTypeError,
    TokenException,
)
from .exchange import AsyncDriver, Call, Driver, Exchanged
from .lazy import version
from .operations import ApiResponse
from .options import LegacyOptions, NextgenOptions, PriorOptions
from .parameters import protect_dots
from .request import Request, set_header
from .responses import Failure, Response, decode, decode_error
from .retries import Retry, documented
from .settings import AsyncMiddleware, Hooks, Middleware, Timeouts, timeouts
from .tokens import TokenFailure

if TYPE_CHECKING:
    from multiprocessing.pool import ThreadPool

    from typing_extensions import TypeForm

#: What a configuration can hold, beside what a client is made of.
__all__ = [
    "AsyncMiddleware",
    "DocumentedAsyncClient",
    "DocumentedClient",
    "Failure",
    "Hooks",
    "Middleware",
    "Request",
    "Response",
    "Retry",
    "Surface",
    "Timeouts",
]

R = TypeVar("R")

_OPTIONS: dict[ArgumentErrors, frozenset[str]] = {
    "api": PriorOptions.__optional_keys__,
    "value": LegacyOptions.__optional_keys__,
    "pydantic": NextgenOptions.__optional_keys__,
}


@dataclass(frozen=True, slots=True)
class Surface:
    """What differs between the documented styles when a program runs.

    distribution: the installed distribution, for its version
    configuration: the class of the configuration
    argument_errors: what is checked of arguments, and how faults are reported (see `Checks`)
    http_info: what `_return_http_data_only=False` gives: (data, status, headers), or `ApiResponse`
    """

    distribution: str
    configuration: type[DocumentedConfiguration]
    argument_errors: ArgumentErrors = "api"
    http_info: Literal["tuple", "response"] = "tuple"


@cache
def _default_user_agent(distribution: str) -> str:
    return f"{distribution}/{version(distribution)} (Python)"


class _Client:
    """What both clients share: everything but sending."""

    surface: ClassVar[Surface]
    _default: ClassVar[Any] = None

    def __init__(
        self,
        configuration: DocumentedConfiguration | None = None,
        header_name: str | None = None,
        header_value: str | None = None,
        cookie: str | None = None,
        pool_threads: int = 1,
    ) -> None:
        if configuration is None:
            configuration = self.surface.configuration.get_default_copy()
        self.configuration = configuration
        #: Headers of every request.
        self.default_headers: dict[str, str] = {}
        if header_name is not None and header_value is not None:
            self.default_headers[header_name] = header_value
        #: A Cookie header for every request.
        self.cookie = cookie
        self.pool_threads = pool_threads
        #: The answer to the last call.
        self.last_response: Response | None = None
        self._lock = Lock()

    @property
    def user_agent(self) -> str:
        """The User-Agent header."""
        return self.default_headers.get("User-Agent") or _default_user_agent(
            self.surface.distribution
        )

    @user_agent.setter
    def user_agent(self, value: str) -> None:
        self.default_headers["User-Agent"] = value

    def set_default_header(self, header_name: str, header_value: str) -> None:
        """Set a header of every request."""
        self.default_headers[header_name] = header_value

    @classmethod
    def get_default(cls) -> Self:
        """Return the client that APIs use when they are made without one."""
        if cls._default is None:
            cls._default = cls()
        default: Self = cls._default
        return default

    @classmethod
    def set_default(cls, default: Self | None) -> None:
        """Set the client that APIs use when they are made without one."""
        cls._default = default

    def sanitize_for_serialization(self, obj: Any) -> Any:
        """Return a value as JSON has it: models as dicts with wire names, dates as text."""
        return to_jsonable(obj)

    def prepared(
        self,
        method: str,
        path: str,
        *arguments: Argument,
        returns: Any,
        responses: Mapping[str, Any] = {},
        security: tuple[tuple[str, ...], ...] = (),
        accept: str = "application/json",
        server: str | None = None,
        options: Mapping[str, Any] = {},
    ) -> Call:
        """Check the arguments, and return a call that has not been made yet. See `call`."""
        for option in options:
            if option not in _OPTIONS[self.surface.argument_errors]:
                raise ApiTypeError(f"got an unexpected keyword argument '{option}'")

        configuration = self.configuration
        disabled = configuration.disabled_client_side_validations
        checks = Checks(
            self.surface.argument_errors,
            types=options.get("_check_input_type", True),
            limits=configuration.client_side_validation,
            disabled=frozenset(disabled.split(",")) if disabled else frozenset(),
        )
        safe = "".join(set(configuration.safe_chars_for_path_param) - set("?#%"))
        draft = Draft(path, checks, safe)
        for argument in arguments:
            argument.write(draft)

        # The more particular wins: the client's defaults, the call's parameters, its options.
        headers = {"Accept": accept, "User-Agent": self.user_agent}
        if self.cookie is not None:
            headers["Cookie"] = self.cookie
        if draft.body is not None:
            headers["Content-Type"] = options.get("_content_type") or draft.body.content_type
        for given in (self.default_headers, draft.headers, options.get("_headers") or {}):
            for name, value in given.items():
                set_header(headers, name, value)

        host = configuration.host
        if options.get("_host_index") is not None:
            host = configuration.get_host_from_settings(options["_host_index"])
        elif server is not None:
            host = urljoin(host, server)
        url = host.rstrip("/") + protect_dots(draft.path)
        if draft.query:
            url += "?" + "&".join(map("=".join, draft.query))

        timeout = options.get("_request_timeout")
        request = Request(
            method,
            url,
            headers,
            tuple(draft.cookies),
            None if draft.body is None else draft.body.content,
            timeouts(configuration.request_timeout if timeout is None else timeout),
            self._credentials(security, options),
            set_idempotency_key(headers, method, arguments, None),
            template=path,
            stream=not options.get("_preload_content", True),
        )
        retries = options.get("_retries")
        retry = documented(configuration.retries if retries is None else retries)
        return Call(request, returns, responses, retry, configuration.hooks, options)

    def _credentials(
        self, security: tuple[tuple[str, ...], ...], options: Mapping[str, Any]
    ) -> tuple[Credential, ...]:
        own = options.get("_request_auth")
        if own:
            return (from_request_auth(own),)
        # Of several that are configured, the last one: the originals let it overwrite the others.
        configuration = self.configuration
        alternatives = tuple(names for names in reversed(security) if names)
        return chosen(alternatives, configuration.security_schemes, configuration)

    def _successful(self, call: Call, ended: Exchanged) -> Response:
        """Return a successful answer, or raise what a method raises."""
        response = ended.outcome
        if isinstance(response, TokenFailure):
            raise TokenException(
                response.status, response.reason, error=response.error, headers=response.headers
            )
        method, url = ended.request.method, ended.request.url
        if isinstance(response, Failure):
            raise ApiConnectionException.of(response).during(method, url, ended.attempts)
        self.last_response = response
        if not 200 <= response.status <= 299:
            data = decode_error(response, call.responses)
            raise ApiException.from_response(response, data).during(method, url, ended.attempts)
        return response

    def _result(self, call: Call, ended: Exchanged) -> Any:
        """Return what a method returns, or raise what it raises."""
        response = self._successful(call, ended)
        raw: bytes | Response = response.data
        if not call.request.stream:
            data = decode(
                response,
                call.returns,
                call.responses,
                check=call.options.get("_check_return_type", True),
                extra="ignore" if self.configuration.discard_unknown_keys else None,
            )
        else:
            method, url, attempts = ended.request.method, ended.request.url, ended.attempts

            def failed(failure: Failure) -> Exception:
                return ApiConnectionException.of(failure).during(method, url, attempts)

            data = raw = self.last_response = self._opened(response, failed)
        if call.options.get("_return_http_data_only", True):
            return data
        if self.surface.http_info == "response":
            return ApiResponse(response.status, response.headers, data, raw)
        return data, response.status, response.headers

    def _opened(self, response: Response, failed: Callable[[Failure], Exception]) -> Response:
        """Return an answer that is on its way, as a program reads it."""
        raise NotImplementedError


class DocumentedClient(_Client):
    """Calls an API. One client serves any number of threads.

    It connects on the first call, and again if it is used after `close`.

    configuration: by default a copy of the default configuration
    header_name, header_value: a header of every request
    cookie: a Cookie header for every request
    pool_threads: how many calls with `async_req=True` run at a time
    """

    _pool: ThreadPool | None = None

    @cached_property
    def _driver(self) -> Driver:
        return Driver(self.configuration.connection, self.configuration.sender)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *exception: object) -> None:
        self.close()

    def close(self) -> None:
        """Close all connections, after the calls with `async_req=True` have ended."""
        pool, self._pool = self._pool, None
        if pool is not None:
            pool.close()
            pool.join()
        self._driver.close()

    @property
    def pool(self) -> ThreadPool:
        """The threads for `async_req=True`, made on first use."""
        from multiprocessing.pool import ThreadPool

        with self._lock:
            if self._pool is None:
                self._pool = ThreadPool(self.pool_threads)
            return self._pool

    def call(
        self,
        method: str,
        path: str,
        *arguments: Argument,
        returns: TypeForm[R],
        responses: Mapping[str, Any] = {},
        security: tuple[tuple[str, ...], ...] = (),
        accept: str = "application/json",
        server: str | None = None,
        renamed: tuple[str, str] | None = None,
        options: Mapping[str, Any] = {},
    ) -> R:
        """Make a call and return what it returns.

        arguments: the parameters and the body
        returns: the type of the body of any successful answer
        responses: types for particular answers: by "404", "4XX" or "default", and then, where a
            mapping is given, by media type
        security: alternatives, each of them names of security schemes that go together
        accept: the media types that the caller can read
        server: where the operation is, if not where the others are; it may be relative
        renamed: an earlier name, which the caller used, and that of today
        options: see `options.py`
        """
        if renamed is not None:
            warn_renamed(*renamed)
        call = self.prepared(
            method, path, *arguments, returns=returns, responses=responses, security=security,
            accept=accept, server=server, options=options,
        )  # fmt: skip
        if options.get("async_req"):
            return cast("R", self.pool.apply_async(self._run, (call,)))
        return cast("R", self._run(call))

    def answer(self, call: Call) -> Response:
        """Make a call, and return its answer as it came, or is coming."""
        return self._successful(call, self._driver.run(call))

    def _run(self, call: Call) -> Any:
        return self._result(call, self._driver.run(call))

    def _opened(self, response: Response, failed: Callable[[Failure], Exception]) -> Response:
        from .open_responses import OpenResponse

        return OpenResponse(response, failed)


class DocumentedAsyncClient(_Client):
    """Calls an API from an event loop: the methods of an API made with it have to be awaited.

    The parameters are those of `DocumentedClient`. `async_req` has no meaning here.
    """

    @cached_property
    def _driver(self) -> AsyncDriver:
        return AsyncDriver(self.configuration.connection, self.configuration.sender)

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *exception: object) -> None:
        await self.aclose()

    async def aclose(self) -> None:
        """Close all connections."""
        await self._driver.close()

    async def close(self) -> None:
        """Close all connections, like `aclose`."""
        await self.aclose()

    async def call(
        self,
        method: str,
        path: str,
        *arguments: Argument,
        returns: TypeForm[R],
        responses: Mapping[str, Any] = {},
        security: tuple[tuple[str, ...], ...] = (),
        accept: str = "application/json",
        server: str | None = None,
        renamed: tuple[str, str] | None = None,
        options: Mapping[str, Any] = {},
    ) -> R:
        """Make a call and return what it returns. See `DocumentedClient.call`."""
        if renamed is not None:
            warn_renamed(*renamed)
        call = self.prepared(
            method, path, *arguments, returns=returns, responses=responses, security=security,
            accept=accept, server=server, options=options,
        )  # fmt: skip
        return cast("R", self._result(call, await self._driver.run(call)))

    async def answer(self, call: Call) -> Response:
        """Make a call, and return its answer as it came, or is coming."""
        return self._successful(call, await self._driver.run(call))

    def _opened(self, response: Response, failed: Callable[[Failure], Exception]) -> Response:
        from .open_responses import AsyncOpenResponse

        return AsyncOpenResponse(response, failed)
