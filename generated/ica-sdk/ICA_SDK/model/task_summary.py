# Made by clientloom from specs/ica.yaml and templates/shared/model.py.jinja. Do not edit.
"""TaskSummary, a model."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from pydantic import Field

from .._runtime.limits import Limits
from .._runtime.models import SnakeModel as Model


class TaskSummary(Model):
    """A task without its versions."""

    id: str | None = None
    href: str | None = None
    urn: str | None = None
    name: Annotated[str | None, Limits(max_length=255)] = None
    """At most 255 characters."""

    description: Annotated[str | None, Limits(max_length=4096)] = None
    """At most 4096 characters."""

    acl: list[str] | None = None
    tenant_id: Annotated[str | None, Field(alias="tenantId")] = None
    sub_tenant_id: Annotated[str | None, Field(alias="subTenantId")] = None
    created_by: Annotated[str | None, Field(alias="createdBy")] = None
    time_created: Annotated[dt.datetime | None, Field(alias="timeCreated")] = None
    modified_by: Annotated[str | None, Field(alias="modifiedBy")] = None
    time_modified: Annotated[dt.datetime | None, Field(alias="timeModified")] = None
