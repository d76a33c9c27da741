"""Words to identifiers: what each kind of text becomes, and that two texts never become one name."""

from __future__ import annotations

import builtins
import itertools
import keyword
from collections.abc import Callable

import pytest
from clientloom.errors import ClientloomError
from clientloom.naming import (
    CLASS_NAMES,
    LONGEST,
    MODEL_NAMES,
    MODULE_NAMES,
    PARAMETER_NAMES,
    constant,
    distinct,
    free,
    pascal,
    snake,
    words,
)
from hostile import ATTACKS
from pydantic import BaseModel, RootModel

# text, snake, pascal, constant
TABLE = (
    ("name", "name", "Name", "NAME"),
    ("camelCase", "camel_case", "CamelCase", "CAMEL_CASE"),
    ("PascalCase", "pascal_case", "PascalCase", "PASCAL_CASE"),
    ("snake_case", "snake_case", "SnakeCase", "SNAKE_CASE"),
    ("kebab-case", "kebab_case", "KebabCase", "KEBAB_CASE"),
    ("SHOUT_CASE", "shout_case", "SHOUTCASE", "SHOUT_CASE"),
    ("dotted.name", "dotted_name", "DottedName", "DOTTED_NAME"),
    ("with space", "with_space", "WithSpace", "WITH_SPACE"),
    ("/pets/{petId}", "pets_pet_id", "PetsPetId", "PETS_PET_ID"),
    ("$filter", "filter", "Filter", "FILTER"),
    ("page[size]", "page_size", "PageSize", "PAGE_SIZE"),
    ("X-Request-ID", "x_request_id", "XRequestID", "X_REQUEST_ID"),
    ("cacheSizeGB", "cache_size_gb", "CacheSizeGB", "CACHE_SIZE_GB"),
    ("HTTPServer", "http_server", "HTTPServer", "HTTP_SERVER"),
    (
        "getHTTPResponseCode",
        "get_http_response_code",
        "GetHTTPResponseCode",
        "GET_HTTP_RESPONSE_CODE",
    ),
    ("HTML5Parser", "html5_parser", "HTML5Parser", "HTML5_PARSER"),
    ("x509Cert", "x509_cert", "X509Cert", "X509_CERT"),
    ("v2", "v2", "V2", "V2"),
    ("a1b2", "a1b2", "A1b2", "A1B2"),
    ("A", "a", "A", "A"),
    ("aB", "a_b", "AB", "A_B"),
    ("_private", "private", "Private", "PRIVATE"),
    ("__init__", "init", "Init", "INIT"),
    ("trailing_", "trailing", "Trailing", "TRAILING"),
    ("a__b", "a_b", "AB", "A_B"),
    ("2nd", "value_2nd", "Value2nd", "VALUE_2ND"),
    ("404", "value_404", "Value404", "VALUE_404"),
    ("größe", "größe", "Größe", "GRÖSSE"),
    ("ÅngströmUnit", "ångström_unit", "ÅngströmUnit", "ÅNGSTRÖM_UNIT"),
    ("日本語", "日本語", "日本語", "日本語"),
    ("ﬁne", "fine", "Fine", "FINE"),  # NFKC, as Python reads identifiers
    ("", "empty", "Empty", "EMPTY"),
    (" ", "space", "Space", "SPACE"),
    ("*", "star", "Star", "STAR"),
    (">=", "greater_equal", "GreaterEqual", "GREATER_EQUAL"),
    ("🚀", "u1f680", "U1f680", "U1F680"),
)

RULES = (snake, pascal, constant)
each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.__name__))


@pytest.mark.parametrize(("text", *("snaked", "pascaled", "constantly")), TABLE, ids=ascii)
def test_a_text_becomes(text: str, snaked: str, pascaled: str, constantly: str) -> None:
    assert snake(text) == snaked
    assert pascal(text) == pascaled
    assert constant(text) == constantly


@each_rule
@pytest.mark.parametrize("text", ATTACKS, ids=lambda text: ascii(text)[:30])
def test_any_text_becomes_a_plain_identifier(rule: Callable[[str], str], text: str) -> None:
    name = rule(text)

    assert name.isidentifier()
    assert not name.startswith("_")
    assert len(name) <= LONGEST + 20
    assert len(f"{name}_with_a_suffix.py".encode()) <= 255


