# Made by clientloom from native/petstore.yaml and templates/shared/model.py.jinja. Do not edit.
"""Dog, a model."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import WireModel as Model


class Dog(Model):
    """Dog."""

    kind: Literal["dog"]
    tricks: list[str] | None = None
