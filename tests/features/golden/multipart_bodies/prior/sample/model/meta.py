# Made by clientloom from features/multipart_bodies.yaml and templates/shared/model.py.jinja. Do not edit.
"""Meta, a model."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .._runtime.models import SnakeModel as Model


class Meta(Model):
    """Meta."""

    camel_name: Annotated[str | None, Field(alias="camelName")] = None
