# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/model.py.jinja. Do not edit.
"""ResourceId, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class ResourceId(Model, closed=True):
    """The identifier of a resource: a code that is unique within a scope."""

    scope: str
    code: str
