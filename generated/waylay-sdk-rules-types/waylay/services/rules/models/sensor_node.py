# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""SensorNode, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
)

from pydantic import Field

from ..api._runtime.limits import Limits
from ..api._runtime.models import WireModel as Model

if TYPE_CHECKING:
    from .retry_config import RetryConfig


class SensorNode(Model, closed=True):
    """A sensor of a rule."""

    label: str
    name: str
    version: Annotated[str, Limits(pattern="\\d+\\.\\d+\\.\\d+")]
    """Matching \\d+\\.\\d+\\.\\d+."""

    properties: dict[str, Any] | None = None
    resource: str | None = None
    sequence: int = 1
    position: Annotated[list[int] | None, Limits(min_items=2, max_items=2)] = None
    """At least 2 items, at most 2 items."""

    data_trigger: Annotated[bool, Field(alias="dataTrigger")] = True
    tick_trigger: Annotated[bool, Field(alias="tickTrigger")] = True
    eviction_time: Annotated[int | None, Field(alias="evictionTime"), Limits(ge=0)] = None
    """At least 0."""

    polling_period: Annotated[int | None, Field(alias="pollingPeriod"), Limits(ge=1)] = None
    """At least 1."""

    schedule: str | None = None
    timeout: str = "PT50S"
    timeout_state: Annotated[str | None, Field(alias="timeoutState")] = None
    loop_def: Annotated[str | None, Field(alias="loopDef")] = None
    retry_config: Annotated[RetryConfig | None, Field(alias="retryConfig")] = None
