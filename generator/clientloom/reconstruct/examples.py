"""The programs on pages: what they pass to an operation, and how they prove who is calling.

Programs of published pages are often broken: optional arguments stand at the left margin, dicts
lack their commas, `await` stands outside of a function. What can be mended is; where that is not
enough, the lines that set a variable are read on their own.
"""

import ast
import re
import textwrap
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Any

from clientloom.api import UNSET
from clientloom.reconstruct.facts import Built, Shown

MAX_SOURCE = 200_000
MAX_DEPTH = 100

ASSIGNMENT = re.compile(r"^(\s*)([^\W\d]\w*) = ")
ENTRY = re.compile(r"""^\s*(?:'[^'\n]*'|"[^"\n]*")\s*:\s*\S.*[^,{\[(\s]\s*$""")
JSON_NAMES: Mapping[str, Any] = {"true": True, "false": False, "null": None}
FROM_TEXT = frozenset({"dateutil_parser", "parse", "fromisoformat", "UUID", "Decimal", "isoparse"})
"""Functions that make a value of its text."""

KINDS = (
    (re.compile(r"api[ _-]?key", re.I), "apiKey"),
    (re.compile(r"basic|user name and password", re.I), "basic"),
    (re.compile(r"oauth|access token", re.I), "oauth2"),
    (re.compile(r"bearer", re.I), "bearer"),
    (re.compile(r"signature", re.I), "signature"),
    (re.compile(r"certificate", re.I), "mutualTLS"),
)
BULLET = re.compile(r"^[*-] (.{1,100}?) \(([^()\n]{1,200})\):\s*$", re.M)
CONFIGURE = re.compile(
    r"^\s*# Configure (.{1,100}?)(?: authorization| for authorization)?(?: \(\w+\))?: (.+)$", re.M
)
API_KEY = re.compile(r"\s*# Configure API key authorization: (.{1,100})$")
KEY = re.compile(r"""\s*(?:configuration\.api_key\[)?['"]([^'"\n]{1,200})['"](?:\] = |: )""")
INSTEAD = re.compile(r"([^\s:][^:()]{0,100}?) \((an? [^()]{1,60}|user name and password)\)")


def read_example(source: str, operation: str, arguments: Sequence[str], bullets: str = "") -> Shown:
    """Return what the example of an operation shows.

    :param arguments: the Python names of the operation's arguments, in their order
    :param bullets: the text above the program, which lists ways to prove who is calling
    """
    if len(source) > MAX_SOURCE:
        return Shown(schemes=_schemes(source[:MAX_SOURCE], bullets))
    program = _parsed(source)
    if program is None:
        variables, matching = _scraped(source, arguments), list[ast.Call]()
    else:
        variables, matching = _variables_and_calls(program, operation)
    calls = _by_name(matching)
    values: dict[str, Any] = {}
    for name in arguments:
        node = calls.get(name) or variables.get(name)
        if isinstance(node, ast.Name) and node.id in variables:
            node = variables[node.id]
        if node is not None and (value := _value(node)) is not UNSET:
            values[name] = value
    for position, node in enumerate(_by_position(matching)):
        if position < len(arguments) and arguments[position] not in values:
            found = variables.get(node.id) if isinstance(node, ast.Name) else node
            if found is not None and (value := _value(found)) is not UNSET:
                values[arguments[position]] = value
    extra = {name: calls[name] for name in ("query", "json", "data", "headers") if name in calls}
    for name, node in extra.items():
        if name not in values and (value := _value(node)) is not UNSET:
            values[name] = value
    return Shown(values, _imported(program, source), _schemes(source, bullets), _keys(source))


def _parsed(source: str) -> ast.Module | None:
    flags = ast.PyCF_ONLY_AST | ast.PyCF_ALLOW_TOP_LEVEL_AWAIT
    for text in (source, _mended(source)):
        try:
            return compile(text, "example", "exec", flags, dont_inherit=True)  # type: ignore[no-any-return]
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
    return None


def _mended(source: str) -> str:
    """Return a program with statements moved under the one before them, and commas where a dict lacks them."""
    lines = source.split("\n")
    mended: list[str] = []
    margin = ""
    is_inside = False
    for number, line in enumerate(lines):
        if assigned := ASSIGNMENT.match(line):
            if assigned[1] or not is_inside:
                margin = assigned[1]
            else:
                line = margin + line
        code = line.split(" # ")[0].rstrip() if line.count('"') + line.count("'") < 12 else line
        if ENTRY.match(code) and _following(lines, number)[:1] not in ("}", "]", ")"):
            line = f"{code},"
        is_inside = is_inside or "with " in lines[number]
        mended.append(line)
    return "\n".join(mended)


def _following(lines: Sequence[str], number: int) -> str:
    """Return the next line that is not empty."""
    return next((t for n in range(number + 1, len(lines)) if (t := lines[n].strip())), "")


def _scraped(source: str, arguments: Sequence[str]) -> dict[str, ast.expr]:
    """Return the values of variables in a program that does not parse, each read on its own."""
    lines = source.split("\n")
    starts = [n for n, line in enumerate(lines) if ASSIGNMENT.match(line) or not line.strip()]
    found: dict[str, ast.expr] = {}
    for start, end in pairwise([*starts, len(lines)]):
        assigned = ASSIGNMENT.match(lines[start])
        if assigned is None or assigned[2] not in arguments:
            continue
        try:
            program = ast.parse(textwrap.dedent("\n".join(lines[start:end])))
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            continue
        found |= _variables_and_calls(program, "")[0]
    return found


