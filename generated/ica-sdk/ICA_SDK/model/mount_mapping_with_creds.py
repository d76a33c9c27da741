# Made by clientloom from specs/ica.yaml and templates/shared/model.py.jinja. Do not edit.
"""MountMappingWithCreds, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import SnakeModel as Model


class MountMappingWithCreds(Model):
    """A path in the container whose content is stored elsewhere, and the credentials that give access to that place."""

    path: str | None = None
    url: str | None = None
    urn: str | None = None
    type: str | None = None
    storage_provider: Annotated[str | None, Field(alias="storageProvider")] = None
    credentials: dict[str, str] | None = None
