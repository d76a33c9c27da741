# Made by clientloom from features/inline_objects.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .things import AsyncThings as AsyncThings
from .things import Things as Things

__all__ = [
    "AsyncThings",
    "Things",
]
