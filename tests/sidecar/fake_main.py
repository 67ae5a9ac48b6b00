"""A sidecar process with the fake engine, which is held or stuck where a picture's mark says so.

What is held goes on when somebody opens the named pipe of the last argument for writing. Clips of
`HELD_FRAMES` are held until they are stopped.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from faceswap.sidecar.serve import serve
from faceswap.sidecar.settings import SidecarSettings
from tests.sidecar.engine import FakeEngine, FakeStudio

HELD, STUCK = 254, 255
HELD_FRAMES = 7


class ProcessEngine(FakeEngine):
    def swap(self, picture, face, source, options):
        if picture[0, 1, 0] == STUCK:
            threading.Event().wait()
        if picture[0, 1, 0] == HELD:
            Path(sys.argv[-1]).read_bytes()
        return super().swap(picture, face, source, options)


class ProcessStudio(FakeStudio):
    def _play(self, frames, watch):
        if len(frames) == HELD_FRAMES:
            self.gate.clear()
        try:
            super()._play(frames, watch)
        finally:
            self.gate.set()


if __name__ == "__main__":
    settings = SidecarSettings(listen="127.0.0.1:0")
    sys.exit(
        serve(settings, lambda: ProcessStudio(ProcessEngine()), as_child="--child" in sys.argv)
    )
