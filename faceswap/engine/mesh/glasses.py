"""Finds the frames of glasses, on a texture or on a grid."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import cv2
import numpy as np

from faceswap.engine.mesh import zones
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


@dataclass(frozen=True, slots=True)
class FramePlaces:
    """Where frames run and where they give themselves away, all (height, width) masks.

    `around` the eyes they run; `core` is eyes and brows themselves; on the `bridge` of the nose a
    face of its own has folds that run down, but no line that runs across.
    """

    around: Mask
    core: Mask
    bridge: Mask

    def over(self, uv: Floats) -> FramePlaces:
        """Return the places over cells that lie at `uv` in the texture, (height, width, 2)."""
        spots = np.clip((uv * SIDE).astype(np.int32), 0, SIDE - 1)
        rows, columns = spots[..., 1], spots[..., 0]
        return FramePlaces(
            around=self.around[rows, columns],
            core=self.core[rows, columns],
            bridge=self.bridge[rows, columns],
        )


@lru_cache(maxsize=1)
def texture_places() -> FramePlaces:
    """Return the places on a texture of 128 x 128."""
    rows, columns = zones.rows_and_columns(SIDE)
    core = zones.zone(zones.EYES, 0.015, SIDE) | zones.zone(zones.BROWS, 0.01, SIDE)
    around = zones.zone(zones.EYES, 0.16, SIDE) & (rows < zones.MOUTH_LINE - 0.06)
    around &= rows > zones.BROW_LINE - 0.06
    inner_corner = float(FACE.uv[133, 1])
    bridge = (
        (np.abs(columns - 0.5) < 0.045) & (rows > zones.BROW_LINE) & (rows < inner_corner + 0.03)
    )
    return FramePlaces(around & zones.face_zone(SIDE), core, bridge)


def frames(odd: Floats, places: FramePlaces) -> Floats:
    """Return where frames run, (height, width), 0 or 1.

    Thin strong lines around the eyes are frames if they run on across the nose.

    Args:
        odd: (height, width) how far each cell is from lit skin, see `light.oddness`.
        places: Where to look.
    """
    lines = odd - cv2.morphologyEx(odd, cv2.MORPH_OPEN, np.ones((THICKEST, THICKEST), np.uint8))
    strong = (lines > STANDS_OUT) & (odd > ODD) & places.around & ~places.core
    crossed = (strong & places.bridge).any(axis=0).sum()
    if crossed < max(3.0, CROSSES * float(places.bridge.any(axis=0).sum())):
        return np.zeros_like(odd)
    faint = (lines > STANDS_OUT / 2) & (odd > FAINTLY_ODD) & places.around & ~places.core
    return parts_with(parts_of(strong | faint), strong).astype(np.float32)
