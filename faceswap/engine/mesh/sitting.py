"""Paints the head of somebody onto a figure, in the figure's light."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache

import cv2
import numpy as np

from faceswap.engine.mesh import finish, topology, zones
from faceswap.engine.mesh.arrays import Floats, Pixels, blur, grown, resized, sample, smoothstep
from faceswap.engine.mesh.bust import Bust, bust_of
from faceswap.engine.mesh.complexion import hair_colour, skin_colour
from faceswap.engine.mesh.detail import FaceDetail, Showing, relight
from faceswap.engine.mesh.easel import CELL, Easel, signed
from faceswap.engine.mesh.flesh import Flesh, head_flesh, neck_flesh
from faceswap.engine.mesh.hair import Mane, paint_hair
from faceswap.engine.mesh.hairdo import mane_before, mane_behind, shadow_of
from faceswap.engine.mesh.lamp import Lamp, skin_in
from faceswap.engine.mesh.light import LUMA
from faceswap.engine.mesh.raster import Raster, front_to_camera, rasterise
from faceswap.engine.mesh.topology import FACE
from faceswap.engine.scenes.colour import colour_of
from faceswap.engine.scenes.heads import HeadWanted, PaintedHead, Patch
from faceswap.engine.scenes.scene import Hair, Sitter

# What the two layers may cover, in head units: most heads, and those with much hair.
FRONT, FRONT_HAIR = ((-186.0, -234.0), (186.0, 224.0)), ((-216.0, -262.0), (216.0, 284.0))
BEHIND, BEHIND_HAIR = ((-268.0, 40.0), (268.0, 444.0)), ((-268.0, -304.0), (268.0, 444.0))
MUCH_HAIR = (Hair.LONG, Hair.CURLY, Hair.BUN)
# From where to where, in parts of the texture's side from its rim inwards, paint goes over into the
# face.
SEAM = (0.01, 0.11)
FROM_RIM = zones.from_rim()[:, np.newaxis]
# How far a beard goes on below the mesh, in head units, and where on the face beards begin.
BEARD_REACH, BEARD_LINE = 26.0, 92.0
# How skin's hue changes with the logarithm of its brightness: what is darker is redder.
TINT = np.array([-0.16, 0.05, 0.16], np.float32)
# What blood does to the colour of skin.
BLOOD = np.array([0.05, -0.06, -0.05], np.float32)
# The hue of lips beside skin, red and blue, where a source is in grey; less colour than this is.
LIPS_OF_GREY, GREY = (0.1, -0.02), 0.03
CRISP, CRISPNESS = 0.006, 0.6
# How smooth painted skin is, in parts of a texture's side, how much of its own hues it keeps, and
# how much of skin is painted so.
SMOOTH_SKIN, HUE_OF_SKIN, PAINTED = 0.012, 0.45, 0.75
# How far, in parts of the side, holes in what is known are filled from across and down.
HOLE_BLUR = (0.05, 0.006)
# The shading of skin is another lamp's: of what is not stronger than the first, as a beard is, the
# second goes, as a share.
SHADING, LESS_SHADING = 0.25, 0.4
# The least relief of the skin around eyes; below the second, so much of any relief goes.
DARKEST_LIDS, DARK, NOT_BLACK = -0.3, -0.5, 0.35
# The least side of a texture that is painted from.
FINEST = 512


def sitter_of(source: FaceDetail) -> Sitter:
    """Return the colours of somebody's skin and hair."""
    return Sitter(skin=colour_of(*skin_colour(source)), hair=colour_of(*hair_colour(source)))


def paint_head(source: FaceDetail, wanted: HeadWanted) -> PaintedHead:
    """Paint somebody's head."""
    bust = bust_of(source.shape, wanted.head, wanted.mood)
    lamp = Lamp.of(wanted.light, wanted.head.roll)
    return PaintedHead(
        behind=_behind(bust, wanted),
        front=_front(
            Easel.of(wanted, *(FRONT_HAIR if wanted.hair in MUCH_HAIR else FRONT)),
            bust,
            lamp,
            source,
            wanted,
        ),
    )


