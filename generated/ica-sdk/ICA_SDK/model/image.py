# Made by clientloom from specs/ica.yaml and templates/shared/model.py.jinja. Do not edit.
"""Image, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .credentials import Credentials


class Image(Model):
    """The container image that a task version runs."""

    name: str
    tag: str | None = None
    digest: str | None = None
    credentials: Credentials | None = None
