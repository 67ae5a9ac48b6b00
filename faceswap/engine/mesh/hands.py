"""Finds hands before a face: skin before skin, which no colour tells apart."""

from __future__ import annotations

import math
from dataclasses import dataclass

import cv2
import numpy as np

from faceswap.engine.media.scaling import square_of
from faceswap.engine.mesh.arrays import Floats, Pixels
from faceswap.engine.mesh.detector import grid_anchors
from faceswap.engine.mesh.landmarks import Crop
from faceswap.engine.mesh.models import HAND, PALM, Model, read_model
from faceswap.engine.points import extent

# How much of the picture around a face is searched, in parts of the face. In 2.4 the network misses
# two of seven fists before a chin, which it is sure of in 2.8 to 3.6.
SURROUNDINGS = 3.0
LEAST_PALM, LEAST_HAND = 0.5, 0.6
MOST_HANDS = 2
# Of a hand's 21 points. Hands before faces have had up to 6 within them; noses that were taken for
# hands have all.
MOST_WITHIN = 15
# The hand network's crop, from the palm's box: wider, and shifted towards the fingers.
HAND_MARGIN, HAND_SHIFT = 2.6, 0.5
WRIST, MIDDLE_KNUCKLE = 0, 9
FINGERS = ((1, 2, 3, 4), (5, 6, 7, 8), (9, 10, 11, 12), (13, 14, 15, 16), (17, 18, 19, 20))
PALM_OUTLINE = (0, 1, 2, 5, 9, 13, 17)
# A finger's half width, in parts of the distance from the wrist to the middle knuckle.
FINGER = 0.12


@dataclass(frozen=True, slots=True)
class Hand:
    """A hand: `points` is (21, 2) float32 in pixels of the picture, in MediaPipe's order."""

    points: Floats

    def lies_in(self, outline: Floats) -> bool:
        """Tell whether it is almost all within a face's outline, (n, 1, 2) float32: no hand is."""
        within = [cv2.pointPolygonTest(outline, spot, False) > 0 for spot in self.points.tolist()]
        return sum(within) > MOST_WITHIN

    def draw(self, mask: Pixels, places: Floats) -> None:
        """Draw the hand, filled with 255, with its points at `places` (21, 2) in cells."""
        thick = float(np.linalg.norm(places[MIDDLE_KNUCKLE] - places[WRIST])) * FINGER
        spots = np.round(places * 16).astype(np.int32)
        cv2.fillPoly(mask, [spots[list(PALM_OUTLINE)]], 255, cv2.LINE_AA, shift=4)
        for finger in FINGERS:
            width = max(1, round(thick * 2))
            cv2.polylines(
                mask, [spots[list(finger)]], False, 255, width, lineType=cv2.LINE_AA, shift=4
            )
        cv2.polylines(
            mask, [spots[list(PALM_OUTLINE)]], True, 255, max(1, round(thick)), cv2.LINE_AA, shift=4
        )


class HandFinder:
    """MediaPipe's palm detector and hand network; safe to call from several threads."""

    def __init__(self) -> None:
        self._palm = Model(read_model(PALM), 192)
        self._hand = Model(read_model(HAND), 224)
        self._anchors = grid_anchors([(8, 2), (16, 6)], 192, 192)

    def __call__(self, picture: Pixels, points: Floats) -> list[Hand]:
        """Return the hands near a face, at most two.

        Args:
            picture: (height, width, 3) uint8 RGB.
            points: (468, 3) float32, the face's mesh in pixels.
        """
        low, high = extent(points)
        middle = (low + high) / 2
        around = Crop(
            float(middle[0]), float(middle[1]), float((high - low).max()) * SURROUNDINGS, 0.0
        )
        hands = [self._settle(picture, crop) for crop in self._palms(picture, around)]
        outline = np.asarray(cv2.convexHull(points[:, :2].astype(np.float32)), np.float32)
        return [hand for hand in hands if hand is not None and not hand.lies_in(outline)]

    def _palms(self, picture: Pixels, around: Crop) -> list[Crop]:
        side = self._palm.side
        matrix = around.to_square(side)
        square = square_of(picture, matrix, side)
        regressed, logits = self._palm(square)
        limit = math.log(LEAST_PALM / (1 - LEAST_PALM))
        order = np.argsort(-logits[:, 0])[:40]
        crops: list[Crop] = []
        for index in order[logits[order, 0] > limit]:
            row = regressed[index].reshape(9, 2)
            centre = row[0] + self._anchors[index]
            size = float(row[1].max())
            wrist, knuckle = row[2] + self._anchors[index], row[4] + self._anchors[index]
            turn = math.atan2(float(knuckle[0] - wrist[0]), float(wrist[1] - knuckle[1]))
            up = np.array([math.sin(turn), -math.cos(turn)])
            centre = centre + up * size * HAND_SHIFT
            x, y = cv2.invertAffineTransform(matrix) @ (*centre, 1.0)
            crop = Crop(float(x), float(y), size * HAND_MARGIN * around.side / side, turn)
            if all(math.hypot(crop.x - c.x, crop.y - c.y) > 0.35 * crop.side for c in crops):
                crops.append(crop)
        return crops[:MOST_HANDS]

    def _settle(self, picture: Pixels, crop: Crop) -> Hand | None:
        side = self._hand.side
        matrix = crop.to_square(side)
        square = square_of(picture, matrix, side)
        points, certainty, *_ = self._hand(square)
        if float(certainty.ravel()[0]) < LEAST_HAND:
            return None
        back = cv2.invertAffineTransform(matrix)
        flat = points.reshape(21, 3)[:, :2] @ back[:, :2].T + back[:, 2]
        return Hand(flat.astype(np.float32))
