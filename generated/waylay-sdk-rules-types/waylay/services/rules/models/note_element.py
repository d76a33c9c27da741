# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""NoteElement, a model."""

from __future__ import annotations

from typing import Annotated

from ..api._runtime.limits import Limits
from ..api._runtime.models import WireModel as Model


class NoteElement(Model, closed=True):
    """A note on the drawing of a rule."""

    position: Annotated[list[int], Limits(min_items=2, max_items=2)]
    """At least 2 items, at most 2 items."""

    text: str
