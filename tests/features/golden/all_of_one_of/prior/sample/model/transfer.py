# Made by clientloom from features/all_of_one_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""Transfer, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Transfer(Model):
    """Transfer."""

    iban: str
    reference: int | None = None
