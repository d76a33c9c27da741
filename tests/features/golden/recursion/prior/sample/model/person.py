# Made by clientloom from features/recursion.yaml and templates/shared/model.py.jinja. Do not edit.
"""Person, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .company import Company


class Person(Model):
    """Person."""

    name: str | None = None
    employer: Company | None = None
