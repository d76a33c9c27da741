# Made by clientloom from specs/waylay_rules.yaml and templates/waylay/service.py.jinja. Do not edit.
"""The service class of Waylay Rules."""

from __future__ import annotations

from waylay.sdk import ApiClient

from ..api._runtime.waylay import Service
from ..api.tasks_api import TasksApi


class RulesService(Service):
    """Waylay Rules: `rules` of a `WaylayClient`."""

    name = "rules"
    title = "Waylay Rules"

    tasks: TasksApi

    def __init__(self, api_client: ApiClient) -> None:
        super().__init__(api_client)
        self.tasks = TasksApi(api_client)
