# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""ReactiveTaskSetting, a model."""

from __future__ import annotations

from typing import Literal

from ..api._runtime.models import WireModel as Model


class ReactiveTaskSetting(Model):
    """A task that runs when data arrives."""

    type: Literal["reactive"]
