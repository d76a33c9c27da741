# Made by clientloom from features/waiting.yaml and templates/shared/model.py.jinja. Do not edit.
"""GetJobResponse, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .get_job_response_status import GetJobResponseStatus


class GetJobResponse(Model):
    """getJob response."""

    id: str | None = None
    status: GetJobResponseStatus | None = None
