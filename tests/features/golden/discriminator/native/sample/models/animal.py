# Made by clientloom from features/discriminator.yaml and templates/shared/model.py.jinja. Do not edit.
"""Animal, a model."""

from __future__ import annotations

from typing import (
    TYPE_CHECKING,
    Annotated,
    Any,
)

from .._runtime.models import (
    RootModel,
    Variants,
)

if TYPE_CHECKING:
    from .cat import Cat
    from .dog import Dog


class Animal(RootModel["Cat | Dog | dict[str, Any]"]):
    """One of several types."""

    root: Annotated[Cat | Dog | dict[str, Any], Variants("petType", {"kitty": "Cat", "dog": "Dog"})]
