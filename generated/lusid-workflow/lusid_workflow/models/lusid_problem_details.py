# Made by clientloom from specs/lusid_workflow.yaml and templates/shared/model.py.jinja. Do not edit.
"""LusidProblemDetails, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.limits import Limits
from .._runtime.models import SnakeModel as Model


class LusidProblemDetails(Model, closed=True):
    """The reason why a request failed."""

    name: Annotated[str, Limits(min_length=1)]
    """At least 1 character."""

    error_details: Annotated[list[dict[str, str]] | None, Field(alias="errorDetails")] = None
    """Further details, one object of strings each."""

    code: int
    """The numeric code of the error."""

    type: str | None = None
    title: str | None = None
    status: int | None = None
    """The HTTP status code."""

    detail: str | None = None
    instance: str | None = None
