# Made by clientloom from specs/ica.yaml and templates/shared/model.py.jinja. Do not edit.
"""SystemFiles, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import SnakeModel as Model


class SystemFiles(Model):
    """The place where the files that the platform itself writes during a run are stored."""

    url: str | None = None
    urn: str | None = None
    storage_provider: Annotated[str | None, Field(alias="storageProvider")] = None
    credentials: dict[str, str] | None = None
