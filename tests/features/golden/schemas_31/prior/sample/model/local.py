# Made by clientloom from features/schemas_31.yaml and templates/shared/model.py.jinja. Do not edit.
"""Local, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Local(Model):
    """Local."""

    a: str | None = None
