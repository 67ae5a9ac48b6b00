"""Puts a face into a picture.

What is smooth was decided on a small grid; only what has detail is done on the picture's own
pixels, in strips, so that a face of four thousand pixels needs little more memory than one of four
hundred.
"""

from __future__ import annotations

from concurrent.futures import Executor

import cv2
import numpy as np

from faceswap.domain.options import Options
from faceswap.engine.mesh import finish, topology, unwrap, zones
from faceswap.engine.mesh.arrays import Floats, Pixels, blur, resized, sample, shrunk
from faceswap.engine.mesh.detail import FaceDetail, relight
from faceswap.engine.mesh.grid import Grid
from faceswap.engine.mesh.light import LUMA, Light
from faceswap.engine.mesh.plan import Plan

STRIP_ROWS = 192
# What counts as fine texture of skin, and as what sharpness works on, in parts of a texture's side.
SKIN_TEXTURE = 0.012
CRISP, CRISPNESS = 0.006, 0.9
# Sharpness is measured on features at most so many pixels wide.
BLUR_WIDTH = 256
GRAIN_PATCH = 48


def swap_face(picture: Pixels, plan: Plan, layers: Floats, threads: Executor) -> Pixels:
    """Return a copy of a picture, (height, width, 3) uint8 RGB, with one face swapped.

    Args:
        picture: The picture.
        plan: What was decided for it.
        layers: Those of whom it becomes, as `finished_layers` has them.
        threads: Where strips of the picture are painted.
    """
    grain = _lacking_grain(picture, plan, layers)
    result = picture.copy()
    left, top, right, bottom = bounds(plan.grid, plan.alpha, picture)

    def paint(row: int) -> None:
        part = slice(row, min(row + STRIP_ROWS, bottom)), slice(left, right)
        result[part] = _paint(picture[part], left, row, plan, layers, grain)

    list(threads.map(paint, range(top, bottom, STRIP_ROWS)))
    return result


def finished_layers(
    picture: Pixels, points: Floats, lit: Light, source: FaceDetail, options: Options
) -> Floats:
    """Return the source's layers as sharp as the target, and as the options want them."""
    width = float(np.ptp(points[:, :2], axis=0).max())
    side = _texture_side(source.side, width)
    layers = source.at_side(side)
    pixels_a_texel = width / (topology.TEXTURE_FILL * side)
    own = max(0.5, source.blur * side * pixels_a_texel)
    softer = finish.missing_blur(own, _target_blur(picture, points))
    layers = finish.soften(layers, softer / pixels_a_texel)
    if options.keep_texture:
        there = unwrap.unwrap(picture, points, side) @ LUMA
        shade = np.maximum(lit.wide(side) @ LUMA, 1)
        skin = zones.plain_skin(side) * resized(lit.trust, side)
        layers = finish.with_skin_of(layers, there / shade - 1, skin, SKIN_TEXTURE * side)
    if options.sharpen:
        layers = finish.sharpen(layers, CRISP * side, CRISPNESS)
    return layers


def _texture_side(side: int, width: float) -> int:
    """Return how fine a texture a face of a width in pixels can show, at most `side`."""
    while side > 128 and side / 2 > width:
        side //= 2
    return side


def _target_blur(picture: Pixels, points: Floats) -> float:
    """Return how soft the target's edges are, in pixels, by its eyes, nose and mouth."""
    features = points[[*topology.RIGHT_BROW, *topology.LEFT_BROW, *topology.OUTER_LIPS], :2]
    low = np.clip(np.floor(features.min(axis=0)).astype(int), 0, None)
    high = np.ceil(features.max(axis=0)).astype(int) + 1
    cut = picture[low[1] : high[1], low[0] : high[0]]
    if min(cut.shape[:2]) < 12:
        return 0.0
    shrink = max(1.0, cut.shape[1] / BLUR_WIDTH)
    if shrink > 1:
        cut = shrunk(cut, round(cut.shape[1] / shrink), round(cut.shape[0] / shrink))
    return finish.edge_blur(finish.pixels_luma(cut)) * shrink


