"""Pages that clientloom writes lead back to a document that has the same pages.

What pages state is compared as text: operations in their order, parameters, types, defaults,
responses, security, properties, values, lists that are iterated. Only the programs on them may differ.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from clientloom.config import Client
from clientloom.document import load
from clientloom.parse import parse
from clientloom.plan import plan, styled
from clientloom.reconstruct import reconstruct
from clientloom.render import render_all
from samples import FOLDER, feature_names

ROOT = Path(__file__).parents[1]
STYLES = ("prior", "legacy", "nextgen", "waylay")

PLATFORMS = {
    "ica": ("prior", "ICA_SDK", "ica-sdk"),
    "lusid_workflow": ("legacy", "lusid_workflow", "lusid-workflow"),
    "astronomer_core": ("nextgen", "astronomercoreapi", "astronomercoreapi"),
    "waylay_rules": ("waylay", "waylay.services.rules", "waylay-sdk-rules"),
}

# A document without operations has no page about any; OpenAPI 3.0.3 has no method QUERY.
WITHOUT = frozenset({"minimal", "query_method"})

# Ids of every kind, in whose order the operations stand, and which no page states.
ORDER_OF_IDS = frozenset({"operation_ids"})
# Declarations of lists that say something else than the rules: no page states what leads to the next part.
DECLARED_LISTS = frozenset({"list_pages"})
# OpenAPI 3.0.3 has no keyword for what a stream consists of.
STREAMS = frozenset({"streams"})


def pages_of(
    spec: Path, style: str, package: str = "sample", distribution: str = "sample-sdk"
) -> Mapping[str, str]:
    """The pages of a client, by their path."""
    client = Client(
        name="sample",
        spec=spec,
        style=style,
        package=package,
        distribution=distribution,
        version="1.0.0",
    )
    jobs = plan(styled(parse(load(spec)), client))
    return render_all([job for job in jobs if job.path.endswith(".md")])


def written(pages: Mapping[str, str], folder: Path) -> Path:
    for path, text in pages.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, encoding="utf-8")
    return folder


def stated(text: str, spec: str) -> list[str]:
    """What a page states, without its programs."""
    text = re.sub(r"```python.*?```", "", text, flags=re.S)
    if spec in DECLARED_LISTS:
        text = re.sub(r"(?m)^### All items\n\n.*\n", "", text)
    if spec in STREAMS:
        text = re.sub(r"(?m)^### Item by item\n\n.*\n", "", text)
    lines = [line for line in text.splitlines() if line and not line.startswith("<!-- Made by")]
    if spec not in ORDER_OF_IDS:
        return lines
    opening, *sections = re.split(r"(?m)^(?=# \*\*)", "\n".join(lines))
    return [*sorted(opening.splitlines()), *sorted(map(str.strip, sections))]


def check_round_trip(spec: Path, folder: Path, *names: str) -> None:
    pages = pages_of(spec, *names)
    output = folder / "recovered.yaml"

    found = reconstruct([written(pages, folder / "pages")], (), output)

    assert found.findings.warnings == []
    assert found.notes == ()
    output.write_text(found.text, encoding="utf-8")
    again = pages_of(output, *names)
    assert again.keys() == pages.keys()
    for path in pages:
        if not path.endswith("README.md"):
            assert stated(again[path], spec.stem) == stated(pages[path], spec.stem), path


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("feature", [name for name in feature_names() if name not in WITHOUT])
def test_pages_of_a_feature_lead_back_to_it(feature: str, style: str, tmp_path: Path) -> None:
    check_round_trip(FOLDER / f"{feature}.yaml", tmp_path, style)


@pytest.mark.parametrize("platform", PLATFORMS)
def test_pages_of_a_platform_lead_back_to_it(platform: str, tmp_path: Path) -> None:
    check_round_trip(ROOT / "specs" / f"{platform}.yaml", tmp_path, *PLATFORMS[platform])


def test_a_method_that_openapi_does_not_have_is_left_out(tmp_path: Path) -> None:
    pages = pages_of(FOLDER / "query_method.yaml", "prior")

    found = reconstruct([written(pages, tmp_path)])

    assert [each.message for each in found.findings.warnings] == [
        '"query_things" is left out: OpenAPI 3.0.3 has no QUERY.'
    ]


def test_a_certificate_stays_one(tmp_path: Path) -> None:
    """OpenAPI 3.0.3 has no type for it: the document is valid all the same, and is read as what it means."""
    spec, output = tmp_path / "spec.json", tmp_path / "recovered.yaml"
    operation: dict[str, Any] = {
        "operationId": "clear_things",
        "tags": ["Things"],
        "security": [{"cert": []}],
        "responses": {"204": {"description": "Gone"}},
    }
    document: dict[str, Any] = {
        "openapi": "3.1.0",
        "info": {"title": "Things", "version": "1"},
        "paths": {"/things": {"delete": operation}},
        "components": {"securitySchemes": {"cert": {"type": "mutualTLS"}}},
    }
    spec.write_text(json.dumps(document), encoding="utf-8")
    pages = written(pages_of(spec, "prior"), tmp_path / "pages")

    found = reconstruct(sorted(pages.rglob("*Api.md")), (), output)

    output.write_text(found.text, encoding="utf-8")
    assert found.notes == ()
    scheme = found.data["components"]["securitySchemes"]["cert"]
    assert scheme == {
        "type": "http",
        "scheme": "mutualTLS",
        "x-provenance": "a client certificate, which OpenAPI 3.0.3 has no type for",
    }
    (read,) = parse(load(output)).security_schemes
    assert (read.kind, read.scheme) == ("mutualTLS", None)
