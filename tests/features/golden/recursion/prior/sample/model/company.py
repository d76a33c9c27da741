# Made by clientloom from features/recursion.yaml and templates/shared/model.py.jinja. Do not edit.
"""Company, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .person import Person


class Company(Model):
    """Company."""

    name: str | None = None
    staff: list[Person] | None = None
