# Made by clientloom from features/streams.yaml and templates/shared/model.py.jinja. Do not edit.
"""Question, a model."""

from __future__ import annotations

from .._runtime.models import SnakeModel as Model


class Question(Model):
    """Question."""

    text: str
    stream: bool
