"""How much memory and processor time a file may cost, by what may be in it.

The sizes are of the worst file within the asker's limits: sixteen reference frames of ten bits, or
a picture that is converted and turned. A file beyond that is refused like a broken one.
"""

from __future__ import annotations

import contextlib
import resource
import sys
from dataclasses import dataclass
from pathlib import Path

from faceswap.domain.clip import ClipLimits
from faceswap.domain.errors import MEGABYTE
from faceswap.domain.media import PictureLimits

LIBRARIES = 384 * MEGABYTE
"""Beside pixels: tables of decoders, and the stacks of their threads."""
PICTURE_BYTES_A_PIXEL = 28
CLIP_BYTES_A_PIXEL = 128
NANOSECONDS_A_PIXEL = 100
"""A tenth of what one slow core decodes of an ordinary video."""
INDEX = 16 * MEGABYTE
"""What a container adds to its contents."""
MOST_DESCRIPTORS = 32
LONGEST_CPU_SECONDS = 1800
MUX_SECONDS = 120


@dataclass(frozen=True, slots=True)
class Allowance:
    """What one child may take: bytes of memory beyond its first, seconds, bytes of a file."""

    memory: int
    cpu_seconds: int
    writes: int = 0


def for_still(limits: PictureLimits) -> Allowance:
    """Return what a still picture may take."""
    memory = LIBRARIES + 2 * limits.most_bytes + PICTURE_BYTES_A_PIXEL * limits.most_pixels
    result = 4 * limits.most_pixels + limits.most_bytes
    return Allowance(memory, cpu_seconds=20, writes=result)


def for_measuring(limits: ClipLimits) -> Allowance:
    """Return what a look at a clip may take."""
    return Allowance(_clip_memory(limits), cpu_seconds=20)


def for_clip(limits: ClipLimits, slots: int) -> Allowance:
    """Return what decoding a clip may take."""
    seconds = decoding_seconds(limits.most_frames, limits.most_pixels)
    # Frames are of four bytes a pixel at most, and the ring is in the child's memory too.
    ring = 4 * slots * limits.most_pixels
    return Allowance(_clip_memory(limits) + ring, min(LONGEST_CPU_SECONDS, round(seconds)))


def for_mux(limits: ClipLimits, video_bytes: int) -> Allowance:
    """Return what joining a video of so many bytes and the sound of a clip may take."""
    writes = video_bytes + limits.most_bytes + INDEX
    return Allowance(_clip_memory(limits), cpu_seconds=MUX_SECONDS, writes=writes)


def decoding_seconds(frames: int, pixels: int) -> float:
    """Return how long decoding so many frames of so many pixels may take."""
    return 30.0 + frames * pixels * NANOSECONDS_A_PIXEL / 1e9


def impose(allowance: Allowance, mapped: int) -> None:
    """Hold this process, with so much address space, to an allowance, as far as can be."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_NOFILE, (MOST_DESCRIPTORS, MOST_DESCRIPTORS))
    resource.setrlimit(resource.RLIMIT_FSIZE, (allowance.writes, allowance.writes))
    seconds = allowance.cpu_seconds
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    most = mapped + allowance.memory
    # macOS refuses limits below what it has mapped by itself.
    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, most))


def address_space() -> int:
    """Return the bytes of address space this process has, 0 where that is not told."""
    if sys.platform != "linux":
        return 0
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    return pages * resource.getpagesize()


def _clip_memory(limits: ClipLimits) -> int:
    return LIBRARIES + 2 * limits.most_bytes + CLIP_BYTES_A_PIXEL * limits.most_pixels
