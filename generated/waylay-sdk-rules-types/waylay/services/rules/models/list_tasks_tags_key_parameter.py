# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""ListTasksTagsKeyParameter, a model."""

from __future__ import annotations

from ..api._runtime.models import RootModel


class ListTasksTagsKeyParameter(RootModel["str | float | bool"]):
    """One of several types."""

    root: str | float | bool
