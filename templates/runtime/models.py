"""The base classes of all models: pydantic models that are built when they are first used.

What a server adds later never breaks them: unknown fields and enum values are kept and sent back.
A field that was never set is not sent, a field that was set to None is sent as null.
"""

from __future__ import annotations

import pprint
import re
import sys
from collections.abc import Iterator
from enum import IntEnum, StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Self, TypeVar

import pydantic
from pydantic import BaseModel, ConfigDict

from .adapters import BUILDING, Problem, to_json, to_jsonable, validation_error
from .exceptions import ApiKeyError
from .limits import Limits

T = TypeVar("T")

_IDENTIFIER = re.compile(r"[^\W\d]\w*")


class _LazyModel(BaseModel):
    """A model whose validator is built on first use, together with the models that it refers to.

    Model modules import each other for type checkers only. The classes that annotations name are
    found in the package of the model, which lists all models, when they are needed.
    """

    model_config = ConfigDict(
        defer_build=True,
        validate_by_name=True,
        validate_by_alias=True,
        protected_namespaces=(),
    )

    @classmethod
    def model_rebuild(
        cls,
        *,
        force: bool = False,
        raise_errors: bool = True,
        _parent_namespace_depth: int = 2,
        _types_namespace: Any = None,
    ) -> bool | None:
        """Complete this class and the models below it. pydantic calls this on first use too."""
        with BUILDING:
            if cls.__pydantic_complete__ and not force:
                return None
            order, depth = _build_order(cls)
            limit = sys.getrecursionlimit()
            # pydantic walks through nested models by recursion, some ten calls for each of them.
            sys.setrecursionlimit(max(limit, 1000 + 50 * depth))
            done: bool | None = None
            try:
                for model in order:
                    done = super(_LazyModel, model).model_rebuild(
                        force=force and model is cls,
                        raise_errors=raise_errors,
                        _types_namespace=_namespace(model),
                    )
            finally:
                sys.setrecursionlimit(limit)
            return done

    if not TYPE_CHECKING:  # the two ways to an object that do not build its class by themselves

        @classmethod
        def model_construct(cls, *values: Any, **fields: Any) -> Self:
            cls.model_rebuild()
            return super().model_construct(*values, **fields)

        def __setstate__(self, state: Any) -> None:
            type(self).model_rebuild()
            super().__setstate__(state)

    def to_str(self) -> str:
        """Return the model as text for people."""
        return pprint.pformat(self.model_dump(exclude_unset=True))


