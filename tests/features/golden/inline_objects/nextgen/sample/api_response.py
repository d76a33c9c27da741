# Made by clientloom from features/inline_objects.yaml and templates/shared/reexports.py.jinja. Do not edit.
"""What a call gives with status and headers."""

from ._runtime.operations import (
    ApiResponse,
)

__all__ = [
    "ApiResponse",
]
