"""Trees are compared and written; nothing that is not ours is touched."""

from __future__ import annotations

import os
import stat
from collections.abc import Sequence
from pathlib import Path

import pytest
from clientloom.errors import ClientloomError
from clientloom.journal import commit
from clientloom.tree import Change, changes_to, compare, contents, read, unified_diff


def files(root: Path) -> dict[str, bytes]:
    """Every file below a folder, hidden ones included, and the folders that are empty."""
    found = {p.relative_to(root).as_posix(): p.read_bytes() for p in root.rglob("*") if p.is_file()}
    empty = {p: b"" for p in root.rglob("*") if p.is_dir() and not any(p.iterdir())}
    return found | {f"{p.relative_to(root).as_posix()}/": text for p, text in empty.items()}


def write(root: Path, tree: dict[str, str], owned: Sequence[str] = ()) -> list[Change]:
    """Make the files below a folder equal to a tree, as `generate` does."""
    changes = changes_to(root, tree, owned)
    commit(root.parent, root, contents(root, changes))
    return changes


def refusal(root: Path, tree: dict[str, str], owned: tuple[str, ...] = ()) -> str:
    with pytest.raises(ClientloomError) as caught:
        write(root, tree, owned)
    return str(caught.value)


def test_a_tree_is_written_and_read_back(tmp_path: Path) -> None:
    root = tmp_path / "out"
    tree = {"a/b/c.py": "x = 'é'\n", "a/b/d.txt": "no newline", "e": "\r\n"}

    changes = write(root, tree)

    assert [(c.path, c.kind) for c in changes] == [(path, "added") for path in sorted(tree)]
    assert files(root) == {path: text.encode() for path, text in tree.items()}
    assert read(root, ["a", "e", "none"]) == tree
    assert read(root, ["a/b/d.txt"]) == {"a/b/d.txt": "no newline"}


def test_comparing_says_what_has_to_happen() -> None:
    old, new = {"a": "1", "b": "1", "c": "1"}, {"b": "1", "c": "2", "d": "1"}

    assert compare(old, new) == [
        Change("a", "removed", "1", ""),
        Change("c", "changed", "1", "2"),
        Change("d", "added", "", "1"),
    ]


def test_a_diff_names_the_file_and_the_fresh_side() -> None:
    change = Change("a/b.py", "changed", "one\ntwo\nthree\n", "one\n2\nthree")

    assert unified_diff(change) == (
        "--- generated/a/b.py\n+++ (fresh)\n@@ -1,3 +1,3 @@\n"
        " one\n-two\n-three\n+2\n+three\n\\ No newline at end of file\n"
    )
    assert unified_diff(change, ".").startswith("--- a/b.py\n")
    assert unified_diff(Change("a", "added", "", "x\n"), "out") == (
        "--- out/a\n+++ (fresh)\n@@ -0,0 +1 @@\n+x\n"
    )


def test_a_damaged_file_shows_as_changed(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"caf\xe9\r\n")

    assert read(tmp_path, ["a"]) == {"a": "caf\\xe9\r\n"}


def test_equal_bytes_stay_untouched(tmp_path: Path) -> None:
    write(tmp_path, {"a/same": "1", "a/other": "1"})
    os.utime(tmp_path / "a" / "same", ns=(1, 1))

    changes = write(tmp_path, {"a/same": "1", "a/other": "2"}, ["a/same", "a/other"])

    assert [change.path for change in changes] == ["a/other"]
    assert (tmp_path / "a" / "same").stat().st_mtime_ns == 1


def test_stale_files_go_and_empty_folders_with_them(tmp_path: Path) -> None:
    write(tmp_path, {"a/b/c/old": "1", "a/b/keep": "1", "d/e/old": "1"})
    (tmp_path / "d" / "by_hand").write_text("mine")

    changes = write(tmp_path, {"a/b/keep": "1"}, ["a/b/c/old", "a/b/keep", "d/e/old", "d/gone"])

    assert [(c.path, c.kind) for c in changes] == [("a/b/c/old", "removed"), ("d/e/old", "removed")]
    assert files(tmp_path) == {"a/b/keep": b"1", "d/by_hand": b"mine"}


