"""The pristine texts of a client: the documents that it was generated from, and the files as written.

They are kept compressed beside the lock, one archive for each client. Edits by hand are merged
against them, `check --why` compares documents with them, and `update` generates from them.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from clientloom.journal import FOLDER

_EPOCH = (1980, 1, 1, 0, 0, 0)
_LEVEL = 6
"""Of compression: the highest one takes twice the time for a hundredth of the size."""

_KINDS = ("documents", "files")


@dataclass(frozen=True, slots=True)
class Pristine:
    """What one run read and wrote, by the paths that the lock has."""

    documents: Mapping[str, bytes]
    files: Mapping[str, bytes]


def archive(root: Path, client: str) -> Path:
    """Return where the texts of a client are."""
    return root / FOLDER / f"{quote(client, safe='')}.zip"


def pack(pristine: Pristine) -> bytes:
    """Return the texts as an archive; the same texts give the same bytes."""
    import zipfile

    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for kind, texts in zip(_KINDS, (pristine.documents, pristine.files), strict=True):
            for path, content in sorted(texts.items()):
                entry = zipfile.ZipInfo(f"{kind}/{path}", _EPOCH)
                entry.create_system = 3  # the same on every system
                file.writestr(entry, content, zipfile.ZIP_DEFLATED, _LEVEL)
    return buffer.getvalue()


def unpack(root: Path, client: str) -> Pristine:
    """Return the texts of a client; without an archive, or with a damaged one, there are none."""
    import zipfile

    kinds: dict[str, dict[str, bytes]] = {kind: {} for kind in _KINDS}
    try:
        with zipfile.ZipFile(archive(root, client)) as file:
            for entry in file.infolist():
                kind, _, path = entry.filename.partition("/")
                kinds[kind][path] = file.read(entry)
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, NotImplementedError):
        return Pristine({}, {})
    return Pristine(kinds["documents"], kinds["files"])
