# Made by clientloom from features/form_bodies.yaml and templates/shared/model.py.jinja. Do not edit.
"""Address, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import SnakeModel as Model


class Address(Model):
    """Address."""

    street: str | None = None
    zip_code: Annotated[int | None, Field(alias="zipCode")] = None
