"""A head out of a photo that turns, talks and blinks: its own pixels on its own mesh, in depth.

Rings around the face's mesh, over hair, ears and neck, follow the head the less the further out
they lie, so that no seam shows. Behind the lips is a mouth with teeth, behind the lids are the
photo's eyes. Where the points of the mesh are in a frame is known exactly.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from faceswap.engine.mesh import topology as at
from faceswap.engine.mesh.arrays import Floats, Ints, Mask, Pixels, looked_up
from faceswap.engine.mesh.pose import to_canonical
from faceswap.engine.mesh.topology import FACE
from tests.engine import mimicry

# Each ring: how many times as far from the middle as the face's outline, and how much of what the
# head does and of what the jaw does it follows.
RINGS = (
    (1.12, 1.0, 0.7),
    (1.28, 1.0, 0.4),
    (1.48, 0.92, 0.15),
    (1.75, 0.68, 0.0),
    (2.1, 0.3, 0.0),
    (2.6, 0.0, 0.0),
)
# In widths of the face: how far behind its outline, and below its middle, it turns, and how far
# behind it hair lies at most.
AXIS, NECK, HAIR = 0.1, 0.35, 0.22
# Where the lamp is, and how much of the light is its.
LAMP, LAMPLIGHT = np.array([-0.55, -0.5, -0.67]), 0.35
# Rings are smooth, and drawn so many times smaller.
COARSE = 2
HOLES = [len(at.close_loop(loop)) for loop in (at.RIGHT_EYE, at.LEFT_EYE, at.INNER_LIPS)]


@dataclass(frozen=True)
class Act:
    """What a head does in a frame.

    `x` and `y` say where the middle of the face is while it looks ahead, in pixels, `scale` how
    large the photo is. `yaw`, `pitch` and `roll` are degrees from how the photo has it, their signs
    as in `mesh.pose.angles`. `mouth` is how wide it is open and `shut` how far the eyes are shut,
    0 to 1.
    """

    x: float
    y: float
    scale: float
    yaw: float = 0.0
    pitch: float = 0.0
    roll: float = 0.0
    mouth: float = 0.0
    shut: float = 0.0


class Puppet:
    """Somebody who was cut out of a photo.

    Args:
        picture: (height, width, 3) uint8 RGB, the person's own colours.
        alpha: (height, width) float32, how much of each pixel is the person.
        points: (468, 3) float32, the mesh in pixels.
    """

    def __init__(self, picture: Pixels, alpha: Floats, points: Floats) -> None:
        self._turn = to_canonical(points).turn
        head = points @ self._turn.T
        self.width = float(np.ptp(points[:, 0]))
        self._middle = points[:, :2].mean(axis=0)
        self._pivot = head[[234, 454]].mean(axis=0) + np.array([0, NECK, AXIS]) * self.width
        self._making = mimicry.Mimicry(head)
        self._rings, self._follow = _rings(head, self.width)
        self._card = mimicry.mouth_card(head)
        skin = looked_up(picture, points[None, [50, 280, 151], :2]).mean()
        mouth = mimicry.mouth_picture(float(skin))
        self._texture = _texture(picture, alpha, mouth)
        rings = self._rings @ self._turn
        shares = np.array([[0, 0], [0.5, 0], [1, 0], [0, 1], [0.5, 1], [1, 1]])
        corners = shares * (mouth.shape[1] - 1, mouth.shape[0] - 1) + (0, picture.shape[0])
        self._from = np.vstack([points[:, :2], rings[:, :2], points[:, :2], corners])
        outline = FACE.normals[list(at.OVAL)]
        self._normals = np.vstack(
            [FACE.normals, *[outline] * len(RINGS), FACE.normals, np.tile([0, 0, -1], (6, 1))]
        )
        self._around, self._behind, self._skin = _triangles()

    def points(self, act: Act) -> Floats:
        """Return where the mesh is, (468, 3) float32 in pixels of the frame."""
        return self._spots(act)[:468].astype(np.float32)

    def onto(self, frame: Pixels, act: Act) -> Pixels:
        """Return a frame, (height, width, 3) uint8 RGB, with the person before it."""
        spots = self._spots(act)
        values = np.hstack([self._from, self._light(act)[:, None]])
        body = np.array([[act.scale, 0, act.x], [0, act.scale, act.y]])
        body[:, 2] -= act.scale * self._middle
        size = frame.shape[1::-1]
        whole = cv2.warpAffine(self._texture, body, size, flags=cv2.INTER_LINEAR)
        far, near = (
            triangles[np.argsort(-spots[triangles, 2].mean(axis=1))]
            for triangles in (self._around, self._skin)
        )
        self._draw(whole, spots, far, values, COARSE)
        self._draw(whole, spots, np.vstack([self._behind, near]), values, 1)
        return np.clip(whole[..., :3] + frame * (1 - whole[..., 3:]), 0, 255).astype(np.uint8)

    def _draw(self, whole: Floats, spots: Floats, order: Ints, values: Floats, coarse: int) -> None:
        """Draw triangles of the puppet over a frame, (height, width, 4), the last on top."""
        own = spots[np.unique(order), :2] / coarse
        size = np.array(whole.shape[1::-1]) // coarse
        low = np.floor(own.min(axis=0)).astype(int).clip(0, size)
        high = np.ceil(own.max(axis=0)).astype(int).clip(0, size)
        # Pixels' centres are whole numbers.
        places = (spots[:, :2] + 0.5) / coarse - 0.5 - low
        drawn, covered = _drawn(places, order, values, *(high - low))
        if coarse > 1:
            fine = (high - low) * coarse
            drawn = cv2.resize(drawn, fine, interpolation=cv2.INTER_LINEAR)
            covered = cv2.resize(covered.astype(np.float32), fine) > 0.99
        seen = looked_up(self._texture, drawn[..., :2])
        seen[..., :3] *= drawn[..., 2:]
        low, high = low * coarse, high * coarse
        whole[low[1] : high[1], low[0] : high[0]][covered] = seen[covered]

    def _spots(self, act: Act) -> Floats:
        """Return all points in pixels of the frame: face, rings, face with open eyes, mouth."""
        face, open_eyes = self._making(act.mouth, act.shut), self._making(act.mouth, 0.0)
        jaw = (face - self._making(0.0, 0.0))[list(at.OVAL)]
        parts = [(face, 1.0), (self._rings, self._follow), (open_eyes, 1.0), (self._card, 1.0)]
        turn = _turn(act)
        placed = []
        for points, share in parts:
            step = (points - self._pivot) @ turn.T + self._pivot - points
            placed.append(points + step * np.asarray(share).reshape(-1, 1))
        placed[1] += np.vstack([jaw * follows for _, _, follows in RINGS])
        spots = np.vstack(placed) @ self._turn
        spots[:, :2] -= self._middle
        spots *= act.scale
        spots[:, :2] += (act.x, act.y)
        return spots

    def _light(self, act: Act) -> Floats:
        """Return how much brighter each point is than in the photo, as it turns to the lamp."""
        before, now = self._normals @ LAMP, self._normals @ _turn(act).T @ LAMP
        share = np.ones(len(before))
        share[468 : 468 + len(self._rings)] = self._follow
        return 1 + share * LAMPLIGHT * (np.maximum(now, 0) - np.maximum(before, 0))


def _turn(act: Act) -> Floats:
    yaw, pitch, roll = np.deg2rad([act.yaw, act.pitch, act.roll])
    about_neck = np.array(
        [[np.cos(yaw), 0, -np.sin(yaw)], [0, 1, 0], [np.sin(yaw), 0, np.cos(yaw)]]
    )
    nod = np.array(
        [[1, 0, 0], [0, np.cos(pitch), -np.sin(pitch)], [0, np.sin(pitch), np.cos(pitch)]]
    )
    lean = np.array([[np.cos(roll), -np.sin(roll), 0], [np.sin(roll), np.cos(roll), 0], [0, 0, 1]])
    return lean @ nod @ about_neck


def _rings(head: Floats, width: float) -> tuple[Floats, Floats]:
    """Return the rings' points around a face that looks ahead, and how much they follow it."""
    rim = head[list(at.OVAL)]
    middle = rim.mean(axis=0)
    rings, follow = [], []
    chin = head[152, 1]
    for times, share, _ in RINGS:
        ring = middle + (rim - middle) * times
        ring[:, 2] = rim[:, 2] + min(times - 1, HAIR) * width
        # Shoulders stay.
        below = np.clip((ring[:, 1] - chin) / (0.5 * width), 0, 1)
        rings.append(ring)
        follow.append(share * (1 - 0.8 * below))
    return np.vstack(rings), np.concatenate(follow)


