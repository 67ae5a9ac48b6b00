"""The colours of a person's skin and hair, whatever the light of the photo was."""

from __future__ import annotations

from functools import lru_cache

import numpy as np

from faceswap.engine.mesh import zones
from faceswap.engine.mesh.arrays import Floats, Mask
from faceswap.engine.mesh.detail import CONTRAST, FaceDetail
from faceswap.engine.mesh.light import LUMA, Light

Rgb = tuple[float, float, float]

DEFAULT_SKIN: Rgb = (201.0, 143.0, 107.0)
# Of the skin's shade, the part that is fully lit and no gleam, in per cent.
FULLY_LIT = 70
# Skin of a brightness has much the same hue the world over; what of a photo's differs from it is
# the lamp's, but for this share.
OWN_HUE = 0.4
# Red and blue over brightness, of skin as bright as `FAIR`, and how both change with each level
# below; the least and the most of either.
FAIR = 212.0
RED, RED_STEP, RED_RANGE = 1.12, 0.0022, (1.1, 1.4)
BLUE, BLUE_STEP, BLUE_RANGE = 0.85, -0.0019, (0.6, 0.86)
# Exposure is the camera's choice: brightness is brought nearer to the usual by a share.
USUAL, EXPOSURE = 150.0, 0.15
DARKEST, FAIREST = 46.0, 226.0
# A picture in less colour than this says nothing of hues.
GREY = 0.03
# How bright the white of eyes in the shadow of their sockets is, where a template has no skin.
WHITE_OF_EYES = 185.0
# What is taken for the hairs of a brow: the darkest of its texels, in per cent.
HAIRS = 12
# Hair is darker than a brow, between whose hairs there is skin; in parts of its brightness.
BEYOND_BROWS = 0.78
HAIR_HUE = 1.2
HAIR_RANGE = (20.0, 150.0)
SIDE = 128


def skin_of(lit: Light, seen: Floats, colourful: float) -> Rgb:
    """Return the colour of skin, 0 to 255, from the light a photo showed it in.

    Args:
        lit: The light.
        seen: (64, 64) how well each texel is seen.
        colourful: The picture's saturation, see `FaceDetail`.
    """
    weights = lit.trust * seen
    luma = lit.shade @ LUMA
    sure = weights > 0.3 * float(weights.max())
    bright = float(np.percentile(luma[sure], FULLY_LIT))
    half = sure & (luma >= np.percentile(luma[sure], 40))
    hue = (lit.shade[half] / luma[half][:, None]).mean(axis=0)
    level = USUAL * (bright / USUAL) ** (1 - EXPOSURE)
    share = OWN_HUE if colourful >= GREY else 0.0
    return _toned(level, float(hue[0]), float(hue[2]), share)


def skin_colour(face: FaceDetail) -> Rgb:
    """Return the colour of a face's skin; where its template is too old to tell, a likely one.

    The white of eyes is about as bright in everybody: the brighter it is beside skin, the darker
    the skin.
    """
    if face.skin is not None:
        return face.skin
    relief = face.at_side(SIDE)[..., 0][_eyes()]
    white = float(np.percentile(relief, 85)) / CONTRAST
    usual = float(np.array(DEFAULT_SKIN) @ LUMA)
    level = np.clip(WHITE_OF_EYES / (1 + max(0.0, white)), 0.6 * usual, 1.25 * usual)
    return _toned(float(level), 0.0, 0.0, 0.0)


def hair_colour(face: FaceDetail) -> Rgb:
    """Return the colour of a face's hair, told by its brows."""
    skin = np.array(skin_colour(face), np.float32)
    layers = face.at_side(SIDE)[_brows()]
    dark = layers[layers[:, 0] <= np.percentile(layers[:, 0], HAIRS)]
    relief, red, blue = np.median(dark, axis=0).tolist()
    luma = float(skin @ LUMA)
    # Squared: hairs are thinner than texels, which are half skin.
    level = luma * max(0.12, 1 + relief / CONTRAST) ** 2 * BEYOND_BROWS
    level = float(np.clip(level, *HAIR_RANGE))
    hue = np.array([skin[0] / luma + red, skin[2] / luma + blue])
    hue = 1 + (hue - 1) * HAIR_HUE
    return _of_hue(level, float(hue[0]), float(np.clip(hue[1], 0.5, 1.05)))


def mean_skin(skins: list[tuple[Rgb | None, float]]) -> Rgb | None:
    """Return the skin of several faces by weight, None where none of them knows its own."""
    known = [(skin, weight) for skin, weight in skins if skin is not None]
    if not known:
        return None
    colours = np.array([skin for skin, _ in known])
    weights = np.array([weight for _, weight in known])
    red, green, blue = np.average(colours, axis=0, weights=weights + 1e-6).tolist()
    return red, green, blue


def _toned(level: float, red: float, blue: float, own: float) -> Rgb:
    """Return skin of a brightness, its hue the usual one but for a share of its own."""
    level = min(FAIREST, max(DARKEST, level))
    usual_red = float(np.clip(RED + RED_STEP * (FAIR - level), *RED_RANGE))
    usual_blue = float(np.clip(BLUE + BLUE_STEP * (FAIR - level), *BLUE_RANGE))
    return _of_hue(
        level, usual_red + own * (red - usual_red), usual_blue + own * (blue - usual_blue)
    )


def _of_hue(level: float, red: float, blue: float) -> Rgb:
    """Return the colour of a brightness whose red and blue over it are given."""
    green = (1 - LUMA[0] * red - LUMA[2] * blue) / LUMA[1]
    parts = [float(np.clip(level * share, 0, 255)) for share in (red, green, blue)]
    return parts[0], parts[1], parts[2]


@lru_cache(maxsize=1)
def _brows() -> Mask:
    return zones.zone(zones.BROWS, 0.0, SIDE)


@lru_cache(maxsize=1)
def _eyes() -> Mask:
    return zones.zone(zones.EYES, 0.0, SIDE)
