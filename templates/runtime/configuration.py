"""The configuration of a client, as the documented calling styles have it."""

from __future__ import annotations

import copy
import logging
import platform
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar, Self

from .auth import Scheme, Secret, basic_token
from .exceptions import ApiValueError
from .retries import Retry
from .settings import DEFAULT_TIMEOUT, Connection, Hooks, Timeout

if TYPE_CHECKING:
    from .request import Request
    from .responses import Outcome


@dataclass(frozen=True, slots=True)
class ServerVariable:
    """A part of a server's address that the caller can choose (Server Variable Object)."""

    default: str
    enum: tuple[str, ...] = ()
    description: str = ""


@dataclass(frozen=True, slots=True)
class Server:
    """A server of the API (OpenAPI 3.0.3, Server Object)."""

    url: str
    description: str = ""
    variables: Mapping[str, ServerVariable] = field(default_factory=dict[str, ServerVariable])

    def address(self, chosen: Mapping[str, str] | None = None) -> str:
        """Return the address, with the chosen values or the defaults for its variables."""
        url = self.url
        for name, variable in self.variables.items():
            value = (chosen or {}).get(name, variable.default)
            if variable.enum and value not in variable.enum:
                raise ApiValueError(
                    f"The variable `{name}` in the host URL has invalid value {value}. "
                    f"Must be {list(variable.enum)}."
                )
            url = url.replace(f"{{{name}}}", value)
        return url


