# Made by clientloom from features/aliases.yaml and templates/shared/model.py.jinja. Do not edit.
"""Thing, a model."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from .._runtime.limits import Limits
from .._runtime.models import SnakeModel as Model


class Thing(Model):
    """Thing."""

    id: Annotated[str | None, Limits(pattern="^[a-z_]+$")] = None
    """Matching ^[a-z_]+$."""

    ids: list[str] | None = None
    scores: dict[str, float] | None = None
    when: dt.datetime | None = None
    copy_: Annotated[Thing | None, Field(alias="copy")] = None
    matrix: list[list[float]] | None = None