def _texture(picture: Pixels, alpha: Floats, mouth: Pixels) -> Floats:
    """Return the photo above the inside of the mouth: RGB times alpha, and alpha, float32."""
    rows, columns = (np.minimum(np.arange(side), np.arange(side)[::-1]) for side in alpha.shape)
    # Whoever is cut off by the photo's edge fades there.
    alpha = alpha * np.clip(rows / 12, 0, 1)[:, None] * np.clip(columns / 12, 0, 1)[None]
    photo = np.dstack([picture * alpha[..., None], alpha]).astype(np.float32)
    inside = np.zeros((mouth.shape[0], picture.shape[1], 4), np.float32)
    inside[:, : mouth.shape[1]] = np.dstack([mouth, np.ones(mouth.shape[:2])])
    return np.vstack([photo, inside])


def _triangles() -> tuple[Ints, Ints, Ints]:
    """Return triangles of `Puppet._spots`: rings, what is seen through lids and lips, skin."""
    skin, holes = np.split(FACE.triangles, [len(FACE.triangles) - sum(HOLES)])
    ring, count = len(at.OVAL), len(RINGS)
    eyes = holes[: HOLES[0] + HOLES[1]] + 468 + ring * count
    loops = np.vstack([at.OVAL, 468 + np.arange(ring * count).reshape(count, ring)])
    inner, outer = loops[:-1], loops[1:]
    further = np.roll(inner, -1, axis=1), np.roll(outer, -1, axis=1)
    around = [np.stack([inner, further[0], outer], axis=2), np.stack([*further, outer], axis=2)]
    # Drawn so much smaller, they must reach under what is drawn over them.
    under = skin[np.isin(skin, at.OVAL).any(axis=1)]
    card = np.array([[0, 1, 3], [1, 4, 3], [1, 2, 4], [2, 5, 4]]) + 2 * 468 + ring * count
    around = np.vstack([*np.vstack(around), under])
    return around, np.vstack([eyes, card]), skin


