# Made by clientloom from specs/ica.yaml and templates/shared/model.py.jinja. Do not edit.
"""TaskSummaryPagedItems, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
)

from pydantic import Field

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .task_summary import TaskSummary


class TaskSummaryPagedItems(Model):
    """One page of a list of tasks, with the tokens that lead to its other pages."""

    items: list[TaskSummary] | None = None
    item_count: Annotated[int | None, Field(alias="itemCount")] = None
    """How many items this page holds."""

    first_page_token: Annotated[str | None, Field(alias="firstPageToken")] = None
    """The pageToken of the first page."""

    next_page_token: Annotated[str | None, Field(alias="nextPageToken")] = None
    """The pageToken of the page after this one."""

    prev_page_token: Annotated[str | None, Field(alias="prevPageToken")] = None
    """The pageToken of the page before this one."""

    last_page_token: Annotated[str | None, Field(alias="lastPageToken")] = None
    """The pageToken of the last page."""

    total_item_count: Annotated[int | None, Field(alias="totalItemCount")] = None
    """How many items all pages hold."""

    total_page_count: Annotated[int | None, Field(alias="totalPageCount")] = None
    """How many pages there are."""
