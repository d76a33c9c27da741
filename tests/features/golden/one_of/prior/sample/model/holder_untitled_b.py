# Made by clientloom from features/one_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""HolderUntitledB, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class HolderUntitledB(Model):
    """Holder untitled b."""

    b: str
