# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""PeriodicTaskSetting, a model."""

from __future__ import annotations

from typing import Literal

from ..api._runtime.models import WireModel as Model


class PeriodicTaskSetting(Model):
    """A task that runs at a fixed frequency."""

    type: Literal["periodic"]
    frequency: int
