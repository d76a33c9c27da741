# Made by clientloom from features/parameter_names.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .names_api import NamesApi as NamesApi

__all__ = [
    "NamesApi",
]
