"""The folder that a visit is written to, and what may be replaced in it."""

from __future__ import annotations

import errno
import json
import os
import shutil
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath

MARK = ".visage-demo.json"
"""Lists the files of a visit, so that the next one replaces those and no others."""


class FolderRefused(Exception):
    """The folder cannot be used; the text is one sentence."""


def prepare_folder(output: Path) -> None:
    """Make the folder, or see that what is in it is an earlier visit's.

    Raises:
        FolderRefused: It holds somebody's files and no earlier visit, or cannot be used.
    """
    with _telling(output):
        output.mkdir(parents=True, exist_ok=True)
        is_foreign = not (output / MARK).is_file() and any(output.iterdir())
        if not os.access(output, os.W_OK | os.X_OK):
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    if is_foreign:
        raise FolderRefused(
            f"{output} has files in it that are not an earlier visit's; choose a new or an empty "
            "folder."
        )


def publish(made: Path, output: Path) -> None:
    """Put all files of a folder in place of those of an earlier visit.

    Raises:
        FolderRefused: It cannot be written to.
    """
    files = sorted(path.relative_to(made) for path in made.rglob("*") if path.is_file())
    with _telling(output):
        _remove_earlier(output)
        # First, so that the folder is known as a visit's even when we are interrupted.
        names = [path.as_posix() for path in files]
        (output / MARK).write_text(json.dumps(names, indent=1), encoding="utf-8")
        for path in files:
            (output / path).parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(made / path, output / path)


@contextmanager
def _telling(output: Path) -> Generator[None]:
    try:
        yield
    except OSError as error:
        raise FolderRefused(
            f"{output} cannot be written to ({error.strerror}); choose another folder."
        ) from error


def _remove_earlier(output: Path) -> None:
    folders: set[Path] = set()
    for name in _earlier(output):
        path = output / name
        if path.is_file() or path.is_symlink():
            path.unlink()
        folders.update(output / parent for parent in name.parents if parent.parts)
    for folder in sorted(folders, reverse=True):
        if folder.is_dir() and not any(folder.iterdir()):
            folder.rmdir()


def _earlier(output: Path) -> list[PurePosixPath]:
    """Return the files of an earlier visit; what points out of the folder is none."""
    try:
        listed = json.loads((output / MARK).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return []
    names = [PurePosixPath(str(one)) for one in listed] if isinstance(listed, list) else []
    return [one for one in names if not one.is_absolute() and ".." not in one.parts]
