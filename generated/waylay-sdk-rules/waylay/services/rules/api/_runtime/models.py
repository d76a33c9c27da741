"""The base classes of all models: pydantic models that are built when they are first used.

What a server adds later never breaks them: unknown fields and enum values are kept and sent back.
A field that was never set is not sent, a field that was set to None is sent as null.
"""

from __future__ import annotations

import base64
import pprint
import re
import sys
from collections.abc import Generator, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum, IntEnum, StrEnum
from functools import cache
from operator import is_
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Generic, Self, TypeVar, cast, get_args

import pydantic
from pydantic import BaseModel, ConfigDict
from typing_extensions import deprecated

from .adapters import BUILDING, DIRECTED, Problem, to_json, to_jsonable, validation_error
from .deprecation import warn_renamed
from .exceptions import ApiKeyError
from .limits import Limits
from .values import is_object

T = TypeVar("T")

_IDENTIFIER = re.compile(r"[^\W\d]\w*")


class _LazyModel(BaseModel):
    """A model whose validator is built on first use, together with the models that it refers to.

    Model modules import each other for type checkers only. The classes that annotations name are
    found in the package of the model, which lists all models, when they are needed.

    sent_as: the name of the class that requests have instead of this one
    fetched_as: the name of the class whose stead this one takes in requests
    never_sent: the wire names of what a caller may have, and no request has (`readOnly`)
    """

    __sent_as__: ClassVar[str] = ""
    __fetched_as__: ClassVar[str] = ""
    __never_sent__: ClassVar[tuple[str, ...]] = ()

    model_config = ConfigDict(
        defer_build=True,
        validate_by_name=True,
        validate_by_alias=True,
        protected_namespaces=(),
    )

    def __init_subclass__(
        cls,
        *,
        sent_as: str | None = None,
        fetched_as: str | None = None,
        never_sent: tuple[str, ...] | None = None,
        **kwargs: Any,
    ) -> None:
        super().__init_subclass__(**kwargs)
        if sent_as is not None:
            cls.__sent_as__ = sent_as
        if fetched_as is not None:
            cls.__fetched_as__ = fetched_as
        if never_sent is not None:
            cls.__never_sent__ = never_sent
        if cls.__sent_as__ or cls.__never_sent__:
            DIRECTED.add(cls)

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
            with _deep_recursion():
                return super().model_rebuild(
                    force=force, raise_errors=raise_errors, _types_namespace=_load_references(cls)
                )

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        # A type mentions this class. It is complete, or built with what is being built, or neither.
        with BUILDING:
            if not _building:
                cls.model_rebuild()
            return handler(source)

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

    __earlier__: ClassVar[Mapping[str, str]] = {}

    def __init_subclass__(
        cls, *, closed: bool | None = None, earlier: Mapping[str, str] = {}, **kwargs: Any
    ) -> None:
        """Define a model.

        closed: whether it has no other fields than those that are declared
        earlier: the names of fields by the names that they had before
        """
        super().__init_subclass__(**kwargs)
        if closed is not None:
            cls.__closed__ = closed
        if earlier:
            cls.__earlier__ = {**cls.__earlier__, **earlier}
            type.__setattr__(cls, "__setattr__", _set_by_any_name)

    if TYPE_CHECKING:
        # A class with types for undeclared fields says dict[str, ...].
        __pydantic_extra__: Any = pydantic.Field(init=False)
    else:  # checkers derive the signature from the fields

        def __init__(self, /, **data: Any) -> None:
            __tracebackhide__ = True
            cls = type(self)
            if not cls.__pydantic_complete__:
                cls.model_rebuild()
            if cls.__earlier__:
                data = {_name_now(cls, name): value for name, value in data.items()}
            self.__pydantic_validator__.validate_python(data, self_instance=self)
            problems = self._problems()
            if problems:
                raise validation_error(cls.__name__, problems)

        # pydantic calls an `__init__` of one's own for each nested object of a response. This flag
        # says that it need not: a response is read without the checks above, and fast.
        __init__.__pydantic_base_init__ = True

        def __getattr__(self, name: str) -> Any:
            now = type(self).__earlier__.get(name)
            if now is None:
                return super().__getattr__(name)
            return getattr(self, _name_now(type(self), name))

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


def _name_now(model: type[Model], name: str) -> str:
    """Return the name of a field today; an earlier one gives a warning."""
    now = model.__earlier__.get(name)
    if now is None:
        return name
    warn_renamed(f"{model.__name__}.{name}", now)
    return now


