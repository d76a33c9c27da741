# Made by clientloom from features/references.yaml and templates/shared/model.py.jinja. Do not edit.
"""ThingPart, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class ThingPart(Model):
    """Thing part."""

    name: str | None = None
