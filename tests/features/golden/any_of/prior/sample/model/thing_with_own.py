# Made by clientloom from features/any_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""ThingWithOwn, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class ThingWithOwn(Model):
    """Thing withOwn."""

    own: str | None = None
    other: str | None = None
