# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""TriggerStateChange, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..api._runtime.models import WireModel as Model


class TriggerStateChange(Model):
    """A change from one state to another."""

    state_from: Annotated[str, Field(alias="stateFrom")]
    state_to: Annotated[str, Field(alias="stateTo")]
