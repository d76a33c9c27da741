# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/model.py.jinja. Do not edit.
"""TaskDefinitionVersion, a model."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from .._runtime.models import SnakeModel as Model


class TaskDefinitionVersion(Model, closed=True):
    """The version of a task definition, given by the time at which it was modified."""

    as_at_modified: Annotated[dt.datetime | None, Field(alias="asAtModified")] = None
