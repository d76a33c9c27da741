# Made by clientloom from features/discriminator.yaml and templates/waylay/service.py.jinja. Do not edit.
"""The service class of Discriminators."""

from __future__ import annotations

from waylay.sdk import ApiClient

from ..api._runtime.waylay import Service
from ..api.animals_api import AnimalsApi
from ..api.parents_api import ParentsApi
from ..api.vehicles_api import VehiclesApi


class SampleService(Service):
    """Discriminators: `sample` of a `WaylayClient`."""

    name = "sample"
    title = "Discriminators"

    animals: AnimalsApi
    parents: ParentsApi
    vehicles: VehiclesApi

    def __init__(self, api_client: ApiClient) -> None:
        super().__init__(api_client)
        self.animals = AnimalsApi(api_client)
        self.parents = ParentsApi(api_client)
        self.vehicles = VehiclesApi(api_client)
