# Made by clientloom from features/read_write_only.yaml and templates/shared/model.py.jinja. Do not edit.
"""User, a model."""

from __future__ import annotations

import datetime as dt
from typing import (
    TYPE_CHECKING,
    Annotated,
)

from pydantic import Field

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .profile import Profile


class User(Model):
    """User."""

    id: str | None = None
    """Given by the server."""

    name: str
    password: str | None = None
    created_at: Annotated[dt.datetime | None, Field(alias="createdAt")] = None
    profile: Profile | None = None
