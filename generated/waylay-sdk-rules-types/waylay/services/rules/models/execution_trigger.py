# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""ExecutionTrigger, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..api._runtime.limits import Limits
from ..api._runtime.models import WireModel as Model


class ExecutionTrigger(Model):
    """A trigger that fires when a node has been executed."""

    source_label: Annotated[str, Field(alias="sourceLabel")]
    destination_label: Annotated[str, Field(alias="destinationLabel")]
    invocation_policy: Annotated[int | None, Field(alias="invocationPolicy"), Limits(ge=1)] = None
    """At least 1."""
