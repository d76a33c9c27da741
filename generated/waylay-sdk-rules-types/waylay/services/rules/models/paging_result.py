# Made by clientloom from specs/waylay_rules.yaml and templates/shared/model.py.jinja. Do not edit.
"""PagingResult, a model."""

from __future__ import annotations

from ..api._runtime.models import WireModel as Model


class PagingResult(Model):
    """Which part of a list a page holds."""

    skip: int
    """Default 0."""

    limit: int
    """Default 10."""

    total: int
