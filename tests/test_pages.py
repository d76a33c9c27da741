"""The pages of the documented packages: every fact of the seeds, every link leads somewhere, every example runs."""

from __future__ import annotations

import dataclasses
import difflib
import re
import runpy
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

import pytest
from blocks import python_blocks, redirected, run
from clientloom.api import Limits, ListOf, MapOf, Reference, Scalar, Type, Union
from clientloom.config import Client, load_project
from clientloom.document import load
from clientloom.escape import line, markdown, plain, prose
from clientloom.parse import parse
from clientloom.plan import plan, styled
from clientloom.plan.examples import example, fits
from clientloom.render import render
from clientloom.styles import find_style
from hostile import ATTACKS, hostile_document
from judge import Judge
from judge import load as load_for_judge
from markdown_it import MarkdownIt

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared"
CLIENTS = {
    client.name: client
    for client in load_project(ROOT / "clientloom.toml").clients
    if any(file.context == "readme" for file in find_style(client.style).files)
}
MARKDOWN = MarkdownIt().enable(["table", "strikethrough"])


def folder(client: Client) -> Path:
    return ROOT / "generated" / client.distribution


def pages(client: Client) -> list[Path]:
    return [folder(client) / "README.md", *sorted((folder(client) / "docs").glob("*.md"))]


def rendered_pages(client: Client) -> dict[str, str]:
    """The pages for a document as it is now, without the rest of the package."""
    jobs = plan(styled(parse(load(client.spec)), client))
    return {job.path: render(job).text for job in jobs if job.path.endswith(".md")}


@pytest.fixture(params=CLIENTS)
def client(request: pytest.FixtureRequest) -> Client:
    return CLIENTS[request.param]


@pytest.fixture
def judge(client: Client) -> Iterator[Judge]:
    """A server that gets what the examples of a client send, whatever host they name."""
    with Judge(ROOT / client.spec) as judge, redirected(judge.origin):
        yield judge


# --- Facts


@pytest.mark.skipif(not SHARED.is_dir(), reason="the seeds are not part of this repository")
@pytest.mark.parametrize("seed", ["000", "001", "002", "004"])
def test_every_fact_of_a_seed_stands_on_its_page(seed: str) -> None:
    parity = runpy.run_path(str(SHARED / "accept" / "docs_parity.py"))
    distribution, name = parity["PAGES"][seed]
    [path] = (SHARED / "seeds").glob(f"{seed}*.txt")
    page = ROOT / "generated" / distribution / "docs" / name

    wanted = parity["flatten"](parity["page"](path.read_text(encoding="utf-8")))
    seen = parity["flatten"](parity["page"](page.read_text(encoding="utf-8")))

    assert wanted.items() <= seen.items()


def test_every_operation_and_model_has_its_place(client: Client) -> None:
    texts = {page.name: page.read_text(encoding="utf-8") for page in pages(client)}
    sections = [
        name for text in texts.values() for name in re.findall(r"(?m)^# \*\*(\w+)\*\*$", text)
    ]
    document = load_for_judge(ROOT / client.spec)

    assert len(sections) == len(document.operations)
    for name in document.root["components"]["schemas"]:
        assert f"# {name}\n" in texts[f"{name}.md"]
        assert f"[**{name}**](docs/{name}.md)" in texts["README.md"]


def test_every_link_leads_somewhere(client: Client) -> None:
    for page in pages(client):
        text = page.read_text(encoding="utf-8")
        for target, anchor in re.findall(r"\]\(([\w./-]*)(?:#([^)]*))?\)", text):
            goal = page.parent / unquote(target) if target else page
            assert goal.is_file(), f"{page}: {target}"
            if anchor:
                there = goal.read_text(encoding="utf-8")
                headings = re.findall(r"(?m)^#+ \**(.*?)\**$", there)
                places = {
                    re.sub(r"[^\w -]", "", h).strip().replace(" ", "-").lower() for h in headings
                }
                assert anchor in places or f'id="{anchor}"' in there, f"{page}: {target}#{anchor}"


# --- Examples


def test_every_example_of_an_api_page_runs_as_printed(client: Client, judge: Judge) -> None:
    called = set[str]()
    for page in pages(client):
        for block in python_blocks(page):
            before = len(judge.requests)
            result = run(block)
            result.check()
            judge.check()
            new = judge.requests[before:]
            if "api_instance" in block.source:
                assert new, f"{block} sent nothing"
                assert result.stdout or ".delete" in block.source
                called |= {str(request.operation_id) for request in new}
            else:
                assert not new

    assert called == {operation.name for operation in judge.document.operations}


def test_secrets_come_from_the_environment_where_the_style_has_them_there() -> None:
    [client] = [c for c in CLIENTS.values() if find_style(c.style).page.reads_environment]
    [block, *_] = python_blocks(folder(client) / "README.md")

    with Judge(ROOT / client.spec) as judge:
        run(block, environment={"API_KEY": "k"}, origin=judge.origin).check()

    assert judge.last.header("Authorization") == "k"


