# Made by clientloom from features/json_bodies.yaml and templates/waylay/service.py.jinja. Do not edit.
"""The service class of Bodies in JSON."""

from __future__ import annotations

from waylay.sdk import ApiClient

from ..api._runtime.waylay import Service
from ..api.pets_api import PetsApi
from ..api.values_api import ValuesApi


class SampleService(Service):
    """Bodies in JSON: `sample` of a `WaylayClient`."""

    name = "sample"
    title = "Bodies in JSON"

    pets: PetsApi
    values: ValuesApi

    def __init__(self, api_client: ApiClient) -> None:
        super().__init__(api_client)
        self.pets = PetsApi(api_client)
        self.values = ValuesApi(api_client)
