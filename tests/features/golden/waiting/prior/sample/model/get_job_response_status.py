# Made by clientloom from features/waiting.yaml and templates/shared/model.py.jinja. Do not edit.
"""GetJobResponseStatus, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class GetJobResponseStatus(Model):
    """getJob response status."""

    state: str | None = None
