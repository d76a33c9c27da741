# Made by clientloom from features/parameter_names.yaml and templates/waylay/service.py.jinja. Do not edit.
"""The service class of Names of parameters."""

from __future__ import annotations

from waylay.sdk import ApiClient

from ..api._runtime.waylay import Service
from ..api.names_api import NamesApi


class SampleService(Service):
    """Names of parameters: `sample` of a `WaylayClient`."""

    name = "sample"
    title = "Names of parameters"

    names: NamesApi

    def __init__(self, api_client: ApiClient) -> None:
        super().__init__(api_client)
        self.names = NamesApi(api_client)
