# Made by clientloom from native/petstore.yaml and templates/shared/testing.py.jinja. Do not edit.
"""What programs that call Petstore are tested with: nothing is sent."""

from __future__ import annotations

from ._client import Client
from ._runtime.testing import (
    ANY,
    BaseMock,
    Stub,
    Stubs,
    matching,
    stubbed as _stubbed,
    stubbed_stream as _stubbed_stream,
)
from .resources.admin_users import AdminUsers
from .resources.pets import Pets
from .resources.store import Store

__all__ = ["ANY", "Mock", "Stub", "matching"]


class _PetsStubs(Stubs):
    list = _stubbed(Pets.list)
    create = _stubbed(Pets.create)
    replace = _stubbed(Pets.replace)
    get = _stubbed(Pets.get)
    update = _stubbed(Pets.update)
    delete = _stubbed(Pets.delete)
    get_photo = _stubbed(Pets.get_photo)
    set_photo = _stubbed(Pets.set_photo)
    upload_photos = _stubbed(Pets.upload_photos)


class _StoreStubs(Stubs):
    place_order = _stubbed(Store.place_order)
    get_search = _stubbed(Store.get_search)
    count = _stubbed(Store.count)
    watch_sales = _stubbed_stream(Store.watch_sales)
    give_advice = _stubbed(Store.give_advice)
    give_advice_stream = _stubbed_stream(Store.give_advice_stream)


class _AdminStubs(Stubs):
    def __init__(self, mock: BaseMock) -> None:
        super().__init__(mock)
        self.users = _AdminUsersStubs(mock)


class _AdminUsersStubs(Stubs):
    get = _stubbed(AdminUsers.get)


class Mock(BaseMock):
    """Has a stub for each operation, and is the `transport` of clients in tests.

    In a `with` block it checks at the end that each stub was called, and nothing else.
    """

    get_status = _stubbed(Client.get_status)

    def __init__(self) -> None:
        super().__init__()
        self.pets = _PetsStubs(self)
        self.store = _StoreStubs(self)
        self.admin = _AdminStubs(self)
