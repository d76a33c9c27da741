# Made by clientloom from features/statuses.yaml and templates/shared/model.py.jinja. Do not edit.
"""Ticket, a model."""

from __future__ import annotations

from ..api._runtime.models import WireModel as Model


class Ticket(Model):
    """Ticket."""

    number: int
