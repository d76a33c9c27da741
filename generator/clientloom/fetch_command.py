"""The verb `fetch`: keeps copies of what documents refer to on the web."""

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from clientloom import journal
from clientloom.config import find_config, load_project
from clientloom.console import say
from clientloom.errors import printable


def add_verb(verbs: Any) -> None:
    """Add the verb to those of the command."""
    verb = verbs.add_parser(
        "fetch",
        help="keep copies of what documents refer to on the web; the only verb that asks a network",
        description="Keep copies of what documents refer to on the web, below .clientloom/remote. All other verbs "
        "read the copies. Commit them; clientloom.lock holds their digests.",
        allow_abbrev=False,
    )
    verb.add_argument(
        "documents",
        nargs="*",
        type=Path,
        metavar="DOCUMENT",
        help="an OpenAPI document (default: those of clientloom.toml)",
    )
    verb.add_argument(
        "--config", type=Path, default=argparse.SUPPRESS, metavar="PATH", help="the configuration"
    )
    verb.add_argument("-q", "--quiet", action="store_true", help="print problems only")
    verb.set_defaults(act=fetch)


def fetch(options: argparse.Namespace) -> int:
    """Request what is referred to, and write the copies that are new or changed, all in one step."""
    from clientloom.document import remote
    from clientloom.document.source import absolute

    documents: Sequence[Path] = options.documents
    if not documents:
        project = load_project(options.config or find_config(Path.cwd()))
        documents = list(dict.fromkeys(client.spec for client in project.clients))
    for document in documents:
        found = remote.fetch(document)
        files: dict[Path, bytes | None] = {}
        for url, (copy, content) in found.items():
            before = copy.read_bytes() if copy.is_file() else None
            if before != content:
                files[copy] = content
            state = "added" if before is None else "unchanged" if before == content else "changed"
            if not options.quiet:
                say(f"{printable(url)}    {state}")
        folder = remote.copies(absolute(document))
        journal.commit(folder.parent.parent, folder, files)
        if not found and not options.quiet:
            say(f"{printable(str(document))}    refers to nothing on the web")
    return 0
