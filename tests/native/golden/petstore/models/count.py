# Made by clientloom from native/petstore.yaml and templates/shared/model.py.jinja. Do not edit.
"""Count, a model."""

from __future__ import annotations

from pydantic import Field

from .._runtime.models import WireModel as Model


class Count(Model):
    """How many there are, of each kind."""

    total: int

    __pydantic_extra__: dict[str, list[int]] = Field(init=False)
