# Made by clientloom from specs/waylay_rules.yaml and templates/shared/testing.py.jinja. Do not edit.
"""What programs that call Waylay Rules are tested with: nothing is sent."""

from __future__ import annotations

from .api._runtime.waylay_testing import (
    ANY,
    BaseMock,
    Stub,
    Stubs,
    matching,
    stubbed as _stubbed,
)
from .api.tasks_api import TasksApi

__all__ = ["ANY", "Mock", "Stub", "matching"]


class _TasksApiStubs(Stubs):
    create = _stubbed(TasksApi.create)
    delete = _stubbed(TasksApi.delete)
    get_configuration = _stubbed(TasksApi.get_configuration)
    get = _stubbed(TasksApi.get)
    list = _stubbed(TasksApi.list)
    replace = _stubbed(TasksApi.replace)
    start = _stubbed(TasksApi.start)
    stop = _stubbed(TasksApi.stop)


class Mock(BaseMock):
    """Has a stub for each operation, and is the `transport` of clients in tests.

    In a `with` block it checks at the end that each stub was called, and nothing else.
    """

    def __init__(self) -> None:
        super().__init__()
        self.tasks = _TasksApiStubs(self)
