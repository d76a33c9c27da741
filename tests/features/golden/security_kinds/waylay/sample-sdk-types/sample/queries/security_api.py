# Made by clientloom from features/security_kinds.yaml and templates/waylay/queries.py.jinja. Do not edit.
"""Query parameters of SecurityApi, for the argument `query` of its methods."""

from __future__ import annotations

from ..api._runtime.models import Model


class CallQueryKeyQuery(Model):
    """Query parameters of `SecurityApi.call_query_key`."""

    q: str | None = None
