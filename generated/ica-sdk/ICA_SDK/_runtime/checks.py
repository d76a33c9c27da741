"""What is checked of arguments before anything is sent, and how a fault is reported."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass
from typing import Any, Literal

from .adapters import adapter, validation_error
from .exceptions import ApiTypeError, ApiValueError
from .limits import Limits
from .values import is_array, is_object

#: pydantic's names for a value of another type, of those that it cannot read as the type.
_WRONG_TYPE = ("_type", "int_parsing", "float_parsing", "bool_parsing")

ArgumentErrors = Literal["api", "value", "pydantic"]


@dataclass(frozen=True, slots=True)
class Checks:
    """What is checked of an argument before anything is sent, and how a fault is reported.

    errors: "api" raises ApiTypeError and ApiValueError; "value" checks no types, and raises
        ApiValueError; "pydantic" raises pydantic's ValidationError
    types, limits: False checks no types, no bounds
    disabled: keywords of bounds that are not checked, such as "maxLength"
    """

    errors: ArgumentErrors
    types: bool = True
    limits: bool = True
    disabled: Set[str] = frozenset()

    def argument(
        self,
        name: str,
        value: Any,
        type_: Any,
        limits: Limits | None,
        required: bool = False,
        nullable: bool = False,
    ) -> Any:
        """Return a value that may be sent: as the caller wrote it, where its type permits that."""
        if value is None:
            if required and not nullable:
                self.refuse(name, "missing", "it is required")
            return None
        if self.types and self.errors != "value" and value.__class__ is not type_:
            checked = self._typed(name, value, type_)
            # 5.0 for an int, "yes" for a bool: these alone are sent as what they mean.
            if isinstance(checked, (bool, int)):
                value = checked
        if limits is not None and self.limits:
            for message in limits.violations(value, self.disabled):
                self.refuse(name, "limits", message)
        return value

    def body(self, value: Any, type_: Any, required: bool) -> Any:
        """Return a body that may be sent. Dicts and lists are sent as they are given.

        With pydantic's errors they are read as the declared type, and sent as that.
        """
        if value is None or value.__class__ is type_ or type_ is Any:
            return self.argument("body", value, type_, None, required)
        if self.errors == "value" or not self.types:
            return value
        plain = is_object(value) or is_array(value)
        if plain and self.errors == "api":
            return value
        checked = self._typed("body", value, type_)
        return checked if plain else value

    def _typed(self, name: str, value: Any, type_: Any) -> Any:
        from pydantic import ValidationError

        try:
            return adapter(type_).validate_python(value)
        except ValidationError as error:
            found = error.errors(include_url=False, include_context=False, include_input=False)
        # Raised from out here, because the original error quotes the value: it can be a secret.
        if self.errors == "pydantic":
            problems = [((name, *each["loc"]), each["type"], each["msg"]) for each in found]
            raise validation_error("arguments", problems)
        first = found[0]
        kind = ApiTypeError if first["type"].endswith(_WRONG_TYPE) else ApiValueError
        raise kind(f"Invalid value for `{name}`: {first['msg']}", [name, *first["loc"]])

    def refuse(self, name: str, word: str, message: str) -> None:
        """Raise what is raised for an argument that cannot be sent."""
        if self.errors == "pydantic":
            raise validation_error("arguments", [((name,), word, message)])
        raise ApiValueError(f"Invalid value for parameter `{name}`: {message}")
