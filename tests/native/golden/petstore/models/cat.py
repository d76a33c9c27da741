# Made by clientloom from native/petstore.yaml and templates/shared/model.py.jinja. Do not edit.
"""Cat, a model."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import WireModel as Model


class Cat(Model):
    """Cat."""

    kind: Literal["cat"]
    lives: int | None = None
