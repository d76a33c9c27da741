# Made by clientloom from features/discriminator.yaml and templates/shared/testing.py.jinja. Do not edit.
"""What programs that call Discriminators are tested with: nothing is sent."""

from __future__ import annotations

from .api._runtime.waylay_testing import (
    ANY,
    BaseMock,
    Stub,
    Stubs,
    matching,
    stubbed as _stubbed,
)
from .api.animals_api import AnimalsApi
from .api.parents_api import ParentsApi
from .api.vehicles_api import VehiclesApi

__all__ = ["ANY", "Mock", "Stub", "matching"]


class _AnimalsApiStubs(Stubs):
    list_animals = _stubbed(AnimalsApi.list_animals)
    put_animal = _stubbed(AnimalsApi.put_animal)


class _VehiclesApiStubs(Stubs):
    put_vehicle = _stubbed(VehiclesApi.put_vehicle)


class _ParentsApiStubs(Stubs):
    get_parent = _stubbed(ParentsApi.get_parent)


class Mock(BaseMock):
    """Has a stub for each operation, and is the `transport` of clients in tests.

    In a `with` block it checks at the end that each stub was called, and nothing else.
    """

    def __init__(self) -> None:
        super().__init__()
        self.animals = _AnimalsApiStubs(self)
        self.vehicles = _VehiclesApiStubs(self)
        self.parents = _ParentsApiStubs(self)
