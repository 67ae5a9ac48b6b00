"""Things painted on and before faces: (height, width, 3) uint8 RGB in, a changed copy out.

Each takes the mesh's points, (468, 3) in pixels, and tells beside the picture where it painted:
(height, width) bool.
"""

from __future__ import annotations

import cv2
import numpy as np

from faceswap.engine.mesh import topology as at
from tests.engine import pictures

Painted = tuple[np.ndarray, np.ndarray]

RIGHT_CHEEK, LEFT_CHEEK, CHIN, FOREHEAD, MOUTH_CORNER = 50, 280, 152, 10, 207
# A fist in the picture of six, cut along its outline.
FIST = (
    *((672, 573), (690, 565), (695, 542), (701, 523), (712, 514), (744, 502), (762, 510)),
    *((769, 521), (768, 528), (758, 528), (750, 521), (747, 532), (743, 545), (742, 560)),
    *((735, 575), (722, 585), (712, 592), (696, 592), (684, 588)),
)


def stroke(
    picture: np.ndarray,
    path: list[tuple[float, float]],
    thick: float,
    colour: tuple[int, int, int],
) -> Painted:
    """Paint a line with a soft edge, as a lens would show it."""
    mask = np.zeros(picture.shape[:2], np.uint8)
    corners = np.round(np.array(path) * 16).astype(np.int32)
    cv2.polylines(mask, [corners], False, 255, max(1, round(thick)), cv2.LINE_AA, shift=4)
    return _over(picture, np.full(picture.shape, colour, np.uint8), mask)


def spectacles(picture: np.ndarray, points: np.ndarray) -> Painted:
    """Paint dark round frames with a bridge and two arms."""
    flat = points[:, :2]
    middles = [flat[list(loop)].mean(axis=0) for loop in (at.RIGHT_EYE, at.LEFT_EYE)]
    across = middles[1] - middles[0]
    thick = max(2, round(float(np.linalg.norm(across)) * 0.075))
    reach = float(np.linalg.norm(across)) * 0.38
    mask = np.zeros(picture.shape[:2], np.uint8)
    inner = [middles[0] + across * 0.36, middles[1] - across * 0.36]
    outer = [(middles[0] - across * 0.36, flat[127]), (middles[1] + across * 0.36, flat[356])]
    for one, other in [(inner[0], inner[1]), *outer]:
        ends = np.round(np.array([one, other]) * 16).astype(np.int32)
        cv2.polylines(mask, [ends], False, 255, thick, cv2.LINE_AA, shift=4)
    for middle in middles:
        x, y = np.round(middle * 16).astype(int).tolist()
        cv2.circle(mask, (x, y), round(reach * 16), 255, thick, cv2.LINE_AA, shift=4)
    return _over(picture, np.full(picture.shape, (28, 24, 24), np.uint8), mask)


def fringe(picture: np.ndarray, points: np.ndarray, colour: tuple[int, int, int]) -> Painted:
    """Paint hair that hangs from above the face to just above the brows."""
    flat = points[:, :2]
    up = flat[FOREHEAD] - flat[CHIN]
    brows = flat[[70, 63, 105, 66, 107, 336, 296, 334, 293, 300]] + up * 0.05
    outline = [flat[21] + up * 0.3, flat[21], *brows, flat[251], flat[251] + up * 0.3]
    mask = np.zeros(picture.shape[:2], np.uint8)
    cv2.fillPoly(mask, [np.round(np.array(outline) * 16).astype(np.int32)], 255, 16, shift=4)
    strands = np.random.default_rng(2).normal(0, 8, (1, picture.shape[1], 1))
    hair = pictures.levels(np.array(colour, np.float32) + np.broadcast_to(strands, picture.shape))
    return _over(picture, hair, mask)


