# Made by clientloom from features/discriminator.yaml and templates/shared/model.py.jinja. Do not edit.
"""Car, a model."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import WireModel as Model


class Car(Model):
    """Car."""

    kind: Literal["Car"]
    doors: int | None = None
