# Made by clientloom from specs/ica.yaml and templates/shared/model.py.jinja. Do not edit.
"""TaskRunLogs, a model."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from .._runtime.models import SnakeModel as Model


class TaskRunLogs(Model):
    """The times, errors and logs of a run."""

    start_time: Annotated[dt.datetime | None, Field(alias="startTime")] = None
    end_time: Annotated[dt.datetime | None, Field(alias="endTime")] = None
    error: str | None = None
    error_details: Annotated[str | None, Field(alias="errorDetails")] = None
    stdout: str | None = None
    stderr: str | None = None
