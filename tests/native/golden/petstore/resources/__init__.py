# Made by clientloom from native/petstore.yaml and templates/shared/package.py.jinja. Do not edit.
"""The operations, one module per tag."""

from .._runtime.lazy import lazy

__getattr__, __dir__ = lazy(
    __name__,
    """
    Admin .admin
    AdminUsers .admin_users
    AsyncAdmin .admin
    AsyncAdminUsers .admin_users
    AsyncPets .pets
    AsyncStore .store
    Pets .pets
    Store .store
    """,
)
