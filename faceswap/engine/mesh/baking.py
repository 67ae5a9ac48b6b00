"""A source's face as one target's light shows it, laid out flat: what a clip's frames draw from."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

import cv2
import numpy as np

from faceswap.domain.options import Options
from faceswap.engine.mesh import light, plan, tone, unwrap, zones
from faceswap.engine.mesh.arrays import Floats, Mask, Pixels, blur, resized
from faceswap.engine.mesh.compose import finished_layers
from faceswap.engine.mesh.detail import FaceDetail, relight, saturation, subdued
from faceswap.engine.mesh.exposure import Exposure
from faceswap.engine.mesh.grid import Grid
from faceswap.engine.mesh.light import LUMA, Light
from faceswap.engine.mesh.pose import Pose, angles


@dataclass(frozen=True, slots=True)
class Look:
    """What is seen of the target's face in one frame.

    `points` is its mesh, (468, 3) in pixels of the region that was cut; `formed` the same with the
    source's features. Over the grid, (side, side, ...): `inside`, `uv` and `depth` as `plan.Target`
    has them; `moved` how far the source's form is from the target's, in cells. `shut` is how much
    the right and the left eye must stay the target's.
    """

    points: Floats
    formed: Floats
    pose: Pose
    grid: Grid
    inside: Mask
    uv: Floats
    depth: Floats
    moved: Floats
    shut: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Baked:
    """The target's light, and the source's texture in it: (side, side, 3) float32 RGB."""

    lit: Light
    face: Floats

    def towards(self, other: Baked, share: float) -> Baked:
        """Return what lies between two, 0 this and 1 the other."""
        if self.face.shape != other.face.shape:
            return other
        return Baked(
            Light(
                _between(self.lit.shade, other.lit.shade, share),
                _between(self.lit.trust, other.lit.trust, share),
                _between(self.lit.tint, other.lit.tint, share),
            ),
            _between(self.face, other.face, share),
        )

    def exposed(self, exposure: Exposure) -> Baked:
        """Return the same in another light."""
        shade = exposure.shown(self.lit.shade)
        return Baked(replace(self.lit, shade=shade), exposure.shown(self.face))


def bake(pixels: Pixels, look: Look, source: FaceDetail, options: Options) -> Baked:
    """Study the light of a target's face, and show the source's texture in it.

    Args:
        pixels: (height, width, 3) uint8 RGB, the region the look is of.
        look: The target.
        source: Whose face it becomes.
        options: How.
    """
    source = subdued(source, angles(look.pose)[0])
    flat = unwrap.unwrap(pixels, look.points, light.SIDE)
    seen = plan.well_seen(look.grid, look.points, look.pose, look.depth)
    lit = light.fit_light(flat, seen, *plan.LIGHT_BLUR)
    layers = finished_layers(pixels, look.points, lit, source, options)
    colour = plan.colour_gain(source, saturation(flat, seen))
    skin = look.inside & (tone.skin_cells(look.uv, lit) > 0.02)
    first = tone.first_tone(lit, look.uv, look.grid.pixels, skin, colour)
    shade = lit.wide(len(layers))
    luma = np.maximum(shade @ LUMA, 1)
    hue = shade / luma[..., None]
    if source.saturation < plan.GREY:
        hue = hue + resized(plan.lip_hue(flat, lit), len(layers))
    face = relight(layers, luma, hue, first.showing)
    return Baked(lit, _with_bright_eyes(face, look))


def _with_bright_eyes(face: Floats, look: Look) -> Floats:
    """Return the texture with the white of each eye as bright as the target's; see `match_eyes`."""
    side = len(face)
    for loop, kept in zip(zones.EYES, look.shut, strict=True):
        ball = zones.zone((loop,), 0.0, side)
        was = look.grid.patch(look.points, loop, 0.0, 0.01) > 0.6
        if min(ball.sum(), was.sum()) < 6 or kept > 0.5:
            continue
        whites = float(np.percentile(face[ball] @ LUMA, 90))
        wanted = float(np.percentile(look.grid.pixels[was] @ LUMA, 90))
        change = float(np.clip(wanted / max(whites, 1.0), *tone.EYE_GAIN)) - 1
        part, soft = _softly(loop, side)
        face[part] *= (1 + change * soft)[..., None]
    return face


@lru_cache(maxsize=8)
def _softly(eye: tuple[int, ...], side: int) -> tuple[tuple[slice, slice], Floats]:
    """Return the part of a texture around an eye, and how much of it each texel there is."""
    soft = blur(zones.zone((eye,), 0.0, side).astype(np.float32), 0.006 * side)
    rows, columns = (np.flatnonzero(soft.any(axis=axis)) for axis in (1, 0))
    part = slice(rows[0], rows[-1] + 1), slice(columns[0], columns[-1] + 1)
    return part, soft[part]


def _between(one: Floats, other: Floats, share: float) -> Floats:
    return np.asarray(cv2.addWeighted(one, 1 - share, other, share, 0), np.float32)
