"""One request, from its complete form to each attempt: its time, its credentials, its redirects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from .exceptions import ApiValueError
from .headers import HTTPHeaders
from .parameters import quote
from .settings import Timeouts
from .uploads import Payload, Upload

if TYPE_CHECKING:
    from .auth import Credential

#: Answers that can ask for another request.
REDIRECTS = frozenset({301, 302, 303, 307, 308})

# What a cookie can hold as it is (RFC 6265, 4.1.1): an API key is sent unchanged where possible.
_COOKIE_OCTETS = "!#$%&'()*+/:<=>?@[]^`{|}"

#: Names of query parameters that have carried API keys, as they stand in an address.
SECRET_QUERY_NAMES: set[str] = set()


@dataclass(frozen=True, slots=True)
class Request:
    """One request, complete but for its credentials, which are added to each attempt.

    template: the path as the document has it, with names in braces
    has_key: whether the server can tell by a header that it has had this request before
    deadline: when the call ends at the latest, by `time.monotonic()`
    stream: the body of a successful answer is left on its way
    """

    method: str
    url: str
    headers: Mapping[str, str]
    cookies: tuple[tuple[str, str], ...]
    content: Payload | None
    timeout: Timeouts
    credentials: tuple[Credential, ...] = ()
    has_key: bool = False
    template: str = ""
    deadline: float | None = None
    stream: bool = False

    @property
    def replayable(self) -> bool:
        """Whether the body can be sent a second time: one that gives its bytes only once cannot."""
        return not isinstance(self.content, Upload) or self.content.replayable

    @property
    def time_left(self) -> Timeouts:
        """The timeouts, none of them longer than the call lasts."""
        if self.deadline is None:
            return self.timeout
        return self.timeout.within(max(0.001, self.deadline - monotonic()))

    def ends_within(self, seconds: float) -> bool:
        """Say whether the call has to end before so many seconds have passed."""
        return self.deadline is not None and monotonic() + seconds >= self.deadline

    def __repr__(self) -> str:
        return f"<Request [{self.method} {self.url.partition('?')[0]}]>"

    def authorized(self, values: Sequence[str]) -> Request:
        """Return the request as it is sent, with the value of each credential in its place."""
        if not self.credentials and not self.cookies:
            return self
        url, headers, cookies = self.url, dict(self.headers), list(self.cookies)
        for credential, value in zip(self.credentials, values, strict=True):
            if credential.location == "header":
                set_header(headers, credential.name, value)
            elif credential.location == "cookie":
                cookies.append((credential.name, quote(value, _COOKIE_OCTETS)))
            else:
                name = quote(credential.name)
                SECRET_QUERY_NAMES.add(name)
                url += f"{'&' if '?' in url else '?'}{name}={quote(value)}"
        if cookies:
            own = HTTPHeaders(headers.items()).get("cookie")
            pairs = [f"{name}={value}" for name, value in cookies]
            set_header(headers, "Cookie", "; ".join([own, *pairs] if own else pairs))
        return Request(
            self.method, url, headers, (), self.content, self.timeout, (), self.has_key,
            self.template, self.deadline, self.stream,
        )  # fmt: skip

    def redirected(self, status: int, location: str | None) -> Request | None:
        """Return the request that a redirect asks for; None when the answer stands as it is.

        Reading requests are repeated; others only as 307 and 308 allow (RFC 9110, 15.4), and never
        at another origin. Another origin gets no credential and no header that could be one.
        """
        if location is None or status not in REDIRECTS:
            return None
        try:
            url = urljoin(self.url, location).partition("#")[0]
            here = origin(url) == origin(self.url)
        except ValueError:  # it is no address
            return None
        if not url.startswith(("http://", "https://")):
            return None
        if self.method not in ("GET", "HEAD"):
            if status == 303:
                kept = {n: v for n, v in self.headers.items() if n.lower() != "content-type"}
                return replace(self, method="GET", content=None, headers=kept).redirected(302, url)
            if status < 307 or not here or not self.replayable:
                return None
        if here:
            return replace(self, url=url)
        public = {n: v for n, v in self.headers.items() if n.lower() in ("accept", "user-agent")}
        return replace(self, url=url, headers=public, cookies=(), credentials=())


def origin(url: str) -> tuple[str, str | None, int]:
    """Return scheme, host and port (RFC 6454, 4)."""
    pieces = urlsplit(url)
    port = pieces.port or (443 if pieces.scheme == "https" else 80)
    return pieces.scheme, pieces.hostname, port


def set_header(headers: dict[str, str], name: str, value: str) -> None:
    """Set a header, whatever the case of its name; a value cannot start another header."""
    if "\r" in value or "\n" in value or "\0" in value:
        raise ApiValueError(f"Invalid value for header `{name}`: it contains a line break")
    lower = name.lower()
    for present in [present for present in headers if present.lower() == lower]:
        del headers[present]
    headers[name] = value.strip(" \t")
