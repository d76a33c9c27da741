"""Compare the documents with those of the base: annotations at their lines, and the reports for later steps."""

from __future__ import annotations

import json
import sys

from workflow import clientloom, is_on, report, reports, say, setting, show

BUMPS = ("none", "patch", "minor", "major")

STATES = {0: "passed", 1: "found"}
"""What exit codes of `clientloom diff` mean; any other one is a failure."""


def main() -> int:
    """Leave the reports to later steps, which tell them and decide."""
    if not setting("BASE"):
        say(state="skipped", level="safe", bump="none", changes="0", html="")
        return 0
    fail_on = setting("FAIL_ON", "never")
    annotated = is_on("ANNOTATIONS")
    files = {"markdown": "diff.md", "json": "diff.json", "html": "diff.html"}
    done = clientloom(
        "diff",
        f"--config={setting('CONFIG')}",
        f"--format={'github' if annotated else 'text'}",
        *(f"--also={name}={reports() / file}" for name, file in files.items()),
        *([] if fail_on == "never" else [f"--fail-on={fail_on}"]),
        "--",
        setting("BASE"),
    )
    state = STATES.get(done.returncode, "failed")
    if annotated and state != "failed":
        print(done.stdout, end="", flush=True)
        show(done.stderr)
    else:
        show(f"{done.stdout}{done.stderr}")
    if state == "failed":
        (reports() / "diff.txt").write_text(done.stderr, encoding="utf-8")
        say(state=state)
        return 0
    found = json.loads(report("diff.json"))
    say(
        state=state,
        level=found["level"],
        bump=max((client["bump"] for client in found["clients"]), key=BUMPS.index, default="none"),
        changes=str(sum(len(client["changes"]) for client in found["clients"])),
        html=str(reports() / "diff.html"),
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
