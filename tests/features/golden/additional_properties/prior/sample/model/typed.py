# Made by clientloom from features/additional_properties.yaml and templates/shared/model.py.jinja. Do not edit.
"""Typed, a model."""

from __future__ import annotations

from pydantic import Field

from .._runtime.models import SnakeModel as Model


class Typed(Model):
    """Typed."""

    own: str

    __pydantic_extra__: dict[str, int] = Field(init=False)
