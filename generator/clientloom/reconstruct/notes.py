"""The notes column of a page's tables: optional, defaults, choices, bounds."""

import ast
import html
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, cast

from clientloom.api import UNSET
from clientloom.document.data import is_list, is_object

LITERAL = re.compile(
    r"""(?P<text>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?P<name>True|False|None)\b|(?P<number>-?\d[\d.]*(?:e[+-]?\d+)?)""",
    re.I,
)
CALL = re.compile(r"""^[\w.]+\((['"].*['"])\)$""", re.S)
MAX_LENGTH = 20_000

BOUNDS = (
    (re.compile(r"at least (\d+) characters?"), "minLength", int),
    (re.compile(r"at most (\d+) characters?"), "maxLength", int),
    (re.compile(r"at least (\d+) items?"), "minItems", int),
    (re.compile(r"at most (\d+) items?"), "maxItems", int),
    (re.compile(r"at least (-?[\d.e+-]+)"), "minimum", float),
    (re.compile(r"more than (-?[\d.e+-]+)"), "exclusiveMinimum", float),
    (re.compile(r"at most (-?[\d.e+-]+)"), "maximum", float),
    (re.compile(r"less than (-?[\d.e+-]+)"), "exclusiveMaximum", float),
    (re.compile(r"a multiple of (-?[\d.e+-]+)"), "multipleOf", float),
)
END = r"(?=, (?:default |one of |read only|write only|deprecated|at least |at most |each item once)|$)"


@dataclass(slots=True)
class Notes:
    """What a cell of notes says."""

    optional: bool = False
    nullable: bool = False
    default: Any = UNSET
    choices: tuple[Any, ...] = ()
    limits: dict[str, Any] = field(default_factory=dict[str, Any])
    read_only: bool = False
    write_only: bool = False
    deprecated: bool = False
    unread: str = ""
    """What is left over: nobody knows what it means."""


def bracketed(text: str) -> Notes:
    """Read notes such as `[optional] [default to 10]`, the form of most pages."""
    text = html.unescape(text).strip()[:MAX_LENGTH]
    notes = Notes()

    def take(pattern: str) -> str | None:
        nonlocal text
        found = re.search(pattern, text, re.I)
        if found is None:
            return None
        text = f"{text[: found.start()]} {text[found.end() :]}"
        return found[1] if found.groups() else found[0]

    values = take(r"must be one of \[(.*?),? ?\](?=\s|$)") or take(
        r"\[(?:one of|enum:) (.*)\](?=\s*(?:\[|$))"
    )
    if values is not None:
        notes.choices = literals(values)
    default = (
        take(r"\[default(?:s)?(?: to)? (.*?)\](?=\s*(?:\[|$))")
        or take(r"if omitted the server will use the default value of (.*?),?\s*$")
        or take(r"\bdefaults to (.*?)(?:, *)?$")
    )
    if default is not None:
        notes.default = default_of(default)
    for name, words in (
        ("optional", "optional"),
        ("read_only", "read-? ?only"),
        ("write_only", "write-? ?only"),
        ("deprecated", "deprecated"),
        ("nullable", "nullable"),
    ):
        setattr(notes, name, take(rf"\[{words}\]") is not None)
    notes.unread = " ".join(text.replace(",", " ").split())
    return notes


def listed(text: str) -> Notes:
    """Read notes such as `optional, default 10, at least 1`."""
    text = text.strip()[:MAX_LENGTH]
    notes = Notes()
    while text:
        rest = _one(text, notes)
        if rest == text:
            notes.unread = text
            break
        text = re.sub(r"^,\s*", "", rest)
    return notes


def _one(text: str, notes: Notes) -> str:
    """Read one note, and return what follows it."""
    for words, name in (
        ("optional", "optional"),
        ("nullable", "nullable"),
        ("read only", "read_only"),
        ("write only", "write_only"),
        ("deprecated", "deprecated"),
    ):
        if re.match(rf"{words}(?=,|$)", text):
            setattr(notes, name, True)
            return text.removeprefix(words)
    if text.startswith("default "):
        notes.default, rest = _literal(text.removeprefix("default "))
        return rest
    if text.startswith("one of "):
        found: list[Any] = []
        rest = text.removeprefix("one of ")
        while (taken := LITERAL.match(rest)) is not None:
            found.append(_evaluated(taken.group()))
            rest = rest[taken.end() :]
            if not re.match(r", (?=[\"'\d-]|True|False|None)", rest):
                break
            rest = rest.removeprefix(", ")
        notes.choices = tuple(found)
        return rest
    if text.startswith("each item once"):
        notes.limits["uniqueItems"] = True
        return text.removeprefix("each item once")
    if matching := re.match(rf"matching (.*?){END}", text, re.S):
        notes.limits["pattern"] = matching[1]
        return text[matching.end() :]
    return _bound(text, notes)


def _bound(text: str, notes: Notes) -> str:
    for pattern, keyword, kind in BOUNDS:
        if found := pattern.match(text):
            try:
                value = int(found[1]) if re.fullmatch(r"-?\d+", found[1]) else kind(found[1])
            except ValueError:
                return text
            if keyword.startswith("exclusive"):
                # OpenAPI 3.0.3 has the bound and, apart from it, whether it is exclusive.
                plain = keyword.removeprefix("exclusive")
                notes.limits[plain[0].lower() + plain[1:]] = value
                notes.limits[keyword] = True
            else:
                notes.limits[keyword] = value
            return text[found.end() :]
    return text


def default_of(text: str) -> Any:
    """Return the value that the words for a default mean: Python, or else a text without quotes."""
    text = text.strip()
    if called := CALL.match(text):
        text = called[1]
    value = _evaluated(text)
    return text if value is UNSET else value


def literals(text: str) -> tuple[Any, ...]:
    """Return the values of a list that is written without its brackets."""
    value = _evaluated(f"[{text}]")
    if is_list(value):
        return tuple(value)
    return tuple(word.strip() for word in text.split(",") if word.strip())


def _literal(text: str) -> tuple[Any, str]:
    """Return the value at the beginning of a text, and what follows it."""
    if found := LITERAL.match(text):
        return _evaluated(found.group()), text[found.end() :]
    for end in (match.end() for match in re.finditer(r"[\])}]", text)):
        value = _evaluated(text[:end])
        if value is not UNSET:
            return value, text[end:]
    word = re.match(r"[^,]*", text)
    return (word.group() if word else text), text[word.end() if word else len(text) :]


def _evaluated(text: str) -> Any:
    if len(text) > MAX_LENGTH:
        return UNSET
    try:
        value: Any = ast.literal_eval(text.strip())
        return _plain(value)
    except (ValueError, SyntaxError, TypeError, RecursionError, MemoryError):
        return UNSET


def _plain(value: Any) -> Any:
    """Return a Python value as JSON has it."""
    if isinstance(value, bool | int | float | str) or value is None:
        return value
    if is_object(value):
        return {str(k): _plain(v) for k, v in value.items()}
    if isinstance(value, list | tuple | set):
        return [_plain(v) for v in cast("Iterable[Any]", value)]
    raise ValueError(value)
