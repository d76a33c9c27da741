# Made by clientloom from features/any_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""Id, a model."""

from __future__ import annotations

from .._runtime.models import RootModel


class Id(RootModel["int | str"]):
    """One of several types."""

    root: int | str
