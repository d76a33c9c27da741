"""Words to identifiers.

A name depends on the text it is made from and on nothing else: no counters, no neighbours, no order. What two names
have in common is resolved by `distinct`, from the texts themselves.
"""

from __future__ import annotations

import keyword
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping

from clientloom.errors import ClientloomError, Problem

# A run of capitals belongs together ("HTTPServer" is HTTP + Server), digits stay with the word before them.
_WORD = re.compile(r"[A-Z]+(?=[A-Z][a-z])|[A-Z]+(?![a-z])[0-9]*|[A-Z]?[^\W_A-Z]+|[A-Z]", re.UNICODE)

# A name becomes a file's name too, and file systems stop at 255 bytes, which may be four to a letter.
LONGEST = 60

# Names that a signature or a module needs for itself.
PARAMETER_NAMES = frozenset({"self", "cls", "options", "models", "None", "True", "False"})

# What pydantic's BaseModel and this project's models call their own; a test holds the installed pydantic against it.
MODEL_NAMES = frozenset(
    """
    construct copy dict from_dict from_json from_orm get json model_computed_fields model_config model_construct
    model_copy model_dump model_dump_json model_extra model_fields model_fields_set model_json_schema
    model_parametrized_name model_post_init model_rebuild model_validate model_validate_json model_validate_strings
    parse_file parse_obj parse_raw root schema schema_json self to_dict to_json to_str update_forward_refs validate
    """.split()
)

# Names that a module of classes uses itself, so that no class of a document may take them.
CLASS_NAMES = frozenset(
    """
    Annotated Any BaseModel Decimal Field Limits Literal Mapping Model None OpenIntEnum OpenStrEnum RootModel Sequence
    True False UUID TYPE_CHECKING date datetime time timedelta bool bytes dict float int list str type object
    """.split()
)

# Names that mean something to the import system, or to Windows, whatever follows the dot.
MODULE_NAMES = frozenset({"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))})

_SPELLED = {
    "+": "plus", "-": "minus", "*": "star", "/": "slash", "%": "percent", "=": "equal", "!": "not", "<": "less",
    ">": "greater", "&": "and", "|": "or", "^": "caret", "~": "tilde", "$": "dollar", "@": "at", "#": "hash",
    ".": "dot", ",": "comma", ":": "colon", ";": "semicolon", "?": "question", " ": "space", "(": "open",
    ")": "close", "[": "open", "]": "close", "{": "open", "}": "close", "'": "quote", '"': "quote", "\\": "backslash",
    "`": "tick", "_": "underscore",
}  # fmt: skip


def words(text: str) -> list[str]:
    """Split a text of any kind into words: at case changes, and at everything that no identifier can hold.

    A text that begins with a digit gets the word "value" in front, one of signs only is spelled out.
    """
    found = _split(text) or _split(spelled(text)) or ["empty"]
    if sum(map(len, found)) > LONGEST:
        found = _shortened(found)
    return ["value", *found] if found[0][0].isdigit() else found


def snake(text: str) -> str:
    """`cacheSizeGB` becomes `cache_size_gb`."""
    return "_".join(words(text)).lower()


def pascal(text: str) -> str:
    """`list tasks` becomes `ListTasks`. Capitals that a word has are kept."""
    return "".join(word[0].upper() + word[1:] for word in words(text))


def constant(text: str) -> str:
    """`up for retry` becomes `UP_FOR_RETRY`."""
    return "_".join(words(text)).upper()


def free(name: str, taken: frozenset[str]) -> str:
    """Step aside for keywords and for the names in `taken`, by an underscore at the end (PEP 8)."""
    return f"{name}_" if keyword.iskeyword(name) or name in taken else name


def spelled(text: str) -> str:
    """The words of a text with its signs and capitals spelled out, to tell `a-b` from `a_b` and `ID` from `id`."""
    signs = "".join(
        f" {_SPELLED.get(c) or f'u{ord(c):x}'} " if not c.isalnum() else c for c in text
    )
    capitals = " upper" if text.isupper() else " capital" if text[:1].isupper() else ""
    return signs + capitals


def distinct(
    texts: Iterable[str],
    name: Callable[[str], str],
    roles: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Give each text a name of its own.

    The first text (in the order given) whose name is free has it. Each later one that would have the same name is told
    apart by its role (such as "query"), and where that is not enough, by spelling out what differs.

    :param texts: the wire names, which are all different
    :param name: the naming rule, such as `snake`
    :param roles: what kind of thing a text names, where texts of several kinds share one scope
    """
    found: dict[str, str] = {}
    used: set[str] = set()
    pending = list(texts)
    # A text that is its own name keeps it, wherever it stands.
    for text in [t for t in pending if name(t) == t] + [t for t in pending if name(t) != t]:
        role = (roles or {}).get(text, "")
        candidates = [
            name(text),
            *([name(f"{text} {role}")] if role else []),
            name(spelled(text)),
            name(_coded(text)),
        ]
        chosen = next((c for c in candidates if c not in used), None)
        if chosen is None:
            raise ClientloomError(
                Problem(
                    f"the name {text!r} cannot be told from another in Python.",
                    hint="Pin a name for one of them (x-clientloom-name).",
                )
            )
        found[text] = chosen
        used.add(chosen)
    return {text: found[text] for text in pending}


def _coded(text: str) -> str:
    return " ".join(f"{c} u{ord(c):x}" for c in text)


def _shortened(found: list[str]) -> list[str]:
    """The first and the last words of a name that is too long, which is where long names differ."""
    text = "_".join(found)
    head, tail = text[: LONGEST * 2 // 3], text[-LONGEST // 3 :]
    return [word for word in f"{head}_{tail}".split("_") if word]


def _split(text: str) -> list[str]:
    found = _WORD.findall(unicodedata.normalize("NFKC", text))
    return [word for word in found if f"a{word}".isidentifier()]
