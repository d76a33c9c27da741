# Made by clientloom from features/discriminator.yaml and templates/shared/model.py.jinja. Do not edit.
"""Vehicle, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
)

from .._runtime.models import RootModel

if TYPE_CHECKING:
    from .bike import Bike
    from .car import Car


class Vehicle(RootModel["Car | Bike | dict[str, Any]"]):
    """One of several types."""

    root: Car | Bike | dict[str, Any]
