"""Words to identifiers.

A name depends on the text it is made from and on nothing else: no counters, no neighbours, no order. What two names
have in common is resolved by `distinct`, from the texts themselves.
"""

from __future__ import annotations

import itertools
import keyword
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import lru_cache
from itertools import chain

from clientloom.errors import ClientloomError, Problem

# Where words begin, in a text written as U for capitals, d for digits and l for other letters. A run of capitals
# belongs together ("HTTPServer" is HTTP + Server, "userIDs" is user + IDs), digits stay with the word before them.
_STARTS = re.compile(r"(?<=U)(?=Ull)|(?<=[ld])(?=U)")

# The same in ASCII: runs of letters and digits, and the words of a run.
_RUNS = re.compile("[A-Za-z0-9]+")
_WORDS = re.compile("[A-Z]+(?=[A-Z][a-z][a-z])|[A-Z]*[a-z0-9]+|[A-Z]+")

# A name becomes a file's name too, and file systems stop at 255 bytes, which may be four to a letter.
LONGEST = 60

# How many texts are remembered with their words: a document repeats most of its names many times.
_MANY = 1 << 16

# Names that a signature or a module needs for itself.
PARAMETER_NAMES = frozenset(
    "async_req bool bytes cls dict dt float int list models options self str None True False".split()
)

# Names that the body of a class of operations needs for itself.
METHOD_NAMES = frozenset(
    "Any Literal api_client awaitable dt models self with_api_response with_http_info None True False".split()
)

# What pydantic's BaseModel and this project's models call their own; a test holds the installed pydantic against it.
MODEL_NAMES = frozenset(
    """
    bool bytes construct copy dict dt float from_dict from_json from_orm get int json list model_computed_fields
    model_config model_construct model_copy model_dump model_dump_json model_extra model_fields model_fields_set
    model_json_schema model_parametrized_name model_post_init model_rebuild model_validate model_validate_json
    model_validate_strings parse_file parse_obj parse_raw root schema schema_json self str to_dict to_json to_str
    update_forward_refs validate
    """.split()
)

# What Python itself calls by such names, in any version: pydantic would take it for the class that a field names.
BUILTIN_CLASS_NAMES = frozenset(
    """
    ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError BrokenPipeError
    BufferError BytesWarning ChildProcessError ConnectionAbortedError ConnectionError ConnectionRefusedError
    ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning EnvironmentError Exception
    ExceptionGroup FileExistsError FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError
    ImportError ImportWarning IndentationError IndexError InterruptedError IsADirectoryError KeyError
    KeyboardInterrupt LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplemented
    NotImplementedError OSError OverflowError PendingDeprecationWarning PermissionError ProcessLookupError
    PythonFinalizationError RecursionError ReferenceError ResourceWarning RuntimeError RuntimeWarning
    StopAsyncIteration StopIteration SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError
    TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError UnicodeError UnicodeTranslateError
    UnicodeWarning UserWarning ValueError Warning WindowsError ZeroDivisionError
    """.split()
)

# Names that a module of classes, or the package above it, uses itself: no class of a document may take them.
CLASS_NAMES = (
    frozenset(
        """
    Annotated Any ApiAttributeError ApiClient ApiException ApiKeyError ApiResponse ApiTypeError ApiValueError
    AsyncApiClient BaseModel Configuration Decimal Field Limits Literal Mapping Model None OpenApiException OpenIntEnum
    OpenStrEnum RootModel Sequence True False UUID TYPE_CHECKING date datetime time timedelta bool bytes dict float int
    list str type object Base64Bytes Base64UrlBytes IsoDuration IsoTime OpenTuple Variants
    """.split()
    )
    | BUILTIN_CLASS_NAMES
)

# Names that mean something to the import system, or to Windows, whatever follows the dot.
MODULE_NAMES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{d}{n}" for d in ("com", "lpt") for n in range(1, 10))}
)

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
    return list(_words(text))


