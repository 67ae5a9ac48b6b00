"""A new face on its way into the pixels of one frame, or, moved along, of the next."""

from __future__ import annotations

from dataclasses import dataclass, replace

import cv2
import numpy as np

from faceswap.engine.media.frames import Edges
from faceswap.engine.mesh import finish
from faceswap.engine.mesh.arrays import Floats, Pixels, resized
from faceswap.engine.mesh.compose import blended
from faceswap.engine.mesh.exposure import Exposure
from faceswap.engine.mesh.grid import Grid
from faceswap.engine.mesh.zones import EYES, LIPS
from faceswap.engine.stopwatch import stage

# How far, in parts of the face's width, the points of eyes and lips may be from where the face as a
# whole has moved to, for it to have moved so.
STIFF = 0.0016
FEATURES = tuple({point for loop in (*EYES, *LIPS) for point in loop})


@dataclass(frozen=True, slots=True)
class Painted:
    """What changed of a region: its edges in it, and what is there now, (height, width, 3)."""

    edges: Edges
    pixels: Pixels


@dataclass(frozen=True, slots=True)
class Painting:
    """What goes over a region of a frame.

    `matrix` (2, 3) takes pixels of the region to cells of the maps: `places` (side, side, 4), where
    in the texture a cell looks, in texels, before two empty channels, and `over` (side, side, 4),
    what is added to its colour and how much of it is seen. `face` is the texture, (n, n, 4) RGB
    before an empty channel, `gain` (3,) its brightness. `corners` (4, 3) are the cells at the
    corners of what is seen, x, y and 1, none where nothing is.
    """

    matrix: Floats
    places: Floats
    over: Floats
    gain: Floats
    face: Floats
    corners: Floats

    @staticmethod
    def of(
        grid: Grid, uv: Floats, alpha: Floats, seam: Floats, gain: Floats, face: Floats
    ) -> Painting:
        """Return the painting of a face over a grid."""
        scale = grid.scale
        places = uv * np.float32(len(face)) - np.float32(0.5)
        return Painting(
            np.array([[scale, 0, -grid.left * scale], [0, scale, -grid.top * scale]]),
            # OpenCV samples four channels twice as fast as two or three, and places more exactly.
            np.dstack([places, np.zeros_like(places)]),
            np.dstack([resized(seam, grid.side), alpha]),
            gain,
            np.asarray(cv2.cvtColor(face, cv2.COLOR_RGB2RGBA), np.float32),
            _corners(alpha),
        )

    def exposed(self, light: Exposure) -> Painting:
        """Return the painting in another light."""
        matrix = np.column_stack([np.diag([*light.gain, 1]), [*light.lift, 0]])
        over = np.asarray(cv2.transform(self.over, matrix), np.float32)
        return replace(self, gain=self.gain * light.gain, over=over)

    def moved(self, before: Floats, after: Floats) -> Painting | None:
        """Return the painting where a face has moved, None when it did not move as a whole.

        Args:
            before: (468, 3) its mesh in pixels of the region the painting is of.
            after: The mesh in pixels of the region it goes to.
        """
        step = _similarity(before[:, :2], after[:, :2])
        features = list(FEATURES)
        carried = before[features, :2] @ step[:, :2].T + step[:, 2]
        miss = float(np.sqrt(((carried - after[features, :2]) ** 2).sum(axis=1).mean()))
        if miss > STIFF * float(np.ptp(after[:, 0])):
            return None
        back = np.vstack([cv2.invertAffineTransform(step), [0, 0, 1]])
        return replace(self, matrix=self.matrix @ back)

    def over_region(self, left: int, top: int, width: int, height: int) -> tuple[Floats, Floats]:
        """Return the new face over a rectangle, (height, width, 3) RGB, and its alpha."""
        corner = np.array([[1.0, 0.0, left], [0.0, 1.0, top], [0.0, 0.0, 1.0]])
        matrix, size = self.matrix @ corner, (width, height)
        how = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        places, over = (
            cv2.warpAffine(values, matrix, size, flags=how, borderMode=cv2.BORDER_REPLICATE)
            for values in (self.places, self.over)
        )
        # OpenCV parts channels many times faster than it reads a slice of them.
        x, y = cv2.extractChannel(places, 0), cv2.extractChannel(places, 1)
        found = cv2.remap(self.face, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
        face = cv2.add(cv2.transform(found, np.diag([*self.gain, 0])), over)
        return (
            np.asarray(cv2.cvtColor(face, cv2.COLOR_RGBA2RGB), np.float32),
            np.asarray(cv2.extractChannel(face, 3), np.float32),
        )

    def onto(self, pixels: Pixels, grain: finish.Grain | None, frame: int) -> Painted | None:
        """Return what changes of a region, (height, width, 3) uint8 RGB, with the face in it."""
        left, top, right, bottom = self._bounds(pixels)
        if left >= right or top >= bottom:
            return None
        with stage("warp"):
            face, alpha = self.over_region(left, top, right - left, bottom - top)
        with stage("blend"):
            if grain:
                # Grain that stood still would lie on the clip as on a pane of glass.
                x, y = left + 97 * frame, top + 61 * frame
                noise = grain.over(x, y, right - left, bottom - top)
                cv2.add(face, cv2.merge([noise, noise, noise]), face)
            new = blended(pixels[top:bottom, left:right], face, alpha)
        return Painted((left, top, right, bottom), new)

    def _bounds(self, pixels: Pixels) -> Edges:
        """Return the rectangle of pixels that changes, of even edges as a frame's planes need."""
        if not len(self.corners):
            return 0, 0, 0, 0
        spots = self.corners @ np.asarray(cv2.invertAffineTransform(self.matrix)).T
        reach = 1 / float(np.hypot(self.matrix[0, 0], self.matrix[0, 1])) + 1
        low = np.maximum(np.floor(spots.min(axis=0) - reach), 0).astype(int) & ~1
        high = np.ceil(spots.max(axis=0) + reach).astype(int) + 1 & ~1
        high = np.minimum(high, pixels.shape[1::-1])
        return int(low[0]), int(low[1]), int(high[0]), int(high[1])


def _corners(alpha: Floats) -> Floats:
    """Return the cells at the corners of what is seen, (4, 3), or (0, 3)."""
    rows, columns = (np.flatnonzero(alpha.max(axis=axis) > 0) for axis in (1, 0))
    if not len(rows):
        return np.zeros((0, 3))
    return np.array(
        [[column, row, 1] for row in rows[[0, -1]] for column in columns[[0, -1]]], np.float64
    )


def _similarity(before: Floats, after: Floats) -> Floats:
    """Return the (2, 3) matrix that moves, turns and scales points nearest to others."""
    middle, other = before.mean(axis=0), after.mean(axis=0)
    here, there = before - middle, after - other
    total = float((here**2).sum())
    along = float((here * there).sum()) / total
    across = float((here[:, 0] * there[:, 1] - here[:, 1] * there[:, 0]).sum()) / total
    turn = np.array([[along, -across], [across, along]])
    return np.hstack([turn, (other - turn @ middle)[:, None]])
