"""Smooths a mesh by those of the frames before and after it, which costs no lag.

What stays in its place is smoothed over a third of a second, for there the eye sees every tremble;
what moves, over less, and what moves as fast as lips and lids do, not at all.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from faceswap.engine.points import Points, box_of

# Frames on either side by which a mesh is smoothed, and by which it is where nothing moves.
NEAR, REACH = 3, 5
# How far a point may be, in parts of the face's width, from where it was seen, and from where the
# nearer frames have it: up to the first that is the network's tremor, above the second it is a lip,
# a lid or a nod that moves faster than a parabola does.
TREMOR, DRIFT = (0.006, 0.014), (0.002, 0.005)


def smoothed(around: Sequence[Points | None]) -> Points:
    """Return the middle one of some meshes, which is there, smoothed.

    Args:
        around: (n, 2 or 3) float32 in pixels for each of the 11 frames from `REACH` before it to
            `REACH` after it; None where the face is not.
    """
    seen = around[REACH]
    if seen is None:
        raise ValueError("there is no mesh to be smoothed")
    near = (_parabola(around, reach) for reach in range(NEAR, 0, -1))
    smooth = next((each for each in near if each is not None), seen)
    calm = _parabola(around, REACH)
    if calm is None:
        calm = smooth
    width = max(box_of(seen).width, 1.0)
    calm = calm + (smooth - calm) * _moving(smooth, calm, width, DRIFT)
    return np.asarray(calm + (seen - calm) * _moving(seen, smooth, width, TREMOR), np.float32)


def _weights(reach: int) -> Points:
    """Return the least squares parabola through so many frames either side, at the middle one."""
    if reach == 1:
        return np.array([0.15, 0.7, 0.15], np.float32)
    frames = np.arange(-reach, reach + 1.0)
    return np.linalg.pinv(np.vander(frames, 3))[2].astype(np.float32)


WEIGHTS = {reach: _weights(reach) for reach in (*range(1, NEAR + 1), REACH)}


def _parabola(around: Sequence[Points | None], reach: int) -> Points | None:
    """Return where a parabola through the frames has the middle one; None where one is missing."""
    near = [each for each in around[REACH - reach : REACH + reach + 1] if each is not None]
    if len(near) <= 2 * reach:
        return None
    flat = WEIGHTS[reach] @ np.stack(near).reshape(len(near), -1)
    return flat.reshape(near[0].shape)


def _moving(one: Points, other: Points, width: float, bounds: tuple[float, float]) -> Points:
    """Return how surely each point is elsewhere in one mesh than in another, (n, 1), 0 to 1."""
    step = one - other
    far = np.hypot(step[:, 0], step[:, 1]) / np.float32(width)
    return np.clip((far - bounds[0]) / (bounds[1] - bounds[0]), 0, 1)[:, np.newaxis]
