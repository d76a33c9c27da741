"""mypy --strict and pyright strict find nothing in packages for real documents, nor does ruff.

The small documents here; all of them with CLIENTLOOM_CORPUS=all (`make corpus`), those of GitHub and Stripe too, and in
a documented style as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from clientloom.config import Client
from clientloom.document import load
from clientloom.formatting import Layout
from clientloom.parse import parse
from clientloom.plan import plan, styled
from clientloom.render import render_all
from corpus import ALL, documents, large, name_of
from once import once
from strict import RUNTIME, mypy, place, pyright, ruff

SMALL = 35_000
"""Bytes of a document that is in the sample."""

if ALL:
    CASES = {"native": documents(), "nextgen": documents()}
    CASES |= {f"native {path.stem}": [path] for path in large()}
else:
    CASES = {"native": [path for path in documents() if path.stat().st_size < SMALL]}


@pytest.mark.skipif(not documents(), reason="the corpus of documents is not here")
@pytest.mark.parametrize("checker", [mypy, pyright, ruff])
@pytest.mark.parametrize("case", CASES)
def test_nothing_is_found_in_packages_for_real_documents(
    case: str, checker: Callable[[Path, Sequence[str]], list[str]], shared: Path
) -> None:
    style = case.split()[0]
    packages = {package_for(path): path for path in CASES[case]}

    def fill(site: Path) -> None:
        for package, path in packages.items():
            client = Client(package, path, style, package, "real-api", "1.0.0")
            tree = render_all(plan(styled(parse(load(path)), client)), Layout("ruff"))
            place(site, {path.partition("/")[2]: text for path, text in tree.items()})

    site = once(shared / "strict" / case.replace(" ", "_"), fill)

    # In the sample without the runtime, half of pyright's time: it is checked with the package of `test_native`.
    assert checker(site, [*packages, *([RUNTIME] if ALL else [])]) == []


def package_for(path: Path) -> str:
    """A name of its own for the package of a document."""
    first = re.match(r"\w+", name_of(path))  # a number, or the whole name
    assert first is not None
    return f"real_{first[0]}"
