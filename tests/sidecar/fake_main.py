"""A sidecar process with the fake engine, which is slow or stuck where a picture's mark says so."""

from __future__ import annotations

import sys
import threading
import time

from faceswap.sidecar.serve import serve
from faceswap.sidecar.settings import SidecarSettings
from tests.sidecar.engine import FakeEngine, studio

SLOW, STUCK = 254, 255
SLOW_SECONDS = 1.0


class ProcessEngine(FakeEngine):
    def swap(self, picture, face, source, options):
        if picture[0, 1, 0] == STUCK:
            threading.Event().wait()
        if picture[0, 1, 0] == SLOW:
            time.sleep(SLOW_SECONDS)
        return super().swap(picture, face, source, options)


if __name__ == "__main__":
    settings = SidecarSettings(listen="127.0.0.1:0")
    sys.exit(serve(settings, lambda: studio(ProcessEngine()), as_child="--child" in sys.argv))
