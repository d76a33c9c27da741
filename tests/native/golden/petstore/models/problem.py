# Made by clientloom from native/petstore.yaml and templates/shared/model.py.jinja. Do not edit.
"""Problem, a model."""

from __future__ import annotations

from .._runtime.models import WireModel as Model


class Problem(Model):
    """Problem."""

    message: str
    code: int | None = None
