# Made by clientloom from native/petstore.yaml and templates/shared/model.py.jinja. Do not edit.
"""GiveAdviceResponse, a model."""

from __future__ import annotations

from .._runtime.models import WireModel as Model


class GiveAdviceResponse(Model):
    """giveAdvice response."""

    text: str
