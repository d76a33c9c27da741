# Made by clientloom from features/statuses.yaml and templates/shared/model.py.jinja. Do not edit.
"""Problem, a model."""

from __future__ import annotations

from .._runtime.models import WireModel as Model


class Problem(Model):
    """Problem."""

    message: str | None = None
