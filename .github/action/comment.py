"""Keep one comment of a pull request up to date, instead of adding one with each push.

The comment is recognised by a mark in its first line and by its author: a mark alone can be written by anybody.
GitHub's REST API, "Issue comments": list, create, update.
"""

from __future__ import annotations

import hashlib
import json
import re
import sys
import urllib.error
import urllib.request
from typing import Any

from message import LIMIT, fitting, message
from workflow import annotate, is_on, report, say, setting

TIMEOUT = 30
"""Seconds for one answer of GitHub."""

_NEXT = re.compile(r'<([^>]+)>;\s*rel="next"')


def main() -> int:
    """Create the comment, or update it. Where nothing changed, nothing new is said."""
    if not is_on("COMMENT") or not setting("PULL_REQUEST"):
        say(comment="skipped")
        return 0
    try:
        say(comment=_keep(message("comment")))
    except urllib.error.HTTPError as error:
        if error.code not in (401, 403, 404):
            raise
        reason = f"GitHub refused the comment ({error.code}); the summary of the job has it."
        hint = "The job needs `permissions: pull-requests: write`; pull requests from forks never have it."
        annotate("warning", "clientloom", f"{reason} {hint}")
        say(comment="refused")
    return 0


def _keep(text: str) -> str:
    """Make the comment say this.

    :return: what was done
    """
    mark = f"<!-- clientloom {hashlib.sha256(setting('CONFIG').encode()).hexdigest()[:16]} -->"
    foot = _foot()
    body = f"{mark}\n{fitting(text, LIMIT - len(mark) - len(foot) - 2)}\n{foot}"
    comments = f"{_repository()}/issues/{int(setting('PULL_REQUEST'))}/comments"
    own = _own(comments, mark)
    if own is None:
        if not _is_worth_it():
            return "none"
        _call("POST", comments, {"body": body})
        return "created"
    if own["body"].replace("\r\n", "\n") == body:
        return "unchanged"
    _call("PATCH", f"{_repository()}/issues/comments/{int(own['id'])}", {"body": body})
    return "updated"


def _is_worth_it() -> bool:
    """Whether there is something that a reviewer would want to know."""
    troubled = {setting("CHECK_STATE"), setting("DIFF_STATE")} & {"stale", "failed"}
    clients = json.loads(report("diff.json") or "{}").get("clients", [])
    return bool(troubled) or any(c["bump"] != "none" or c["changes"] for c in clients)


def _foot() -> str:
    """Where the text is from."""
    run = f"{setting('GITHUB_SERVER_URL')}/{setting('GITHUB_REPOSITORY')}/actions/runs/{setting('GITHUB_RUN_ID')}"
    return f"\n<sub>clientloom, for {setting('HEAD')[:10]} ([job]({run}))</sub>\n"


def _own(comments: str, mark: str) -> dict[str, Any] | None:
    """The comment that an earlier run has made, on whatever page of the list it is."""
    url = f"{comments}?per_page=100"
    while url:
        found, url = _call("GET", url)
        for comment in found:
            author = (comment.get("user") or {}).get("login")
            if author == setting("COMMENT_AUTHOR") and (comment["body"] or "").startswith(mark):
                own: dict[str, Any] = comment
                return own
    return None


def _repository() -> str:
    return f"{setting('GITHUB_API_URL')}/repos/{setting('GITHUB_REPOSITORY')}"


def _call(method: str, url: str, data: dict[str, str] | None = None) -> tuple[Any, str]:
    """Call GitHub.

    :return: the answer, and the address of the next page of a list
    """
    headers = {
        "Accept": "application/vnd.github+json",
        "Authorization": f"Bearer {setting('TOKEN')}",
        "Content-Type": "application/json",
        "User-Agent": "clientloom",
        "X-GitHub-Api-Version": "2022-11-28",
    }
    body = json.dumps(data).encode() if data is not None else None
    request = urllib.request.Request(url, body, headers, method=method)
    with urllib.request.urlopen(request, timeout=TIMEOUT) as answer:
        after = _NEXT.search(answer.headers.get("Link") or "")
        return json.load(answer), after[1] if after else ""


if __name__ == "__main__":
    sys.exit(main())
