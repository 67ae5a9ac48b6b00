"""Files that are gone when the work is, also when the process is killed."""

from __future__ import annotations

import os
from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

Scratch = Callable[[str], Path]
"""Returns a path of its own to write to for each name."""

# So much of a name is kept for drafts, whose own must not grow too long for the system.
STEM = 40


@contextmanager
def in_memory() -> Generator[Scratch]:
    """Give paths to files without a name in any folder, where the system has such."""
    with ExitStack() as stack:
        if not hasattr(os, "memfd_create"):
            folder = Path(stack.enter_context(TemporaryDirectory(prefix="visage-")))
            yield lambda name: folder / name
            return

        def made(name: str) -> Path:
            descriptor = os.memfd_create(name)
            stack.callback(os.close, descriptor)
            return Path(f"/proc/self/fd/{descriptor}")

        yield made


@contextmanager
def beside(out: Path) -> Generator[Scratch]:
    """Give hidden paths in a file's own folder; what is left there at the end is removed."""
    made: dict[str, Path] = {}
    try:
        yield lambda name: made.setdefault(
            name, out.with_name(f".{out.stem[:STEM]}.{os.getpid()}.{name}")
        )
    finally:
        for path in made.values():
            path.unlink(missing_ok=True)
