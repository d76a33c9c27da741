# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/model.py.jinja. Do not edit.
"""UpdateTaskResponse, a model."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from .._runtime.models import SnakeModel as Model


class UpdateTaskResponse(Model, closed=True):
    """Whether an update of a task succeeded, and as at when."""

    was_successful: Annotated[bool | None, Field(alias="wasSuccessful")] = None
    as_at: Annotated[dt.datetime | None, Field(alias="asAt")] = None
    message: str | None = None