def _behind(bust: Bust, wanted: HeadWanted) -> Patch:
    """Paint the neck, and behind it the hair that hangs down: both are upright."""
    roll = wanted.head.roll
    easel = Easel.of(
        replace(wanted, head=replace(wanted.head, roll=0.0)),
        *(BEHIND_HAIR if wanted.hair in MUCH_HAIR else BEHIND),
    )
    if easel.is_empty:
        return _nothing(easel)
    lamp = Lamp.of(wanted.light, 0.0)
    flesh = neck_flesh(easel, bust, roll, float(lamp.towards[0]))
    skin = easel.over_pixels(_skin(flesh, lamp, wanted))
    alpha = easel.filled(flesh.outlines)
    mane = mane_behind(easel, bust, roll, wanted.hair)
    if mane is None:
        return _patch(easel, skin, alpha)
    hair, hair_alpha = paint_hair(easel, mane, _hair(wanted), lamp)
    return _patch(easel, *_over((skin, alpha), (hair, hair_alpha)))


def _front(easel: Easel, bust: Bust, lamp: Lamp, source: FaceDetail, wanted: HeadWanted) -> Patch:
    """Paint the skull with ears and face, and the hair before it."""
    if easel.is_empty:
        return _nothing(easel)
    raster = _drawn(easel, bust)
    depth = signed(raster.covered)
    flesh = head_flesh(easel, bust, raster, depth)
    mane = mane_before(easel, bust, wanted.head.roll, wanted.hair)
    skin = _skin(flesh, lamp, wanted, mane)
    face = _with_face(easel, bust, skin, raster, depth, source)
    alpha = easel.filled(flesh.outlines)
    if mane is None:
        return _patch(easel, face, alpha)
    return _patch(easel, *_over(paint_hair(easel, mane, _hair(wanted), lamp), (face, alpha)))


def _drawn(easel: Easel, bust: Bust) -> Raster:
    order = front_to_camera(bust.face[:, 2], bust.normals[:, 2])
    return rasterise(easel.places(bust.face[:, :2]), *easel.cells, order)


def _skin(flesh: Flesh, lamp: Lamp, wanted: HeadWanted, mane: Mane | None = None) -> Floats:
    """Return plain skin over the grid, (rows, columns, 3) RGB."""
    colour = _levels(wanted.sitter.skin) * (1 + flesh.flush[..., None] * BLOOD)
    open_to = flesh.open_to if mane is None else flesh.open_to * shadow_of(mane)
    return skin_in(colour, lamp, flesh.normals, open_to)


def _with_face(
    easel: Easel, bust: Bust, skin: Floats, raster: Raster, depth: Floats, source: FaceDetail
) -> Floats:
    """Return skin over the pixels, (height, width, 3) RGB, with the face on it."""
    layers = _layers(source, easel.scale)
    uv = raster.paint(FACE.uv)
    _, y = easel.units()
    known = sample(_within(source.known), uv)
    shown = smoothstep(raster.paint(FROM_RIM)[..., 0], *SEAM) * known
    shown *= raster.covered
    # A beard does not end where the mesh does.
    beard = smoothstep(y, BEARD_LINE, BEARD_LINE + 40) * known
    broad = blur(sample(source.at_side(128), uv), 8 / CELL)
    broad[..., 0] = np.minimum(broad[..., 0], 0)
    beard = beard * (1 - smoothstep(-depth, 0.0, BEARD_REACH)) * (1 - shown)
    luma = np.maximum(skin @ LUMA, 1)
    lit = easel.over_pixels(np.dstack([luma, skin / luma[..., None]]))
    placed = easel.over_pixels(np.dstack([uv, shown, beard]))
    aside = easel.over_pixels(broad)
    detail = sample(layers, placed[..., :2]) * placed[..., 2:3] + aside * placed[..., 3:4]
    showing = Showing(TINT, peak=float(np.percentile(luma, 99)) * 1.04, colour=1.0)
    return relight(detail, lit[..., 0], np.ascontiguousarray(lit[..., 1:]), showing)