# --- Diffs


def changed_lines(client: Client, tmp_path: Path, old: str, new: str) -> dict[str, list[str]]:
    """The lines that are added to pages and removed from them when a text of the document changes."""
    text = (ROOT / client.spec).read_text(encoding="utf-8")
    assert old in text
    trees: list[dict[str, str]] = []
    for version in (text, text.replace(old, new, 1)):
        spec = tmp_path / client.spec.name
        spec.write_text(version, encoding="utf-8")
        trees.append(rendered_pages(dataclasses.replace(client, spec=spec)))
    before, after = trees
    assert before.keys() == after.keys()
    return {
        path.partition("/")[2]: [
            each
            for each in difflib.ndiff(before[path].splitlines(), after[path].splitlines())
            if each[0] in "+-"
        ]
        for path in before
        if before[path] != after[path]
    }


PARAMETER = """\
        - name: since
          in: query
          description: Only what is newer.
          schema:
            type: string
            format: date-time
"""
ROW = "+ **since** | **datetime** | Only what is newer. | [optional]"


def test_a_new_optional_parameter_is_one_line(tmp_path: Path) -> None:
    old = "        - name: names\n"

    changes = changed_lines(CLIENTS["ica"], tmp_path, old, PARAMETER + old)

    assert changes == {"docs/TasksApi.md": [ROW]}


@pytest.mark.parametrize(("name", "old", "page"), [
    ("lusid_workflow", "        - name: trigger\n", "docs/TasksApi.md"),
    ("astronomer_core", "        - name: orderBy\n", "docs/TaskApi.md"),
])  # fmt: skip
def test_a_new_optional_parameter_shows_in_a_signature_that_has_them_all(
    name: str, old: str, page: str, tmp_path: Path
) -> None:
    changes = changed_lines(CLIENTS[name], tmp_path, old, PARAMETER + old)

    assert changes.keys() == {page}
    removed, added, row = changes[page]
    assert removed.startswith("- > ")
    assert added.startswith("+ > ")
    assert "since=since" in added
    assert row == ROW


def test_a_new_property_is_one_line(tmp_path: Path) -> None:
    old = "      description: A task without its versions.\n      properties:\n"
    new = "        color:\n          type: string\n          maxLength: 7\n"

    changes = changed_lines(CLIENTS["ica"], tmp_path, old, old + new)

    assert changes == {
        "docs/TaskSummary.md": ["+ **color** | color | **str** |  | optional, at most 7 characters"]
    }


# --- Text of a document


@pytest.mark.parametrize("text", [
    *filter(str.strip, ATTACKS),
    "a | b || c",
    "[x](javascript:alert(1)) ![x](https://example.com/x.png) [x][y] [x]: https://example.com",
    "`a` ``b`` *c* **d** _e_ __f__ ~g~ ~~h~~ snake_case_word",
    "&lt;b&gt; & R&D &#42; <b>bold</b> <https://example.com> a < b > c",
    "# heading", "- item", "+ item", "* item", "1. item", "2) item", "---", "===", "- - -", "***", "> quote",
    "    code", "~~~", "```python", "\\", "a\\|b", "trailing  ",
])  # fmt: skip
def test_text_in_a_table_is_text(text: str) -> None:
    tokens = MARKDOWN.parse(
        f"A | B\n--- | ---\n{markdown(text)} | after\n{markdown(text)}\n\n{markdown(text)}\n"
    )
    shown = line(text)

    inline = [token for token in tokens if token.type == "inline"]
    kinds = {child.type for token in inline for child in token.children or ()}
    assert tokens[0].type == "table_open"
    assert kinds <= {"text", "text_special"}
    assert "".join(c.content for c in inline[2].children or ()) == shown
    assert inline[3].content == "after"
    assert "".join(c.content for c in inline[-1].children or ()) == shown
    assert tokens[-3].type == "paragraph_open"


def test_prose_has_paragraphs_and_lists_and_nothing_else() -> None:
    text = "\n\n".join(
        [*ATTACKS, "# no heading", "no heading\n===", "no | table\n--- | ---", "- item\n- item"]
    )

    tokens = MARKDOWN.parse(prose(text))

    kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens}
    assert kinds <= {"paragraph", "inline", "bullet_list", "ordered_list", "list_item"}
    inline = {c.type for token in tokens for c in token.children or ()}
    assert inline <= {"text", "text_special", "softbreak"}
    said = "".join(c.content for token in tokens for c in token.children or ())
    assert re.sub(r"\s", "", said) == re.sub(r"\s|^- ", "", plain(text), flags=re.M)