@lru_cache(_MANY)
def _words(text: str) -> tuple[str, ...]:
    found = _split(text) or _split(spelled(text)) or ["empty"]
    if sum(map(len, found)) > LONGEST:
        found = _shortened(found)
    return ("value", *found) if found[0][0].isdigit() else tuple(found)


@lru_cache(_MANY)
def snake(text: str) -> str:
    """`cacheSizeGB` becomes `cache_size_gb`."""
    return "_".join(_words(text)).lower()


@lru_cache(_MANY)
def pascal(text: str) -> str:
    """`list tasks` becomes `ListTasks`. Capitals that a word has are kept."""
    return "".join(word[0].upper() + word[1:] for word in _words(text))


def constant(text: str) -> str:
    """`up for retry` becomes `UP_FOR_RETRY`."""
    return "_".join(_words(text)).upper()


def free(name: str, taken: frozenset[str]) -> str:
    """Step aside for keywords and for the names in `taken`, by an underscore at the end (PEP 8)."""
    return f"{name}_" if keyword.iskeyword(name) or name in taken else name


def spelled(text: str) -> str:
    """The words of a text with its signs and capitals spelled out, to tell `a-b` from `a_b` and `aB` from `ab`."""
    signs = "".join(_spelled_letter(c, first=i == 0) for i, c in enumerate(text))
    return (
        f"{signs} upper" if text.isupper() else f"{signs} capital" if text[:1].isupper() else signs
    )


def _spelled_letter(letter: str, *, first: bool) -> str:
    if not letter.isalnum():
        return f" {_SPELLED.get(letter) or f'u{ord(letter):x}'} "
    return f" capital {letter}" if letter.isupper() and not first else letter


def distinct(
    texts: Iterable[str],
    name: Callable[[str], str],
    roles: Mapping[str, str] | None = None,
) -> dict[str, str]:
    """Give each text a name of its own.

    The first text (in the order given) whose name is free has it. Each later one that would have the same name is told
    apart by its role (such as "query"), and where that is not enough, by spelling out what differs; what is too long
    for that is told apart by abbreviations of all its words.

    :param texts: the wire names, which are all different
    :param name: the naming rule, such as `snake`
    :param roles: what kind of thing a text names, where texts of several kinds share one scope
    """
    found: dict[str, str] = {}
    used: set[str] = set()
    first_choices = {text: name(text) for text in texts}
    # A text that is its own name keeps it, wherever it stands.
    for text in sorted(first_choices, key=lambda t: first_choices[t] != t):
        others = map(name, _candidates(text, (roles or {}).get(text, "")))
        candidates = chain((first_choices[text],), others)
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
    return {text: found[text] for text in first_choices}


def _candidates(text: str, role: str) -> Iterator[str]:
    """What a text may be called instead of its own name, the best first."""
    if role:
        yield f"{text} {role}"
    if sum(map(len, found := _split(text))) > LONGEST:
        for letters in (3, 2, 1):  # what is cut out of a long name can be all that it differs by
            yield " ".join(word if word.isdigit() else word[:letters] for word in found)
    yield spelled(text)
    yield _coded(text)


def _coded(text: str) -> str:
    return " ".join(f"{c} u{ord(c):x}" for c in text)


def _shortened(found: list[str]) -> list[str]:
    """The first and the last words of a name that is too long, which is where long names differ."""
    text = "_".join(found)
    head, tail = text[: LONGEST * 2 // 3], text[-LONGEST // 3 :]
    return [word for word in f"{head}_{tail}".split("_") if word]


def _split(text: str) -> list[str]:
    if text.isascii():
        return [word for run in _RUNS.findall(text) for word in _WORDS.findall(run)]
    normal = unicodedata.normalize("NFKC", text)
    letters = "".join(c if f"a{c}".isidentifier() and c != "_" else " " for c in normal)
    return [word for run in letters.split() for word in _words_of_run(run)]


def _words_of_run(run: str) -> list[str]:
    kinds = "".join("U" if c.isupper() else "d" if c.isdigit() else "l" for c in run)
    cuts = [0, *(m.start() for m in _STARTS.finditer(kinds)), len(run)]
    return [run[start:end] for start, end in itertools.pairwise(cuts)]
