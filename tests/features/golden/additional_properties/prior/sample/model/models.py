# Made by clientloom from features/additional_properties.yaml and templates/shared/model.py.jinja. Do not edit.
"""Models, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pydantic import Field

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .closed import Closed


class Models(Model):
    """Models."""

    own: str | None = None

    __pydantic_extra__: dict[str, Closed] = Field(init=False)