def _lacking_grain(picture: Pixels, plan: Plan, layers: Floats) -> finish.Grain | None:
    """Return the grain that the new skin lacks, by a patch that is plain skin in both."""
    patch = skin_patch(plan.grid, plan.skin * (plan.alpha > 0.95), picture)
    if patch is None:
        return None
    left, top, right, bottom = patch
    new = _face_pixels(left, top, right - left, bottom - top, plan, layers)
    return finish.missing_grain(picture[top:bottom, left:right].astype(np.float32), new)


def skin_patch(grid: Grid, skin: Floats, picture: Pixels) -> tuple[int, int, int, int] | None:
    """Return a rectangle of pixels, left, top, right, bottom, that is plain skin, if there is one.

    Args:
        grid: The grid over the face.
        skin: (side, side) how surely each cell is skin.
        picture: (height, width, 3), which bounds it.
    """
    sure = blur(skin, 4)
    row, column = np.unravel_index(int(sure.argmax()), sure.shape)
    reach = min(GRAIN_PATCH, int(6 / grid.scale))
    x, y = round(grid.left + column / grid.scale), round(grid.top + row / grid.scale)
    left, top = max(0, x - reach), max(0, y - reach)
    right, bottom = min(picture.shape[1], x + reach), min(picture.shape[0], y + reach)
    if min(right - left, bottom - top) < 12 or sure.max() < 0.3:
        return None
    return left, top, right, bottom


def bounds(grid: Grid, alpha: Floats, picture: Pixels) -> tuple[int, int, int, int]:
    """Return the rectangle of pixels that changes: left, top, right, bottom."""
    rows, columns = (np.flatnonzero(alpha.max(axis=axis) > 0) for axis in (1, 0))
    if not len(rows):
        return 0, 0, 0, 0
    left = max(0, int(grid.left + (columns[0] - 1) / grid.scale))
    top = max(0, int(grid.top + (rows[0] - 1) / grid.scale))
    right = min(picture.shape[1], int(grid.left + (columns[-1] + 1) / grid.scale) + 2)
    bottom = min(picture.shape[0], int(grid.top + (rows[-1] + 1) / grid.scale) + 2)
    return left, top, max(left, right), max(top, bottom)


def _face_pixels(
    left: int, top: int, width: int, height: int, plan: Plan, layers: Floats
) -> Floats:
    """Return the new face over a rectangle of pixels, (height, width, 3) float32 RGB."""
    tone = plan.tone
    lit = plan.grid.over(np.dstack([tone.luma, tone.hue]), left, top, width, height)
    luma, *hue = cv2.split(lit)
    detail = sample(layers, plan.grid.over(plan.uv, left, top, width, height))
    merged = np.asarray(cv2.merge(hue), np.float32)
    return relight(detail, np.asarray(luma, np.float32), merged, tone.showing)


def _paint(
    pixels: Pixels, left: int, top: int, plan: Plan, layers: Floats, grain: finish.Grain | None
) -> Pixels:
    """Return a strip of the picture with the new face in it."""
    height, width = pixels.shape[:2]
    alpha = plan.grid.over(plan.alpha, left, top, width, height)
    face = _face_pixels(left, top, width, height, plan, layers)
    if grain:
        noise = grain.over(left, top, width, height)
        cv2.add(face, cv2.merge([noise, noise, noise]), face)
    return blended(pixels, face, alpha)


def blended(part: Pixels, face: Floats, alpha: Floats) -> Pixels:
    """Return a part of a picture with a face in it, as far as that is seen; `face` is written to.

    Args:
        part: (height, width, 3) uint8 RGB.
        face: The same, float32.
        alpha: (height, width) how much of the face is seen.
    """
    np.clip(face, 0, 255, out=face)
    step = cv2.subtract(face, part, dtype=cv2.CV_32F)
    cv2.multiply(step, cv2.merge([alpha, alpha, alpha]), step)
    # Where alpha is 0 the pixel comes back as it was, exactly.
    return np.asarray(cv2.add(step, part, dtype=cv2.CV_8U), np.uint8)