def _set_by_any_name(self: Model, name: str, value: Any) -> None:
    BaseModel.__setattr__(self, _name_now(type(self), name), value)


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


class _Input(_LazyModel):
    """What requests have in the place of another class, and make of it where that was fetched."""

    @pydantic.model_validator(mode="wrap")
    @classmethod
    def _accept_fetched(cls, value: Any, handler: pydantic.ModelWrapValidatorHandler[Self]) -> Self:
        bases = type(value).__mro__ if isinstance(value, _LazyModel) else ()
        if any(base.__name__ == cls.__fetched_as__ for base in bases):
            # Not validated: it may lack what only requests have.
            return cast("Self", sendable(value))
        return handler(value)


class InputModel(_Input, WireModel):
    """An object as requests have it."""


class InputRootModel(_Input, RootModel[T], Generic[T]):
    """A named value that is no object, as requests have it."""


class Variants:
    """Metadata of a union: which class a discriminator means (OpenAPI 3.0.3, Discriminator Object).

    An object whose discriminator says something else stays a dict; one without it is tried as each.
    Both are the class that None means, where it means one (OpenAPI 3.2, `defaultMapping`).
    """

    __slots__ = ("classes", "property_name")

    def __init__(self, property_name: str, classes: Mapping[Any, str]) -> None:
        self.property_name = property_name
        self.classes = classes

    def _key(self) -> tuple[str, tuple[tuple[Any, str], ...]]:
        return self.property_name, tuple(self.classes.items())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Variants) and self._key() == other._key()

    def __hash__(self) -> int:
        return hash(self._key())

    def __get_pydantic_core_schema__(
        self, source: Any, handler: pydantic.GetCoreSchemaHandler
    ) -> Any:
        from pydantic_core import core_schema

        members = {getattr(member, "__name__", ""): member for member in get_args(source)}

        def choose(value: Any, validate: core_schema.ValidatorFunctionWrapHandler) -> Any:
            if not is_object(value):
                return validate(value)
            otherwise = self.classes.get(None)
            if self.property_name not in value and otherwise is None:
                return validate(value)
            tag = value.get(self.property_name)
            name = self.classes.get(tag, otherwise) if isinstance(tag, (str, int)) else otherwise
            return members[name].model_validate(value) if name in members else value

        return core_schema.no_info_wrap_validator_function(choose, handler(source))


@dataclass(frozen=True, slots=True)
class Base64:
    """Metadata of bytes that are text in JSON (RFC 4648): a text is decoded, bytes stay.

    altchars: the last two characters of the alphabet
    """

    altchars: bytes = b"+/"

    def decoded(self, value: Any) -> bytes | str:
        """Return the bytes; line breaks are passed over. What is no Base64 stays a text."""
        if not isinstance(value, str):
            return bytes(value)
        text = "".join(value.split())
        try:
            return base64.b64decode(text + "=" * (-len(text) % 4), self.altchars, validate=True)
        except ValueError:
            return value

    def encoded(self, value: bytes | str) -> str:
        """Return the text."""
        return value if isinstance(value, str) else base64.b64encode(value, self.altchars).decode()

    def __get_pydantic_core_schema__(
        self, source: Any, handler: pydantic.GetCoreSchemaHandler
    ) -> Any:
        from pydantic_core import core_schema

        kinds = core_schema.union_schema([core_schema.str_schema(), core_schema.bytes_schema()])
        return core_schema.no_info_after_validator_function(
            self.decoded,
            kinds,
            serialization=core_schema.plain_serializer_function_ser_schema(
                self.encoded, when_used="json"
            ),
        )


Base64Bytes = Annotated[bytes, Base64()]
Base64UrlBytes = Annotated[bytes, Base64(b"-_")]


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


E = TypeVar("E", bound=Enum)


class earlier_member:
    """The earlier name of a member of an enum."""

    def __init__(self, now: str) -> None:
        self._now = now

    def __set_name__(self, owner: type[Enum], name: str) -> None:
        self._name = name

    @deprecated("an earlier name", category=None)
    def __get__(self, instance: object, owner: type[E]) -> E:
        warn_renamed(f"{owner.__name__}.{self._name}", self._now)
        return owner[self._now]


@cache
def _limits(model: type[Model]) -> dict[str, Limits]:
    return {
        name: limits
        for name, field in model.model_fields.items()
        for limits in field.metadata
        if isinstance(limits, Limits)
    }


# What is sent of a model. Some classes have a sibling for requests, and some fields are in no request.


