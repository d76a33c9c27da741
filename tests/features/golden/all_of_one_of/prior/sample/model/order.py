# Made by clientloom from features/all_of_one_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""Order, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Order(Model):
    """Order."""

    id: str
    email: str | None = None
    phone: str | None = None
