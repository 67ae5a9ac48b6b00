"""The demo as people start it, in processes of its own."""

from __future__ import annotations

import os
import select
import subprocess
import sys
import tempfile
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOK_TOO_LONG = 120.0


@dataclass
class Demo:
    """A demo that runs, with a folder for its private files by which its processes are known."""

    process: subprocess.Popen[str]
    private: Path

    def until(self, words: str) -> str:
        """Read what it says as far as a line with these words; return all of that."""
        said = []
        assert self.process.stdout is not None
        for line in self.process.stdout:
            said.append(line)
            if words in line:
                return "".join(said)
        pytest.fail(f"it never said {words!r}:\n{''.join(said)}")

    def end(self) -> tuple[int, str]:
        """Read the rest of what it says; return the exit code and that."""
        assert self.process.stdout is not None
        said = self.process.stdout.read()
        return self.process.wait(), said

    def family(self) -> dict[str, int]:
        """Return the processes it consists of, by what they are, as descriptors to watch."""
        kinds = {"demo": "visage", "bot": "playground.bot_process", "sidecar": "faceswap.sidecar"}
        found = {}
        for folder in Path("/proc").glob("[0-9]*"):
            try:
                is_ours = f"TMPDIR={self.private}".encode() in (folder / "environ").read_bytes()
                words = (folder / "cmdline").read_bytes().decode().split("\0")
            except OSError:
                continue
            for kind, module in kinds.items():
                if is_ours and module in words:
                    found[kind] = os.pidfd_open(int(folder.name))
        return found


def ended(family: dict[str, int]) -> set[str]:
    """Wait until processes have ended; return those that have."""
    waiting = {descriptor: kind for kind, descriptor in family.items()}
    found = set()
    while waiting and (ready := select.select([*waiting], [], [], TOOK_TOO_LONG)[0]):
        for descriptor in ready:
            found.add(waiting.pop(descriptor))
            os.close(descriptor)
    return found


@pytest.fixture
def demo(tmp_path):
    """Start a demo."""

    @contextmanager
    def start(output: Path, **environment: str):
        private = Path(tempfile.mkdtemp(dir=tmp_path))
        process = subprocess.Popen(  # noqa: S603 - our own command
            [sys.executable, "-m", "visage", "demo", str(output)],
            cwd=tmp_path,
            env={
                "PATH": "",
                "HOME": str(tmp_path),
                "PYTHONPATH": str(ROOT),
                "PYTHONWARNINGS": "error::ResourceWarning",
                "TMPDIR": str(private),
                **environment,
            },
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        watch = threading.Timer(TOOK_TOO_LONG, process.kill)
        watch.start()
        try:
            yield Demo(process, private)
        finally:
            watch.cancel()
            process.kill()
            process.communicate()

    return start
