# Made by clientloom from specs/ica.yaml and templates/shared/testing.py.jinja. Do not edit.
"""What programs that call Illumina Connected Analytics are tested with: nothing is sent."""

from __future__ import annotations

from ._runtime.testing import (
    ANY,
    BaseMock,
    Stub,
    Stubs,
    matching,
    stubbed as _stubbed,
)
from .api.task_versions_api import TaskVersionsApi
from .api.tasks_api import TasksApi

__all__ = ["ANY", "Mock", "Stub", "matching"]


class _TasksApiStubs(Stubs):
    create_task = _stubbed(TasksApi.create_task)
    get_task = _stubbed(TasksApi.get_task)
    list_tasks = _stubbed(TasksApi.list_tasks)
    update_task = _stubbed(TasksApi.update_task)


class _TaskVersionsApiStubs(Stubs):
    create_task_version = _stubbed(TaskVersionsApi.create_task_version)
    get_task_version = _stubbed(TaskVersionsApi.get_task_version)
    launch_task_run = _stubbed(TaskVersionsApi.launch_task_run)
    list_task_versions = _stubbed(TaskVersionsApi.list_task_versions)
    update_task_version = _stubbed(TaskVersionsApi.update_task_version)


class Mock(BaseMock):
    """Has a stub for each operation, and is the `transport` of clients in tests.

    In a `with` block it checks at the end that each stub was called, and nothing else.
    """

    _errors = "api"

    def __init__(self) -> None:
        super().__init__()
        self.tasks_api = _TasksApiStubs(self)
        self.task_versions_api = _TaskVersionsApiStubs(self)
