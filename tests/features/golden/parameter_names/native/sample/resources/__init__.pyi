# Made by clientloom from features/parameter_names.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .names import AsyncNames as AsyncNames
from .names import Names as Names

__all__ = [
    "AsyncNames",
    "Names",
]
