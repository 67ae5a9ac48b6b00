"""What makes a face that person's: its relief and its colours, without the light it was seen in."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

import cv2
import numpy as np

from faceswap.engine.mesh import zones
from faceswap.engine.mesh.arrays import Floats, blur, resized, smoothstep, soft_threshold
from faceswap.engine.mesh.gaze import Gaze
from faceswap.engine.mesh.light import LUMA, Light

# Keeps dark texels, whose hue is noise, from shouting.
DARK = 12.0
# A highlight belongs to the light it was taken in, and glares on other skin.
GLEAM = 140.0
# Skin darker than the brightest by this part of it has all its gleams.
HEADROOM = 0.3
# What sampling a face twice takes from its contrast.
CONTRAST = 1.25
# From the first degree of yaw skin loses shading, at the second all that it loses: of what is not
# stronger than the limit, a share in the middle of the face and another at its sides. A beard is
# stronger.
TURNED = (8, 35)
SHADING, LOST, LOST_ASIDE = 0.25, 0.45, 0.9
# How far from the middle, in parts of the side, the sides of the face begin and are reached.
ASIDE = (0.16, 0.28)
HIGHLIGHT, HIGHLIGHT_SPAN = 0.2, 0.2
LEAST, MOST = -1.0, 1.5
# Red and blue are kept; brightness is not theirs to change, so that green makes up for both.
HUE_OF_LAYERS = np.array([[1, -LUMA[0] / LUMA[1], 0], [0, -LUMA[2] / LUMA[1], 1]], np.float32)


@dataclass(frozen=True)
class FaceDetail:
    """A face as its own texture knows it.

    `layers` is (side, side, 3) float32: how much brighter than skin (0 as bright, -1 black), how
    much redder and how much bluer, as parts of the brightness. `known` is (128, 128) float32, 0
    where the photo did not show the face. `shape` is (468, 3) float32 in canonical space.
    `openings` are those of the right and the left eye and of the mouth, `gaze` is where the eyes
    look. `saturation` is
    how colourful the picture was, 0 for grey; `blur` how soft its edges were, a sigma in parts of
    the side; `width` the face's width there in pixels. `skin` is the skin's own colour, RGB 0
    to 255, None of templates that were made before it was kept.
    """

    layers: Floats
    known: Floats
    shape: Floats
    openings: tuple[float, float, float]
    gaze: Gaze
    saturation: float
    blur: float
    width: float
    skin: tuple[float, float, float] | None = None

    @property
    def side(self) -> int:
        """Return the texture's side."""
        return self.layers.shape[0]

    def at_side(self, side: int) -> Floats:
        """Return the layers over a texture of another side."""
        return resized(self.layers, side)

    @cached_property
    def brightest_in_mouth(self) -> float:
        """Return the relief of what is bright between the lips: the teeth, if any are shown."""
        relief = self.at_side(128)[..., 0]
        return float(np.percentile(relief[zones.zone(zones.MOUTH, 0.0, 128)], 75))


@dataclass(frozen=True, slots=True)
class Showing:
    """How a light shows what differs from skin.

    `tint` is (3,), see `Light`; `peak` the brightness of the target's brightest skin, 0 to 255;
    `colour` how much of a source's own colours is shown, 0 to 1.
    """

    tint: Floats
    peak: float
    colour: float


