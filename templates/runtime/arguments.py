"""What the methods of a client take: what can be left out, and bodies as a whole or field by field."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from . import call as calls
from .adapters import adapter, validation_error
from .bodies import Body, Encodings
from .call import Draft
from .values import is_array, unwrapped

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncIterable, Iterable
    from typing import IO, TypeAlias

    _File: TypeAlias = bytes | os.PathLike[str] | IO[bytes]
    #: A body as it is. What has to be awaited is for an `AsyncClient`.
    ContentTypes: TypeAlias = _File | str | Iterable[bytes] | AsyncIterable[bytes]
    #: A file in a form: its content, a path, an open file; with a name, and a media type.
    FileTypes: TypeAlias = _File | tuple[str, ContentTypes] | tuple[str, ContentTypes, str]
else:
    FileTypes = ContentTypes = Any


class Omit:
    """The type of `omit`: an argument that was left out, as opposed to one that is None."""

    __slots__ = ()

    def __bool__(self) -> Literal[False]:
        return False

    def __repr__(self) -> str:
        return "omit"

    def __reduce__(self) -> str:
        return "omit"


#: Stands for what is not sent. None is sent as null, in a body.
omit: Final = Omit()


class _Fields:
    """Takes the fields of a body instead of a value, those that are not `omit`.

    fixed: fields that are the method's to set, whatever the caller passes
    """

    def __init__(
        self,
        value: Any,
        type: Any,
        *,
        media_type: str | None = None,
        encoding: Encodings | None = None,
        required: bool = False,
        fields: Mapping[str, Any] = {},
        fixed: Mapping[str, Any] = {},
    ) -> None:
        given = {name: item for name, item in fields.items() if item is not omit}
        if value is not omit and given:
            raise TypeError(f"`body` is the whole body: it excludes {', '.join(given)}")
        if given or (value is omit and (fixed or (fields and required))):
            value = self.made(type, {**given, **fixed})
        elif isinstance(value, Mapping):
            value = {**cast("Mapping[str, Any]", value), **fixed}
        elif fixed and hasattr(value, "model_copy"):
            value = value.model_copy(update=dict(fixed))
        super().__init__(value, type, media_type=media_type, encoding=encoding, required=required)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]

    def made(self, type_: Any, given: Mapping[str, Any]) -> Any:
        """Return the body that has these fields, by wire name."""
        return type_(**given)


class Json(_Fields, calls.Json):
    """A body in JSON: a model, plain data with wire names, or fields."""


class Form(_Fields, calls.Form):
    """A body of the kind `application/x-www-form-urlencoded`: a model, a dict, or fields."""

    def body(self, value: Any) -> Body:
        """Return the encoded form."""
        return super().body(_by_name(value))


class Multipart(_Fields, calls.Multipart):
    """A body of several parts, files among them: a model, a dict, or fields."""

    def made(self, type_: Any, given: Mapping[str, Any]) -> Any:
        """Return a dict: files are no values of a model."""
        adapter(type_)  # completes the class
        problems = [
            ((name,), "missing", "Field required")
            for name, field in type_.model_fields.items()
            if field.is_required() and not {name, field.alias} & given.keys()
        ]
        if problems:
            raise validation_error(type_.__name__, problems)
        return given

    def write(self, draft: Draft) -> None:
        """Set the body, unless it was left out."""
        if isinstance(self.value, Mapping):
            self.type = Any  # it may hold files, which are checked by nobody but the server
        super().write(draft)

    def body(self, value: Any) -> Body:
        """Return the encoded parts."""
        return super().body(_by_name(value))


def _by_name(value: Any) -> Any:
    """Return what a form is made of. OpenAPI names no items of a list: their positions do."""
    value = unwrapped(value)
    return {str(i): item for i, item in enumerate(value)} if is_array(value) else value
