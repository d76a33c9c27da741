# Made by clientloom from specs/astronomer_core.yaml and templates/shared/testing.py.jinja. Do not edit.
"""What programs that call Astronomer Core are tested with: nothing is sent."""

from __future__ import annotations

from ._runtime.testing import (
    ANY,
    BaseMock,
    Stub,
    Stubs,
    matching,
    stubbed as _stubbed,
)
from .api.task_api import TaskApi

__all__ = ["ANY", "Mock", "Stub", "matching"]


class _TaskApiStubs(Stubs):
    clear_task_instances = _stubbed(TaskApi.clear_task_instances)
    get_mapped_task_instance = _stubbed(TaskApi.get_mapped_task_instance)
    list_mapped_task_instances = _stubbed(TaskApi.list_mapped_task_instances)
    update_task_instance = _stubbed(TaskApi.update_task_instance)
    update_task_instances_state = _stubbed(TaskApi.update_task_instances_state)


class Mock(BaseMock):
    """Has a stub for each operation, and is the `transport` of clients in tests.

    In a `with` block it checks at the end that each stub was called, and nothing else.
    """

    _errors = "pydantic"

    def __init__(self) -> None:
        super().__init__()
        self.task_api = _TaskApiStubs(self)
