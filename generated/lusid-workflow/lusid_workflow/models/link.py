# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/model.py.jinja. Do not edit.
"""Link, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Link(Model, closed=True):
    """A request that can follow, given by its URL and method."""

    relation: str
    href: str
    description: str | None = None
    method: str
