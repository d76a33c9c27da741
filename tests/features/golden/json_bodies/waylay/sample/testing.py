# Made by clientloom from features/json_bodies.yaml and templates/shared/testing.py.jinja. Do not edit.
"""What programs that call Bodies in JSON are tested with: nothing is sent."""

from __future__ import annotations

from .api._runtime.waylay_testing import (
    ANY,
    BaseMock,
    Stub,
    Stubs,
    matching,
    stubbed as _stubbed,
)
from .api.pets_api import PetsApi
from .api.values_api import ValuesApi

__all__ = ["ANY", "Mock", "Stub", "matching"]


class _PetsApiStubs(Stubs):
    create_pet = _stubbed(PetsApi.create_pet)
    patch_pets = _stubbed(PetsApi.patch_pets)
    replace_pets = _stubbed(PetsApi.replace_pets)


class _ValuesApiStubs(Stubs):
    patch_flag = _stubbed(ValuesApi.patch_flag)
    patch_without_schema = _stubbed(ValuesApi.patch_without_schema)
    post_anything = _stubbed(ValuesApi.post_anything)
    post_number = _stubbed(ValuesApi.post_number)
    put_map = _stubbed(ValuesApi.put_map)
    put_nullable = _stubbed(ValuesApi.put_nullable)
    put_object = _stubbed(ValuesApi.put_object)
    put_text = _stubbed(ValuesApi.put_text)
    put_union = _stubbed(ValuesApi.put_union)


class Mock(BaseMock):
    """Has a stub for each operation, and is the `transport` of clients in tests.

    In a `with` block it checks at the end that each stub was called, and nothing else.
    """

    def __init__(self) -> None:
        super().__init__()
        self.pets = _PetsApiStubs(self)
        self.values = _ValuesApiStubs(self)
