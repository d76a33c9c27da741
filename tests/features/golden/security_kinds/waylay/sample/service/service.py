# Made by clientloom from features/security_kinds.yaml and templates/waylay/service.py.jinja. Do not edit.
"""The service class of Security schemes."""

from __future__ import annotations

from waylay.sdk import ApiClient

from ..api._runtime.waylay import Service
from ..api.security_api import SecurityApi


class SampleService(Service):
    """Security schemes: `sample` of a `WaylayClient`."""

    name = "sample"
    title = "Security schemes"

    security: SecurityApi

    def __init__(self, api_client: ApiClient) -> None:
        super().__init__(api_client)
        self.security = SecurityApi(api_client)
