""".clientloomignore: files below the output root that clientloom neither writes nor removes.

The patterns are those of a .gitignore, relative to the folder of the project.
"""

from collections.abc import Callable
from pathlib import Path

from clientloom.errors import ClientloomError, Position, Problem

FILE_NAME = ".clientloomignore"


def ignored(root: Path, output: str) -> Callable[[str], bool]:
    """Return whether a path below the output root is to be left alone.

    :param root: the folder of the project
    :param output: the output root, relative to it
    :raises ClientloomError: if the file cannot be read
    """
    file = root / FILE_NAME
    try:
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except FileNotFoundError:
        return lambda path: False
    except (OSError, UnicodeDecodeError) as error:
        raise ClientloomError(Problem(f"{FILE_NAME}: the file cannot be read ({error}).")) from None
    from pathspec import GitIgnoreSpec

    for number, line in enumerate(lines, 1):
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError:
            place = Position(FILE_NAME, number, 1, "")
            raise ClientloomError(Problem(f'"{line}" is not a pattern.', place)) from None
    spec = GitIgnoreSpec.from_lines(lines)
    prefix = "" if output == "." else f"{output}/"
    return lambda path: spec.match_file(prefix + path)
