# Made by clientloom from features/schemas_31.yaml and templates/shared/model.py.jinja. Do not edit.
"""Thing, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
    Literal,
)

from pydantic import Field

from .._runtime.limits import Limits
from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .local import Local
    from .sized import Sized
    from .thing_extended import ThingExtended


class Thing(Model):
    """Thing."""

    kind: Literal["thing"] | str
    version: Literal[2] | int | None = None
    sized: Sized | None = None
    """Said beside the reference. (deprecated)"""

    extended: ThingExtended | None = None
    between: Annotated[float | None, Limits(gt=0, lt=10)] = None
    """More than 0, less than 10."""

    pair: list[str | int] | None = None
    by_pattern: Annotated[dict[str, int] | None, Field(alias="byPattern")] = None
    encoded: str | None = None
    examples: str | None = None
    always: Any | None = None
    local: Local | None = None
    number_or_text: Annotated[float | str | None, Field(alias="numberOrText")] = None
