"""The colours of people where the old place shines through: estimated, and put in its stead.

M. Forte, "Approximate Fast Foreground Colour Estimation" (2021): blurred means of both sides,
weighted by alpha, and a step that lets their mixture be the picture; twice, from far to near.
"""

from __future__ import annotations

import cv2
import numpy as np

from faceswap.engine.cutout.strips import enlarged, strips
from faceswap.engine.media.scaling import scaled_down
from faceswap.engine.mesh.arrays import Floats, Pixels

# How far colours are gathered, in parts of the longer side, far and near; at least so many pixels.
FAR, NEAR, LEAST_REACH = 0.07, 0.006, 3
# How much more it counts, from afar, what is whole.
SURE = 6
# The longer side, in pixels, at which they are gathered from afar.
SMALL = 512


def foreground_of(picture: Pixels, alpha: Floats) -> Pixels:
    """Return people's own colours, (height, width, 3) uint8 RGB.

    Args:
        picture: (height, width, 3) uint8 RGB.
        alpha: (height, width) float32 from 0 to 1.
    """
    height, width = alpha.shape
    fronts, backs = _from_afar(picture, alpha)
    reach = max(LEAST_REACH, round(NEAR * max(height, width)))
    result = picture.copy()
    for rows in strips(height):
        low = max(0, rows.start - reach)
        part = slice(low, min(height, rows.stop + reach))
        here = alpha[part]
        if not np.any(here[rows.start - low : rows.stop - low] < 1):
            continue
        front, back = (enlarged(each, (width, height), part) for each in (fronts, backs))
        made, _ = _estimated(picture[part].astype(np.float32), here, front, back, reach)
        result[rows] = np.clip(made[rows.start - low : rows.stop - low] + np.float32(0.5), 0, 255)
    return result


def _from_afar(picture: Pixels, alpha: Floats) -> tuple[Floats, Floats]:
    """Return both sides' colours, of a small copy."""
    height, width = alpha.shape
    scale = min(1.0, SMALL / max(height, width))
    size = max(1, round(width * scale)), max(1, round(height * scale))
    small = scaled_down(picture, *size).astype(np.float32)
    share = np.asarray(cv2.resize(alpha, size, interpolation=cv2.INTER_AREA), np.float32)
    # Here all that is mixed is left out as far as can be: what is whole says what the colours are.
    sure = share**SURE, (1 - share) ** SURE
    reach = max(LEAST_REACH, round(FAR * max(size)))
    return _mended(small, share, *(_gathered(small, each, reach) for each in sure))


def _estimated(
    picture: Floats, alpha: Floats, front: Floats, back: Floats, reach: int
) -> tuple[Floats, Floats]:
    return _mended(
        picture, alpha, _gathered(front, alpha, reach), _gathered(back, 1 - alpha, reach)
    )


def _mended(picture: Floats, alpha: Floats, fore: Floats, hind: Floats) -> tuple[Floats, Floats]:
    """Return the fore colours, changed so that the mixture is the picture, and the hind ones."""
    share = alpha[..., np.newaxis]
    made = picture - hind
    made += (hind - fore) * share
    made *= share
    made += fore
    return made, hind


def _gathered(colours: Floats, weight: Floats, reach: int) -> Floats:
    side = (2 * reach + 1, 2 * reach + 1)
    total = cv2.blur(weight, side, borderType=cv2.BORDER_REPLICATE)
    summed = cv2.blur(colours * weight[..., None], side, borderType=cv2.BORDER_REPLICATE)
    return np.asarray(summed / (total[..., np.newaxis] + np.float32(1e-5)), np.float32)
