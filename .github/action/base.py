"""Find the commit that the clients are compared with, and fetch it where the checkout is shallow.

What a pull request changes is the difference between the merge commit, which GitHub checks out, and that commit's first
parent: the branch that it goes into, as it was at that moment. Without a merge commit it is what the event names.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from workflow import annotate, say, setting

ROOT_SHA = "0" * 40
"""What GitHub names as the state before the first push of a branch."""


def main() -> int:
    """Say which commit it is; nothing if there is none, or if it has no such configuration."""
    if (problem := _run("rev-parse", "--git-dir")).returncode != 0:
        annotate("error", "clientloom", f"This is not a repository of git: {problem.stderr}")
        return 1
    base = setting("BASE") or _merged_into() or setting("EVENT_BASE")
    if not base or base == ROOT_SHA:
        annotate("notice", "clientloom", "There is no commit to compare with.")
        say(base="")
        return 0
    commit = _commit(base) or _fetched(base)
    if not commit:
        annotate("error", "clientloom", f"There is no commit {base}, neither here nor in origin.")
        return 1
    config = Path(setting("CONFIG")).as_posix()
    if _run("cat-file", "-e", f"{commit}:./{config}").returncode != 0:
        annotate("notice", "clientloom", f"{config} is new: there is nothing to compare with.")
        commit = ""
    say(base=commit)
    return 0


def _merged_into() -> str:
    """The first parent, if the second one is the head of the pull request."""
    text = _run("cat-file", "commit", "HEAD").stdout
    lines = text.partition("\n\n")[0].splitlines()
    parents = [line.split()[1] for line in lines if line.startswith("parent ")]
    is_merge = len(parents) == 2 and parents[1] == setting("EVENT_HEAD")
    return parents[0] if is_merge else ""


def _commit(name: str) -> str:
    """The hash of a commit that is here."""
    wanted = f"{name}^{{commit}}"
    return _run("rev-parse", "--verify", "--quiet", "--end-of-options", wanted).stdout.strip()


def _fetched(name: str) -> str:
    """The hash of a commit, branch or tag that only the remote has; it alone is fetched."""
    wanted = ("fetch", "--quiet", "--no-tags", "--depth=1", "--end-of-options", "origin", name)
    return _commit("FETCH_HEAD") if _run(*wanted).returncode == 0 else ""


def _run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(["git", *arguments], capture_output=True, text=True, check=False)


if __name__ == "__main__":
    sys.exit(main())