class DocumentedConfiguration:
    """Where a client connects to, with which credentials, and how.

    host: the address of the API; the first server that it declares by default
    api_key, api_key_prefix: keys and the word before them ("Bearer"), by security scheme; a key may
        be a function that returns it
    access_token: an OAuth2 or bearer token; a function that returns one for each request; or a
        source that obtains it, such as `ClientCredentials`
    username, password: for basic authentication
    discard_unknown_keys: drop fields of responses that the models do not know, instead of keeping
        them
    disabled_client_side_validations: bounds that are not checked, such as "maxLength,pattern"
    server_index, server_variables: which server of the API, and the variable parts of its address
    ssl_ca_cert: a file with certificates to trust
    """

    #: The servers that the API declares.
    servers: ClassVar[tuple[Server, ...]] = (Server(""),)
    #: The security schemes that the API declares, by name.
    security_schemes: ClassVar[Mapping[str, Scheme]] = {}
    #: The version of the API, for the debug report.
    api_version: ClassVar[str] = ""

    _default: ClassVar[Any] = None

    def __init__(
        self,
        host: str | None = None,
        api_key: dict[str, Secret] | None = None,
        api_key_prefix: dict[str, str] | None = None,
        access_token: Secret | None = None,
        username: str | None = None,
        password: str | None = None,
        discard_unknown_keys: bool = False,
        disabled_client_side_validations: str = "",
        server_index: int | None = None,
        server_variables: dict[str, str] | None = None,
        server_operation_index: dict[str, int] | None = None,
        server_operation_variables: dict[str, dict[str, str]] | None = None,
        ssl_ca_cert: str | None = None,
        *,
        retries: int | Retry | None = None,
        debug: bool = False,
    ) -> None:
        self._host = host
        self.server_index = 0 if server_index is None else server_index
        self.server_variables = server_variables or {}
        self.server_operation_index = server_operation_index or {}
        self.server_operation_variables = server_operation_variables or {}

        self.api_key = api_key or {}
        self.api_key_prefix = api_key_prefix or {}
        #: Called with the configuration before an API key is read, to renew it there.
        self.refresh_api_key_hook: Callable[[Any], object] | None = None
        self.access_token = access_token
        self.username = username
        self.password = password

        self.discard_unknown_keys = discard_unknown_keys
        self.disabled_client_side_validations = disabled_client_side_validations
        #: Whether arguments are checked against the bounds that the API declares.
        self.client_side_validation = True
        #: Characters of path parameters that are sent as they are. `?`, `#` and `%` never are.
        self.safe_chars_for_path_param = ""

        #: Whether certificates of servers are checked.
        self.verify_ssl = True
        self.ssl_ca_cert = ssl_ca_cert
        #: The certificate and key that the client shows.
        self.cert_file: str | None = None
        self.key_file: str | None = None
        #: The address of a proxy; by default the environment says (HTTPS_PROXY, NO_PROXY).
        self.proxy: str | None = None
        self.proxy_headers: dict[str, str] | None = None
        self.connection_pool_maxsize = 100
        #: Whether HTTP/2 is spoken where the server can; that needs the package `h2`.
        self.http2 = False
        #: Seconds to wait for a connection, and for each part of an answer, without an option.
        self.request_timeout: Timeout = DEFAULT_TIMEOUT
        #: How often a request is sent again, or a `Retry`. None: only to connect, three times.
        self.retries: Any = retries
        #: What happens around each attempt; see `Hooks`.
        self.hooks = Hooks()
        #: An `httpx2.Client` (`AsyncClient` for an `AsyncApiClient`) that sends the requests, and
        #: knows itself how to connect; it is not closed here.
        self.http_client: Any = None
        #: What sends the requests: "httpx2" or "pyreqwest"; or a mock in tests, not closed here.
        self.transport: Any = None
        #: Where a program may keep its downloads.
        self.temp_folder_path: str | None = None
        self.debug = debug

    def __repr__(self) -> str:
        return f"<{type(self).__name__} for {self.host}>"

    def __deepcopy__(self, memo: dict[int, Any]) -> Self:
        # Functions that return tokens are shared: what they belong to may hold locks.
        result = copy.copy(self)
        for name, value in vars(self).items():
            if isinstance(value, dict):
                setattr(result, name, {**value})
        return result

    @classmethod
    def set_default(cls, default: Self | None) -> None:
        """Make a copy of a configuration the default for clients that are made without one."""
        cls._default = copy.deepcopy(default)

    @classmethod
    def get_default(cls) -> Self:
        """Return the default configuration, made on first use."""
        if cls._default is None:
            cls._default = cls()
        default: Self = cls._default
        return default

    @classmethod
    def get_default_copy(cls) -> Self:
        """Return a copy of the default configuration."""
        return copy.deepcopy(cls.get_default())

    @property
    def debug(self) -> bool:
        """Whether the loggers of this package and of the HTTP library show everything."""
        return self._debug

    @debug.setter
    def debug(self, value: bool) -> None:
        self._debug = value
        if value:
            for name in (type(self).__module__.partition(".")[0], "httpx2"):
                logging.getLogger(name).setLevel(logging.DEBUG)

    def connection(self) -> Connection:
        """Return how to connect."""
        cert = self.cert_file
        return Connection(
            verify=self.verify_ssl and (self.ssl_ca_cert or True),
            cert=cert if cert is None or self.key_file is None else (cert, self.key_file),
            proxy=self.proxy,
            proxy_headers=self.proxy_headers,
            http2=self.http2,
            max_connections=self.connection_pool_maxsize,
        )

    @property
    def sender(self) -> Any:
        """What the program has passed in to send requests through; None to connect."""
        return self.http_client or self.transport

    # Servers

    @property
    def host(self) -> str:
        """The address of the API."""
        if self._host is not None:
            return self._host
        return self.get_host_from_settings(self.server_index, self.server_variables)

    @host.setter
    def host(self, value: str) -> None:
        self._host = value

    def get_host_settings(self) -> list[dict[str, Any]]:
        """Return the servers that the API declares, as dicts."""
        return [
            {
                "url": server.url,
                "description": server.description or "No description provided",
                "variables": {
                    name: {
                        "description": variable.description or "No description provided",
                        "default_value": variable.default,
                        **({"enum_values": list(variable.enum)} if variable.enum else {}),
                    }
                    for name, variable in server.variables.items()
                },
            }
            for server in self.servers
        ]

    def get_host_from_settings(
        self, index: int | None, variables: Mapping[str, str] | None = None
    ) -> str:
        """Return the address of a server by its number, with values for its variables."""
        if index is None:
            return self.host
        if not 0 <= index < len(self.servers):
            raise ApiValueError(
                f"Invalid index {index} when selecting the host settings. "
                f"Must be less than {len(self.servers)}"
            )
        return self.servers[index].address(variables)

    # Credentials

    def api_key_and_prefix(self, name: str) -> tuple[Secret | None, str | None]:
        """Return the API key for a security scheme and the word before it."""
        if self.refresh_api_key_hook is not None:
            self.refresh_api_key_hook(self)
        return self.api_key.get(name), self.api_key_prefix.get(name)

    def get_api_key_with_prefix(self, identifier: str, alias: str | None = None) -> str | None:
        """Return the API key for a security scheme, with its prefix."""
        key, prefix = self.api_key_and_prefix(identifier)
        if key is None and alias is not None:
            key = self.api_key.get(alias)
        text = key() if callable(key) else key
        return text if text is None or prefix is None else f"{prefix} {text}"  # type: ignore[return-value]  # pyright: ignore

    def get_basic_auth_token(self) -> str:
        """Return the Authorization header of basic authentication."""
        return basic_token(self.username, self.password)

    def auth_settings(self) -> dict[str, dict[str, Any]]:
        """Return the security schemes that are configured, with their values."""
        settings: dict[str, dict[str, Any]] = {}
        for name, scheme in self.security_schemes.items():
            credential = scheme.credential(name, self)
            if credential is not None:
                settings[name] = {
                    "type": _TYPES.get(type(scheme).__name__, "api_key"),
                    "in": credential.location,
                    "key": credential.name,
                    "value": credential.value(self._send),
                }
        return settings

    def _send(self, request: Request) -> Outcome:
        """Send a request for a token, on a connection of its own."""
        from .library import transport

        sender = transport(self.connection(), self.sender)
        try:
            return sender.send(request)
        finally:
            sender.close()

    def to_debug_report(self) -> str:
        """Return what a report of a fault should tell."""
        from .lazy import version

        return (
            "Python SDK Debug Report:\n"
            f"OS: {platform.platform()}\n"
            f"Python Version: {sys.version}\n"
            f"Version of the API: {self.api_version}\n"
            f"HTTP Library: httpx2 {version('httpx2')}"
        )


_TYPES = {
    "Basic": "basic",
    "Http": "http",
    "Bearer": "bearer",
    "OAuth2": "oauth2",
    "OpenIdConnect": "oauth2",
}
