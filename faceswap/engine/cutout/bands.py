"""Which pixels are somebody's for certain, which are nobody's, and which are to be found out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from faceswap.domain.face import FoundFace
from faceswap.engine.mesh.arrays import Floats, Mask, depth_of

# What the network says of a pixel that it is sure of.
SURE, NOBODY = 0.88, 0.1
# How far hair may stand off a head, and reach into it, in widths of the face; how far a head
# reaches, from the middle of its face.
HAIR_OUT, HAIR_IN, HEAD = 0.34, 0.08, 1.35
# The same of everything else, in parts of the square root of all that people cover.
EDGE_OUT, EDGE_IN = 0.012, 0.014
LEAST_REACH = 2.0


@dataclass(frozen=True, slots=True)
class Bands:
    """Masks (height, width): `inside` is people, `outside` is not, the rest is unknown."""

    inside: Mask
    outside: Mask

    @property
    def unknown(self) -> Mask:
        """Return what is neither."""
        return ~(self.inside | self.outside)


def bands_of(rough: Floats, faces: Sequence[FoundFace]) -> Bands:
    """Return what is certain of a rough mask, (height, width) from 0 to 1.

    Args:
        rough: How surely each pixel is somebody's.
        faces: The faces there, in the same pixels: around them there is hair.
    """
    people = rough > 0.5
    across = float(np.sqrt(max(1, int(people.sum()))))
    out = np.full(rough.shape, max(LEAST_REACH, EDGE_OUT * across), np.float32)
    into = np.full(rough.shape, max(LEAST_REACH, EDGE_IN * across), np.float32)
    for face in faces:
        size = max(face.box.width, face.box.height)
        head = _head(rough.shape, face, size)
        out[head] = np.maximum(out[head], HAIR_OUT * size)
        into[head] = np.maximum(into[head], HAIR_IN * size)
    inside = (depth_of(people) > into) & (rough > SURE)
    outside = (depth_of(~people) > out) & (rough < NOBODY)
    return Bands(inside, outside)


def _head(shape: tuple[int, ...], face: FoundFace, size: float) -> Mask:
    middle = (face.box.left + face.box.right) / 2, (face.box.top + face.box.bottom) / 2
    disc = np.zeros(shape[:2], np.uint8)
    cv2.circle(disc, (round(middle[0]), round(middle[1])), round(size * HEAD), 1, cv2.FILLED)
    return disc > 0