def _variables_and_calls(
    program: ast.Module, operation: str
) -> tuple[dict[str, ast.expr], list[ast.Call]]:
    """Return what the variables of a program are set to first, and its calls of an operation."""
    variables: dict[str, ast.expr] = {}
    calls: list[ast.Call] = []
    for node in ast.walk(program):
        match node:
            case ast.Assign([ast.Name(name)], value):
                variables.setdefault(name, value)
            case ast.Call(ast.Attribute(attr=name)) if name == operation:
                calls.append(node)
            case _:
                pass
    return variables, calls


def _by_name(calls: Sequence[ast.Call]) -> dict[str, ast.expr]:
    """Return what calls pass by name."""
    found: dict[str, ast.expr] = {}
    for call in calls:
        found |= {keyword.arg: keyword.value for keyword in call.keywords if keyword.arg}
    return found


def _by_position(calls: Sequence[ast.Call]) -> list[ast.expr]:
    """Return what the call passes that has the most arguments without a name."""
    return max(calls, key=lambda call: len(call.args)).args if calls else []


def _value(node: ast.expr, depth: int = 0) -> Any:
    """Return the value of an expression; UNSET for what is no value."""
    if depth > MAX_DEPTH:
        return UNSET
    match node:
        case ast.Constant(value):
            if isinstance(value, bytes):
                return value.decode("utf-8", "replace")
            known = value is None or isinstance(value, str | int | float | bool)
            return value if known else UNSET
        case ast.Name(name):
            return JSON_NAMES.get(name, UNSET)
        case ast.UnaryOp(ast.USub(), operand):
            number = _value(operand, depth + 1)
            return -number if isinstance(number, int | float) else UNSET
        case ast.List(items) | ast.Tuple(items) | ast.Set(items):
            found = [_value(item, depth + 1) for item in items]
            return [item for item in found if item is not UNSET]
        case ast.Dict(keys, values):
            pairs = (
                (_value(k, depth + 1), _value(v, depth + 1))
                for k, v in zip(keys, values, strict=True)
                if k is not None
            )
            return {str(k): v for k, v in pairs if k is not UNSET and v is not UNSET}
        case ast.Call():
            return _built(node, depth)
        case _:
            return UNSET


def _built(call: ast.Call, depth: int) -> Any:
    name = _last_name(call.func)
    first = _value(call.args[0], depth + 1) if call.args else UNSET
    if name in FROM_TEXT:
        return first
    if name == "open":
        return UNSET
    if not name[:1].isupper():
        return UNSET
    pairs = ((k.arg, _value(k.value, depth + 1)) for k in call.keywords if k.arg)
    return Built(name, {k: v for k, v in pairs if v is not UNSET}, first)


def _last_name(node: ast.expr) -> str:
    match node:
        case ast.Name(name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def _imported(program: ast.Module | None, source: str) -> tuple[str, ...]:
    """Return the classes that are imported from modules of models, in the order of their lines."""
    if program is None:
        pattern = r"^from [\w.]+\.models?\.\w+ import (\w+)\s*$"
        return tuple(dict.fromkeys(re.findall(pattern, source, re.M)))
    found = [
        alias.name
        for node in program.body
        if isinstance(node, ast.ImportFrom) and re.search(r"\.models?(\.|$)", node.module or "")
        for alias in node.names
    ]
    return tuple(dict.fromkeys(found))


# --- Ways to prove who is calling


def _schemes(source: str, bullets: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for words, name in BULLET.findall(bullets):
        found.setdefault(name.strip(), kind_of(words))
    for words, name in CONFIGURE.findall(source):
        found.setdefault(name.strip(), kind_of(words))
    for name in re.findall(r"""configuration\.api_key\[['"]([^'"\n]+)['"]\]""", source):
        found.setdefault(name, "apiKey")
    for rest in re.findall(r"^# Instead of [^:\n]{1,300}: (.+)\.$", source, re.M):
        for name, words in INSTEAD.findall(rest.replace(" and ", "\n")):
            found.setdefault(name.strip(), kind_of(words))
    if re.search(r"^\s*username\s*=", source, re.M):
        found.setdefault("", "basic")
    elif re.search(r"^configuration\.access_token = ", source, re.M):
        found.setdefault("", "oauth2")
    elif re.search(r"^configuration\.cert_file = ", source, re.M):
        found.setdefault("", "mutualTLS")
    return found


def _keys(source: str) -> dict[str, str]:
    """Return what API keys are called on the wire: old programs set them by that name, new ones by the scheme's."""
    found: dict[str, str] = {}
    name = ""
    for line in source.split("\n"):
        if configured := API_KEY.match(line):
            name = configured[1].strip()
        elif name and (key := KEY.match(line)):
            if key[1] != name:
                found.setdefault(name, key[1])
            name = ""
    return found


def kind_of(words: str) -> str:
    """Return the kind of a scheme that is described in words; empty if it cannot be told."""
    return next((kind for pattern, kind in KINDS if pattern.search(words)), "")
