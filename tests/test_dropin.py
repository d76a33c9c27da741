"""Scripts for the original packages run unchanged, and what they may use is where it was."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from itertools import pairwise
from pathlib import Path

import pytest
from blocks import Block, run
from judge import Judge
from markdown_it import MarkdownIt
from platforms import PLATFORMS, Platform, each_platform

PAGE = Path(__file__).parent / "dropin.md"
GENERATED = Path(__file__).parents[1] / "generated"
ENVIRONMENT = {
    "PYTHONPATH": os.pathsep.join(str(p.parent) for p in GENERATED.glob("*/pyproject.toml")),
    "API_KEY": "a-key",
}


def sections() -> dict[str, dict[str, Block]]:
    """Return the blocks of each section of the page, by language."""
    found: dict[str, dict[str, Block]] = {}
    heading = ""
    tokens = MarkdownIt().parse(PAGE.read_text(encoding="utf-8"))
    for before, token in pairwise(tokens):
        if before.type == "heading_open" and before.tag == "h2":
            heading = token.content
            found[heading] = {}
        elif token.type == "fence" and token.map:
            found[heading][token.info] = Block(PAGE, token.map[0] + 2, token.content)
    return found


SECTIONS = sections()


@pytest.mark.parametrize("name", SECTIONS)
def test_a_script_for_the_original_package_runs(judges: dict[Platform, Judge], name: str) -> None:
    package, blocks = name.partition(":")[0], SECTIONS[name]
    judge = next(judges[platform] for platform in PLATFORMS if platform.package == package)
    judge.reset()
    if "json" in blocks:
        for status, body in json.loads(blocks["json"].source):
            if body is None:
                judge.status(status)
            else:
                judge.answer(status, body, content_type="application/json")

    script = blocks["python"]
    result = run(script, environment=ENVIRONMENT, python=Path(sys.executable), origin=judge.origin)

    result.check()
    judge.check()
    if "text" in blocks:
        assert result.stdout == blocks["text"].source


def printed(code: str) -> str:
    """Return what code prints in a fresh interpreter."""
    environment = {**os.environ, **ENVIRONMENT}
    return subprocess.run(
        [sys.executable, "-c", code], env=environment, check=True, capture_output=True, text=True
    ).stdout


#: What a script may use after importing the package alone, because the originals import it too.
ATTRIBUTES = {
    "ICA_SDK": """
        api_client.ApiClient configuration.Configuration exceptions.NotFoundException
        rest.ApiException
    """,
    "lusid_workflow": """
        api.TasksApi api.tasks_api.TasksApi api_client.ApiClient configuration.Configuration
        exceptions.NotFoundException models.Task models.task.Task rest.ApiException
    """,
    "astronomercoreapi": """
        api.TaskApi api.task_api.TaskApi api_client.ApiClient configuration.Configuration
        api_response.ApiResponse exceptions.NotFoundException models.Error models.error.Error rest.ApiException
    """,
}


@pytest.mark.parametrize(
    ("package", "attribute"),
    [(package, name) for package, names in ATTRIBUTES.items() for name in names.split()],
)
def test_a_submodule_is_there_once_the_package_is_imported(package: str, attribute: str) -> None:
    name = attribute.rpartition(".")[2]

    assert printed(f"import {package}; print({package}.{attribute}.__name__)") == f"{name}\n"


def test_apis_and_models_of_ica_are_there_once_imported() -> None:
    code = """
import ICA_SDK.apis, ICA_SDK.models
from ICA_SDK.apis import *
from ICA_SDK.models import *
print(TasksApi is ICA_SDK.apis.TasksApi, CreateTaskRequest is ICA_SDK.models.CreateTaskRequest)
"""

    assert printed(code) == "True True\n"


@each_platform
def test_a_star_import_gives_what_the_root_exports(platform: Platform) -> None:
    code = f"from {platform.package} import *\nprint(ApiClient.__name__, 'Nothing' in vars())"

    assert printed(code) == "ApiClient False\n"


@each_platform
def test_importing_a_package_loads_neither_pydantic_nor_an_http_library(platform: Platform) -> None:
    heavy = "{'httpx', 'httpx2', 'pydantic', 'ssl'}"

    assert printed(f"import sys, {platform.package}; print(*{heavy} & set(sys.modules))") == "\n"


@each_platform
def test_using_a_client_without_a_call_loads_no_http_library(platform: Platform) -> None:
    code = f"""
import sys, {platform.package} as sdk
with sdk.ApiClient(sdk.Configuration()) as client:
    pass
print(*{{'httpx', 'httpx2'}} & set(sys.modules))
"""

    assert printed(code) == "\n"
