# Made by clientloom from features/titles.yaml and templates/shared/model.py.jinja. Do not edit.
"""Thing, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .thing_inline import ThingInline


class Thing(Model):
    """The Title of a Thing"""

    titled: str | None = None
    described: str | None = None
    """This.
    On two lines.
    """

    old: str | None = None
    """Use `titled`. (deprecated)"""

    inline: ThingInline | None = None
    untitled: str | None = None
