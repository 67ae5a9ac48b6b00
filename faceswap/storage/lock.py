"""One process at a time on a data folder."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

from faceswap.storage.errors import StorageRefused

NAME = "lock"


@contextmanager
def locked(folder: Path) -> Generator[None]:
    """Hold a data folder; the kernel lets go of it with the process, however that ends.

    Raises:
        StorageRefused: Another process holds it.
    """
    file = os.open(folder / NAME, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise StorageRefused(
                f"Another Visage uses the data folder {folder}; end that one first, or choose "
                "another folder with VISAGE_DATA."
            ) from None
        yield
    finally:
        os.close(file)
