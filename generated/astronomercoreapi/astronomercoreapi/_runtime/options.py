"""The options that every method takes beside its own parameters, in each calling style.

They are typed for editors and checkers here; `call.py` says what they do. All are optional.

_retries: how often the request is sent again, or a `Retry`, instead of the configuration's
_request_timeout: seconds to wait for the connection and for each read; or a pair of the two
async_req: run the call in a thread of the client's pool; its result has `get()` and `ready()`
_return_http_data_only: False gives status and headers as well
_preload_content: False gives the response while it is on its way, to be read like a file
_check_input_type: False sends arguments of any type
_check_return_type: False gives plain data for a body that is not what the API declares
_host_index: the number of the server to call, of those that the API declares
_request_auth: credentials for this call: {"in": "header", "key": "X-Key", "value": "..."}
_content_type: the media type to send the body as
_headers: headers for this call
_reconnect: have a `*_stream` method ask for an event stream again whenever its connection ends, as
    browsers do: from the last event on, until it is answered 204, says that it is at its end, or
    brings nothing five times in a row
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from .retries import Retry
    from .settings import Timeout


class _CallOptions(TypedDict, total=False):
    async_req: bool | None
    _return_http_data_only: bool
    _preload_content: bool
    _request_timeout: Timeout
    _retries: int | Retry | None
    _reconnect: bool


class PriorOptions(_CallOptions, total=False):
    """Options of the style `prior`."""

    _check_input_type: bool
    _check_return_type: bool
    _host_index: int | None


class LegacyOptions(_CallOptions, total=False):
    """Options of the style `legacy`."""

    _request_auth: Mapping[str, Any] | None
    _content_type: str | None
    _headers: Mapping[str, str] | None


class NextgenOptions(LegacyOptions, total=False):
    """Options of the style `nextgen`."""
