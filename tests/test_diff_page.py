"""The page of `clientloom diff --format html`, in a real browser: filters, keys, both colour schemes, a phone."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from clientloom.diff.formats.html import as_html
from clientloom.diff.report import Report
from diff_cases import CASES, Spec, base, operation, query, schema
from test_diff import difference

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")

HOSTILE = """</script><script>window.hurt = 1</script><img src="https://evil.example/x" onerror="window.hurt = 2">"""


def browser_path() -> str | None:
    """Where Chromium is: said by the environment, or among the commands."""
    named = os.environ.get("CLIENTLOOM_CHROMIUM")
    return named or next((path for name in BROWSERS if (path := shutil.which(name))), None)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if find_spec("playwright") is None:
        pytest.skip("playwright is not installed: pip install -e '.[dev]'")
    path = browser_path()
    if path is None:
        pytest.skip("there is no Chromium: apt-get install chromium, or set CLIENTLOOM_CHROMIUM")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield found
        found.close()


def many_changes() -> Spec:
    """A document with many changes at once, some of them with text that would like to be markup."""
    spec = base()
    for case in CASES:
        if case.kind in ("parameter-added", "property-added", "value-added", "limits-tightened"):
            case.edit(spec)
    operation(spec, "getThing")["operationId"] = HOSTILE
    operation(spec, "listNotes")["tags"] = [HOSTILE]
    operation(spec, "listThings")["parameters"].append(query(HOSTILE, {"type": "string"}))
    schema(spec, "Color")["enum"].append(HOSTILE)
    schema(spec, "Thing")["properties"].pop("size")
    spec["components"]["schemas"][HOSTILE.replace("/", "")] = {"type": "object"}
    spec["servers"] = [{"url": f"https://one.example/{HOSTILE}"}]
    return spec


@pytest.fixture(scope="module")
def page_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("page")
    report = Report((difference(folder, base(), many_changes(), "native"),))
    file = folder / "report.html"
    file.write_text(as_html(report), encoding="utf-8")
    return file


class Watched:
    """A page, what it asked for, and what went wrong in it."""

    def __init__(self, browser: Any, file: Path, **options: Any) -> None:
        self.context = browser.new_context(**options)
        self.page = self.context.new_page()
        self.requests: list[str] = []
        self.errors: list[str] = []
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.page.on(
            "console",
            lambda message: self.errors.append(message.text) if message.type == "error" else None,
        )
        self.page.goto(file.as_uri())

    def shown(self) -> list[str]:
        """The sentences of the changes that are to be seen."""
        return list(self.page.locator("article:visible h3").all_inner_texts())

    def levels(self) -> set[str]:
        found = self.page.locator("article:visible").evaluate_all(
            "nodes => nodes.map(n => n.dataset.level)"
        )
        return set(found)


@pytest.fixture
def watched(browser: Any, page_file: Path) -> Iterator[Watched]:
    found = Watched(browser, page_file)
    yield found
    assert found.requests == [page_file.as_uri()]
    assert not found.errors
    assert found.page.evaluate("window.hurt") is None
    found.context.close()


def test_all_changes_are_there(watched: Watched) -> None:
    total = len(watched.shown())

    assert total > 12
    assert watched.page.inner_text("#found") == f"{total} of {total} changes"
    assert watched.levels() == {"breaking", "warning", "safe"}
    first, *_ = watched.page.locator("article").evaluate_all(
        "nodes => nodes.map(n => n.dataset.level)"
    )
    assert first == "breaking"


def test_levels_filter(watched: Watched) -> None:
    watched.page.uncheck("input[value=safe]")
    watched.page.uncheck("input[value=warning]")
    assert watched.levels() == {"breaking"}

    watched.page.uncheck("input[value=breaking]")
    assert watched.shown() == []
    assert watched.page.inner_text("#found").startswith("0 of ")


def test_resources_filter(watched: Watched) -> None:
    watched.page.select_option("#resource", "things")
    found = watched.page.locator("article:visible").evaluate_all(
        "nodes => nodes.map(n => n.dataset.resource)"
    )

    assert set(found) == {"things"}


def test_search_filters_by_all_words(watched: Watched) -> None:
    watched.page.fill("#search", "SIZE gone")

    assert watched.shown() == ["Thing.size is gone."]


def test_keys_work(watched: Watched) -> None:
    page = watched.page
    page.keyboard.press("j")
    page.keyboard.press("j")
    assert (
        page.evaluate("[...document.querySelectorAll('article')].indexOf(document.activeElement)")
        == 1
    )
    page.keyboard.press("k")
    assert (
        page.evaluate("[...document.querySelectorAll('article')].indexOf(document.activeElement)")
        == 0
    )
    page.keyboard.press("1")
    assert "breaking" not in watched.levels()
    page.keyboard.press("1")
    page.keyboard.press("/")
    page.keyboard.type("jkk 1")
    assert page.input_value("#search") == "jkk 1"
    page.keyboard.press("Escape")
    assert page.input_value("#search") == ""
    assert watched.levels() == {"breaking", "warning", "safe"}


def test_hostile_text_is_text(watched: Watched) -> None:
    assert any("window.hurt" in text for text in watched.shown())
    assert watched.page.locator("img").count() == 0
    assert watched.page.locator("script").count() == 1


def test_signatures_stand_side_by_side_and_below_each_other_on_a_phone(
    browser: Any, page_file: Path
) -> None:
    boxes = []
    for width in (1200, 375):
        found = Watched(browser, page_file, viewport={"width": width, "height": 800})
        sides = found.page.locator(".sides").first.locator("> div")
        boxes.append([sides.nth(i).bounding_box() for i in (0, 1)])
        overflow = found.page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert overflow <= 0
        found.context.close()
    wide, narrow = boxes

    assert wide[0]["y"] == wide[1]["y"] and wide[0]["x"] < wide[1]["x"]
    assert narrow[0]["x"] == narrow[1]["x"] and narrow[0]["y"] < narrow[1]["y"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 375])
def test_axe_finds_nothing(browser: Any, page_file: Path, scheme: str, width: int) -> None:
    found = find_spec("axe_playwright_python")
    if found is None or found.origin is None:
        pytest.skip("axe-playwright-python is not installed: pip install -e '.[dev]'")
    axe = Path(found.origin).with_name("axe.min.js").read_text(encoding="utf-8")
    context = browser.new_context(
        color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True
    )
    page = context.new_page()
    page.goto(page_file.as_uri())
    page.evaluate(axe)
    result = page.evaluate("axe.run()")
    context.close()

    bad = [
        (each["id"], each["impact"], [node["html"][:120] for node in each["nodes"][:2]])
        for each in result["violations"]
    ]
    assert not bad, json.dumps(bad, indent=1)


def test_both_schemes_have_colours_of_their_own(browser: Any, page_file: Path) -> None:
    colours = []
    for scheme in ("light", "dark"):
        context = browser.new_context(color_scheme=scheme)
        page = context.new_page()
        page.goto(page_file.as_uri())
        colours.append(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        context.close()

    assert colours == ["rgb(255, 255, 255)", "rgb(20, 23, 26)"]
