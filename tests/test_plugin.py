"""The plugin of waylay-sdk-core: every example of its pages runs as printed, through the real core."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml
from blocks import python_blocks
from judge import Judge
from test_install import json_web_token, without_security

ROOT = Path(__file__).parents[1]
RULES = ROOT / "generated" / "waylay-sdk-rules"
TYPES = ROOT / "generated" / "waylay-sdk-rules-types"

# Runs each block in a namespace of its own, as a script of its own would; says which page and line failed.
RUNNER = """
import json, sys, traceback
for place, source in json.load(open(sys.argv[1])):
    try:
        exec(compile(source, place, "exec"), {"__name__": "__main__"})
    except BaseException:
        print(place, traceback.format_exc(), file=sys.stderr)
"""


@pytest.fixture
def judge() -> Iterator[Judge]:
    """The API, and the accounts service that exchanges the credentials of a profile."""
    with Judge(without_security(ROOT / "specs" / "waylay_rules.yaml")) as judge:
        for method in ("GET", "POST"):
            judge.route(method, "/accounts/v1/tokens", {"token": json_web_token()})
        yield judge


def installed(folder: Path) -> Path:
    """Both distributions in a folder, with the entry point by which the core finds the plugin."""
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"]
    command = [*pip, "--disable-pip-version-check", "--target", str(folder), str(RULES), str(TYPES)]
    subprocess.run(command, check=True, capture_output=True)
    return folder


def profile(folder: Path, gateway: str) -> Path:
    """A configuration folder with the default profile of the core."""
    place = folder / "Waylay" / "python_sdk"
    place.mkdir(parents=True)
    credentials = {
        "type": "client_credentials",
        "api_key": "a" * 24,
        "api_secret": "secret",
        "gateway_url": gateway,
    }
    settings = {"credentials": credentials, "profile": "_default_"}
    (place / ".profile._default_.json").write_text(json.dumps(settings), encoding="utf-8")
    return folder


def test_every_example_of_every_page_runs_as_printed(judge: Judge, tmp_path: Path) -> None:
    pages = sorted([*RULES.rglob("*.md"), *TYPES.rglob("*.md")])
    blocks = [(str(block), block.source) for page in pages for block in python_blocks(page)]
    assert len(blocks) > 20
    scripts = tmp_path / "scripts.json"
    scripts.write_text(json.dumps(blocks), encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-c", RUNNER, str(scripts)],
        capture_output=True,
        text=True,
        check=False,
        env={
            **os.environ,
            "XDG_CONFIG_HOME": str(profile(tmp_path / "config", judge.origin)),
            "PYTHONPATH": str(installed(tmp_path / "installed")),
        },
    )

    assert done.returncode == 0, done.stderr[-3000:]
    assert done.stderr == ""
    assert "Exception when" not in done.stdout
    judge.check()
    document: dict[str, Any] = yaml.safe_load(
        (ROOT / "specs" / "waylay_rules.yaml").read_text("utf-8")
    )
    operations = {
        o["operationId"]
        for item in document["paths"].values()
        for o in item.values()
        if "operationId" in o
    }
    assert {r.operation_id for r in judge.requests if r.operation_id} == operations
