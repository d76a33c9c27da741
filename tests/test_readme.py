"""What the README of this repository shows runs as printed."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
from blocks import python_blocks, redirected, run
from clientloom.cli import main
from judge import Judge
from test_reconstruct import LEGACY, MODELS, README

ROOT = Path(__file__).parents[1]
SPECS = {
    "ICA_SDK": "ica.yaml",
    "lusid_workflow": "lusid_workflow.yaml",
    "astronomercoreapi": "astronomer_core.yaml",
}
BLOCKS = {
    package: block
    for block in python_blocks(ROOT / "README.md")
    for package in SPECS
    if f"import {package}\n" in block.source
}


def test_each_package_is_shown() -> None:
    assert set(BLOCKS) == set(SPECS)


@pytest.mark.parametrize("package", SPECS)
def test_the_example_of_a_package_runs_as_printed(package: str) -> None:
    with Judge(ROOT / "specs" / SPECS[package]) as judge, redirected(judge.origin):
        result = run(BLOCKS[package])

        result.check()
        judge.check()
        assert judge.requests
        assert result.stdout


def test_the_way_from_pages_to_a_client_is_as_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    commands = re.findall(r"```sh\n(clientloom reconstruct.*?)```", text, re.S)[0].splitlines()
    monkeypatch.chdir(tmp_path)
    Path("sdk/docs").mkdir(parents=True)
    Path("sdk/README.md").write_text(README)
    for name, page in {"FleetApi.md": LEGACY, **MODELS}.items():
        Path("sdk/docs", name).write_text(page)

    recovered, generated, installed = map(shlex.split, commands)
    assert main(recovered[1:]) == 0
    assert main(generated[1:]) == 0
    offline = ["--no-deps", "--no-build-isolation", "--target", "installed", "--quiet"]
    subprocess.run([sys.executable, "-m", *installed, *offline], check=True)

    program = "from boats import Client; print([n for n in dir(Client) if n == 'fleet'])"
    shown = subprocess.run(
        [sys.executable, "-c", program], cwd="installed", capture_output=True, text=True, check=True
    )
    assert shown.stdout == "['fleet']\n"
