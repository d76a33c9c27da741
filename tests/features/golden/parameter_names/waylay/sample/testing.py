# Made by clientloom from features/parameter_names.yaml and templates/shared/testing.py.jinja. Do not edit.
"""What programs that call Names of parameters are tested with: nothing is sent."""

from __future__ import annotations

from .api._runtime.waylay_testing import (
    ANY,
    BaseMock,
    Stub,
    Stubs,
    matching,
    stubbed as _stubbed,
)
from .api.names_api import NamesApi

__all__ = ["ANY", "Mock", "Stub", "matching"]


class _NamesApiStubs(Stubs):
    get_builtins = _stubbed(NamesApi.get_builtins)
    get_signs = _stubbed(NamesApi.get_signs)
    put_same = _stubbed(NamesApi.put_same)
    put_taken = _stubbed(NamesApi.put_taken)


class Mock(BaseMock):
    """Has a stub for each operation, and is the `transport` of clients in tests.

    In a `with` block it checks at the end that each stub was called, and nothing else.
    """

    def __init__(self) -> None:
        super().__init__()
        self.names = _NamesApiStubs(self)
