"""Whether what was made from words shows what it should."""

from __future__ import annotations

import io

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from playground.demo.checks import Wrong
from playground.demo.samples import Box, Sample

HUES = {"green": (0.22, 0.45), "blue": (0.55, 0.72)}
"""Where colours begin and end on the wheel, 0 to 1."""
VIVID = 0.35
"""Saturation and brightness from which on a colour is told."""
LEAST_SHARE = 0.03
MOST_SHARE = 0.01
"""Shares of a picture that a colour fills which is there, and which is not."""
CORNER = 0.1
"""Share of the sides that is looked at in each upper corner, where nobody is."""
LEAST_MOVED = 0.5
LEAST_ALIKE = 0.7
"""Share of the corners that has to have changed, and how much alike each face stays, up to 1."""
LEVELS = 24


def check_square(data: bytes) -> None:
    """See that a picture is as wide as high.

    Raises:
        Wrong: It is not.
    """
    height, width = _pixels(data, "RGB").shape[:2]
    if width != height:
        raise Wrong(f"the picture has {width} x {height} pixels and is not square")


def check_colours(data: bytes, *, has: str, lacks: str) -> None:
    """See that a picture shows one colour and not another.

    Raises:
        Wrong: It is the other way round.
    """
    pixels = _pixels(data, "HSV")
    if (share := _share(pixels, has)) < LEAST_SHARE:
        raise Wrong(f"{share:.1%} of the picture is {has}, which is too little")
    if (share := _share(pixels, lacks)) > MOST_SHARE:
        raise Wrong(f"{share:.1%} of the picture is {lacks}, which it should not be")


def check_people_moved(target: Sample, result: bytes) -> None:
    """See that people have kept their faces, and have another place around them.

    Raises:
        Wrong: They have not.
    """
    before, after = (_pixels(data, "RGB").astype(np.int16) for data in (target.data, result))
    if before.shape != after.shape:
        raise Wrong("the result does not have the pixels of the target")
    moved = np.abs(after - before).max(axis=2) > LEVELS
    height, width = (round(side * CORNER) for side in moved.shape)
    corners = np.concatenate([moved[:height, :width], moved[:height, -width:]])
    if corners.mean() < LEAST_MOVED:
        raise Wrong(f"{corners.mean():.0%} of the corners changed: the place is the old one")
    for number, face in enumerate(target.faces, 1):
        if (alike := _alike(before, after, face)) < LEAST_ALIKE:
            raise Wrong(f"face {number} is no longer itself: {alike:.2f}")


def _share(pixels: NDArray[np.uint8], colour: str) -> float:
    first, last = HUES[colour]
    hue, saturation, value = np.moveaxis(pixels / 255.0, 2, 0)
    is_told = (saturation > VIVID) & (value > VIVID / 2)
    return float((is_told & (hue >= first) & (hue <= last)).mean())


def _alike(before: NDArray[np.int16], after: NDArray[np.int16], face: Box) -> float:
    """Return how a face's light and dark go together in both; a change of light does not matter."""
    left, top, right, bottom = face
    was, now = (each[top:bottom, left:right].mean(axis=2).ravel() for each in (before, after))
    if not now.std() or not was.std():
        return 0.0
    return float(np.corrcoef(was, now)[0, 1])


def _pixels(data: bytes, mode: str) -> NDArray[np.uint8]:
    """Return (height, width, 3) levels."""
    with Image.open(io.BytesIO(data)) as picture:
        return np.asarray(picture.convert("RGB").convert(mode))
