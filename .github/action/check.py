"""Say whether the packages are what their documents give, and if not, why."""

from __future__ import annotations

import sys

from workflow import clientloom, is_on, reports, say, setting, show

STATES = {0: "fresh", 1: "stale"}
"""What exit codes of `clientloom check` mean; any other one is a failure."""


def main() -> int:
    """Leave the causes to later steps, which tell them and decide."""
    if not is_on("CHECK"):
        say(state="skipped")
        return 0
    done = clientloom(f"--config={setting('CONFIG')}", "--quiet", "check", "--why")
    show(f"{done.stdout}{done.stderr}" or "The packages are up to date.")
    (reports() / "check.txt").write_text(f"{done.stdout}{done.stderr}", encoding="utf-8")
    state = STATES.get(done.returncode, "failed")
    if done.returncode == 1 and done.stderr:
        state = "failed"
    say(state=state)
    return 0


if __name__ == "__main__":
    sys.exit(main())
