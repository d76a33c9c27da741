# Made by clientloom from features/recursion.yaml and templates/shared/model.py.jinja. Do not edit.
"""Json, a model."""

from __future__ import annotations

from .._runtime.models import RootModel


class Json(RootModel["str | list[Json] | dict[str, Json]"]):
    """One of several types."""

    root: str | list[Json] | dict[str, Json]
