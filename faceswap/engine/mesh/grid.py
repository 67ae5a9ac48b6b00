"""The small grid over a face on which everything smooth is worked out."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from faceswap.engine.media.scaling import square_of
from faceswap.engine.mesh.arrays import Floats, Pixels, blur
from faceswap.engine.mesh.pose import Pose
from faceswap.engine.mesh.raster import Raster, front_to_camera, rasterise
from faceswap.engine.mesh.topology import FACE
from faceswap.engine.points import extent

SIDE = 176
# How much wider than the face the grid is: what lies around tells hair and walls from skin.
MARGIN = 1.36


@dataclass(frozen=True, slots=True)
class Grid:
    """A small square grid over a face and its surroundings.

    A pixel (x, y) of the picture lies in the cell ((x - left) * scale, (y - top) * scale); `pixels`
    is the picture seen at that scale, (side, side, 3) float32 RGB.
    """

    scale: float
    left: float
    top: float
    pixels: Floats

    @property
    def side(self) -> int:
        """Return how many cells a side has."""
        return self.pixels.shape[0]

    def places(self, points: Floats) -> Floats:
        """Return points of the picture, (n, 2 or 3), in cells, (n, 2)."""
        corner = np.array([self.left, self.top], np.float32)
        return np.asarray((points[:, :2] - corner) * self.scale, np.float32)

    def draw(self, points: Floats, pose: Pose) -> Raster:
        """Draw a mesh, (468, 3) in pixels, as it is seen from in front."""
        normal_z = pose.undo_directions(FACE.normals)[:, 2]
        order = front_to_camera(points[:, 2], normal_z)
        return rasterise(self.places(points), self.side, self.side, order)

    def patch(self, points: Floats, loop: tuple[int, ...], grow: float, soft: float) -> Floats:
        """Return a soft polygon over a loop of points, grown by and softened over so many cells.

        Both are cells of a grid of the usual side.
        """
        grow, soft = grow * self.side / SIDE, soft * self.side / SIDE
        mask = np.zeros((self.side, self.side), np.uint8)
        corners = np.round(self.places(points)[list(loop)] * 16).astype(np.int32)
        cv2.fillPoly(mask, [corners], (255,), lineType=cv2.LINE_AA, shift=4)
        if round(grow):
            reach = 2 * round(grow) + 1
            disc = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (reach, reach))
            mask = np.asarray(cv2.dilate(mask, disc), np.uint8)
        return blur(mask.astype(np.float32) / 255, soft)

    def over(self, values: Floats, left: int, top: int, width: int, height: int) -> Floats:
        """Return the grid's values, (side, side) or (side, side, k), over a rectangle of pixels."""
        forward = np.array(
            [
                [self.scale, 0, (left - self.left) * self.scale],
                [0, self.scale, (top - self.top) * self.scale],
            ]
        )
        spread = cv2.warpAffine(
            np.asarray(values, np.float32),
            forward,
            (width, height),
            flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
            borderMode=cv2.BORDER_REPLICATE,
        )
        return np.asarray(spread, np.float32)


def make_grid(picture: Pixels, points: Floats, side: int = SIDE) -> Grid:
    """Return the grid over the face with a mesh (468, 3) in pixels of a picture."""
    low, high = extent(points)
    scale = side / (float((high - low).max()) * MARGIN)
    # Cell centres are whole numbers, as pixel centres are.
    left, top = (float(middle) - (side - 1) / 2 / scale for middle in (low + high) / 2)
    matrix = np.array([[scale, 0, -left * scale], [0, scale, -top * scale]])
    return Grid(scale, left, top, square_of(picture, matrix, side).astype(np.float32))
