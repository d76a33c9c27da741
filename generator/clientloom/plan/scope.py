"""What every part of the plan looks things up in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from clientloom.api import Api
from clientloom.config import Client
from clientloom.escape import line
from clientloom.models import Annotations
from clientloom.plan.aliases import Aliases
from clientloom.plan.names import Names
from clientloom.plan.native_names import Resource, resources
from clientloom.plan.pagination import Paged
from clientloom.plan.types import TypeWriter
from clientloom.styles.base import Style

if TYPE_CHECKING:
    from clientloom.plan.native_contexts import Operation
    from clientloom.plan.native_methods import Method


@dataclass(frozen=True)
class Scope:
    """One document, one client, and all that has been decided about them so far."""

    api: Api
    client: Client
    style: Style
    names: Names
    annotations: Mapping[str, Annotations]
    writer: TypeWriter
    paged: Mapping[str, Paged]
    """The operations that give pages of lists, by their ids."""
    aliases: Aliases
    methods: dict[str, list[Method]] = field(default_factory=dict[str, "list[Method]"])
    """The methods of resources, by their paths, as soon as somebody has asked for them."""
    operations: dict[str, tuple[Operation, ...]] = field(
        default_factory=dict[str, "tuple[Operation, ...]"]
    )
    """The same as templates print them."""

    @cached_property
    def root(self) -> Resource:
        """The client as a resource, with those of all tags below it."""
        return resources(self.api)

    @property
    def spec_label(self) -> str:
        """The document as generated files name it: without a folder of this machine."""
        spec = self.client.spec
        return f"{spec.parent.name}/{spec.name}" if spec.parent.name else spec.name

    @property
    def title(self) -> str:
        """What the API is called, on one line."""
        return line(self.client.title or self.api.title) or self.client.distribution
