"""Documents on the web that others refer to: where their copies are, and how they get there.

Reading a document never requests anything. `clientloom fetch` does, when a person asks for it: it
keeps a copy below `.clientloom/remote/`, from which documents are read ever after. The lock holds the
digests of the copies like those of all other files.
"""

from __future__ import annotations

import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote, unquote, urldefrag, urljoin, urlsplit

from clientloom.document.data import is_list, is_object
from clientloom.document.source import absolute, read
from clientloom.errors import ClientloomError, Problem, printable, shorten

OWN = ".clientloom"
REMOTE = "remote"

MAX_BYTES = 64 * 1024 * 1024
"""The size of a document that is kept."""

TIMEOUT = 30.0
"""Seconds to wait for a server at any moment."""

_SAFE = "-._~"
_SCHEMES = ("http", "https")


def is_remote(reference: str) -> bool:
    """Whether a reference names a document on the web."""
    return urlsplit(reference).scheme.lower() in _SCHEMES


def copies(document: Path) -> Path:
    """Return the folder of the copies for a document: in the nearest `.clientloom`, else beside the document."""
    above = (folder for folder in document.parents if (folder / OWN).is_dir())
    return next(above, document.parent) / OWN / REMOTE


def copy_of(url: str, folder: Path) -> Path:
    """Return where the copy of an address is; no address leads out of the folder."""
    pieces = urlsplit(urldefrag(url).url)
    path = pieces.path.lstrip("/") + (f"?{pieces.query}" if pieces.query else "")
    names = [_name(part) for part in (path or "index").split("/")]
    return folder.joinpath(pieces.scheme.lower(), _name(pieces.netloc.lower()), *names)


def address_of(copy: Path, folder: Path) -> str | None:
    """Return the address that a file is the copy of; None if it is none."""
    if not copy.is_relative_to(folder):
        return None
    scheme, host, *names = (unquote(part) for part in copy.relative_to(folder).parts)
    return f"{scheme}://{host}/{'/'.join(names)}"


def fetch(document: Path) -> dict[str, tuple[Path, bytes]]:
    """Request everything on the web that a document refers to, directly or not.

    :returns: by address: where its copy goes, and its bytes; nothing is written
    :raises ClientloomError: if something cannot be had, or is no document
    """
    folder = copies(absolute(document))
    found: dict[str, tuple[Path, bytes]] = {}
    pending = [(absolute(document), absolute(document).read_bytes())]
    seen = {absolute(document)}
    while pending:
        file, content = pending.pop()
        for reference in _references(file, content):
            base = address_of(file, folder)
            url = urljoin(base, reference) if base else reference
            if is_remote(url):
                target = copy_of(url, folder)
                if target not in seen:
                    seen.add(target)
                    found[urldefrag(url).url] = target, _get(urldefrag(url).url)
                    pending.append((target, found[urldefrag(url).url][1]))
            elif (local := _local(file, reference, document)) is not None and local not in seen:
                seen.add(local)
                pending.append((local, local.read_bytes()))
    return found


def _name(part: str) -> str:
    """Return a part of an address as the name of a file."""
    name = quote(part, safe=_SAFE)
    return name.replace(".", "%2E") if not name.strip(".") else name


def _references(file: Path, content: bytes) -> Iterator[str]:
    """Yield the documents that a document refers to."""
    pending = [read(file, content).data]
    while pending:
        node = pending.pop()
        if is_object(node):
            reference: object = node.get("$ref")
            if isinstance(reference, str) and (path := reference.partition("#")[0]):
                yield path
            pending.extend(node.values())
        elif is_list(node):
            pending.extend(node)


def _local(file: Path, reference: str, document: Path) -> Path | None:
    """Return the file that a reference names, if it is one that may be read."""
    try:
        local = absolute(file.parent / unquote(reference))
        inside = local.resolve().is_relative_to(absolute(document).parent.resolve())
        return local if inside and local.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None


def _get(url: str) -> bytes:
    """Return what is at an address."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    request = urllib.request.Request(url, headers={"User-Agent": "clientloom", "Accept": "*/*"})
    try:
        with opener.open(request, timeout=TIMEOUT) as answer:
            content: bytes = answer.read(MAX_BYTES + 1)
    except urllib.error.HTTPError as error:
        reason = f"the server answers {error.code} {error.reason}"
    except (OSError, ValueError) as error:
        reason = str(getattr(error, "reason", "") or error)
    else:
        if len(content) <= MAX_BYTES:
            return content
        reason = f"it has more than {MAX_BYTES // 1024 // 1024} MB"
    raise ClientloomError(Problem(printable(f"{shorten(url, 200)} cannot be fetched: {reason}.")))
