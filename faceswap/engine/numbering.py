"""Draws the numbers by which people pick faces."""

from __future__ import annotations

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap.domain.face import FoundFace

Pixels = NDArray[np.uint8]

SIDE = 1024
BADGE = (88, 101, 242)
INK = (255, 255, 255)


def number_faces(picture: Pixels, faces: Sequence[FoundFace]) -> Pixels:
    """Return a small copy of a picture, its longer side at most 1,024 px, with numbered faces."""
    height, width = picture.shape[:2]
    scale = min(1.0, SIDE / max(height, width))
    size = (max(1, round(width * scale)), max(1, round(height * scale)))
    small = np.array(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), np.uint8)
    for face in faces:
        _draw(small, face, scale)
    return small


def _draw(small: Pixels, face: FoundFace, scale: float) -> None:
    left, top = round(face.box.left * scale), round(face.box.top * scale)
    right, bottom = round(face.box.right * scale), round(face.box.bottom * scale)
    line = max(2, round(small.shape[1] / 400))
    cv2.rectangle(small, (left, top), (right, bottom), INK, line + 2, cv2.LINE_AA)
    cv2.rectangle(small, (left, top), (right, bottom), BADGE, line, cv2.LINE_AA)
    # The badge keeps a legible size however small the face is, and stays inside the picture.
    radius = max(13, min(26, round(face.box.width * scale / 4)))
    x = min(max(left, radius + 2), small.shape[1] - radius - 2)
    y = min(max(top, radius + 2), small.shape[0] - radius - 2)
    draw_badge(small, face.number, x, y, radius)


def draw_badge(picture: Pixels, number: int, x: int, y: int, radius: int) -> None:
    """Draw a number in a disc around a place, in pixels."""
    cv2.circle(picture, (x, y), radius + 2, INK, -1, cv2.LINE_AA)
    cv2.circle(picture, (x, y), radius, BADGE, -1, cv2.LINE_AA)
    text, font, size = str(number), cv2.FONT_HERSHEY_SIMPLEX, radius / 17
    (wide, high), _ = cv2.getTextSize(text, font, size, 2)
    cv2.putText(picture, text, (x - wide // 2, y + high // 2), font, size, INK, 2, cv2.LINE_AA)
