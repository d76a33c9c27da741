# Made by clientloom from features/statuses.yaml and templates/shared/testing.py.jinja. Do not edit.
"""What programs that call Answers with several statuses are tested with: nothing is sent."""

from __future__ import annotations

from .api._runtime.waylay_testing import (
    ANY,
    BaseMock,
    Stub,
    Stubs,
    matching,
    stubbed as _stubbed,
)
from .api.jobs_api import JobsApi

__all__ = ["ANY", "Mock", "Stub", "matching"]


class _JobsApiStubs(Stubs):
    list_errors = _stubbed(JobsApi.list_errors)
    list_failures = _stubbed(JobsApi.list_failures)
    list_jobs = _stubbed(JobsApi.list_jobs)
    start_job = _stubbed(JobsApi.start_job)


class Mock(BaseMock):
    """Has a stub for each operation, and is the `transport` of clients in tests.

    In a `with` block it checks at the end that each stub was called, and nothing else.
    """

    def __init__(self) -> None:
        super().__init__()
        self.jobs = _JobsApiStubs(self)
