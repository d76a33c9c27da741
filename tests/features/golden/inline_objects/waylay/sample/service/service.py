# Made by clientloom from features/inline_objects.yaml and templates/waylay/service.py.jinja. Do not edit.
"""The service class of Objects without a name."""

from __future__ import annotations

from waylay.sdk import ApiClient

from ..api._runtime.waylay import Service
from ..api.things_api import ThingsApi


class SampleService(Service):
    """Objects without a name: `sample` of a `WaylayClient`."""

    name = "sample"
    title = "Objects without a name"

    things: ThingsApi

    def __init__(self, api_client: ApiClient) -> None:
        super().__init__(api_client)
        self.things = ThingsApi(api_client)