class Model(_LazyModel):
    """An object of the API.

    Fields are given by Python name or by wire name. Bounds (`Limits`) and, for a closed class, the
    names of fields are checked when a program makes an object, never when a response is read.
    """

    model_config = ConfigDict(extra="allow")

    __closed__: ClassVar[bool] = False

    def __init_subclass__(cls, *, closed: bool | None = None, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        if closed is not None:
            cls.__closed__ = closed

    if not TYPE_CHECKING:  # checkers derive the signature from the fields

        def __init__(self, /, **data: Any) -> None:
            __tracebackhide__ = True
            cls = type(self)
            if not cls.__pydantic_complete__:
                cls.model_rebuild()
            self.__pydantic_validator__.validate_python(data, self_instance=self)
            problems = self._problems()
            if problems:
                raise validation_error(cls.__name__, problems)

        # pydantic calls an `__init__` of one's own for each nested object of a response. This flag
        # says that it need not: a response is read without the checks above, and fast.
        __init__.__pydantic_base_init__ = True

    def _problems(self) -> list[Problem]:
        problems: list[Problem] = [
            ((name,), "limits", message)
            for name, limits in _limits(type(self)).items()
            if name in self.__pydantic_fields_set__
            for message in limits.violations(getattr(self, name))
        ]
        if self.__closed__ and self.__pydantic_extra__:
            problems += [
                ((name,), "unexpected_field", "there is no such field")
                for name in self.__pydantic_extra__
            ]
        return problems

    def __repr_args__(self) -> Any:
        return [
            (name, value)
            for name, value in super().__repr_args__()
            if name in self.__pydantic_fields_set__
        ]


class SnakeModel(Model):
    """A model that turns into a dict with Python names."""

    def to_dict(self, serialize: bool = False) -> dict[str, Any]:
        """Return the fields that are set, by Python name.

        serialize: use wire names, and values that JSON has
        """
        if serialize:
            return self.model_dump(mode="json", by_alias=True, exclude_unset=True)
        return self.model_dump(by_alias=False, exclude_unset=True)

    def get(self, name: str, default: Any = None) -> Any:
        """Return a field by Python name, or the default when it is not set."""
        return getattr(self, name) if name in self else default

    def __contains__(self, name: str) -> bool:
        return name in self.__pydantic_fields_set__

    def __getitem__(self, name: str) -> Any:
        if name not in self and name not in type(self).model_fields:
            raise ApiKeyError(f"{type(self).__name__} has no field {name!r}")
        return getattr(self, name)

    def __setitem__(self, name: str, value: Any) -> None:
        setattr(self, name, value)


class WireModel(Model):
    """A model that turns into a dict with wire names, and back."""

    def to_dict(self) -> dict[str, Any]:
        """Return the fields that are set, by wire name."""
        return self.model_dump(by_alias=True, exclude_unset=True)

    def to_json(self) -> str:
        """Return the fields that are set as JSON, by wire name."""
        return to_json(self).decode()

    @classmethod
    def from_dict(cls, obj: dict[str, Any]) -> Self:
        """Return the model for a dict with wire names or Python names."""
        return cls.model_validate(obj)

    @classmethod
    def from_json(cls, json_str: str | bytes) -> Self:
        """Return the model for a JSON text."""
        return cls.model_validate_json(json_str)


class RootModel(_LazyModel, pydantic.RootModel[T], Generic[T]):
    """A named value that is no object: a choice between models, a list, a map.

    Attributes, items and iteration are those of `root`.
    """

    def to_dict(self, serialize: bool = False) -> Any:
        """Return the root as dicts and lists."""
        to_dict = getattr(self.root, "to_dict", None)
        return to_jsonable(self) if serialize or to_dict is None else to_dict()

    def to_json(self) -> str:
        """Return the root as JSON, by wire name."""
        return to_json(self).decode()

    @classmethod
    def from_dict(cls, obj: Any) -> Self:
        """Return the model for plain data with wire names or Python names."""
        return cls.model_validate(obj)

    @classmethod
    def from_json(cls, json_str: str | bytes) -> Self:
        """Return the model for a JSON text."""
        return cls.model_validate_json(json_str)

    if not TYPE_CHECKING:  # checkers are better served by `.root`, whose type they know

        def __getattr__(self, name: str) -> Any:
            if name.startswith("__"):
                return super().__getattr__(name)
            return getattr(self.root, name)

        def __getitem__(self, key: Any) -> Any:
            return self.root[key]

        def __iter__(self) -> Iterator[Any]:
            return iter(self.root)

        def __len__(self) -> int:
            return len(self.root)


class OpenStrEnum(StrEnum):
    """Strings that the API declares, and those that it will declare: a new one is kept as it is."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = member._value_ = value
        return member


class OpenIntEnum(IntEnum):
    """Whole numbers that the API declares, and those that it will declare."""

    @classmethod
    def _missing_(cls, value: object) -> Self | None:
        if not isinstance(value, int) or isinstance(value, bool):
            return None
        member = int.__new__(cls, value)
        member._name_, member._value_ = str(value), value
        return member


@cache
def _limits(model: type[Model]) -> dict[str, Limits]:
    return {
        name: limits
        for name, field in model.model_fields.items()
        for limits in field.metadata
        if isinstance(limits, Limits)
    }


# How a class is completed. pydantic resolves the names in annotations in the module of the class;
# `_references` loads those classes and puts them there, as an import would have done.


@cache
def _model_names(package: str) -> frozenset[str]:
    return frozenset(getattr(sys.modules.get(package), "__all__", ()))


def _model_bases(model: type[BaseModel]) -> list[type[BaseModel]]:
    """Return the class and its bases as far as they are models of an API, the bases first."""
    return [
        base
        for base in reversed(model.__mro__)
        if issubclass(base, _LazyModel) and base.__module__ != __name__
    ]


def _namespace(model: type[BaseModel]) -> dict[str, Any]:
    """Return what annotations of the class may name: a base class can stand in another module."""
    found: dict[str, Any] = {}
    for base in _model_bases(model):
        found |= vars(sys.modules[base.__module__])
    return found


def _references(model: type[_LazyModel]) -> list[type[_LazyModel]]:
    """Return the models that the fields of a class name, loaded."""
    found: list[type[_LazyModel]] = []
    for base in _model_bases(model):
        package = base.__module__.rpartition(".")[0]
        known = _model_names(package)
        for annotation in map(str, base.__annotations__.values()):
            for name in _IDENTIFIER.findall(annotation):
                if name in known:
                    referred = getattr(sys.modules[package], name)
                    vars(sys.modules[base.__module__]).setdefault(name, referred)
                    if isinstance(referred, type) and issubclass(referred, _LazyModel):
                        found.append(referred)
    return found


def _build_order(root: type[_LazyModel]) -> tuple[list[type[_LazyModel]], int]:
    """Return the classes to build for `root`, those that others need first, and how many it needs.

    A class that is built holds what it needs, so a long chain costs no deep recursion. Classes that
    refer to each other are built as one, with the first of them that is needed; the others follow
    when they are used themselves. (Tarjan's algorithm for strongly connected components, without
    recursion.)
    """
    order: list[type[_LazyModel]] = []
    index: dict[type[_LazyModel], int] = {root: 0}
    low = {root: 0}
    component = {root: None}  # a stack whose members are found fast
    path = [(root, iter(_references(root)))]
    while path:
        model, references = path[-1]
        for referred in references:
            if referred not in index:
                if not referred.__pydantic_complete__:
                    index[referred] = low[referred] = len(index)
                    component[referred] = None
                    path.append((referred, iter(_references(referred))))
                    break
            elif referred in component:
                low[model] = min(low[model], index[referred])
        else:
            path.pop()
            if path:
                above = path[-1][0]
                low[above] = min(low[above], low[model])
            if low[model] == index[model]:
                while component.popitem()[0] is not model:
                    pass
                order.append(model)
    return order, len(index)
