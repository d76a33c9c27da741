# Made by clientloom from native/petstore.yaml and templates/shared/model.py.jinja. Do not edit.
"""GiveAdviceRequest, a model."""

from __future__ import annotations

from .._runtime.models import WireModel as Model


class GiveAdviceRequest(Model):
    """giveAdvice request."""

    question: str
    stream: bool = False
    """Whether it comes word by word"""
