# Made by clientloom from features/schemas_31.yaml and templates/shared/model.py.jinja. Do not edit.
"""ThingExtended, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class ThingExtended(Model):
    """Thing extended."""

    size: int
