# Made by clientloom from features/streams.yaml and templates/shared/model.py.jinja. Do not edit.
"""Problem, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Problem(Model):
    """Problem."""

    reason: str | None = None
