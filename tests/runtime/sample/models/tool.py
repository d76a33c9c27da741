"""Tool: a model with wire names."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import WireModel as Model


class Tool(Model):
    """A tool."""

    tool_id: Annotated[str, Field(alias="toolId")]
    note: str | None = None
