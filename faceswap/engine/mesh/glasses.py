"""Finds the frames of glasses, on a texture or on a grid."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from faceswap.engine.mesh import rims, zones
from faceswap.engine.mesh.arrays import Floats, Mask, parts_of, parts_with
from faceswap.engine.mesh.topology import FACE

SIDE = 128
# In deviations of the skin: how much a frame stands out from what is around it, and from skin.
STANDS_OUT = 2.0
ODD, FAINTLY_ODD = 3.0, 2.0
# What is wider than this many cells is no line.
THICKEST = 9
# How much of the nose's width a line must cross: of faces without glasses 97 in 100 stay below a
# half, of those with glasses nine in ten are above.
CROSSES = 0.55
# How strong the better of two rims is at least beside and below the eye. Of some 150 faces without
# glasses two have a fold that crosses the nose so, and reach 1.5; eleven with glasses are above
# 1.7.
LEAST_EVIDENCE = 1.55
# What stands out less than this share of what its rim usually does is beside the rim.
OF_USUAL = 0.25
# Gaps in a rim of at most so many 72nds of its way round are closed.
LONGEST_GAP = 12


@dataclass(frozen=True, slots=True)
class FramePlaces:
    """Where frames run and where they give themselves away, all (height, width) masks.

    `around` the eyes they run; `core` is eyes and brows themselves; on the `bridge` of the nose a
    face of its own has folds that run down, but no line that runs across. At the `joints` other
    parts of a frame meet its rims. Where it is `clear` neither lids nor brows are near.
    """

    around: Mask
    core: Mask
    bridge: Mask
    joints: Mask
    clear: Mask

    def over(self, uv: Floats) -> FramePlaces:
        """Return the places over cells that lie at `uv` in the texture, (height, width, 2)."""
        spots = np.clip((uv * SIDE).astype(np.intp), 0, SIDE - 1)
        texels = spots[..., 1] * SIDE + spots[..., 0]
        return FramePlaces(
            around=self.around.take(texels),
            core=self.core.take(texels),
            bridge=self.bridge.take(texels),
            joints=self.joints.take(texels),
            clear=self.clear.take(texels),
        )


@lru_cache(maxsize=1)
def texture_places() -> FramePlaces:
    """Return the places on a texture of 128 x 128."""
    rows, columns = zones.rows_and_columns(SIDE)
    core = zones.zone(zones.EYES, 0.015, SIDE) | zones.zone(zones.BROWS, 0.01, SIDE)
    around = zones.zone(zones.EYES, 0.16, SIDE) & (rows < zones.MOUTH_LINE - 0.06)
    around &= rows > zones.BROW_LINE - 0.06
    inner_corner = float(FACE.uv[133, 1])
    aside = np.abs(columns - 0.5)
    of_bridge = (rows > zones.BROW_LINE) & (rows < inner_corner + 0.03)
    of_arms = (aside > 0.25) & (np.abs(rows - inner_corner) < 0.11)
    bridge = (aside < 0.045) & of_bridge
    joints = ((aside < 0.09) & of_bridge) | of_arms
    joints &= around & ~core
    clear = ~(zones.zone(zones.EYES, 0.03, SIDE) | zones.zone(zones.BROWS, 0.06, SIDE))
    return FramePlaces(around & zones.face_zone(SIDE), core, bridge, joints, clear)


@lru_cache(maxsize=1)
def texture_uv() -> Floats:
    """Return each texel's own place, (128, 128, 2)."""
    rows, columns = zones.rows_and_columns(SIDE)
    return np.dstack([columns, rows])


def frames(odd: Floats, places: FramePlaces, uv: Floats) -> Floats:
    """Return where frames run, (side, side), 0 or 1.

    Thin strong lines around the eyes are frames if they run on across the nose. Then each rim is
    the strongest line that closes around its eye; of other lines those are frames that hang
    together with the rims on the bridge of the nose or on the way to an ear. Shadows beside the
    nose and folds of the lids are lines, too.

    Args:
        odd: (side, side) how far each cell is from lit skin, see `light.oddness`.
        places: Where to look.
        uv: (side, side, 2) the cells' places in the texture.
    """
    lines = odd - cv2.morphologyEx(odd, cv2.MORPH_OPEN, np.ones((THICKEST, THICKEST), np.uint8))
    strong = (lines > STANDS_OUT) & (odd > ODD) & places.around & ~places.core
    crossed = (strong & places.bridge).any(axis=0).sum()
    if crossed < max(3.0, CROSSES * float(places.bridge.any(axis=0).sum())):
        return np.zeros_like(odd)
    traced = rims.trace(lines, uv)
    if max(rims.evidence(strength) for _, strength in traced) < LEAST_EVIDENCE:
        return np.zeros_like(odd)
    faint = (lines > STANDS_OUT / 2) & (odd > FAINTLY_ODD)
    found = np.zeros(odd.shape, bool)
    for path, strength in traced:
        found |= _rim(path, strength, lines, faint, places.clear)
    return parts_with(parts_of((faint & places.joints) | found), found).astype(np.float32)


def _rim(path: Floats, strength: Floats, lines: Floats, faint: Mask, clear: Mask) -> Mask:
    """Return what a rim covers: as wide all round as where no brow and no lid is near."""
    side = len(lines)
    shown = _closed(strength > STANDS_OUT / 2)
    usual = float(np.median(strength[shown])) if shown.any() else 0.0
    own = faint & (lines > OF_USUAL * usual)
    line = rims.drawn(path, shown, side, 1)
    area = rims.drawn(path, shown, side, THICKEST) & own & clear
    thick = round(int(area.sum()) / max(1, int((line & clear).sum())))
    return (rims.drawn(path, shown, side, min(THICKEST, max(1, thick))) & own) | line


def _closed(shown: Mask) -> Mask:
    """Return a way round, (n,), with its short gaps closed."""
    square = np.ones((1, LONGEST_GAP + 1), np.uint8)
    thrice = np.tile(shown, 3).astype(np.uint8)[None]
    whole = cv2.morphologyEx(thrice, cv2.MORPH_CLOSE, square)[0] > 0
    return whole[len(shown) : 2 * len(shown)]
