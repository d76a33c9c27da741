# Made by clientloom from features/statuses.yaml and templates/waylay/service.py.jinja. Do not edit.
"""The service class of Answers with several statuses."""

from __future__ import annotations

from waylay.sdk import ApiClient

from ..api._runtime.waylay import Service
from ..api.jobs_api import JobsApi


class SampleService(Service):
    """Answers with several statuses: `sample` of a `WaylayClient`."""

    name = "sample"
    title = "Answers with several statuses"

    jobs: JobsApi

    def __init__(self, api_client: ApiClient) -> None:
        super().__init__(api_client)
        self.jobs = JobsApi(api_client)
