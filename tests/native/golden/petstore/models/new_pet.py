# Made by clientloom from native/petstore.yaml and templates/shared/model.py.jinja. Do not edit.
"""NewPet, a model."""

from __future__ import annotations

import datetime as dt
from typing import (
    TYPE_CHECKING,
    Annotated,
)

from pydantic import Field

from .._runtime.limits import Limits
from .._runtime.models import WireModel as Model

if TYPE_CHECKING:
    from .status import Status
    from .user import User


class NewPet(Model, never_sent=("id",)):
    """A pet that has no number yet."""

    name: Annotated[str, Limits(min_length=1, max_length=40)]
    """What it is called (at least 1 character, at most 40 characters)"""

    tag: str | None = None
    """A word about it"""

    born_on: Annotated[dt.date | None, Field(alias="bornOn")] = None
    status: Status | None = None
    owner: User | None = None
    weight: Annotated[float | None, Limits(ge=0)] = None
    """At least 0."""

    list_: Annotated[list[str] | None, Field(alias="list")] = None
    """What it likes"""

    timeout: int | None = None
    """A name that an option has"""

    id: int | None = None
