# Made by clientloom from features/recursion.yaml and templates/shared/model.py.jinja. Do not edit.
"""B, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .c import C


class B(Model):
    """B."""

    c: C | None = None
