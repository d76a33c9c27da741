# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""ValidationIssue, a model."""

from __future__ import annotations

from typing import (
    Any,
    Literal,
)

from ..api._runtime.models import WireModel as Model


class ValidationIssue(Model):
    """One error or warning about a task."""

    type: str
    message: str
    severity: Literal["ERROR", "WARNING"] | str
    details: dict[str, Any] | None = None
    suggestion: str | None = None