def microphone(picture: np.ndarray, points: np.ndarray) -> Painted:
    """Paint a dark stick that comes from below and ends beside the mouth."""
    flat = points[:, :2]
    up = flat[FOREHEAD] - flat[CHIN]
    top = flat[MOUTH_CORNER]
    below = flat[CHIN] - up * 0.45 + (top - flat[CHIN]) * 0.6
    thick = float(np.linalg.norm(up)) * 0.16
    return stroke(picture, [(float(x), float(y)) for x, y in (below, top)], thick, (30, 32, 36))


def fist(picture: np.ndarray, points: np.ndarray) -> Painted:
    """Put somebody's fist before the chin and a cheek."""
    mask = np.zeros(pictures.six().shape[:2], np.uint8)
    cv2.fillPoly(mask, [np.array(FIST, np.int32)], 255, cv2.LINE_AA)
    box = slice(495, 600), slice(665, 775)
    low, high = points[:, :2].min(axis=0), points[:, :2].max(axis=0)
    scale = float((high - low).max()) / 105
    hand = cv2.resize(pictures.six()[box], None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC)
    shape = cv2.resize(mask[box], None, fx=scale, fy=scale, interpolation=cv2.INTER_LINEAR)
    left, top = np.round(points[CHIN, :2] - np.array([75.0, 50.0]) * scale).astype(int)
    before, where = picture.copy(), np.zeros(picture.shape[:2], np.uint8)
    rows, columns = slice(top, top + len(hand)), slice(left, left + hand.shape[1])
    room = before[rows, columns].shape[:2]
    before[rows, columns] = hand[: room[0], : room[1]]
    where[rows, columns] = shape[: room[0], : room[1]]
    return _over(picture, before, where)


def mole(picture: np.ndarray, points: np.ndarray, cheek: int, size: float) -> Painted:
    """Paint a dark round spot on a cheek; `size` in parts of the face's width."""
    x, y = np.round(points[cheek, :2] * 16).astype(int).tolist()
    radius = max(16, round(float(np.ptp(points[:, 0])) * size * 8))
    mask = np.zeros(picture.shape[:2], np.uint8)
    cv2.circle(mask, (x, y), radius, 255, -1, cv2.LINE_AA, shift=4)
    return _over(picture, np.full(picture.shape, (60, 38, 30), np.uint8), mask)


def strand(
    picture: np.ndarray, points: np.ndarray, thick: float, colour: tuple[int, int, int]
) -> Painted:
    """Paint a strand of hair that hangs before the subject's left cheek.

    `thick` is in parts of the face's width.
    """
    flat = points[:, :2]
    up = flat[FOREHEAD] - flat[CHIN]
    # Along the face's outline, from the temple to the jaw, a quarter of the way inwards.
    path = [flat[at] * 0.75 + flat[1] * 0.25 for at in (356, 454, 323, 361, 288)]
    ends = [path[0] + up * 0.5, *path, path[-1] - up * 0.4]
    width = thick * float(np.ptp(flat[:, 0]))
    return stroke(picture, [(float(x), float(y)) for x, y in ends], width, colour)


def freckles(picture: np.ndarray, points: np.ndarray, deviation: float) -> Painted:
    """Roughen the skin of the cheeks, finely."""
    noise = np.random.default_rng(11).standard_normal(picture.shape[:2]).astype(np.float32)
    fine = cv2.GaussianBlur(noise, (0, 0), max(0.6, float(np.ptp(points[:, 0])) * 0.004))
    mask = np.zeros(picture.shape[:2], np.uint8)
    for cheek in (RIGHT_CHEEK, LEFT_CHEEK):
        x, y = np.round(points[cheek, :2]).astype(int).tolist()
        cv2.circle(mask, (x, y), round(float(np.ptp(points[:, 0])) * 0.12), 255, -1, cv2.LINE_AA)
    rough = pictures.levels(picture + (fine / fine.std() * deviation)[..., None])
    return _over(picture, rough, mask)


def _over(picture: np.ndarray, other: np.ndarray, mask: np.ndarray) -> Painted:
    share = (mask.astype(np.float32) / 255)[..., None]
    return pictures.levels(picture * (1 - share) + other * share), mask > 127
