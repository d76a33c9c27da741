# Made by clientloom from features/inline_objects.yaml and templates/shared/model.py.jinja. Do not edit.
"""CreateThingRequestSize, a model."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import WireModel as Model


class CreateThingRequestSize(Model):
    """createThing request size."""

    width: int | None = None
    unit: Literal["cm", "inch"] | str | None = None
