# Made by clientloom from features/waiting.yaml and templates/shared/model.py.jinja. Do not edit.
"""GetServerResponse, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class GetServerResponse(Model):
    """getServer response."""

    state: str | None = None
