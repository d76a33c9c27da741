# Made by clientloom from features/additional_properties.yaml and templates/shared/model.py.jinja. Do not edit.
"""Empty, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Empty(Model, closed=True):
    """Empty."""
