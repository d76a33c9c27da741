"""The names that packages offer."""

from __future__ import annotations

from clientloom.plan import contexts
from clientloom.plan.scope import Scope


def model_entries(scope: Scope, folder: str) -> list[contexts.Entry]:
    """The models that a package offers, under their names and their earlier ones."""
    names = scope.names
    entries = [
        contexts.Entry(names.classes[name], f"{folder}{names.modules[name]}")
        for name in scope.api.schemas
    ]
    for name in scope.api.schemas:
        module, now = f"{folder}{names.modules[name]}", names.classes[name]
        entries += [contexts.Entry(old, module, now) for old in scope.aliases.of_class(name)]
    return entries
