"""The engine in this process."""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import structlog

from faceswap.domain.clip import ClipLimits
from faceswap.domain.media import PictureLimits
from faceswap.engine.making import Makers
from faceswap.engine.media.sandbox.client import Sandbox
from faceswap.engine.mesh.engine import MeshEngine
from faceswap.engine.protocol import Engine
from faceswap.engine.studio import Studio
from visage.terminal import Steps

AnyStudio = Studio[Any, Any]
MakersOf = Callable[[Engine[Any, Any], Sandbox], Makers | None]
"""Returns who makes pictures from words with an engine, opening what comes in a sandbox."""

WARM_SIDE = 256
# One's own files, on one's own machine.
PICTURES = PictureLimits(most_bytes=500 * 1024 * 1024, most_pixels=200_000_000)
CLIPS = ClipLimits(most_seconds=86_400.0, most_frames=10_000_000, most_pixels=8192 * 4320)


@contextmanager
def studio_for_files(
    progress: Steps, clip: Path | None = None, makers: MakersOf | None = None
) -> Generator[AnyStudio]:
    """Load the engine as one step of several, for a clip of any size, and end it behind."""
    clips = replace(CLIPS, most_bytes=clip.stat().st_size) if clip else CLIPS
    with _without_log():
        studio = progress.do("Loading the engine", lambda: load_studio(PICTURES, clips, makers))
        try:
            yield studio
        finally:
            studio.close()


def load_studio(
    pictures: PictureLimits, clips: ClipLimits, makers: MakersOf | None = None
) -> AnyStudio:
    """Load the engine, and let it open its networks."""
    with _quiet():
        engine, sandbox = MeshEngine(), Sandbox()
        made_by = makers(engine, sandbox) if makers else None
        studio = Studio(engine, pictures, clips, sandbox=sandbox, makers=made_by)
        studio.engine.detect(np.zeros((WARM_SIDE, WARM_SIDE, 3), np.uint8))
    return studio


@contextmanager
def _without_log() -> Generator[None]:
    """Keep log lines, which are for who runs a server, from the terminal, but for errors."""
    before = structlog.get_config()
    structlog.configure(
        wrapper_class=structlog.make_filtering_bound_logger(logging.ERROR),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
    try:
        yield
    finally:
        structlog.configure(**before)


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
