# Made by clientloom from features/references.yaml and templates/shared/model.py.jinja. Do not edit.
"""Thing, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
)

from .._runtime.limits import Limits
from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .thing_part import ThingPart


class Thing(Model):
    """Thing."""

    id: Annotated[str, Limits(min_length=1)]
    """At least 1 character."""

    part: ThingPart | None = None
