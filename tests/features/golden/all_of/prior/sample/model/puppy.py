# Made by clientloom from features/all_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""Puppy, a model."""

from __future__ import annotations

from typing import Annotated

from .._runtime.limits import Limits
from .._runtime.models import SnakeModel as Model


class Puppy(Model):
    """Puppy."""

    id: str
    name: str
    """Of the animal."""

    weight: Annotated[float | None, Limits(le=90)] = None
    """At most 90."""

    nick: str | None = None
    bark: str
    age: int | None = None