def _layers(source: FaceDetail, scale: float) -> Floats:
    """Return a face's layers as fine as so many pixels a head unit show them, and crisp."""
    side = source.side
    width = 2 * 126 * scale
    while side > 128 and side / 2 > width:
        side //= 2
    layers = _without_holes(source.at_side(side), source.known)
    layers = finish.sharpen(layers, CRISP * side, CRISPNESS)
    layers = _painted(layers)
    if source.saturation < GREY:
        lips = blur(zones.zone((topology.OUTER_LIPS,), 0.0, 128).astype(np.float32), 1.5)
        layers = layers.copy()
        layers[..., 1:] += resized(lips, side)[..., None] * np.array(LIPS_OF_GREY, np.float32)
    return layers


def _within(known: Floats) -> Floats:
    """Return what is known of a face, (128, 128), with the holes in its middle closed."""
    mask = (known > 0.5).astype(np.uint8)
    outlines, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    closed = cv2.drawContours(mask, outlines, -1, 1, cv2.FILLED)
    return np.maximum(known, blur(np.asarray(closed, np.float32), 1.0) * (closed > 0))


def _without_holes(layers: Floats, known: Floats) -> Floats:
    """Return layers whose holes are filled from what is known beside them."""
    hole = _within(known) - known
    if float(hole.max()) < 0.2:
        return layers
    side = len(layers)
    sure = resized((grown(hole, 3) < 0.1) * known, side)[..., None]
    across, down = HOLE_BLUR[0] * side, HOLE_BLUR[1] * side
    beside = blur(layers * sure, across, down) / (blur(sure, across, down) + 1e-3)
    share = resized(blur(grown(hole, 3), 1.5), side)[..., None]
    return layers + (beside - layers) * share


def _painted(layers: Floats) -> Floats:
    """Return layers as a painter sees them: skin smoother and of one hue, features as they are."""
    side = len(layers)
    skin = blur(zones.plain_skin(side).astype(np.float32), 0.012 * side)[..., None]
    smooth = blur(layers, SMOOTH_SKIN * side)
    smooth[..., 0] -= LESS_SHADING * np.clip(smooth[..., 0], -SHADING, SHADING)
    smooth[..., 1:] *= HUE_OF_SKIN
    painted = layers + (smooth - layers) * skin * PAINTED
    relief = painted[..., 0]
    # Lids are never so dark: what is left there of glasses or of a hat's shadow is.
    lids = blur(_lids(side), 0.006 * side)
    relief += lids * np.maximum(DARKEST_LIDS - relief, 0)
    # Paint is never black.
    relief += NOT_BLACK * np.maximum(DARK - relief, 0)
    # Texels that are larger than pixels would show as squares.
    finer = max(side, FINEST)
    return np.asarray(
        cv2.resize(painted, (finer, finer), interpolation=cv2.INTER_CUBIC), np.float32
    )


@lru_cache(maxsize=4)
def _lids(side: int) -> Floats:
    """Return the skin around the eyes without their lashes, (side, side), 0 or 1."""
    around = zones.zone(zones.EYES, 0.05, side) & ~zones.zone(zones.EYES, 0.014, side)
    return (around & ~zones.zone(zones.BROWS, 0.0, side)).astype(np.float32)


def _hair(wanted: HeadWanted) -> Floats:
    return _levels(wanted.sitter.hair)


def _levels(colour: str) -> Floats:
    return np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)], np.float32)


def _over(upper: tuple[Floats, Floats], lower: tuple[Floats, Floats]) -> tuple[Floats, Floats]:
    """Return one layer over another: colours that are not multiplied by alpha, and alpha."""
    share, rest = upper[1], (1 - upper[1]) * lower[1]
    alpha = share + rest
    part = (share / np.maximum(alpha, 1e-4))[..., None]
    return upper[0] * part + lower[0] * (1 - part), alpha


def _patch(easel: Easel, colours: Floats, alpha: Floats) -> Patch:
    pixels = np.dstack([colours, alpha * 255])
    return Patch(easel.left, easel.top, _bytes(pixels))


def _nothing(easel: Easel) -> Patch:
    return Patch(easel.left, easel.top, np.zeros((easel.height, easel.width, 4), np.uint8))


def _bytes(values: Floats) -> Pixels:
    return np.asarray(cv2.convertScaleAbs(np.clip(values, 0, 255)), np.uint8)
