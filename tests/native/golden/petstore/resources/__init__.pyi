# Made by clientloom from native/petstore.yaml and templates/shared/package.pyi.jinja. Do not edit.
from .admin import Admin as Admin
from .admin_users import AdminUsers as AdminUsers
from .admin import AsyncAdmin as AsyncAdmin
from .admin_users import AsyncAdminUsers as AsyncAdminUsers
from .pets import AsyncPets as AsyncPets
from .store import AsyncStore as AsyncStore
from .pets import Pets as Pets
from .store import Store as Store

__all__ = [
    "Admin",
    "AdminUsers",
    "AsyncAdmin",
    "AsyncAdminUsers",
    "AsyncPets",
    "AsyncStore",
    "Pets",
    "Store",
]
