# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/testing.py.jinja. Do not edit.
"""What programs that call FINBOURNE LUSID Workflow are tested with: nothing is sent."""

from __future__ import annotations

from ._runtime.testing import (
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
    create_task = _stubbed(TasksApi.create_task)
    delete_task = _stubbed(TasksApi.delete_task)
    get_task = _stubbed(TasksApi.get_task)
    update_task = _stubbed(TasksApi.update_task)


class Mock(BaseMock):
    """Has a stub for each operation, and is the `transport` of clients in tests.

    In a `with` block it checks at the end that each stub was called, and nothing else.
    """

    _errors = "value"

    def __init__(self) -> None:
        super().__init__()
        self.tasks_api = _TasksApiStubs(self)
