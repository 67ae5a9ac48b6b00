"""Learns a face from a photo: lays it flat, takes the light off and fills what is hidden."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from faceswap.engine.mesh import fringe, light, shape, unwrap, zones
from faceswap.engine.mesh.arrays import (
    Floats,
    Pixels,
    blur,
    grown,
    resized,
    smoothstep,
)
from faceswap.engine.mesh.complexion import skin_of
from faceswap.engine.mesh.detail import FaceDetail, saturation, split
from faceswap.engine.mesh.finish import edge_blur
from faceswap.engine.mesh.fusion import View, fuse
from faceswap.engine.mesh.gaze import Gaze
from faceswap.engine.mesh.glasses import frames, texture_places, texture_uv
from faceswap.engine.mesh.pose import angles, to_canonical

LEAST_SIDE, MOST_SIDE = 128, 1024
# The grid on which fringe, frames and hair are told from skin.
COVER_SIDE = 128
# Seen edge on, skin is a smear: below the first facing it is not used, above the second it is.
SEEN_FROM, SEEN_FULLY = 0.22, 0.5
OTHER_BETTER = (0.25, 0.5)
# How smooth the nose's form is, in parts of the side.
NOSE = 0.02
# How smooth what is taken for light is, in brightness and in hue, in parts of the side. Finer
# light takes the face's own modelling with it, coarser leaves the lamp's.
LIGHT_BLUR = (0.1, 0.06)
# How wide, in texels, gaps are that are closed.
GAP = 25
# How much broad parts of the two halves of a face differ, in relief and in the two hues.
UNEVEN = np.array([0.03, 0.02, 0.02], np.float32)


def observe(picture: Pixels, points: Floats, gaze: Gaze) -> View:
    """Return what one photo shows of a face.

    Args:
        picture: (height, width, 3) uint8 RGB.
        points: (468, 3) float32, the face's mesh in pixels.
        gaze: Where its eyes look.
    """
    width = float(np.ptp(points[:, 0]))
    side = texture_side(width)
    texture = unwrap.unwrap(picture, points, side)
    small = resized(texture, COVER_SIDE)
    pose = to_canonical(points)
    flanks = np.clip(unwrap.facing(pose, COVER_SIDE, NOSE), 0, 1)
    seen = trusted_view(unwrap.visibility(points, COVER_SIDE), flanks)
    lit = light.fit_light(resized(texture, light.SIDE), resized(seen, light.SIDE), *LIGHT_BLUR)
    seen = seen * lit_well(lit.wide(COVER_SIDE))
    odd = light.oddness(small, lit.wide(COVER_SIDE), resized(lit.trust, COVER_SIDE))
    colourful = saturation(small, seen)
    rims = frames(odd, texture_places(), texture_uv())
    face = FaceDetail(
        layers=without_lines(split(texture, lit), _grown(rims)),
        known=seen * (1 - fringe.hair(texture, odd, seen, rims)),
        shape=shape.canonical_shape(points),
        openings=(*shape.eye_openings(points), shape.mouth_opening(points)),
        gaze=_gaze_kept(gaze, seen),
        saturation=colourful,
        blur=edge_blur(np.ascontiguousarray(texture @ light.LUMA)) / side,
        width=width,
        skin=skin_of(lit, resized(seen, light.SIDE), colourful),
    )
    yaw, pitch, _ = angles(pose)
    turned = math.cos(math.radians(yaw)) * math.cos(math.radians(pitch))
    return View(face, quality=turned * min(1.0, width / 240) ** 0.5)


def crispness(picture: Pixels, points: Floats) -> float:
    """Return how much fine detail a face shows beside its coarse detail.

    Photos in focus have 0.25 and more, whatever the face's size; blurred by three hundredths of the
    face's width they fall below 0.15.
    """
    luma = unwrap.unwrap(picture, points, COVER_SIDE) @ light.LUMA
    fine, coarse = luma - blur(luma, 1.2), blur(luma, 1.2) - blur(luma, 5.1)
    seen = unwrap.visibility(points, COVER_SIDE) > 0.3
    if not seen.any():
        return 0.0
    return float(fine[seen].std() / (coarse[seen].std() + 1e-3))


def learn(views: Sequence[View]) -> FaceDetail:
    """Return one whole face from what one or more photos show of it."""
    face = fuse(views)
    layers, known = fill_hidden(face.layers, face.known)
    return replace(face, layers=without_shadows(layers), known=known)


def trusted_view(visible: Floats, flanks: Floats) -> Floats:
    """Return how much of each texel is taken from the photo as it is, (128, 128), 0 to 1.

    Where the other half of the face is seen much better, that half serves for both. `flanks` is how
    squarely a texel faces the camera with the nose's own form, which `visible` smooths over.
    """
    gain = np.maximum(visible[:, ::-1] - visible, flanks[:, ::-1] - flanks)
    # One texel more: the outline of a nose shows what is behind it.
    mirrored = grown(smoothstep(gain, *OTHER_BETTER), 1)
    return smoothstep(visible, SEEN_FROM, SEEN_FULLY) * (1 - mirrored)


def _gaze_kept(gaze: Gaze, seen: Floats) -> Gaze:
    """Return where the eyes look in the filled texture: a hidden one does as the other."""
    right, left = (float(seen[zones.zone((eye,), 0.0, COVER_SIDE)].mean()) for eye in zones.EYES)
    if right < 0.5 < left:
        return Gaze(gaze.left, gaze.left)
    if left < 0.5 < right:
        return Gaze(gaze.right, gaze.right)
    return gaze


def lit_well(shade: Floats) -> Floats:
    """Return how far each texel is from black, (side, side), 0 to 1: in the dark there is noise."""
    luma = shade @ light.LUMA
    return smoothstep(luma / float(np.percentile(luma, 90)), 0.12, 0.3)


def texture_side(width: float) -> int:
    """Return the texture's side for a face of a width in pixels: as fine as the photo, bounded."""
    side = LEAST_SIDE
    while side < MOST_SIDE and side < width:
        side *= 2
    return side


