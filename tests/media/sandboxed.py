"""How the tests decode in a sandbox, and within what limits."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from faceswap.domain.clip import ClipLimits
from faceswap.domain.errors import MEGABYTE
from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.engine.media.sandbox import Sandbox, SandboxedClip

HOSTILE = "tests.media.hostile_readers"
LIMITS = ClipLimits(most_bytes=MEGABYTE, most_pixels=128 * 96)
PICTURES = PictureLimits(most_bytes=MEGABYTE, most_pixels=128 * 96)
SILENCE = 1.2
linux = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's guards are Linux's")


def times(
    sandbox: Sandbox,
    deed: str,
    bounds: ClipLimits = LIMITS,
    *,
    slots: int = 4,
    kept: int = 0,
    shown: list[int] | None = None,
    then: Callable[[SandboxedClip, int], object] = lambda clip, time: None,
) -> list[int]:
    """Decode a clip that does a deed, and return when its frames are shown.

    The first `kept` frames are never released; `then` is called after each.
    """
    shown = [] if shown is None else shown
    with sandbox.clip(deed.encode(), "a.mp4", bounds, slots) as clip:
        for moment in clip:
            assert all((plane == moment.time % 256).all() for plane in moment.planes)
            shown.append(moment.time)
            if len(shown) > kept:
                moment.release()
            then(clip, moment.time)
    return shown


def still(sandbox: Sandbox, deed: str):
    return sandbox.still(NamedBytes("a.png", deed.encode()), PICTURES)
