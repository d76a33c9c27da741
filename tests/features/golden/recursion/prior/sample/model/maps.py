# Made by clientloom from features/recursion.yaml and templates/shared/model.py.jinja. Do not edit.
"""Maps, a model."""

from __future__ import annotations

from .._runtime.models import RootModel


class Maps(RootModel["dict[str, Maps]"]):
    """One of several types."""

    root: dict[str, Maps]
