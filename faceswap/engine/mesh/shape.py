"""Gives a target's mesh the features of a source: their places and sizes, not their expression."""

from __future__ import annotations

import numpy as np

from faceswap.engine.mesh import topology as at
from faceswap.engine.mesh import zones
from faceswap.engine.mesh.arrays import Floats, smoothstep
from faceswap.engine.mesh.pose import STEADY_WEIGHTS, Pose, fit, to_canonical
from faceswap.engine.mesh.topology import FACE

# A network recognises a face as much by where its features are as by what they look like: with the
# target's own shape a tenth fewer swaps are recognised.
TRANSFER = 0.9
# How far a point's own difference spreads, as a share of a texture's side. What moves with the
# expression follows points further away.
REACH, MOVING_REACH = 0.015, 0.04
EYE_CORNERS = (33, 133, 263, 362)
LIDS = tuple(point for loop in zones.EYES for point in loop if point not in EYE_CORNERS)
LIPS = (*at.OUTER_LIPS, *at.INNER_LIPS)


def _kernel(reach: float, trust: Floats) -> Floats:
    """Return (468, 468) weights that smooth differences over the face."""
    distance = ((FACE.uv[:, None] - FACE.uv[None]) ** 2).sum(axis=2)
    kernel = np.exp(-distance / (2 * reach**2)) * trust
    return np.asarray(kernel / kernel.sum(axis=1, keepdims=True), np.float32)


def _steadiness() -> Floats:
    """Return how much each point's place tells of the shape, (468,), not of the expression."""
    trust = np.ones(len(FACE.uv), np.float32)
    trust[zones.near(LIDS, 0.0, 0.035) > 0.3] = 0.02
    trust[list(EYE_CORNERS)] = 1.5
    trust[zones.near(LIPS, 0.02, 0.06) > 0] = 0.05
    return trust


OWN = _kernel(REACH, np.ones(len(FACE.uv), np.float32))
AROUND = _kernel(MOVING_REACH, _steadiness())
INWARD = smoothstep(zones.from_rim(), 0.02, 0.14)
AT_MOUTH = zones.near(LIPS, 0.02, 0.12)
AT_EYES = tuple(zones.near(loop, 0.01, 0.07) for loop in zones.EYES)


def reshape(
    target: Floats, pose: Pose, source: Floats, *, keep_eyes: tuple[float, float], keep_mouth: float
) -> Floats:
    """Return the target's mesh with the source's features, in the target's pixels.

    Args:
        target: (468, 3) in pixels.
        pose: The target's, to the canonical mesh.
        source: (468, 3) in canonical space.
        keep_eyes: How much the lids of the right and the left eye stay as open as the target's.
        keep_mouth: How much the lips stay as the target has them.
    """
    here = pose.apply(target)
    return pose.undo(here + transfer(here, source, keep_eyes=keep_eyes, keep_mouth=keep_mouth))


def transfer(
    target: Floats, source: Floats, *, keep_eyes: tuple[float, float], keep_mouth: float
) -> Floats:
    """Return how far each point of a target moves to have the source's features, (468, 3).

    Both are in canonical space; see `reshape`.
    """
    apart = fit(source, target, STEADY_WEIGHTS).apply(source) - target
    moving = AT_MOUTH * keep_mouth
    for nearness, kept in zip(AT_EYES, keep_eyes, strict=True):
        moving = np.maximum(moving, nearness * kept)
    step = (OWN @ apart) * (1 - moving)[:, None] + (AROUND @ apart) * moving[:, None]
    # Lips that move apart otherwise than the source's stay round the target's own mouth.
    weight = INWARD * TRANSFER * (1 - AT_MOUTH * keep_mouth)
    return np.asarray(step * weight[:, None], np.float32)


def canonical_shape(points: Floats) -> Floats:
    """Return a face's mesh turned to the front and scaled to the canonical one."""
    return to_canonical(points).apply(points)


def eye_openings(points: Floats) -> tuple[float, float]:
    """Return how far the right and the left eye are open: height over width, mostly 0.3."""
    right = _opening(points, 33, 133, (159, 145), (158, 153))
    left = _opening(points, 263, 362, (386, 374), (385, 380))
    return right, left


def mouth_opening(points: Floats) -> float:
    """Return how far the lips are apart: height over width."""
    return _opening(points, 78, 308, (13, 14), (82, 87))


def mouth_difference(one: Floats, other: Floats) -> float:
    """Return how differently two mouths are held, whatever their size and place.

    The root mean square distance of the lips' points, both (468, 3) in canonical space, in parts of
    the mouth's width.
    """
    lips = [mesh[list(LIPS), :2] for mesh in (one, other)]
    widths = [float(np.linalg.norm(mesh[61] - mesh[291])) for mesh in (one, other)]
    placed = [(at - at.mean(axis=0)) / width for at, width in zip(lips, widths, strict=True)]
    return float(np.sqrt(((placed[0] - placed[1]) ** 2).sum(axis=1).mean()))


def _opening(
    points: Floats, one: int, other: int, middle: tuple[int, int], beside: tuple[int, int]
) -> float:
    width = float(np.linalg.norm(points[one] - points[other]))
    gaps = [
        float(np.linalg.norm(points[upper] - points[lower])) for upper, lower in (middle, beside)
    ]
    return sum(gaps) / len(gaps) / max(width, 1e-6)
