"""Every model of the platforms can be completed; `test_features` and `test_corpus` see to their documents."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from pydantic import BaseModel, ValidationError

GENERATED = Path(__file__).parents[1] / "generated"


def modules_below(folder: Path) -> list[str]:
    """The modules with models, by their names for an import."""
    places = [*folder.rglob("models/*.py"), *folder.rglob("model/*.py")]
    return sorted(
        ".".join(place.relative_to(folder).with_suffix("").parts)
        for place in places
        if "_runtime" not in place.parts and not place.stem.startswith("__")
    )


def models(modules: list[str]) -> Iterator[type[BaseModel]]:
    for name in modules:
        module = importlib.import_module(name)
        for value in vars(module).values():
            if (
                isinstance(value, type)
                and issubclass(value, BaseModel)
                and value.__module__ == name
            ):
                yield value


def build(found: list[type[BaseModel]]) -> None:
    """Use each class once."""
    for each in found:
        with suppress(ValidationError):
            each.model_validate({})
        assert each.__pydantic_complete__, each


@pytest.mark.parametrize("project", sorted(path.name for path in GENERATED.iterdir()))
def test_every_model_of_the_platforms_is_completed(project: str) -> None:
    modules = modules_below(GENERATED / project)
    found = list(models(modules))

    build(found)
    assert found or not modules
