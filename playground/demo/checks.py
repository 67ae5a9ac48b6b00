"""Whether what came back is what should have."""

from __future__ import annotations

import io
from collections.abc import Collection
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, UnidentifiedImageError

from playground.demo.samples import Box, Sample
from playground.seen import Seen

LOSSY = {"JPEG", "WEBP", "AVIF"}
CODEC_LOSS = 24
"""Levels by which a lossy codec may move a pixel in any channel."""
LEAST_CHANGED = 0.15
"""Share of a swapped face's box that must have changed."""
MOST_STRAY = 0.001
"""Share of everything else that a lossy codec may have moved further than that."""
FOREHEAD = 0.6
"""How far a swap reaches beyond the box of a face, in its widths and heights."""

Mask = NDArray[np.bool_]


class Wrong(Exception):
    """A step did not do what it should; the text is one line that says how."""


@dataclass(frozen=True, slots=True)
class Expected:
    """What a swap should have come to; `swapped` has numbers of faces, counted from the left."""

    target: Sample
    swapped: Collection[int]
    left: int

    @property
    def cost(self) -> str:
        """What its last line says."""
        used = len(self.swapped)
        return f"{used} credit{'s' if used > 1 else ''} used · {self.left} of 50 left"

    @property
    def count(self) -> str:
        """What its first line says of the faces, if anything."""
        found = len(self.target.faces)
        return f"{len(self.swapped)} of {found} faces" if found > 1 else ""


def check_says(seen: Seen, *parts: str) -> None:
    """See that a message says all of these.

    Raises:
        Wrong: It does not.
    """
    for part in parts:
        if part not in seen.text:
            said = " ".join(seen.text.split()) or "nothing"
            raise Wrong(f"the reply lacks “{part}”; it says: {said}")


def check_only_asker(seen: Seen) -> None:
    """See that a message is for one person alone.

    Raises:
        Wrong: All can see it.
    """
    if not seen.ephemeral:
        raise Wrong("everybody can see what is for the asker alone")


def check_result(seen: Seen, expected: Expected) -> None:
    """See that a message is the result of a swap: words, buttons and pixels.

    Raises:
        Wrong: It is not.
    """
    check_says(seen, expected.cost, expected.count)
    if len(seen.pictures) < 2:
        raise Wrong(f"{len(seen.pictures)} pictures instead of one before and one after")
    labels = [button.label for button in seen.buttons]
    if labels[:3] != ["Again", "Use another id", "Delete"]:
        raise Wrong(f"the buttons are {', '.join(labels) or 'none'}")
    check_pixels(expected, seen.pictures[1].data)


def check_picker(seen: Seen, faces: int) -> None:
    """See that a result shows its faces numbered, with a select for each.

    Raises:
        Wrong: It does not.
    """
    if len(seen.pictures) != 3 or len(seen.selects) != faces:
        found = f"{len(seen.pictures)} pictures and {len(seen.selects)} selects"
        raise Wrong(f"{found} instead of before, after, numbered and {faces} selects")


def check_pixels(expected: Expected, result: bytes) -> None:
    """See that the faces that should have been swapped have changed, and nothing else.

    Raises:
        Wrong: Something else is so.
    """
    before, _ = _pixels(expected.target.data)
    after, kind = _pixels(result)
    if before.shape != after.shape:
        size = f"{after.shape[1]} x {after.shape[0]}"
        raise Wrong(f"the result has {size} pixels, not those of the target")
    changed = _changed(before, after, CODEC_LOSS if kind in LOSSY else 0)
    elsewhere = np.ones(changed.shape, np.bool_)
    for number, box in enumerate(expected.target.faces, 1):
        share = float(_inside(changed, box).mean())
        if number in expected.swapped:
            _inside(elsewhere, _grown(box))[:] = False
            if share < LEAST_CHANGED:
                raise Wrong(f"face {number} was not swapped: {share:.0%} of it changed")
    stray = float(changed[elsewhere].mean())
    if stray > (MOST_STRAY if kind in LOSSY else 0):
        raise Wrong(f"{stray:.2%} of the picture changed where no face was to be swapped")


def _changed(before: NDArray[np.int16], after: NDArray[np.int16], tolerance: int) -> Mask:
    return np.asarray(np.abs(after - before).max(axis=2) > tolerance)


def _inside(mask: Mask, box: Box) -> Mask:
    left, top, right, bottom = box
    return mask[top:bottom, left:right]


def _grown(box: Box) -> Box:
    left, top, right, bottom = box
    x, y = round((right - left) * FOREHEAD), round((bottom - top) * FOREHEAD)
    return max(0, left - x), max(0, top - y), right + x, bottom + y


def _pixels(data: bytes) -> tuple[NDArray[np.int16], str]:
    """Return (height, width, 3) levels and the kind of the file."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            return np.asarray(picture.convert("RGB"), np.int16), str(picture.format)
    except (UnidentifiedImageError, OSError) as error:
        raise Wrong(f"a picture of the reply cannot be opened: {error}") from None