def sendable(value: Any) -> Any:
    """Return a value as requests have it, however deep in it something differs; the same if nothing does."""
    if isinstance(value, RootModel):
        return _sendable_root(value)  # pyright: ignore[reportUnknownArgumentType]
    if isinstance(value, BaseModel):
        return _sendable_model(value)
    if is_object(value):
        found = {name: sendable(item) for name, item in value.items()}
        return value if all(found[name] is value[name] for name in found) else found
    if type(value) in (list, tuple):
        items = type(value)(map(sendable, value))
        return value if all(map(is_, items, value)) else items
    return value


def _sent_class(model: BaseModel) -> type[BaseModel]:
    cls = type(model)
    name: str = getattr(cls, "__sent_as__", "")
    if not name:
        return cls
    owner = next(base for base in cls.__mro__ if base.__dict__.get("__sent_as__"))
    found: type[BaseModel] = getattr(sys.modules[owner.__module__.rpartition(".")[0]], name)
    return found


def _sendable_root(model: RootModel[Any]) -> BaseModel:
    cls, root = _sent_class(model), sendable(model.root)
    return model if cls is type(model) and root is model.root else cls.model_construct(root=root)


def _sendable_model(model: BaseModel) -> BaseModel:
    cls = _sent_class(model)
    given = _by_wire_name(model)
    never: Any = getattr(cls, "__never_sent__", ())
    sent = {name: sendable(value) for name, value in given.items() if name not in never}
    if cls is type(model) and len(sent) == len(given) and all(sent[n] is given[n] for n in sent):
        return model
    fields = {field.alias or name: name for name, field in cls.model_fields.items()}
    new = model.model_copy() if cls is type(model) else cls.model_construct()
    values = {**new.__dict__, **{fields[n]: value for n, value in sent.items() if n in fields}}
    ordered = {name: values[name] for name in cls.model_fields if name in values}
    object.__setattr__(new, "__dict__", ordered)
    extra = {name: value for name, value in sent.items() if name not in fields}
    object.__setattr__(new, "__pydantic_fields_set__", {fields.get(name, name) for name in sent})
    object.__setattr__(new, "__pydantic_extra__", extra)
    return new


def _by_wire_name(model: BaseModel) -> dict[str, Any]:
    """Return what is set of a model."""
    fields = type(model).model_fields
    names = [name for name in fields if name in model.__pydantic_fields_set__]
    return {
        **{fields[name].alias or name: model.__dict__[name] for name in names},
        **(model.__pydantic_extra__ or {}),
    }


# How a class is completed. pydantic resolves the names in annotations where the class is defined:
# `_load_references` puts the classes there, as an import would have done.

_building: list[int] = []


@contextmanager
def _deep_recursion() -> Generator[None]:
    """Allow for models nested in hundreds of others: pydantic walks through them by recursion."""
    _building.append(sys.getrecursionlimit())
    sys.setrecursionlimit(max(_building[-1], 50_000))
    try:
        yield
    finally:
        sys.setrecursionlimit(_building.pop())


def _load_references(model: type[BaseModel]) -> dict[str, Any]:
    """Load every model that a class needs, and return the names that its annotations may use.

    All of them are there before any is built, so that a reference cycle is built once, as a whole.
    """
    waiting, seen = [model], {model}
    while waiting:
        for referred in _references(waiting.pop()):
            if referred not in seen and not referred.__pydantic_complete__:
                seen.add(referred)
                waiting.append(referred)
    names: dict[str, Any] = {}
    for base in _generated_bases(model):  # a field of a base class names what its module has
        names |= vars(sys.modules[base.__module__])
    return names


def _references(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """Load what the annotations of a class name, into the module of the class."""
    for base in _generated_bases(model):
        module, package = vars(sys.modules[base.__module__]), base.__module__.rpartition(".")[0]
        known = _model_names(package)
        for annotation in base.__annotations__.values():
            for name in known.intersection(_IDENTIFIER.findall(str(annotation))):
                if name not in module:
                    module[name] = getattr(sys.modules[package], name)
                if isinstance(module[name], type) and issubclass(module[name], BaseModel):
                    yield module[name]


def _generated_bases(model: type[BaseModel]) -> list[type[BaseModel]]:
    """Return the class and its bases as far as they are generated, the bases first."""
    return [
        base
        for base in reversed(model.__mro__)
        if issubclass(base, _LazyModel) and base.__module__ != __name__
    ]


@cache
def _model_names(package: str) -> frozenset[str]:
    """Return the names of all models: those that their lazy package lists."""
    return frozenset(getattr(sys.modules.get(package), "__all__", ()))
