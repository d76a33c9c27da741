"""Which HTTP library sends the requests of a client: `httpx2`, or `pyreqwest` where it is there.

`pyreqwest` comes with the extra `fast` of this package. Synchronous clients use it as soon as it is
installed, unless a program says what sends its requests; asynchronous ones where a program says so.
"""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeAlias

from .exceptions import ApiValueError
from .lazy import version
from .settings import Connection

if TYPE_CHECKING:
    from .pyreqwest_async import AsyncPyreqwestTransport
    from .pyreqwest_transport import PyreqwestTransport
    from .transport import AsyncTransport, Transport

AnyTransport: TypeAlias = "Transport | PyreqwestTransport"
AnyAsyncTransport: TypeAlias = "AsyncTransport | AsyncPyreqwestTransport"

#: The first version that has what is used of it.
_FLOOR = (0, 15, 1)


def transport(connection: Connection, own: Any) -> AnyTransport:
    """Return what sends requests.

    own: the name of a library; or a client or a transport of httpx2 to send through
    """
    if _is_fast(own):
        from .pyreqwest_transport import PyreqwestTransport

        return PyreqwestTransport(connection)
    from .transport import Transport

    return Transport(connection, None if isinstance(own, str) else own)


def async_transport(connection: Connection, own: Any) -> AnyAsyncTransport:
    """Return what sends requests from an event loop. The parameters are those of `transport`.

    Without a name it is httpx2, whatever is installed: pyreqwest 0.15.1 has faults in event loops,
    each with a cure in `pyreqwest_async.py`, and whoever wants that speed says so.
    """
    if own is not None and _is_fast(own):
        from .pyreqwest_async import AsyncPyreqwestTransport

        return AsyncPyreqwestTransport(connection)
    from .transport import AsyncTransport

    return AsyncTransport(connection, None if isinstance(own, str) else own)


def check_library(own: Any) -> None:
    """Raise an error where what should send requests is the name of a library that is not there."""
    if isinstance(own, str):
        _is_fast(own)


def _is_fast(own: Any) -> bool:
    if own is None:
        return _problem() is None
    if not isinstance(own, str) or own == "httpx2":
        return False
    if own != "pyreqwest":
        raise ApiValueError('transport must be "httpx2", "pyreqwest", or a transport of httpx2')
    problem = _problem()
    if problem is not None:
        raise ApiValueError(f'transport="pyreqwest" needs the extra `fast`: {problem}')
    return True


def _problem() -> str | None:
    """Say why pyreqwest cannot be used here; None if it can."""
    try:
        import_module("pyreqwest")
    except ImportError as error:
        return str(error)
    if _installed() < _FLOOR:
        return f"pyreqwest is older than {'.'.join(map(str, _FLOOR))}"
    return None


@cache
def _installed() -> tuple[int, ...]:
    return tuple(int(part) for part in version("pyreqwest").split(".") if part.isdecimal())
