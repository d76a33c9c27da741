# Made by clientloom from features/inline_objects.yaml and templates/shared/testing.py.jinja. Do not edit.
"""What programs that call Objects without a name are tested with: nothing is sent."""

from __future__ import annotations

from .api._runtime.waylay_testing import (
    ANY,
    BaseMock,
    Stub,
    Stubs,
    matching,
    stubbed as _stubbed,
)
from .api.things_api import ThingsApi

__all__ = ["ANY", "Mock", "Stub", "matching"]


class _ThingsApiStubs(Stubs):
    create_thing = _stubbed(ThingsApi.create_thing)
    list_things = _stubbed(ThingsApi.list_things)


class Mock(BaseMock):
    """Has a stub for each operation, and is the `transport` of clients in tests.

    In a `with` block it checks at the end that each stub was called, and nothing else.
    """

    def __init__(self) -> None:
        super().__init__()
        self.things = _ThingsApiStubs(self)
