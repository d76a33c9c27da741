# Made by clientloom from features/additional_properties.yaml and templates/shared/model.py.jinja. Do not edit.
"""Open, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Open(Model):
    """Open."""

    own: str | None = None
