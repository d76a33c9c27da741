"""The whole story: files to pages, pages to a document, overlays, text."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from clientloom.document.document import Document
from clientloom.document.overlay import overlay
from clientloom.document.source import (
    Source,
    absolute,
    collector_paused,
    display,
    read,
    read_text,
)
from clientloom.document.validation import validate
from clientloom.document.yaml_text import read as read_yaml
from clientloom.errors import ClientloomError, Note, Problem
from clientloom.reconstruct.api_pages import api_page
from clientloom.reconstruct.document import VERSION, Pages, document_of
from clientloom.reconstruct.facts import ApiPage, FrontPage, ModelPage
from clientloom.reconstruct.findings import Findings
from clientloom.reconstruct.front_pages import front_page, is_front_page
from clientloom.reconstruct.markdown import Table, Text, blocks
from clientloom.reconstruct.model_pages import is_model_page, model_page
from clientloom.reconstruct.sections import MADE_BY_CLIENTLOOM, Page
from clientloom.reconstruct.writer import write

MOST_NAMED = 6
"""How many pages the first line of a document names."""


@dataclass(frozen=True, slots=True)
class Reconstruction:
    """A document that was recovered from pages, and how that went."""

    text: str
    data: dict[str, Any]
    findings: Findings
    notes: tuple[Note, ...]


def reconstruct(
    paths: Sequence[Path], overlays: Sequence[Path] = (), output: Path = Path("openapi.yaml")
) -> Reconstruction:
    """Recover the document that pages describe, and apply overlays to it.

    :param paths: pages, and folders of which every `*.md` is read
    :param output: the file that the document is for, which messages about it name
    :raises ClientloomError: if a file cannot be read, none has operations, or the result is no valid document
    """
    with collector_paused():
        return _reconstruct(paths, overlays, output)


def _reconstruct(paths: Sequence[Path], overlays: Sequence[Path], output: Path) -> Reconstruction:
    findings = Findings()
    files = list(_files(paths))
    pages = read_pages(((display(file), read_text(file)) for file in files), findings)
    if not pages.apis:
        raise ClientloomError(
            Problem(
                "no page describes an operation.",
                hint="A page of an API class has a table with the columns Method and HTTP request.",
            )
        )
    data = document_of(pages, findings)
    comments = _comments(files, overlays)
    source = _source(absolute(output), write(data, comments))
    sources = tuple(read(absolute(path)) for path in overlays)
    unused: tuple[Problem, ...] = ()
    if sources:
        changed, unused = overlay(source, sources)
        source = _source(absolute(output), write(changed.data, comments))
    document = Document(source, VERSION)
    document.unused = unused
    return Reconstruction(source.text, source.data, findings, validate(document))


def read_pages(texts: Iterable[tuple[str, str]], findings: Findings) -> Pages:
    """Read pages, given by name and text, each as what it is."""
    apis: list[ApiPage] = []
    models: dict[str, ModelPage] = {}
    fronts: list[FrontPage] = []
    for file, text in texts:
        page = Page(file, blocks(text), bool(MADE_BY_CLIENTLOOM.search(text[:2_000])))
        findings.page(file)
        if is_front_page(page):
            fronts.append(front_page(page, findings))
        elif _is_api_page(page):
            apis.append(api_page(page, findings))
        elif is_model_page(page):
            model = model_page(page, findings)
            if model is not None and models.setdefault(model.name, model) is not model:
                findings.warn(model.place, f'the model "{model.name}" has another page already.')
        elif not page.is_own:
            findings.warn(page.at(1), "this is not a page about an API class or a model.")
    return Pages(apis, models, fronts)


def _is_api_page(page: Page) -> bool:
    for block in page.blocks:
        if isinstance(block, Table) and block.columns[:2] == ("method", "http request"):
            return True
        if isinstance(block, Text) and block.text.startswith("All URIs are relative to"):
            return True
    return False


def _files(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the pages; a folder gives those below it, in alphabetical order."""
    for path in map(absolute, paths):
        if path.is_dir():
            yield from sorted(each for each in path.rglob("*.md") if each.is_file())
        else:
            yield path


def _source(path: Path, text: str) -> Source:
    data = read_yaml(text, display(path))
    return Source(path, text, data, False, text.encode())


def _comments(files: Sequence[Path], overlays: Sequence[Path]) -> list[str]:
    names = [file.name for file in files]
    listed = ", ".join(names) if len(names) <= MOST_NAMED else f"{len(names)} pages"
    changed = f", and {', '.join(path.name for path in overlays)}" if overlays else ""
    return [
        f"Reconstructed by clientloom from {listed}{changed}. Do not edit: change the overlay.",
        "x-provenance says where that comes from which no page states.",
    ]
