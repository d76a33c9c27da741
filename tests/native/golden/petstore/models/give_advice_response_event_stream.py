# Made by clientloom from native/petstore.yaml and templates/shared/model.py.jinja. Do not edit.
"""GiveAdviceResponseEventStream, a model."""

from __future__ import annotations

from .._runtime.models import WireModel as Model


class GiveAdviceResponseEventStream(Model):
    """giveAdvice response event-stream."""

    word: str