def _grown(lines: Floats) -> Floats:
    """Return lines a little wider and soft, so that no edge of them is left."""
    return np.clip(blur(grown(lines, 1), 0.9) * 1.6, 0, 1)


def without_lines(layers: Floats, lines: Floats) -> Floats:
    """Return layers, (side, side, 3), with thin lines (128, 128) filled from beside them."""
    if lines.max() <= 0:
        return layers
    side = layers.shape[0]
    clear = resized(1 - lines, side)
    clear = clear[..., None]
    beside = blur(layers * clear, 0.03 * side) / (blur(clear, 0.03 * side) + 1e-3)
    return layers * clear + beside * (1 - clear)


def fill_hidden(layers: Floats, seen: Floats) -> tuple[Floats, Floats]:
    """Fill what was not seen from the other half of the face.

    Args:
        layers: (side, side, 3) float32.
        seen: (128, 128) how well each texel was seen.

    Returns:
        The filled layers, and what is known after that: (128, 128), 0 to 1.
    """
    side = layers.shape[0]
    here, there = resized(seen, side)[..., None], resized(seen[:, ::-1], side)[..., None]
    filled = layers * here + layers[:, ::-1] * (1 - here) * there
    return close_gaps(filled, seen + (1 - seen) * seen[:, ::-1])


def close_gaps(layers: Floats, known: Floats) -> tuple[Floats, Floats]:
    """Fill narrow gaps in what is known of the skin from beside them; see `fill_hidden`."""
    square = np.ones((GAP, GAP), np.uint8)
    closed = cv2.morphologyEx((known > 0.5).astype(np.uint8), cv2.MORPH_CLOSE, square)
    features = zones.zone((*zones.EYES, *zones.BROWS, *zones.LIPS), 0.01, COVER_SIDE)
    gap = (closed - known).clip(0) * (fringe.inner() & ~features)
    if gap.max() < 0.1:
        return layers, known
    side = layers.shape[0]
    sure = resized(known, side)[..., None]
    beside = blur(layers * sure, 0.03 * side) / (blur(sure, 0.03 * side) + 1e-3)
    share = resized(gap, side)[..., None]
    return layers + beside * share, known + gap


def without_shadows(layers: Floats) -> Floats:
    """Return layers without what the light left on one half of the face alone.

    The edge of a hard shadow is too sharp to be light and too strong to be skin. Halves differ a
    little in every face, and in small things much: only what is broad and beyond that goes.
    """
    side = layers.shape[0]
    broad = blur(resized(layers, COVER_SIDE), 0.015 * COVER_SIDE)
    uneven = (broad - broad[:, ::-1]) / 2
    excess = np.sign(uneven) * np.maximum(np.abs(uneven) - UNEVEN, 0)
    excess *= zones.plain_skin(COVER_SIDE)[..., None]
    return layers - resized(blur(excess, 1.0), side)
