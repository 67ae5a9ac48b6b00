"""People put before another place, as if they had been photographed there."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np

from faceswap.engine.cutout.cutout import Cutout
from faceswap.engine.cutout.grain import camera_of, grain_tile, missing_grain, softness
from faceswap.engine.cutout.shadow import shadow_of
from faceswap.engine.cutout.strips import enlarged, strips
from faceswap.engine.cutout.tone import Tone, field_of, lit, tone_between, wrap_of
from faceswap.engine.making import MadePlace
from faceswap.engine.media.scaling import scaled_down
from faceswap.engine.mesh.arrays import Floats, Pixels, blur
from faceswap.engine.scenes.colour import rgb
from faceswap.engine.scenes.scene import Light

SMALL = 1024
"""The longer side, in pixels, of what is worked out small: nothing of it has fine detail."""

# How much of the place's light comes round people's edges, and how far, in parts of the longer
# side; where the light there is from behind, more of it.
WRAP, WRAP_REACH = 0.45, 0.006
RIM, RIM_REACH = 0.55, 0.005
# What people's shadow leaves of a place's light is a little blue: the sky's.
SHADE = np.array((1.0, 0.97, 0.92), np.float32)


@dataclass(frozen=True, slots=True)
class _Small:
    """What is the same at any size: fields of (height, width) or (height, width, 3) float32."""

    tone: Tone
    field: Floats
    wrap: Floats
    behind: Floats
    shadow: Floats


def put_before(cutout: Cutout, place: MadePlace) -> Pixels:
    """Return people before a place of their picture's size: (height, width, 3) uint8 RGB."""
    height, width = cutout.alpha.shape
    people = camera_of(cutout.foreground, cutout.alpha > 0.95)
    there = camera_of(place.pixels, np.ones((height, width), np.bool_))
    soft = softness(people, there)
    if soft > 0.3:
        pixels = np.asarray(cv2.GaussianBlur(place.pixels, (0, 0), soft), np.uint8)
    else:
        pixels = place.pixels.copy()
    grain = grain_tile(missing_grain(people, there))
    small = _worked_out(cutout, pixels, place.floor, place.light)
    for rows in strips(height):
        pixels[rows] = _strip(cutout, pixels, small, grain, rows)
    return pixels


def _worked_out(cutout: Cutout, place: Pixels, floor: float | None, light: Light | None) -> _Small:
    height, width = cutout.alpha.shape
    scale = min(1.0, SMALL / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    people, there = (
        scaled_down(each, *size).astype(np.float32) / 255 for each in (cutout.foreground, place)
    )
    alpha = np.asarray(cv2.resize(cutout.alpha, size, interpolation=cv2.INTER_AREA), np.float32)
    tone = tone_between(people, alpha, there, light)
    reach = max(1.0, WRAP_REACH * max(size))
    behind = blur(there, reach * 3)
    wrap = WRAP * wrap_of(alpha, reach)
    if light is not None and light.rim:
        rim = np.array(rgb(light.rim), np.float32) / 255
        edge = RIM * wrap_of(alpha, max(1.0, RIM_REACH * max(size)))
        behind = (behind * wrap[..., None] + rim * edge[..., None]) / (wrap + edge + 1e-4)[
            ..., None
        ]
        wrap = np.clip(wrap + edge, 0, 1)
    shadow = shadow_of(alpha, None if floor is None else floor * scale, light)
    return _Small(tone, field_of(tone, alpha), wrap, behind.astype(np.float32), shadow)


def _strip(cutout: Cutout, place: Pixels, small: _Small, grain: Floats, rows: slice) -> Pixels:
    sides = place.shape[1], place.shape[0]
    there = place[rows].astype(np.float32) * np.float32(1 / 255)
    shadow = enlarged(small.shadow, sides, rows)
    if shadow.any():
        there *= 1 - shadow[..., np.newaxis] * SHADE
    tile = np.tile(grain, (1, -(-sides[0] // grain.shape[1])))[:, : sides[0]]
    there += tile[np.arange(rows.start, rows.stop) % len(tile)][..., np.newaxis]
    columns = np.flatnonzero(cutout.alpha[rows].any(axis=0))
    if len(columns):
        part = slice(int(columns[0]), int(columns[-1]) + 1)
        people = _people(cutout, small, rows, part)
        people -= there[:, part]
        there[:, part] += people * cutout.alpha[rows, part, np.newaxis]
    return np.clip(there * 255 + np.float32(0.5), 0, 255).astype(np.uint8)


def _people(cutout: Cutout, small: _Small, rows: slice, columns: slice) -> Floats:
    """Return people's colours as they are there, of a part of the picture."""
    sides = cutout.alpha.shape[1], cutout.alpha.shape[0]
    field, wrap, behind = (
        enlarged(each, sides, rows)[:, columns] for each in (small.field, small.wrap, small.behind)
    )
    colours = cutout.foreground[rows, columns].astype(np.float32) * np.float32(1 / 255)
    people = lit(colours, small.tone, field)
    # Light is added to what is darker than it, and takes nothing from what is brighter.
    behind = np.maximum(behind - people, 0, out=behind)
    behind *= wrap[..., np.newaxis]
    return people + behind
