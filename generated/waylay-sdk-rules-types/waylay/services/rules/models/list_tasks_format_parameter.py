# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""ListTasksFormatParameter, a model."""

from __future__ import annotations

from ..api._runtime.models import OpenStrEnum


class ListTasksFormatParameter(OpenStrEnum):
    """The values that the document lists. Others that a server sends are kept."""

    BN = "bn"
    SIMPLIFIED = "simplified"
