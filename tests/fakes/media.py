"""Pictures and clips made of words.

`b"picture of 3"` shows three faces, `b"face of anna"` is a photo to learn from. Clips are words
behind a mark: `video(3, seconds=20)`, `animation(3, frames=40)`.
"""

from __future__ import annotations

import re

from faceswap.domain.clip import ClipFacts, ClipKind
from faceswap.domain.errors import NotAPicture
from faceswap.domain.face import Box, FoundFace

FPS = 10
MOVES = b"FLV\x01"
"""What marks a clip: the first bytes of a Flash video."""


def video(faces: int = 1, seconds: int = 4) -> bytes:
    """Return a video of so many faces."""
    return MOVES + b"picture of %d for %d seconds" % (faces, seconds)


def animation(faces: int = 1, frames: int = 20) -> bytes:
    """Return an animation of so many faces."""
    return MOVES + b"picture of %d in %d frames" % (faces, frames)


def facts_in(data: bytes) -> ClipFacts:
    """Return what a clip made of words is."""
    seconds, frames = re.search(rb"for (\d+) sec", data), re.search(rb"in (\d+) frames", data)
    if seconds:
        length = int(seconds[1])
        return ClipFacts(ClipKind.VIDEO, 640, 480, length * FPS, float(length), has_audio=True)
    if frames:
        count = int(frames[1])
        return ClipFacts(ClipKind.GIF, 64, 48, count, count / FPS, has_audio=False)
    raise NotAPicture


def faces_in(data: bytes) -> int:
    """Return how many faces a picture or clip made of words shows."""
    count = data.removeprefix(MOVES).removeprefix(b"picture of ").split()
    return int(count[0]) if count and count[0].isdigit() else 0


def found_in(data: bytes) -> tuple[FoundFace, ...]:
    """Return the faces that a picture or clip made of words shows."""
    return tuple(
        FoundFace(number, Box(0.0, 0.0, 10.0 * number, 12.5), 0.0, 0.0, 0.9)
        for number in range(1, faces_in(data) + 1)
    )
