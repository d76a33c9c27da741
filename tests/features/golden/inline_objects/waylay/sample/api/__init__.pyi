# Made by clientloom from features/inline_objects.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .things_api import ThingsApi as ThingsApi

__all__ = [
    "ThingsApi",
]
