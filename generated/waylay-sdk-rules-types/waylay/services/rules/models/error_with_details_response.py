# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""ErrorWithDetailsResponse, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
)

from pydantic import Field

from ..api._runtime.models import WireModel as Model

if TYPE_CHECKING:
    from .validation_issue import ValidationIssue


class ErrorWithDetailsResponse(Model):
    """The reason why a request failed, with the issues that were found."""

    status_code: Annotated[int, Field(alias="statusCode")]
    error: str
    code: str | None = None
    details: list[ValidationIssue] | None = None
