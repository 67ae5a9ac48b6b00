"""The engine in this process."""

from __future__ import annotations

import os
import sys
from collections.abc import Generator
from contextlib import contextmanager
from typing import Any

import numpy as np

from faceswap.domain.media import PictureLimits
from faceswap.engine.mesh.engine import MeshEngine
from faceswap.engine.studio import Studio

WARM_SIDE = 256


def load_studio(limits: PictureLimits) -> Studio[Any, Any]:
    """Load the engine, and let it open its networks."""
    with _quiet():
        studio = Studio(MeshEngine(), limits)
        studio.engine.detect(np.zeros((WARM_SIDE, WARM_SIDE, 3), np.uint8))
    return studio


@contextmanager
def _quiet() -> Generator[None]:
    """Keep what LiteRT prints when it opens its first network from the terminal.

    It writes to the file descriptor, past Python, and has no switch.
    """
    sys.stderr.flush()
    kept = os.dup(2)
    try:
        with open(os.devnull, "wb") as nowhere:  # noqa: PTH123 - a device, not a path
            os.dup2(nowhere.fileno(), 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
