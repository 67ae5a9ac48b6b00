"""Finds where a face went from one frame to another, by what it looked like there.

A mesh is laid right only where it is looked for at most a third of a face away. This finds faces
that jump further, in a small grey copy of what is around, and those of which half is outside the
frame: only what is inside is compared.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from faceswap.engine.media.frames import Canvas
from faceswap.engine.points import Points, box_of

Grey = NDArray[np.float32]
"""Brightness, (height, width) float32."""

# Cells that a face is wide here: a step is found to within a twentieth of its width, and what is
# left over the mesh makes up for.
CELLS = 20
# How far a face is looked for, in parts of its width: as far as one goes in a fifth of a second
# that crosses the picture in one.
REACH = 2.5
# The least part of a face that is compared: of less, everything is like something.
LEAST_SEEN = 0.2


@dataclass(frozen=True, slots=True)
class Step:
    """Where a face went: `by` is (2,) in pixels, `likeness` -1 to 1, 1 for the very same."""

    by: Points
    likeness: float


def step_of(before: Canvas, points: Points, after: Canvas) -> Step | None:
    """Return how a face of one frame moved to another; None if it cannot be told.

    Args:
        before: The frame in which the face was.
        points: Its mesh there, (n, 2 or 3) in pixels.
        after: The other frame.
    """
    box = box_of(points)
    cell = max(box.width, 1.0) / CELLS
    rows, reach = round(box.height / cell), round(REACH * CELLS)
    corner = np.array([box.left, box.top])
    face, shown = _cells(before, corner, cell, CELLS, rows)
    around = corner - reach * cell
    area, inside = _cells(after, around, cell, CELLS + 2 * reach, rows + 2 * reach)
    if shown.mean() < LEAST_SEEN:
        return None
    alike, seen = _alike(face, shown, area, inside)
    # The less of it is compared, the more alike it has to be.
    sure = np.arctanh(np.clip(alike, -0.999, 0.999)) * seen**0.25
    y, x = np.unravel_index(int(sure.argmax()), sure.shape)
    by = np.array([x - reach, y - reach], np.float32) * np.float32(cell)
    return Step(by, float(alike[y, x]))


def _cells(
    canvas: Canvas, corner: Points, cell: float, columns: int, rows: int
) -> tuple[Grey, Grey]:
    """Return a frame's brightness in cells from a corner on, and 1 where they are inside it."""
    side = max(columns, rows)
    matrix = np.array([[1, 0, -corner[0]], [0, 1, -corner[1]]]) / cell
    matrix[:, 2] -= 0.5 - 0.5 / cell
    grey = cv2.cvtColor(canvas.square(matrix, side), cv2.COLOR_RGB2GRAY)
    x, y = (corner[at] + (np.arange(count) + 0.5) * cell for at, count in ((0, columns), (1, rows)))
    inside = np.outer((y > 0) & (y < canvas.height), (x > 0) & (x < canvas.width))
    return grey[:rows, :columns].astype(np.float32), inside.astype(np.float32)


def _alike(face: Grey, shown: Grey, area: Grey, inside: Grey) -> tuple[Grey, Grey]:
    """Return how alike a face is to each place of an area, -1 to 1, and by how much of it."""
    face = (face - face.mean()) * shown
    area = (area - area.mean()) * inside

    def sums(here: Grey, there: Grey) -> Grey:
        return np.asarray(cv2.matchTemplate(there, here, cv2.TM_CCORR), np.float32)

    count = np.maximum(sums(shown, inside), 1)
    ours, theirs = sums(face, inside), sums(shown, area)
    spread = sums(face * face, inside) - ours * ours / count
    other = sums(shown, area * area) - theirs * theirs / count
    together = sums(face, area) - ours * theirs / count
    # A level squared: what is flat is like nothing.
    scale = np.sqrt(np.maximum(spread, count) * np.maximum(other, count))
    seen = np.asarray(count / face.size, np.float32)
    return np.asarray(np.where(seen < LEAST_SEEN, -1, together / scale), np.float32), seen
