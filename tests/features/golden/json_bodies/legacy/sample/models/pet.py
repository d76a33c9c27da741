# Made by clientloom from features/json_bodies.yaml and templates/shared/model.py.jinja. Do not edit.
"""Pet, a model."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from .._runtime.models import SnakeModel as Model


class Pet(Model):
    """Pet."""

    name: str
    """What it is called."""

    born_on: Annotated[dt.date | None, Field(alias="bornOn")] = None
    note: str | None = None
    friends: list[Pet] | None = None
