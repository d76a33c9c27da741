# Made by clientloom from features/query_method.yaml and templates/shared/model.py.jinja. Do not edit.
"""QueryThingsRequest, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class QueryThingsRequest(Model):
    """queryThings request."""

    text: str | None = None
