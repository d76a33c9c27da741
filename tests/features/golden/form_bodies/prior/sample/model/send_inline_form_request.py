# Made by clientloom from features/form_bodies.yaml and templates/shared/model.py.jinja. Do not edit.
"""SendInlineFormRequest, a model."""

from __future__ import annotations

from typing import (
    Annotated,
    Literal,
)

from pydantic import Field

from .._runtime.models import SnakeModel as Model


class SendInlineFormRequest(Model):
    """sendInlineForm request."""

    grant_type: Literal["password"] | str
    user_name: Annotated[str | None, Field(alias="user name")] = None
