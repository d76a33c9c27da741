# Made by clientloom from features/read_write_only.yaml and templates/shared/model.py.jinja. Do not edit.
"""UserProfile, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class UserProfile(Model):
    """User profile."""

    views: int | None = None
