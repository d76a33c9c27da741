# Made by clientloom from features/answer_shapes.yaml and templates/shared/model.py.jinja. Do not edit.
"""GetNullableResponse, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class GetNullableResponse(Model):
    """getNullable response."""

    a: str
