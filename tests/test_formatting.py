"""Code is laid out by black or by ruff, with the same bytes, and only once for each text."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from pathlib import Path

import black
import pytest
from clientloom import formatting
from clientloom.cache import Cache
from clientloom.config import Client
from clientloom.document import load
from clientloom.errors import ClientloomError
from clientloom.formatting import Layout, format_all
from clientloom.parse import parse
from clientloom.plan import Job, plan, styled
from clientloom.render import render
from clientloom.styles import style_names
from corpus import ALL, documents, name_of
from hostile import ATTACKS
from test_hostile import generated

ROOT = Path(__file__).parents[1]
FEATURES = sorted((ROOT / "tests" / "features").glob("*.yaml"))
# Black formats a thousand lines a second.
SMALL = [path for path in documents() if ALL or path.stat().st_size < 8_000]
NONE = Cache(None)

UGLY = "x = {  'a':1 }\n"
PRETTY = 'x = {"a": 1}\n'


def rendered(spec: Path, style: str, width: int = 100) -> dict[str, str]:
    """The Python texts for a document before they are laid out."""
    package = "one.two.three"
    client = Client("one", spec, style, package, "one", "1.0.0", line_length=width)
    jobs: list[Job] = plan(styled(parse(load(spec)), client))
    return {
        job.path: render(job, Layout(line_length=width)).text
        for job in jobs
        if job.context and job.path.endswith((".py", ".pyi"))
    }


@pytest.mark.parametrize(
    ("style", "width"), [*((style, 100) for style in style_names()), (style_names()[0], 70)]
)
def test_both_formatters_give_the_same_bytes_in_every_style(style: str, width: int) -> None:
    texts = {
        f"{spec.stem}/{path}": text
        for spec in (FEATURES if ALL else FEATURES[::8])
        for path, text in rendered(spec, style, width).items()
    }
    layouts = (Layout("ruff", width), Layout("black", width))

    by_ruff, by_black = (format_all(texts, layout, NONE) for layout in layouts)

    assert [path for path in texts if by_ruff[path] != by_black[path]] == []
    assert len(texts) > 50


@pytest.mark.parametrize("spec", SMALL, ids=name_of)
def test_both_formatters_give_the_same_bytes_for_real_documents(spec: Path) -> None:
    texts = rendered(spec, style_names()[0])

    assert format_all(texts, Layout("ruff"), NONE) == format_all(texts, Layout("black"), NONE)


@pytest.mark.parametrize("style", style_names())
def test_both_formatters_give_the_same_bytes_for_hostile_text(tmp_path: Path, style: str) -> None:
    tree = generated(tmp_path, style, ATTACKS)
    texts = {path: text for path, text in tree.items() if path.endswith((".py", ".pyi"))}

    assert format_all(texts, Layout("ruff"), NONE) == texts


def test_it_is_what_black_makes_of_a_text() -> None:
    texts = {"a.py": UGLY, "b.pyi": "class A:\n\n    x: int\n\nclass B: ...\n"}
    mode = black.Mode(line_length=100)

    found = format_all(texts, Layout(), NONE)

    assert found["a.py"] == black.format_str(UGLY, mode=mode) == PRETTY
    assert found["b.pyi"] == black.format_str(texts["b.pyi"], mode=black.Mode(is_pyi=True))


def test_settings_of_projects_around_make_no_difference(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, text in {
        "pyproject.toml": "[tool.black]\nskip-string-normalization = true\n",
        "ruff.toml": "[format]\nquote-style = 'single'\n",
    }.items():
        (tmp_path / name).write_text(text)
    (tmp_path / "temporary").mkdir()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "temporary"))

    for formatter in ("black", "ruff"):
        assert format_all({"a.py": UGLY}, Layout(formatter), NONE) == {"a.py": PRETTY}


def test_what_was_formatted_once_is_not_formatted_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = Cache(tmp_path)
    first = format_all({"a.py": UGLY}, Layout(), store)
    runs: list[list[str]] = []
    run = formatting._run

    def counted(texts: Mapping[str, tuple[str, str]], layout: Layout) -> dict[str, str]:
        runs.append([path for path, _ in texts.values()])
        return run(texts, layout)

    monkeypatch.setattr(formatting, "_run", counted)

    assert format_all({"other.py": UGLY}, Layout(), store) == {"other.py": first["a.py"]}
    assert runs == []
    # Whatever can make a difference does: the kind of file, the width, the formatter, the text.
    format_all({"a.pyi": UGLY}, Layout(), store)
    format_all({"a.py": UGLY}, Layout(line_length=60), store)
    format_all({"a.py": UGLY}, Layout("ruff"), store)
    format_all({"a.py": UGLY, "b.py": f"{UGLY}#"}, Layout(), store)
    assert runs == [["a.pyi"], ["a.py"], ["a.py"], ["b.py"]]


def test_a_long_run_of_black_is_announced(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(formatting, "_LINES_PER_SECOND", 0.01)
    with caplog.at_level(logging.WARNING, "clientloom"):
        format_all({"a.py": UGLY}, Layout("ruff"), NONE)
        assert caplog.messages == []
        format_all({"a.py": UGLY}, Layout(), NONE)

    (message,) = caplog.messages
    assert message.startswith("black takes about ")
    assert "`--formatter ruff`" in message
    assert "\n" not in message


def test_a_formatter_that_is_not_there_is_a_problem_with_a_remedy() -> None:
    with pytest.raises(ClientloomError) as caught:
        format_all({"a.py": UGLY}, Layout("no_such_formatter"), NONE)

    assert str(caught.value).splitlines()[0] == "the formatter no_such_formatter is not installed."


def test_a_text_that_is_no_python_is_a_problem() -> None:
    for formatter in ("black", "ruff"):
        with pytest.raises(ClientloomError, match=f"{formatter} failed: "):
            format_all({"a.py": "def ("}, Layout(formatter), NONE)
