# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/model.py.jinja. Do not edit.
"""Version, a model."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from .._runtime.models import SnakeModel as Model


class Version(Model, closed=True):
    """Who created and last modified an entity, and when."""

    as_at_created: Annotated[dt.datetime | None, Field(alias="asAtCreated")] = None
    user_id_created: Annotated[str | None, Field(alias="userIdCreated")] = None
    as_at_modified: Annotated[dt.datetime | None, Field(alias="asAtModified")] = None
    user_id_modified: Annotated[str | None, Field(alias="userIdModified")] = None
    as_at_version_number: Annotated[int | None, Field(alias="asAtVersionNumber")] = None
