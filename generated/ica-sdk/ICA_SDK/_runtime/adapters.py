"""Validators for types, kept: to build one costs milliseconds, to use one microseconds."""

from __future__ import annotations

import gc
from collections.abc import Callable, Sequence
from threading import RLock
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args

if TYPE_CHECKING:
    from pydantic import TypeAdapter, ValidationError
    from typing_extensions import TypeForm

T = TypeVar("T")

#: What is wrong with a value: where, a word for it, and a sentence.
Problem = tuple[tuple[int | str, ...], str, str]

#: Held while classes and validators are built: pydantic does not do that safely in threads.
BUILDING = RLock()

_adapters: dict[Any, TypeAdapter[Any]] = {}


def adapter(type_: TypeForm[T]) -> TypeAdapter[T]:
    """Return the validator of a type, made on first use."""
    kept = _adapters.get(type_)
    if kept is None:
        from pydantic import TypeAdapter

        with BUILDING:
            complete(type_)
            kept = _adapters[type_] = TypeAdapter(type_)
    return kept


#: From this size on a text is large.
_LARGE = 64 * 1024


def from_json(type_: TypeForm[T], text: bytes, *, extra: Literal["ignore"] | None = None) -> T:
    """Return a JSON text as a value of a type; pydantic's ValidationError when it is none.

    A large one is read without garbage collections. All that is made on the way stays, and to look
    at it again and again would take as long as to read it.
    """
    validate = adapter(type_).validate_json
    if len(text) < _LARGE or not gc.isenabled():
        return validate(text, extra=extra)
    gc.disable()
    try:
        return validate(text, extra=extra)
    finally:
        gc.enable()


def complete(type_: Any) -> None:
    """Build the models that a type mentions: they know where to find what they refer to."""
    build: Callable[[], Any] | None = getattr(type_, "model_rebuild", None)
    if build is not None:
        build()
    for argument in get_args(type_):
        complete(argument)


def to_json(value: Any) -> bytes:
    """Return a value as JSON: models by wire names and without what was never set."""
    return adapter(Any).dump_json(value, by_alias=True, exclude_unset=True)


def to_jsonable(value: Any) -> Any:
    """Return a value as what `json.loads(to_json(value))` gives."""
    return adapter(Any).dump_python(value, mode="json", by_alias=True, exclude_unset=True)


def to_plain(value: Any) -> Any:
    """Return models as dicts with wire names; other values, such as bytes and dates, stay."""
    return adapter(Any).dump_python(value, by_alias=True, exclude_unset=True)


def validation_error(title: str, problems: Sequence[Problem]) -> ValidationError:
    """Return pydantic's error for problems that we found. It does not quote the values."""
    from pydantic_core import InitErrorDetails, PydanticCustomError, ValidationError

    # The sentence is an argument because a template would read its braces as holes.
    lines: list[InitErrorDetails] = []
    for where, kind, problem in problems:
        error = PydanticCustomError(kind, "{problem}", {"problem": problem})  # pyright: ignore[reportArgumentType]
        lines.append(InitErrorDetails(type=error, loc=where, input=None))
    return ValidationError.from_exception_data(title, lines, hide_input=True)