@pytest.mark.parametrize("text", [row[0] for row in TABLE], ids=ascii)
def test_a_name_is_made_once(text: str) -> None:
    """A name that is made of a name is that name."""
    assert snake(snake(text)) == snake(text)


@pytest.mark.parametrize("length", [1, LONGEST, LONGEST + 1, 1000])
def test_a_long_text_is_cut_in_the_middle(length: int) -> None:
    text = "".join(itertools.islice(itertools.cycle("wordAndMore "), length)) + "End"

    name = snake(text)

    assert len(name) <= LONGEST + 20
    assert name.startswith("w")
    assert name.endswith("end")


def test_words_are_the_words() -> None:
    assert words("getHTTPResponse-code_2 ok") == ["get", "HTTP", "Response", "code", "2", "ok"]


# --- Taken names


@pytest.mark.parametrize("word", keyword.kwlist)
def test_keywords_step_aside(word: str) -> None:
    assert free(word, frozenset()) == f"{word}_"


@pytest.mark.parametrize("word", ["match", "case", "type", "_"])
def test_soft_keywords_are_names(word: str) -> None:
    assert free(word, frozenset()) == word


@pytest.mark.parametrize("taken", [PARAMETER_NAMES, MODEL_NAMES, CLASS_NAMES, MODULE_NAMES])
def test_taken_names_step_aside(taken: frozenset[str]) -> None:
    for name in taken:
        assert free(name, taken) == f"{name}_"
        assert free(f"{name}_", taken) == f"{name}_"


def test_all_attributes_of_the_installed_pydantic_are_taken() -> None:
    """A new attribute of BaseModel would be hidden by a property of that name, or hide it."""
    found = {n for cls in (BaseModel, RootModel) for n in dir(cls) if not n.startswith("_")}

    assert found <= MODEL_NAMES


def test_all_classes_of_python_are_taken() -> None:
    """pydantic finds `list[ImportError]` in Python itself, before a model of that name is loaded."""
    assert {name for name in dir(builtins) if name[:1].isupper()} <= CLASS_NAMES


# --- Names that have to differ


def test_texts_that_are_told_apart_keep_their_names() -> None:
    assert distinct(["a-b", "c"], snake) == {"a-b": "a_b", "c": "c"}


def test_a_text_that_is_its_own_name_keeps_it_wherever_it_stands() -> None:
    for texts in itertools.permutations(["page_size", "page-size", "page.size"]):
        named = distinct(texts, snake)
        assert named["page_size"] == "page_size"
        assert named["page-size"] != named["page.size"]


def test_a_sign_tells_texts_apart() -> None:
    assert distinct(["+name", "-name"], snake) == {"+name": "name", "-name": "minus_name"}


def test_a_role_tells_texts_apart() -> None:
    roles = {"path:id": "path", "query:id": "query", "cookie:id": "cookie"}

    named = distinct(roles, lambda text: snake(text.partition(":")[2]), roles)

    assert named == {"path:id": "id", "query:id": "id_query", "cookie:id": "id_cookie"}


def test_capitals_tell_texts_apart() -> None:
    named = distinct(["id", "ID", "Id"], snake)

    assert named["id"] == "id"
    assert len(set(named.values())) == 3


@each_rule
def test_all_texts_have_different_names(rule: Callable[[str], str]) -> None:
    texts = [*dict.fromkeys([*ATTACKS, *(row[0] for row in TABLE)])]

    named = distinct(texts, rule)

    assert list(named) == texts
    assert len(set(named.values())) == len(texts)
    assert all(name.isidentifier() for name in named.values())


@each_rule
def test_a_new_text_at_the_end_renames_no_other(rule: Callable[[str], str]) -> None:
    texts = ["id", "ID", "page-size", "pageSize", "a.b", "a b", "*", "größe"]
    before = distinct(texts, rule)

    for new in ("other", "page size", "A.B", "a_b", "ids", "**"):
        after = distinct([*texts, new], rule)
        changed = {text for text in texts if after[text] != before[text]}
        assert changed <= {text for text in texts if before[text] == rule(new) == new}


def test_what_cannot_be_told_apart_asks_for_a_pinned_name() -> None:
    with pytest.raises(ClientloomError, match="x-clientloom-name"):
        distinct(["a", "b"], lambda text: "same")
