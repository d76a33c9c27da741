# Made by clientloom from features/all_of.yaml and templates/shared/model.py.jinja. Do not edit.
"""Kennel, a model."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .._runtime.models import SnakeModel as Model

if TYPE_CHECKING:
    from .kennel_both import KennelBoth
    from .kennel_guest import KennelGuest
    from .kennel_owner import KennelOwner
    from .only_required import OnlyRequired
    from .puppy import Puppy


class Kennel(Model):
    """Kennel."""

    owner: KennelOwner | None = None
    """Said beside the reference."""

    guest: KennelGuest | None = None
    both: KennelBoth | None = None
    narrowed: str | None = None
    puppy: Puppy | None = None
    required: OnlyRequired | None = None
