"""People cut out of a picture: where they are, roughly; then their edges, to the hair."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from faceswap.domain.face import FoundFace
from faceswap.engine.cutout.bands import bands_of
from faceswap.engine.cutout.foreground import foreground_of
from faceswap.engine.cutout.lines import ColourLines
from faceswap.engine.cutout.matting import matte
from faceswap.engine.cutout.strips import enlarged, strips
from faceswap.engine.media.scaling import scaled_down
from faceswap.engine.mesh.arrays import Floats, Pixels

WORK_SIDE = 768
"""The longer side, in pixels, that edges are found at; more is followed by colour."""

FOLLOW_REACH, FOLLOW_SMOOTH = 2, 1e-4
Rough = Callable[[Pixels, Sequence[FoundFace]], Floats]


@dataclass(frozen=True, slots=True)
class Cutout:
    """People without what was behind them.

    `alpha` is (height, width) float32 from 0 to 1, `foreground` (height, width, 3) uint8 RGB:
    their own colours, also where the old place shone through.
    """

    alpha: Floats
    foreground: Pixels


def cut_out(picture: Pixels, faces: Sequence[FoundFace], rough_of: Rough) -> Cutout:
    """Cut the people out of a (height, width, 3) uint8 RGB picture.

    Args:
        picture: The picture.
        faces: Those found in it.
        rough_of: Tells roughly where people are.
    """
    small, near = made_small(picture, faces)
    rough = rough_of(small, near)
    alpha = refined(picture, small, rough, near)
    return Cutout(alpha, foreground_of(picture, alpha))


def made_small(picture: Pixels, faces: Sequence[FoundFace]) -> tuple[Pixels, Sequence[FoundFace]]:
    """Return a picture of a bounded size and the faces in it."""
    height, width = picture.shape[:2]
    scale = min(1.0, WORK_SIDE / max(height, width))
    if scale == 1:
        return picture, faces
    small = scaled_down(picture, max(1, round(width * scale)), max(1, round(height * scale)))
    return small, [replace(face, box=face.box.scaled(scale)) for face in faces]


def refined(picture: Pixels, small: Pixels, rough: Floats, faces: Sequence[FoundFace]) -> Floats:
    """Return alpha of a picture by a rough mask of it made small, and the faces there."""
    colours = small.astype(np.float32) * np.float32(1 / 255)
    alpha = matte(colours, rough, bands_of(rough, faces))
    return followed(picture, colours, alpha)


def followed(picture: Pixels, colours: Floats, alpha: Floats) -> Floats:
    """Return alpha of a picture as it goes with the colours of a smaller copy."""
    height, width = picture.shape[:2]
    if alpha.shape == (height, width):
        return alpha
    lines = np.dstack(ColourLines.of(colours, FOLLOW_REACH, FOLLOW_SMOOTH).fit(alpha))
    result = np.empty((height, width), np.float32)
    for rows in strips(height):
        *slopes, shift = cv2.split(enlarged(lines, (width, height), rows))
        result[rows] = shift
        for at, slope in enumerate(slopes):
            result[rows] += slope * (picture[rows, :, at] * np.float32(1 / 255))
    return np.clip(result, 0, 1, out=result)
