# Made by clientloom from features/path_styles.yaml and templates/shared/model.py.jinja. Do not edit.
"""Point, a model."""

from __future__ import annotations

from typing import Literal

from .._runtime.models import SnakeModel as Model


class Point(Model):
    """Point."""

    x: int
    label: Literal["a/b c;d=e,f"] | str
