# Made by clientloom from features/json_bodies.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .pets_api import PetsApi as PetsApi
from .values_api import ValuesApi as ValuesApi

__all__ = [
    "PetsApi",
    "ValuesApi",
]
