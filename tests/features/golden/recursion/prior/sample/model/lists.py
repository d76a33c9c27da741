# Made by clientloom from features/recursion.yaml and templates/shared/model.py.jinja. Do not edit.
"""Lists, a model."""

from __future__ import annotations

from .._runtime.models import RootModel


class Lists(RootModel["list[Lists]"]):
    """One of several types."""

    root: list[Lists]
