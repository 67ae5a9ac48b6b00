"""Whether a clip that came back is what it should be: it plays, in time, with other faces."""

from __future__ import annotations

import io
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import zip_longest

import av
import numpy as np
from av.error import FFmpegError
from numpy.typing import NDArray
from PIL import Image, ImageSequence, UnidentifiedImageError

from playground.demo.checks import Wrong
from playground.demo.clips import Clip
from playground.seen import Seen

LEAST_CHANGED = 0.15
MOST_CHANGED = 0.06
"""Share of a face's box that changed when the face was swapped, and when it was left: codecs move
pixels, too."""
CODEC_LOSS = 24
LEAST_SWAPPED = 0.995
"""Share of the frames in which a face that was to be swapped is."""

Pixels = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Frame:
    """One frame: its pixels, and in seconds when it is shown."""

    time: Fraction
    pixels: Pixels = field(repr=False)


def check_clip(seen: Seen, clip: Clip, swapped: Collection[int]) -> None:
    """See that a result plays like its target and shows other faces, and no others than it should.

    Raises:
        Wrong: It does not.
    """
    result = next((each for each in seen.pictures if "swapped" in each.filename), None)
    if result is None:
        raise Wrong("the reply shows no clip")
    changed: list[list[float]] = [[] for _ in clip.faces[0]]
    pairs = zip_longest(clip.faces, _frames(clip.data), _frames(result.data))
    for number, (boxes, before, after) in enumerate(pairs, 1):
        if boxes is None or before is None or after is None:
            raise Wrong(f"not as many frames came back as there were: {number} is one too many")
        if before.time != after.time:
            raise Wrong(f"frame {number} is shown at {float(after.time):.3f} s, not when it was")
        for shares, box in zip(changed, boxes, strict=True):
            shares.append(_changed(before.pixels, after.pixels, box))
    for number, shares in enumerate(changed, 1):
        _check_face(number, shares, is_swapped=number in swapped)


def check_sound(seen: Seen, clip: Clip) -> None:
    """See that a result sounds as its target does: bit by bit, for nothing is to be done to it.

    Raises:
        Wrong: It does not.
    """
    if _sound(seen.pictures[0].data) != _sound(clip.data):
        raise Wrong("the sound is not what it was")


def _check_face(number: int, shares: list[float], *, is_swapped: bool) -> None:
    if is_swapped:
        swapped = sum(share >= LEAST_CHANGED for share in shares) / len(shares)
        if swapped < LEAST_SWAPPED:
            raise Wrong(f"face {number} is swapped in {swapped:.1%} of the frames")
    elif max(shares) > MOST_CHANGED:
        raise Wrong(f"face {number} was to be left and {max(shares):.0%} of it changed")


def _changed(before: Pixels, after: Pixels, box: tuple[int, int, int, int]) -> float:
    left, top, right, bottom = box
    area = np.s_[top:bottom, left:right]
    return float((np.abs(after[area] - before[area]).max(axis=2) > CODEC_LOSS).mean())


def _frames(data: bytes) -> Iterator[Frame]:
    try:
        yield from _of_animation(data) if data.startswith(b"GIF8") else _of_video(data)
    except (UnidentifiedImageError, FFmpegError, OSError) as error:
        raise Wrong(f"a clip of the reply cannot be played: {error}") from None


def _of_animation(data: bytes) -> Iterator[Frame]:
    time = Fraction(0)
    with Image.open(io.BytesIO(data)) as picture:
        for frame in ImageSequence.Iterator(picture):
            yield Frame(time, np.asarray(frame.convert("RGB"), np.int16))
            time += Fraction(int(frame.info["duration"]), 1000)


def _of_video(data: bytes) -> Iterator[Frame]:
    with av.open(io.BytesIO(data), "r") as container:
        for frame in container.decode(video=0):
            if frame.pts is None or frame.time_base is None:
                raise Wrong("a frame of the video has no time")
            yield Frame(
                frame.pts * frame.time_base, frame.to_ndarray(format="rgb24").astype(np.int16)
            )


def _sound(data: bytes) -> list[tuple[Fraction, bytes]]:
    with av.open(io.BytesIO(data), "r") as container:
        if not container.streams.audio:
            raise Wrong("there is no sound")
        return [
            (packet.pts * packet.time_base, bytes(packet))
            for packet in container.demux(audio=0)
            if packet.pts is not None and packet.time_base is not None
        ]
