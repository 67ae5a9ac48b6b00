"""Lays a face of a picture out flat, and tells how well each place of it is seen."""

from __future__ import annotations

import math

import cv2
import numpy as np

from faceswap.engine.mesh import light, zones
from faceswap.engine.mesh.arrays import (
    Floats,
    Pixels,
    blur,
    depth_of,
    looked_up,
    shrunk,
    smoothstep,
    soft_threshold,
)
from faceswap.engine.mesh.pose import Pose, angles, to_canonical
from faceswap.engine.mesh.raster import front_to_camera, rasterise, texture_raster
from faceswap.engine.mesh.topology import FACE

# The side of the grid on which one part of a face hides another.
DEPTH_SIDE = 160
# In parts of that grid: closer surfaces than this are one.
DEPTH_SLACK = 0.06
# How far from its outline, in cells of that grid, a face is not seen at all, and seen fully, from
# the front and in profile. The mesh underestimates how far a face is turned, and there it lies over
# what is behind the face; in degrees of yaw, how far it must be turned for that.
OUTLINE, PROFILE_OUTLINE = (0.5, 4.0), (6.0, 18.0)
PROFILE = (15, 40)


def unwrap(picture: Pixels, points: Floats, side: int) -> Floats:
    """Return a face laid out flat, (side, side, 3) float32 RGB 0 to 255.

    Args:
        picture: (height, width, 3) uint8 RGB.
        points: (468, 3) or (468, 2) float32, pixels of the picture.
        side: The texture's side in texels.
    """
    low = np.floor(points[:, :2].min(axis=0)).astype(int) - 2
    high = np.ceil(points[:, :2].max(axis=0)).astype(int) + 3
    low = np.clip(low, 0, (picture.shape[1] - 1, picture.shape[0] - 1))
    high = np.clip(high, low + 1, (picture.shape[1], picture.shape[0]))
    cut = picture[low[1] : high[1], low[0] : high[0]]
    places = texture_raster(side).paint(points[:, :2] - low.astype(np.float32))
    # Where a texel covers several pixels they are averaged first, or it would show one by chance.
    shrink = float(np.ptp(points[:, :2], axis=0).max()) / side / 1.2
    if shrink > 1.25:
        height, width = (max(2, math.ceil(length / shrink)) for length in cut.shape[:2])
        scale = np.array([width / cut.shape[1], height / cut.shape[0]])
        cut = shrunk(cut, width, height)
        places = (places + 0.5) * scale - 0.5
    return looked_up(cut, places)


def facing(pose: Pose, side: int, smoothness: float = 0.1) -> Floats:
    """Return how squarely each texel faces the camera: (side, side), 1 square on, 0 edge on."""
    return -pose.undo_directions(light.directions(side, smoothness))[..., 2]


def visibility(points: Floats, side: int) -> Floats:
    """Return how well each texel is seen, (side, side), 0 to 1.

    That is its facing, 0 where another part of the face stands before it, and less at the outline
    that the face has in the picture, where no mesh lies so well that nothing behind it shows.
    """
    pose = to_canonical(points)
    low = points.min(axis=0)
    scale = DEPTH_SIDE / float(np.ptp(points[:, :2], axis=0).max())
    placed = np.asarray((points - low) * scale + (2, 2, 0), np.float32)
    width, height = (math.ceil(length) + 5 for length in np.ptp(placed[:, :2], axis=0))
    normal_z = pose.undo_directions(FACE.normals)[:, 2]
    drawn = rasterise(placed[:, :2], width, height, front_to_camera(placed[:, 2], normal_z))
    texels = texture_raster(side).paint(placed)
    turned = soft_threshold(abs(angles(pose)[0]), *PROFILE)
    outline = np.array(OUTLINE) + turned * (np.array(PROFILE_OUTLINE) - OUTLINE)
    inside = smoothstep(looked_up(depth_of(drawn.covered), texels[..., :2]), *outline)
    depth = np.where(drawn.covered, drawn.paint(placed[:, 2:])[..., 0], 1e9).astype(np.float32)
    nearest = np.asarray(cv2.erode(depth, np.ones((3, 3), np.uint8)), np.float32)
    before = looked_up(nearest, np.round(texels[..., :2]))
    hidden = (texels[..., 2] - before > DEPTH_SLACK * DEPTH_SIDE).astype(np.float32)
    hidden = np.clip(blur(hidden, side / 85) * 1.5, 0, 1)
    seen = np.clip(facing(pose, side), 0, 1) * zones.face_zone(side)
    return seen * inside * (1 - hidden)
