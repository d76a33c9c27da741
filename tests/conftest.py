"""The generated packages can be imported by all tests, from where they stand."""

from __future__ import annotations

import sys
from pathlib import Path

GENERATED = Path(__file__).parents[1] / "generated"

sys.path[:0] = [str(project.parent) for project in sorted(GENERATED.glob("*/pyproject.toml"))]
