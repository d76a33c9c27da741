# Made by clientloom from features/recursion.yaml and templates/shared/model.py.jinja. Do not edit.
"""C, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .a import A


class C(Model):
    """C."""

    d: str | None = None
    a: A | None = None