@pytest.mark.parametrize("style", sorted({client.style for client in CLIENTS.values()}))
def test_hostile_text_stays_in_its_place(style: str, tmp_path: Path) -> None:
    """No text opens or closes a block of code, adds HTML, or makes an example anything but Python."""
    import json

    spec = tmp_path / "hostile.json"
    spec.write_text(json.dumps(hostile_document()), encoding="utf-8")
    made = rendered_pages(Client("hostile", spec, style, "hostile_api", "hostile", "1.0.0"))

    assert len({path.lower() for path in made}) == len(made)
    for path, text in made.items():
        page = tmp_path / Path(path).name
        page.write_text(text, encoding="utf-8")
        for block in python_blocks(page):
            compile(block.source, path, "exec")
            assert "```" not in block.source
        tokens = MARKDOWN.parse(text)
        html = [t.content for t in tokens if t.type == "html_block"]
        html += [c.content for t in tokens for c in t.children or () if c.type == "html_inline"]
        assert all(re.match(r"<!-- Made by|<a id=\"[\w.-]+\">|</a>|<br>", h) for h in html), html
        links = [
            c.attrGet("href") for t in tokens for c in t.children or () if c.type == "link_open"
        ]
        assert all(re.fullmatch(r"[\w./%-]*(#[\w.%-]*)?", str(link)) for link in links), links


# --- Values


ITEM = {
    "openapi": "3.0.3",
    "info": {"title": "t", "version": "1"},
    "paths": {},
    "components": {
        "schemas": {
            "Item": {
                "type": "object",
                "required": ["id", "size", "kind", "children"],
                "additionalProperties": False,
                "properties": {
                    "id": {"type": "string", "minLength": 20, "pattern": "^[0-9]+$"},
                    "size": {"type": "integer", "minimum": 7, "multipleOf": 5},
                    "kind": {"type": "string", "enum": ["b", "a"]},
                    "children": {"type": "array", "items": {"$ref": "#/components/schemas/Item"}},
                    "note": {"type": "string"},
                    "seen": {"type": "string", "format": "date", "example": "2020-01-02"},
                    "bad": {"type": "integer", "example": "many", "minimum": 3},
                },
            },
            "Loop": {
                "type": "object",
                "required": ["next"],
                "properties": {"next": {"$ref": "#/components/schemas/Loop"}},
            },
        }
    },
}


@pytest.fixture
def item(tmp_path: Path) -> Iterator[Client]:
    import json

    spec = tmp_path / "item.json"
    spec.write_text(json.dumps(ITEM), encoding="utf-8")
    yield Client("item", spec, "prior", "item_api", "item", "1.0.0")


def test_examples_show_what_is_required_and_what_the_document_shows(item: Client) -> None:
    made = example(parse(load(item.spec)), Reference("Item"), Limits(), "item")

    assert made == {
        "id": "0" * 20,
        "size": 10,
        "kind": "b",
        "children": [],
        "seen": "2020-01-02",
        "bad": 3,
    }


def test_a_model_without_a_possible_value_has_no_example(item: Client) -> None:
    made = rendered_pages(item)

    assert "## Example" in made["item/docs/Item.md"]
    assert "## Example" not in made["item/docs/Loop.md"]


@pytest.mark.parametrize(("of", "limits"), [
    (Scalar("string"), Limits(min_length=30, max_length=40, pattern=r"^[a-zA-Z0-9\-]+$")),
    (Scalar("string"), Limits(pattern=r"^\d{3}-\d{4}$")),
    (Scalar("string"), Limits(max_length=3)),
    (Scalar("string", "date-time"), Limits()),
    (Scalar("string", "uuid"), Limits()),
    (Scalar("integer"), Limits(ge=50, le=10000)),
    (Scalar("integer"), Limits(gt=-3, lt=-1)),
    (Scalar("number"), Limits(gt=0, lt=1)),
    (Scalar("number"), Limits(ge=0.1, multiple_of=0.3)),
    (Scalar("boolean"), Limits()),
    (ListOf(Scalar("string")), Limits(min_items=3, unique_items=True)),
    (MapOf(ListOf(Scalar("integer"))), Limits()),
    (Union((Scalar("null"), Scalar("string", "date"))), Limits()),
])  # fmt: skip
def test_made_up_values_fit(of: Type, limits: Limits, item: Client) -> None:
    api = parse(load(item.spec))

    made = example(api, of, limits, "the name")

    assert fits(api, made, of, limits)
    assert made == example(api, of, limits, "the name")


@pytest.mark.parametrize(
    "pattern", ["(", "[[a]", r"^\p{L}+$", "^(a+)+$", "a{1000000000}", "(a{999}){999}{999}"]
)
def test_no_pattern_stops_or_slows_an_example(pattern: str, item: Client) -> None:
    assert (
        len(example(parse(load(item.spec)), Scalar("string"), Limits(pattern=pattern), "x")) <= 1000
    )
