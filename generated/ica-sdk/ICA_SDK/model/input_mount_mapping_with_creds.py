# Made by clientloom from specs/ica.yaml and templates/shared/model.py.jinja. Do not edit.
"""InputMountMappingWithCreds, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import SnakeModel as Model


class InputMountMappingWithCreds(Model):
    """An input that is mounted into the container, and the credentials that give access to it."""

    storage_provider: Annotated[str | None, Field(alias="storageProvider")] = None
    credentials: dict[str, str] | None = None
    path: str | None = None
    url: str | None = None
    urn: str | None = None
    mode: str | None = None
    type: str = "File"
