# Made by clientloom from specs/ica.yaml and templates/shared/model.py.jinja. Do not edit.
"""ErrorResponse, a model."""

from __future__ import annotations

from typing import Any

from .._runtime.models import SnakeModel as Model


class ErrorResponse(Model):
    """The reason why a request failed."""

    code: str | None = None
    message: str | None = None
    details: list[Any] | None = None
