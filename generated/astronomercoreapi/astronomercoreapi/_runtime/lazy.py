"""Packages that load a submodule when one of its names is first used (PEP 562)."""

from __future__ import annotations

import sys
from importlib import import_module

TYPE_CHECKING = False  # checkers read it as True; `typing` itself takes 5 ms to import
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


def lazy(
    package: str, index: str, distribution: str | None = None
) -> tuple[Callable[[str], Any], Callable[[], list[str]]]:
    """Return `__getattr__` and `__dir__` for the package that calls this.

    index: one line per name, `Task ..model.task`: the name and the module that defines it, relative
        to the package; the name of a module is defined by `.`. A third word is the name there of
        what had this name earlier: its use gives a warning. It is one string because splitting it
        on first use costs less than importing thousands of constants.
    distribution: the installed distribution whose version `__version__` tells.
    """
    where: dict[str, list[str]] = {}

    def names() -> dict[str, list[str]]:
        if not where:
            lines = map(str.split, index.strip().splitlines())
            where.update((name, module) for name, *module in lines)
        return where

    def load(name: str) -> Any:
        if name == "__all__":
            value: Any = [each for each in names() if len(names()[each]) == 1]
        elif name == "__version__" and distribution is not None:
            value = version(distribution)
        elif not name.startswith("__") and names().get(name, ["."]) != ["."]:
            module, *there = names()[name]
            if module == ".":
                value = import_module(f".{name}", package)
            else:
                value = getattr(import_module(module, package), there[0] if there else name)
            if there:
                from .deprecation import warn_renamed

                warn_renamed(f"{package}.{name}", there[0])
        elif not name.startswith("_") and _is_module(f"{package}.{name}"):
            # A submodule, as `import package` would have loaded it were it not lazy.
            value = import_module(f".{name}", package)
        else:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        # The next access finds the value in the module itself and does not come here.
        vars(sys.modules[package])[name] = value
        return value

    def listing() -> list[str]:
        return sorted({*vars(sys.modules[package]), *names()})

    return load, listing


def _is_module(name: str) -> bool:
    from importlib.util import find_spec

    return find_spec(name) is not None


def version(distribution: str) -> str:
    """Return the version of an installed distribution; "0" where it runs from a folder."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed(distribution)
    except PackageNotFoundError:
        return "0"
