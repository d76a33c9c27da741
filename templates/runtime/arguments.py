"""What the methods of a client take: what can be left out, and bodies as a whole or field by field."""

from __future__ import annotations

from collections.abc import Mapping
from copy import copy
from typing import TYPE_CHECKING, Any, Self, cast

from . import call as calls
from .adapters import adapter, validation_error
from .bodies import Body, Encodings
from .call import Draft
from .values import Omit, omit

__all__ = [
    "Choice",
    "Content",
    "ContentTypes",
    "Fields",
    "FileTypes",
    "Form",
    "Json",
    "JsonLines",
    "Multipart",
    "Omit",
    "omit",
]

if TYPE_CHECKING:
    import os
    from collections.abc import AsyncIterable, Iterable
    from typing import IO, TypeAlias

    _File: TypeAlias = bytes | os.PathLike[str] | IO[bytes]
    #: A body as it is. What has to be awaited is for an `AsyncClient`.
    ContentTypes: TypeAlias = _File | str | Iterable[bytes] | AsyncIterable[bytes]
    #: A file in a form: its content, a path, an open file; with a name, a media type, headers.
    FileTypes: TypeAlias = (
        _File
        | tuple[str, ContentTypes]
        | tuple[str, ContentTypes, str]
        | tuple[str, ContentTypes, str | None, Mapping[str, str]]
    )
else:
    FileTypes = ContentTypes = Any


class Fields:
    """Takes the fields of a body instead of a value, those that are not `omit`.

    fixed: fields that are the method's to set, whatever the caller passes
    """

    value: Any
    type: Any
    required: bool

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
        super().__init__(value, type, media_type=media_type, encoding=encoding, required=required)  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
        self.fields = fields
        self.fixed = fixed

    @property
    def given(self) -> Any:
        """What the caller passed: the whole, or fields of it."""
        return self.fields if self.value is omit else self.value

    def with_field(self, name: str, value: Any) -> Self:
        """Return the body with another value for a field."""
        if self.value is not omit:
            return super().with_field(name, value)  # type: ignore[misc, no-any-return]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType, reportUnknownVariableType]
        changed = copy(self)
        changed.fields = {**self.fields, name: value}
        return changed

    def write(self, draft: Draft) -> None:
        """Set the body; None is null, where that can be sent."""
        self.value = self._given()
        if self.value is None:
            draft.body = self.null()
            if draft.body is not None:
                return
        if self.value is omit:
            self.value = None
        super().write(draft)  # type: ignore[misc]  # pyright: ignore[reportAttributeAccessIssue, reportUnknownMemberType]

    def _given(self) -> Any:
        value: Any = self.value
        given = {name: item for name, item in self.fields.items() if item is not omit}
        if value is not omit and given:
            raise TypeError(f"`body` is the whole body: it excludes {', '.join(given)}")
        if given or (value is omit and (self.fixed or (self.fields and self.required))):
            return self.made(self.type, {**given, **self.fixed})
        if isinstance(value, Mapping):
            return {**cast("Mapping[str, Any]", value), **self.fixed}
        if self.fixed and hasattr(value, "model_copy"):
            return value.model_copy(update=dict(self.fixed))
        return value

    def made(self, type_: Any, given: Mapping[str, Any]) -> Any:
        """Return the body that has these fields, by wire name."""
        if isinstance(type_, type):
            return type_(**given)
        return adapter(type_).validate_python(dict(given))

    def null(self) -> Body | None:
        """Return the body for None; None where there is no such thing."""
        return None


class Choice:
    """A body that can be sent as several media types: one is chosen, or it is the first.

    chosen: a media type, or `omit`
    """

    def __init__(self, chosen: str | Omit, *ways: Any) -> None:
        self.chosen = chosen
        self.ways = {str(way.media_type): way for way in ways}
        self.value: Any = None

    @property
    def way(self) -> Any:
        """The body as what was chosen."""
        if not self.chosen:
            return next(iter(self.ways.values()))
        if self.chosen in self.ways:
            return self.ways[self.chosen]
        raise ValueError(f"content_type must be one of {', '.join(self.ways)}")

    @property
    def given(self) -> Any:
        """What the caller passed: the whole, or fields of it."""
        return self.way.given

    def with_field(self, name: str, value: Any) -> Choice:
        """Return the body with another value for a field."""
        return Choice(self.chosen, self.way.with_field(name, value))

    def write(self, draft: Draft) -> None:
        """Set the body as what was chosen. The same body can be written again."""
        way = self.way
        given = {
            name
            for each in self.ways.values()
            for name, value in getattr(each, "fields", {}).items()
            if value is not omit
        }
        if lost := sorted(given - getattr(way, "fields", {}).keys()):
            raise TypeError(f"{way.media_type} has no field {', '.join(lost)}: pass `body`")
        copy(way).write(draft)


class Json(Fields, calls.Json):
    """A body in JSON: a model, plain data with wire names, or fields."""

    def null(self) -> Body:
        """Return null, which is not nothing."""
        return self.body(None)


class JsonLines(Fields, calls.JsonLines):
    """A body of several JSON texts: any iterable of models or plain data."""

    def write(self, draft: Draft) -> None:
        """Set the body; what is no list is not checked, as that would use it up."""
        if not isinstance(self.value, list):
            self.type = Any
        super().write(draft)


class Content(calls.Content):
    """A body as it is."""

    def write(self, draft: Draft) -> None:
        """Set the body, unless it was left out."""
        if self.value is omit:
            self.value = None
        super().write(draft)


class Form(Fields, calls.Form):
    """A body of the kind `application/x-www-form-urlencoded`: a model, a dict, or fields."""


class Multipart(Fields, calls.Multipart):
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
        if isinstance(self.value, (Mapping, list)):
            self.type = Any  # it may hold files, which are checked by nobody but the server
        super().write(draft)
