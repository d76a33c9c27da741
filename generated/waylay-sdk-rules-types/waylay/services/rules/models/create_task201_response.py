# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""CreateTask201Response, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
)

from pydantic import Field

from ..api._runtime.models import WireModel as Model

if TYPE_CHECKING:
    from .validation_issue import ValidationIssue


class CreateTask201Response(Model):
    """CreateTask201Response."""

    id: Annotated[str, Field(alias="ID")]
    warnings: list[ValidationIssue] | None = None
