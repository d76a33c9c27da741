# Made by clientloom from features/all_of_one_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""Payment, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Payment(Model):
    """Payment."""

    amount: int
    card: str | None = None
    reference: str | int | None = None
    iban: str | None = None
