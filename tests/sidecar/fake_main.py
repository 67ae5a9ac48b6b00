"""A sidecar process with the fake engine, which is held or stuck where a picture's mark says so.

What is held goes on when somebody opens the named pipe of the last argument for writing.
"""

from __future__ import annotations

import sys
import threading
from pathlib import Path

from faceswap.sidecar.serve import serve
from faceswap.sidecar.settings import SidecarSettings
from tests.sidecar.engine import FakeEngine, studio

HELD, STUCK = 254, 255


class ProcessEngine(FakeEngine):
    def swap(self, picture, face, source, options):
        if picture[0, 1, 0] == STUCK:
            threading.Event().wait()
        if picture[0, 1, 0] == HELD:
            Path(sys.argv[-1]).read_bytes()
        return super().swap(picture, face, source, options)


if __name__ == "__main__":
    settings = SidecarSettings(listen="127.0.0.1:0")
    sys.exit(serve(settings, lambda: studio(ProcessEngine()), as_child="--child" in sys.argv))
