# Made by clientloom from features/all_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""Kennel, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .animal import Animal
    from .dog import Dog
    from .kennel_both import KennelBoth
    from .only_required import OnlyRequired
    from .puppy import Puppy


class Kennel(Model):
    """Kennel."""

    owner: Animal | None = None
    """Said beside the reference."""

    guest: Dog | None = None
    both: KennelBoth | None = None
    narrowed: str | None = None
    puppy: Puppy | None = None
    required: OnlyRequired | None = None
