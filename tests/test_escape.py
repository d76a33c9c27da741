"""Text of a document on its way into a file: it comes back out of the file as what it was, and as nothing else."""

from __future__ import annotations

import ast
import math
import tokenize
from io import StringIO
from typing import Any

import black
import pytest
from clientloom.escape import comment, docstring, line, literal, markdown, plain
from hostile import ATTACKS

TEXTS = (
    *ATTACKS,
    *"\"'\\`{}%$#\0\a\b\t\n\v\f\r\x1b\x7f\x85\xa0\u2028\u2029\u200b\u200e\u202e\u2066\ufeff\uffff😀",
    "\\",
    "\\\\",
    '\\"',
    '"""',
    '\\"""',
    '""""',
    '" " "',
    "'''",
    'ends with a quote"',
    "ends with a backslash\\",
    'ends with both \\"',
    "\\N{BULLET} \\x41 \\u0041 \\U00000041 \\101 \\",
    "r'raw' f'{format}' b'bytes'",
    "line one\n  indented\n\ttabbed\n\nlast \\\n",
    "windows\r\nold mac\rend",
    "# type: ignore",
    "\ud800 alone, \udfff alone",
    "\ud83d\ude00",
    "combining e\u0301, ligature \ufb01, right-to-left \u05d0",
    "0" * 10_000,
)

VALUES: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    -1,
    9007199254740993,
    10**40,
    0.1,
    -0.0,
    1e300,
    5e-324,
    "",
    [],
    {},
    [None, [True, [1.5, ["deep"]]]],
    {"": {"a": [{"b\n": '"'}]}, '"': 1, "class": None},
    {text: [text] for text in TEXTS[:20]},
    list(TEXTS),
)


def short(value: Any) -> str:
    return ascii(value)[:30]


@pytest.mark.parametrize("text", TEXTS, ids=short)
def test_a_text_as_a_literal_is_the_text(text: str) -> None:
    source = literal(text)

    assert ast.literal_eval(source) == text
    assert "\n" not in source


@pytest.mark.parametrize("text", TEXTS, ids=short)
def test_a_literal_has_no_sign_that_deceives_a_reader(text: str) -> None:
    """No control characters, no marks that reorder what follows, no separators that some tools take for line ends."""
    source = literal(text)

    assert source.isprintable() or not set(source) & set(
        "\0\r\v\f\x1b\x85\u2028\u2029\u200e\u202e\u2066\ufeff"
    )
    source.encode("utf-8")


@pytest.mark.parametrize("value", VALUES, ids=short)
def test_a_value_as_a_literal_is_the_value(value: Any) -> None:
    found = ast.literal_eval(literal(value))

    assert found == value
    assert type(found) is type(value)


def test_minus_zero_keeps_its_sign() -> None:
    assert math.copysign(1, ast.literal_eval(literal(-0.0))) == -1


@pytest.mark.parametrize("value", [math.inf, -math.inf, math.nan], ids=str)
def test_what_no_literal_can_say_is_an_expression(value: float) -> None:
    """YAML has `.inf` and `.nan`."""
    found = eval(literal(value), {"float": float})

    assert found == value or (math.isnan(found) and math.isnan(value))


@pytest.mark.parametrize("text", TEXTS, ids=short)
def test_a_literal_survives_black(text: str) -> None:
    formatted = black.format_str(f"value = {literal(text)}\n", mode=black.Mode())

    assert ast.literal_eval(formatted.partition("=")[2].strip()) == text


@pytest.mark.parametrize("indent", [0, 4, 8])
@pytest.mark.parametrize("text", TEXTS, ids=short)
def test_a_docstring_is_one_docstring(text: str, indent: int) -> None:
    """Whatever the text, the function has its docstring and one statement after it."""
    margin = " " * indent
    head = "".join(f"{' ' * n}class C:\n" for n in range(0, indent, 4))
    source = (
        f"{head}{margin}def f():\n{margin}    {docstring(text, indent + 4)}\n{margin}    return 1\n"
    )

    for code in (source, black.format_str(source, mode=black.Mode(line_length=100))):
        functions = [n for n in ast.walk(ast.parse(code)) if isinstance(n, ast.FunctionDef)]
        assert len(functions) == 1
        assert len(functions[0].body) == 2
        found = ast.get_docstring(functions[0]) or ""
        assert found.split() == plain(text).split()


def test_a_docstring_keeps_its_paragraphs() -> None:
    text = "First.\n\nSecond, longer,\n    with an indented line.\n\n- a list"
    module = ast.parse(f"def f():\n    {docstring(text, 4)}\n")

    function = module.body[0]
    assert isinstance(function, ast.FunctionDef)
    assert ast.get_docstring(function) == text


def test_a_short_docstring_is_on_one_line() -> None:
    assert docstring("Short.") == '"""Short."""'
    assert docstring(" Short. \n") == '"""Short."""'
    assert docstring("One.\nTwo.", 4) == '"""One.\n    Two.\n    """'


@pytest.mark.parametrize("text", TEXTS, ids=short)
def test_a_comment_stays_behind_its_sign(text: str) -> None:
    source = f"# {comment(text)}\nvalue = 1\n"

    kinds = [token.type for token in tokenize.generate_tokens(StringIO(source).readline)]
    assert kinds.count(tokenize.COMMENT) == 1
    assert len(ast.parse(source).body) == 1


@pytest.mark.parametrize("text", TEXTS, ids=short)
def test_a_line_is_one_line(text: str) -> None:
    assert len(line(text).splitlines()) <= 1
    assert line(text) == line(text).strip()


@pytest.mark.parametrize("text", TEXTS, ids=short)
def test_markdown_neither_opens_html_nor_leaves_its_cell(text: str) -> None:
    safe = markdown(text)

    assert "<" not in safe
    assert len(safe.splitlines()) <= 1
    bare = safe.replace("\\\\", "").replace("\\|", "")
    assert "|" not in bare
