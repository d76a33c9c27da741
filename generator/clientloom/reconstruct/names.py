"""Python names back to wire names.

A page shows some wire names: in path templates, in the placeholders of examples, in prose. They are
evidence for the same name elsewhere, and for how this API spells names of several words. Where
there is no evidence at all, a wire name is what the page has.
"""

import keyword
import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import Literal

from clientloom.naming import snake

Convention = Literal["camel", "pascal", "kebab", "snake"]

WORD = re.compile(r"[A-Za-z][A-Za-z0-9]*(?:[_.-][A-Za-z0-9]+)*")
HEADERS = frozenset(
    """
    accept accept_encoding accept_language authorization content_disposition content_encoding content_language
    content_md5 idempotency_key if_match if_modified_since if_none_match if_range if_unmodified_since prefer range
    referer user_agent
    """.split()
)


@lru_cache(maxsize=10_000)
def key(text: str) -> str:
    """Return what two spellings of one name have in common: `taskId`, `task_id` and `Task-ID`."""
    return re.sub(r"[\W_]+", "", text).lower()


def is_header(name: str) -> bool:
    """Whether a parameter looks like a header by its name."""
    return name in HEADERS or bool(re.match(r"x_[a-z]", name))


def header_name(name: str) -> str:
    """`x_request_id` becomes `X-Request-Id`."""
    return "-".join(word.capitalize() for word in words(name))


def words(name: str) -> list[str]:
    """Return the words of a Python name."""
    return [word for word in name.split("_") if word]


@lru_cache(maxsize=10_000)
def plain(name: str) -> str:
    """Return a Python name without the underscore that keeps it apart from a keyword."""
    bare = name.rstrip("_") or name
    return bare.lstrip("_") if keyword.iskeyword(bare.lstrip("_")) else bare


def camel(name: str) -> str:
    """`task_id` becomes `taskId`."""
    found = words(name)
    return "".join([found[0], *(w[0].upper() + w[1:] for w in found[1:])]) if found else name


def spelled_in(text: str, name: str) -> str | None:
    """Return how a text spells a name of several words, if not as Python does: `CreateTask`."""
    if len(words(name)) < 2:
        return None
    wanted = key(name)
    for word in WORD.findall(text):
        if word != name and not word.islower() and key(word) == wanted and snake(word) == name:
            return str(word)
    return None


class Spelling:
    """What the pages show about the spelling of wire names."""

    def __init__(self) -> None:
        self._known: dict[str, Counter[str]] = {}
        self._votes: Counter[Convention] = Counter()

    def saw(self, wire_names: Iterable[str]) -> None:
        """Take note of wire names that a page shows."""
        for name in wire_names:
            self._known.setdefault(key(name), Counter())[name] += 1
            convention = _convention(name)
            if convention is not None:
                self._votes[convention] += 1

    def wire(self, name: str) -> tuple[str, bool]:
        """Return the wire name for a Python name, and whether it was inferred."""
        bare = plain(name)
        known = self._known.get(key(bare))
        if known:
            wire = max(known, key=lambda each: (known[each], each == bare))
            return wire, wire != bare
        if len(words(bare)) < 2:
            return bare, False
        match self._convention:
            case "camel":
                return camel(bare), True
            case "pascal":
                wire = camel(bare)
                return wire[0].upper() + wire[1:], True
            case "kebab":
                return "-".join(words(bare)), True
            case _:
                return bare, True

    @property
    def _convention(self) -> Convention:
        if not self._votes:
            return "snake"
        order: tuple[Convention, ...] = ("camel", "snake", "pascal", "kebab")
        return max(order, key=lambda each: (self._votes[each], -order.index(each)))


def _convention(name: str) -> Convention | None:
    """Return how a name of several words is spelled; None for a single word."""
    if "_" in name.strip("_"):
        return "snake"
    if "-" in name:
        return "kebab"
    if re.search(r"[a-z0-9][A-Z]", name):
        return "pascal" if name[0].isupper() else "camel"
    return None
