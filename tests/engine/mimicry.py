"""What a mesh does as lips part and lids shut, and what is seen between the lips."""

from __future__ import annotations

import cv2
import numpy as np

from faceswap.engine.mesh import topology as at
from faceswap.engine.mesh.arrays import Floats, Pixels, blur
from faceswap.engine.mesh.topology import FACE

UPPER_LIP, LOWER_LIP = (191, 80, 81, 82, 13, 312, 311, 310, 415), at.INNER_LIPS[1:10]
BELOW_LIP = at.OUTER_LIPS[1:10]
UPPER_LIDS = (246, 161, 160, 159, 158, 157, 173, 466, 388, 387, 386, 385, 384, 398)
LOWER_LIDS = (7, 163, 144, 145, 153, 154, 155, 249, 390, 373, 374, 380, 381, 382)
# How much of what the lower lip does the jaw does, by point.
JAW = {
    **dict.fromkeys((152, 148, 377), 0.85),
    **dict.fromkeys((176, 400), 0.75),
    **dict.fromkeys((149, 378), 0.6),
    **dict.fromkeys((150, 379), 0.4),
    **dict.fromkeys((136, 365), 0.2),
}
# Points that keep their place.
STILL = (
    *(point for point in at.OVAL if point not in JAW),
    *(2, 98, 327, 1, 4, 6, 168, 50, 280, 205, 425, 117, 346, 119, 348, 36, 266, 101, 330),
    *at.RIGHT_BROW,
    *at.LEFT_BROW,
    *at.OUTER_LIPS[11:],
    *(at.OUTER_LIPS[0], at.OUTER_LIPS[10], at.INNER_LIPS[0], at.INNER_LIPS[10]),
    *(33, 133, 263, 362),
)
# How far lips are apart at most, in parts of the mouth's width.
WIDEST = 0.42
# How much of a shut eye the lower lid does.
FROM_BELOW = 0.15
# How far above the edge of the upper lip the mouth's inside begins, how far below it ends, and how
# far below teeth do, in parts of the mouth's width.
ABOVE, DEEP, TEETH = 0.12, 0.5, 0.13


class Mimicry:
    """The expressions of one face, (468, 3), that looks ahead."""

    def __init__(self, head: Floats) -> None:
        self._head = head
        self._anchors = [*UPPER_LIP, *LOWER_LIP, *BELOW_LIP, *UPPER_LIDS, *LOWER_LIDS, *JAW, *STILL]
        self._spread = _spread(self._anchors)

    def __call__(self, mouth: float, shut: float) -> Floats:
        """Return the face with its mouth so far open and its eyes so far shut, 0 to 1."""
        head = self._head
        wide = float(np.linalg.norm(head[61] - head[291]))
        upper, lower = head[list(UPPER_LIP)], head[list(LOWER_LIP)]
        middle, half = (upper[0, 0] + upper[-1, 0]) / 2, abs(head[78, 0] - head[308, 0]) / 2
        arch = np.sqrt(np.clip(1 - ((upper[:, 0] - middle) / half) ** 2, 0, 1))
        gap = mouth * WIDEST * wide * arch
        down = upper[:, 1] + gap - lower[:, 1]
        above, below = head[list(UPPER_LIDS)], head[list(LOWER_LIDS)]
        closing = (below - above) * shut
        jaw = mouth * WIDEST * wide * np.array(list(JAW.values()))
        steps = [
            _downwards(-0.1 * gap),
            _downwards(down - 0.1 * gap),
            _downwards(down),
            closing * (1 - FROM_BELOW),
            -closing * FROM_BELOW,
            _downwards(jaw),
            np.zeros((len(STILL), 3)),
        ]
        return head + self._spread @ np.vstack(steps)


def mouth_card(head: Floats) -> Floats:
    """Return two rows of three points between which the mouth's inside lies, (6, 3).

    It is fast on the upper jaw.
    """
    wide = float(np.linalg.norm(head[61] - head[291]))
    right, middle, left = head[78], head[13] + (0, 0, 0.06 * wide), head[308]
    row = np.stack([right, middle, left])
    row[:, 1] = head[list(UPPER_LIP), 1].mean()
    return np.vstack([row + np.array([0, down * wide, 0]) for down in (-ABOVE, DEEP)])


def mouth_picture(skin: float) -> Pixels:
    """Return the inside of a mouth beside skin of a brightness: (96, 128, 3) uint8 RGB."""
    height, width = 96, 128
    inside = np.tile(np.array([52, 20, 20], np.float32), (height, width, 1))
    unit = height / (ABOVE + DEEP)
    edge, top = round((ABOVE + TEETH) * unit), round(0.02 * unit)
    tongue = (width // 2, round(0.95 * height)), (width // 4, height // 4)
    cv2.ellipse(inside, *tongue, 0, 0, 360, (128, 58, 58), -1)
    inside = blur(inside, 5)
    breadth = 12
    for tooth in range(-4, 5):
        left = width // 2 + round((tooth - 0.5) * breadth)
        shade = 1 - 0.13 * abs(tooth)
        low = edge - abs(tooth)
        colour = np.array([226, 218, 200]) * shade * min(1.0, skin / 170)
        cv2.rectangle(inside, (left, top), (left + breadth - 2, low), colour.tolist(), -1)
    return np.clip(blur(inside, 2.2), 0, 255).astype(np.uint8)


def _downwards(steps: Floats) -> Floats:
    return np.outer(steps, [0.0, 1.0, 0.0])


def _spread(anchors: list[int]) -> Floats:
    """Return what each point takes of the steps of some, (468, n): all of its own, else between."""
    places = FACE.uv.astype(np.float64)
    count = len(anchors)
    system = np.ones((count + 1, count + 1))
    system[:count, :count] = _distances(places[anchors], places[anchors])
    system[count, count] = 0
    known = np.hstack([_distances(places, places[anchors]), np.ones((len(places), 1))])
    return (known @ np.linalg.inv(system))[:, :count]


def _distances(one: Floats, other: Floats) -> Floats:
    return np.linalg.norm(one[:, None] - other[None], axis=2)
