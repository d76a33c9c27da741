# Made by clientloom from features/read_write_only.yaml and templates/shared/model.py.jinja. Do not edit.
"""Profile, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Profile(Model):
    """Profile."""

    views: int | None = None
