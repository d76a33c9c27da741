# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/model.py.jinja. Do not edit.
"""TaskInstanceField, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class TaskInstanceField(Model, closed=True):
    """The value of one field of a task."""

    name: str
    value: str
