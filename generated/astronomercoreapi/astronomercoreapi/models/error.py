# Made by clientloom from specs/astronomer_core.yaml and templates/shared/model.py.jinja. Do not edit.
"""Error, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import WireModel as Model


class Error(Model):
    """The reason why a request failed."""

    message: str
    request_id: Annotated[str, Field(alias="requestId")]
    status_code: Annotated[int, Field(alias="statusCode")]
