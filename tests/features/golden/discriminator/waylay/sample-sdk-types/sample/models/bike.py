# Made by clientloom from features/discriminator.yaml and templates/shared/model.py.jinja. Do not edit.
"""Bike, a model."""

from __future__ import annotations

from typing import Literal

from ..api._runtime.models import WireModel as Model


class Bike(Model):
    """Bike."""

    kind: Literal["Bike"]
    gears: int | None = None
