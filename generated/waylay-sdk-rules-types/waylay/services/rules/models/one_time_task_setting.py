# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""OneTimeTaskSetting, a model."""

from __future__ import annotations

from typing import Literal

from ..api._runtime.models import WireModel as Model


class OneTimeTaskSetting(Model):
    """A task that runs once."""

    type: Literal["onetime"]
