# Made by clientloom from features/inline_objects.yaml and templates/shared/package.pyi.jinja. Do not edit.
from ..api.things_api import AsyncThingsApi as AsyncThingsApi
from ..api.things_api import ThingsApi as ThingsApi

__all__ = [
    "AsyncThingsApi",
    "ThingsApi",
]
