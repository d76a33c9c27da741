# Made by clientloom from specs/astronomer_core.yaml and templates/shared/reexports.py.jinja. Do not edit.
"""What a call gives with status and headers."""

from ._runtime.operations import (
    ApiResponse,
)

__all__ = [
    "ApiResponse",
]