def test_files_that_nobody_owns_stay(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("1")
    (tmp_path / "empty").mkdir()
    write(tmp_path, {"a": "1"})

    assert files(tmp_path) == {"a": b"1", "mine": b"1", "empty/": b""}


def test_a_file_becomes_a_folder_and_back(tmp_path: Path) -> None:
    write(tmp_path, {"a": "1", "b/c": "1"})
    write(tmp_path, {"a/x": "2", "b": "2"}, ["a", "b/c"])

    assert files(tmp_path) == {"a/x": b"2", "b": b"2"}


@pytest.mark.parametrize(
    "path",
    [
        "/etc/passwd",
        "../x",
        "a/../../x",
        "a/./x",
        "a//x",
        "a/",
        "",
        ".",
        "..",
        "a\\x",
        "C:/x",
        "a\0b",
        "a\nb",
        "a\u202eb",
    ],
)
def test_a_path_that_is_not_plain_is_refused(tmp_path: Path, path: str) -> None:
    root = tmp_path / "out"

    for tree, owned in (({path: "1", "ok": "1"}, ()), ({"ok": "1"}, (path,))):
        assert refusal(root, tree, owned).endswith("is not a path that may be written.")
    assert files(tmp_path) == {}


def test_a_link_that_leaves_the_root_is_not_followed(tmp_path: Path) -> None:
    root, outside = tmp_path / "out", tmp_path / "outside"
    outside.mkdir()
    (outside / "precious").write_text("1")
    root.mkdir()
    (root / "link").symlink_to(outside)

    message = f'"link/precious" leads out of {root} through a symbolic link.'
    assert refusal(root, {"link/precious": "2"}) == message
    assert refusal(root, {"ok": "1"}, ("link/precious",)) == message
    assert files(outside) == {"precious": b"1"}
    assert not (root / "ok").exists()


def test_a_file_that_is_a_link_is_replaced_and_its_target_stays(tmp_path: Path) -> None:
    root, outside = tmp_path / "out", tmp_path / "precious"
    outside.write_text("1")
    root.mkdir()
    (root / "a").symlink_to(outside)
    (root / "b").symlink_to(outside)

    write(root, {"a": "2"}, ["b"])

    assert outside.read_text() == "1"
    assert (root / "a").read_text() == "2"
    assert not (root / "a").is_symlink()
    assert not (root / "b").is_symlink()


def test_paths_that_collide_are_refused_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    (tmp_path / "folder").mkdir()

    assert refusal(tmp_path, {"a": "1", "a/b": "1"}) == '"a" is both a file and a folder.'
    assert refusal(tmp_path, {"x": "1", "file/a": "1"}) == (
        '"file" is a file, and a folder is needed there.'
    )
    assert refusal(tmp_path, {"x": "1", "folder": "1"}) == (
        '"folder" is a folder, and a file is to be written there.'
    )
    assert files(tmp_path) == {"file": b"mine", "folder/": b""}


def test_a_failure_half_way_leaves_everything_as_it_was(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {"a": "1", "b": "1", "old": "1"})
    before = files(tmp_path)
    write_bytes = Path.write_bytes

    def fail(path: Path, data: bytes) -> int:
        if path.name == "1":
            raise OSError(28, "No space left on device", str(path))
        return write_bytes(path, data)

    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(OSError, match="No space left"):
        write(tmp_path, {"a": "2", "b": "2"}, ["a", "b", "old"])

    assert files(tmp_path) == before


def test_new_files_have_the_usual_permissions(tmp_path: Path) -> None:
    write(tmp_path, {"a": "1"})
    (tmp_path / "b").write_text("1")

    assert stat.S_IMODE((tmp_path / "a").stat().st_mode) == stat.S_IMODE(
        (tmp_path / "b").stat().st_mode
    )
