# Made by clientloom from features/inline_objects.yaml and templates/waylay/queries.py.jinja. Do not edit.
"""Query parameters of ThingsApi, for the argument `query` of its methods."""

from __future__ import annotations

from typing import Any

from .. import models
from ..api._runtime.models import Model


class CreateThingQuery(Model):
    """Query parameters of `ThingsApi.create_thing`."""

    filter: models.CreateThingFilterParameter | dict[str, Any] | None = None
