# Made by clientloom from features/recursion.yaml and templates/shared/model.py.jinja. Do not edit.
"""A, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .b import B


class A(Model):
    """A."""

    b: B | None = None
