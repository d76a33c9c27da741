# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""TaskSpecification, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Any,
)

from ..api._runtime.models import RootModel

if TYPE_CHECKING:
    from .task_from_template import TaskFromTemplate
    from .task_with_rule import TaskWithRule


class TaskSpecification(RootModel["TaskFromTemplate | TaskWithRule | dict[str, Any]"]):
    """A task to be created: either from a template, or with its own rule."""

    root: TaskFromTemplate | TaskWithRule | dict[str, Any]
