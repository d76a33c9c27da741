"""`python -m bench [generation] [start] [calls]`: all of them unless some are named."""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from tempfile import TemporaryDirectory

from bench import generation, peers, use

ROOT = Path(__file__).parents[1]
LARGE = ROOT.parent / "shared" / "corpus" / "large"
PARTS = ("generation", "start", "calls")


def main() -> None:
    """Measure, and print tables."""
    parser = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    parser.add_argument(
        "parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)} (default: all)"
    )
    parser.add_argument(
        "--documents",
        nargs="+",
        type=Path,
        default=[LARGE / "github.json", LARGE / "stripe.json"],
        help="what to generate from; the first is GitHub's, whose package is started",
    )
    parser.add_argument(
        "--cache",
        type=Path,
        default=Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
        / "clientloom-bench",
        help="where the other generators are installed",
    )
    parser.add_argument("--alone", action="store_true", help="leave the other generators out")
    options = parser.parse_args()
    if unknown := set(options.parts) - set(PARTS):
        parser.error(f"there is no part {', '.join(sorted(unknown))}")
    parts = options.parts or PARTS
    documents = [path.resolve() for path in options.documents if path.is_file()]
    for path in options.documents:
        if not path.is_file():
            print(f"{path} is not here: nothing is measured with it.")
    found = [] if options.alone else peers.available(options.cache)
    with TemporaryDirectory(prefix="clientloom-bench-") as name:
        folder = Path(name)
        if "generation" in parts:
            generation.generation(documents, found, options.cache, folder / "generation")
        if "start" in parts and documents:
            use.start(documents[0], folder / "start")
        if "calls" in parts:
            use.calls(found, options.cache, folder / "calls")


if __name__ == "__main__":
    main()
