# Made by clientloom from features/streams.yaml and templates/shared/model.py.jinja. Do not edit.
"""Answer, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Answer(Model):
    """Answer."""

    text: str
