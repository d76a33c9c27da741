# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""GenericTrigger, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..api._runtime.limits import Limits
from ..api._runtime.models import WireModel as Model


class GenericTrigger(Model):
    """What all triggers have."""

    source_label: Annotated[str | None, Field(alias="sourceLabel")] = None
    destination_label: Annotated[str | None, Field(alias="destinationLabel")] = None
    invocation_policy: Annotated[int | None, Field(alias="invocationPolicy"), Limits(ge=1)] = None
    """At least 1."""