def split(texture: Floats, lit: Light) -> Floats:
    """Return the layers of a texture, (side, side, 3) float32, whose light is known."""
    shade = lit.wide(len(texture))
    luma, skin = texture @ LUMA, shade @ LUMA
    # A shadow takes a share of the light; a gleam adds the same to dark skin as to fair.
    glaring = (luma - skin) / np.where(luma > skin, np.maximum(skin, GLEAM), skin + 2)
    over = np.maximum(glaring - HIGHLIGHT, 0)
    dull = np.minimum(glaring, HIGHLIGHT)
    dull += HIGHLIGHT_SPAN * (1 - np.exp(-over / (2 * HIGHLIGHT_SPAN)))
    # The white of eyes and teeth is no gleam.
    white = zones.zone(zones.EYES, 0.01, len(luma)) | zones.zone(zones.MOUTH, 0.0, len(luma))
    relief = np.where(white, glaring, dull) * CONTRAST
    hue = texture / (luma + 1)[..., None] - shade / (skin + 1)[..., None]
    hue -= tinted(lit.tint, luma / np.maximum(skin, 1) - 1)
    # Where a highlight was dulled, so is its colour, which is the lamp's.
    hue *= (luma / (luma + DARK) * (1 + relief) / (1 + glaring))[..., None]
    return np.clip(np.dstack([relief, hue[..., 0], hue[..., 2]]), LEAST, MOST).astype(np.float32)


def subdued(face: FaceDetail, yaw: float) -> FaceDetail:
    """Return a face as a head turned by `yaw` degrees shows it: its skin with less shading.

    The soft shadows beside nose and mouth, by which a face is known from the front, are those of
    the photo's lamp. Seen from the side they are stains.
    """
    turn = soft_threshold(abs(yaw), *TURNED)
    if turn == 0:
        return face
    layers = face.layers.copy()
    shading = np.clip(layers[..., 0], -SHADING, SHADING)
    layers[..., 0] -= turn * shading * _fleeting(face.side)
    return replace(face, layers=layers)


@lru_cache(maxsize=4)
def _fleeting(side: int) -> Floats:
    """Return the share of skin's shading that is lost in profile: (side, side), 0 to 1."""
    _, columns = zones.rows_and_columns(side)
    share = LOST + (LOST_ASIDE - LOST) * smoothstep(np.abs(columns - 0.5), *ASIDE)
    return share * blur(zones.plain_skin(side).astype(np.float32), 0.012 * side)


def tinted(tint: Floats, relief: Floats) -> Floats:
    """Return what a light's own tint adds to the hue of skin brighter or darker than usual.

    The logarithm of the brightness, near enough and bounded.
    """
    return _tinting(relief)[..., None] * tint


def _tinting(relief: Floats) -> Floats:
    steps = np.clip(relief, -0.7, 0.12)
    return steps / (1 + steps / 2)


def relight(layers: Floats, luma: Floats, hue: Floats, shown: Showing) -> Floats:
    """Return what layers look like in a light: (..., 3) RGB, 0 to 255 and beyond.

    Args:
        layers: (..., 3) float32.
        luma: (...) the brightness of skin there.
        hue: (..., 3) its RGB over its brightness.
        shown: How the light shows what differs from skin.
    """
    relief, *colours = cv2.split(np.ascontiguousarray(layers, np.float32).reshape(1, -1, 3))
    skin = np.ascontiguousarray(luma, np.float32).reshape(relief.shape)
    # What gleams is as bright as the light's gleams are: on bright skin little is left above.
    room = np.clip((shown.peak - skin) * np.float32(1 / (HEADROOM * shown.peak)), 0.15, 1)
    relief = np.where(relief > 0, relief * room, relief)
    # All that is added to the hue in one pass: the light's tint, and the layers' own colours.
    added = np.vstack([shown.tint, HUE_OF_LAYERS * shown.colour]).astype(np.float32)
    face = cv2.transform(cv2.merge([_tinting(relief), *colours]), added.T)
    face = cv2.add(face, np.ascontiguousarray(hue, np.float32).reshape(face.shape))
    bright = skin * (1 + relief)
    return np.asarray(cv2.multiply(face, cv2.merge([bright] * 3)), np.float32).reshape(layers.shape)


def saturation(texture: Floats, weights: Floats) -> float:
    """Return how colourful a texture is where it counts: the mean distance of its RGB from grey."""
    luma = texture @ LUMA
    distance = np.abs(texture / (luma + 1)[..., None] - 1).mean(axis=2)
    return float(np.average(distance, weights=weights + 1e-6))