def _drawn(
    places: Floats, triangles: Ints, values: Floats, width: int, height: int
) -> tuple[Floats, Mask]:
    """Return values of points over a grid, (height, width, k) float32, and where there are any.

    Of several triangles over one cell the last is seen.
    """
    corners = places[triangles].astype(np.float32)
    size = np.array([width, height])
    low = np.clip(np.ceil(corners.min(axis=1)), 0, size).astype(np.int32)
    span = np.maximum(np.clip(np.floor(corners.max(axis=1)) + 1, 0, size).astype(np.int32) - low, 0)
    count = span[:, 0] * span[:, 1]
    owner = np.repeat(np.arange(len(triangles), dtype=np.int32), count)
    within = np.arange(len(owner)) - (np.cumsum(count) - count)[owner]
    down, right = np.divmod(within, np.maximum(span[:, 0], 1)[owner])
    cells = np.stack([low[owner, 0] + right, low[owner, 1] + down], axis=1)
    one, two, three = (corners[:, corner] for corner in range(3))
    sides = np.stack([one - three, two - three], axis=2).astype(np.float64)
    flat = np.abs(np.linalg.det(sides)) < 1e-6
    sides[flat] = np.eye(2)
    inverse = np.linalg.inv(sides).astype(np.float32)
    shares = np.einsum("nij,nj->ni", inverse[owner], cells - three[owner])
    shares = np.hstack([shares, 1 - shares.sum(axis=1, keepdims=True)])
    seen = (shares >= -1e-3).all(axis=1) & ~flat[owner]
    spots = cells[seen, 1] * width + cells[seen, 0]
    which = np.full(width * height, -1)
    # Assignments to one cell are made in order.
    which[spots] = np.flatnonzero(seen)
    covered = which >= 0
    chosen = which[covered]
    drawn = np.zeros((width * height, values.shape[1]), np.float32)
    weighted = values[triangles[owner[chosen]]] * shares[chosen][..., None]
    drawn[covered] = weighted.sum(axis=1)
    return drawn.reshape(height, width, -1), covered.reshape(height, width)
