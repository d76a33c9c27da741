# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""RetryConfig, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from ..api._runtime.limits import Limits
from ..api._runtime.models import WireModel as Model


class RetryConfig(Model):
    """How often and after which delays a failed sensor is tried again."""

    max_retries: Annotated[int, Field(alias="maxRetries"), Limits(ge=0)]
    """At least 0."""

    min_backoff: Annotated[str, Field(alias="minBackoff")]
    max_backoff: Annotated[str, Field(alias="maxBackoff")]
    error_state: Annotated[str | None, Field(alias="errorState")] = None
