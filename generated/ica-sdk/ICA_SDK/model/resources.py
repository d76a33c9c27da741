# Made by clientloom from specs/ica.yaml and templates/shared/model.py.jinja. Do not edit.
"""Resources, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import SnakeModel as Model


class Resources(Model):
    """The machine that a run asks for."""

    type: str | None = None
    size: str | None = None
    cpu_cores: Annotated[float | None, Field(alias="cpuCores")] = None
    memory_gb: Annotated[float | None, Field(alias="memoryGb")] = None
    """The memory, in gigabytes."""

    hardware: list[str] | None = None
    tier: str | None = None
