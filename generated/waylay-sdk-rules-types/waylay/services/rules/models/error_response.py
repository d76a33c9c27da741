# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""ErrorResponse, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..api._runtime.models import WireModel as Model


class ErrorResponse(Model):
    """The reason why a request failed."""

    status_code: Annotated[int, Field(alias="statusCode")]
    error: str
    code: str | None = None
