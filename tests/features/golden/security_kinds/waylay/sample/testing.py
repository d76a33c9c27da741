# Made by clientloom from features/security_kinds.yaml and templates/shared/testing.py.jinja. Do not edit.
"""What programs that call Security schemes are tested with: nothing is sent."""

from __future__ import annotations

from .api._runtime.waylay_testing import (
    ANY,
    BaseMock,
    Stub,
    Stubs,
    matching,
    stubbed as _stubbed,
)
from .api.security_api import SecurityApi

__all__ = ["ANY", "Mock", "Stub", "matching"]


class _SecurityApiStubs(Stubs):
    call_basic = _stubbed(SecurityApi.call_basic)
    call_bearer = _stubbed(SecurityApi.call_bearer)
    call_cookie_key = _stubbed(SecurityApi.call_cookie_key)
    call_header_key = _stubbed(SecurityApi.call_header_key)
    call_none = _stubbed(SecurityApi.call_none)
    call_o_auth2 = _stubbed(SecurityApi.call_o_auth2)
    call_open_id_connect = _stubbed(SecurityApi.call_open_id_connect)
    call_query_key = _stubbed(SecurityApi.call_query_key)


class Mock(BaseMock):
    """Has a stub for each operation, and is the `transport` of clients in tests.

    In a `with` block it checks at the end that each stub was called, and nothing else.
    """

    def __init__(self) -> None:
        super().__init__()
        self.security = _SecurityApiStubs(self)
