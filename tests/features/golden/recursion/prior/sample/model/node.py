# Made by clientloom from features/recursion.yaml and templates/shared/model.py.jinja. Do not edit.
"""Node, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import SnakeModel as Model


class Node(Model):
    """Node."""

    value: str | None = None
    parent: Node | None = None
    children: list[Node] | None = None
    by_name: Annotated[dict[str, Node] | None, Field(alias="byName")] = None
