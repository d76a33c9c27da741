"""What the README of this repository shows runs as printed."""

from __future__ import annotations

from pathlib import Path

import pytest
from blocks import python_blocks, redirected, run
from judge import Judge

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
