# Made by clientloom from features/free_form.yaml and templates/shared/model.py.jinja. Do not edit.
"""Thing, a model."""

from __future__ import annotations

from typing import (
    Annotated,
    Any,
)

from pydantic import Field

from .._runtime.models import SnakeModel as Model


class Thing(Model):
    """Thing."""

    needed: Any
    anything: Any | None = None
    record: dict[str, Any] | None = None
    texts: list[Any] | None = None
    described: Any | None = None
    nullable: Any | None = None
    not_string: Annotated[Any | None, Field(alias="notString")] = None
