# Made by clientloom from features/discriminator.yaml and templates/shared/model.py.jinja. Do not edit.
"""Dog, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..api._runtime.models import WireModel as Model


class Dog(Model):
    """Dog."""

    pet_type: Annotated[str, Field(alias="petType")]
    lives: int | None = None
