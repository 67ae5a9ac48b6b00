"""The light a new face is seen in: the target's, until nothing tells the seam."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from faceswap.engine.mesh import light, zones
from faceswap.engine.mesh.arrays import Floats, Mask, blur, largest_of, resized, sample, smoothstep
from faceswap.engine.mesh.detail import Showing, relight
from faceswap.engine.mesh.grid import Grid
from faceswap.engine.mesh.light import LUMA, Light

# How far, in parts of the grid, a difference at the seam is carried inwards.
SEAM_BLUR = 0.05
# A larger difference, in levels, is no difference of light: something stands there.
SEAM_LEVELS = 30
# In a clip so much of it is kept, where it changes by less than the first number of levels: it is
# the mesh that trembles. From the second on all of it is new.
SEAM_KEPT, SEAM_TREMOR = 0.75, (2.0, 6.0)
LEAST_SKIN = 60
# By how much at most the white of an eye is lit otherwise than the skin.
EYE_GAIN = (0.6, 1.4)
THIRDS = np.full(3, 1 / 3, np.float32)


@dataclass(frozen=True, slots=True)
class Tone:
    """Light over a grid.

    `luma` is (side, side), the brightness that skin would have; `hue` (side, side, 3) its RGB over
    its brightness; `showing` how it shows what is not plain skin.
    """

    luma: Floats
    hue: Floats
    showing: Showing

    def show(self, layers: Floats, where: Mask | None = None) -> Floats:
        """Return what layers (side, side, 3) look like: RGB, 0 to 255 and beyond.

        Of some cells alone, that is (cells, 3).
        """
        if where is None:
            return relight(layers, self.luma, self.hue, self.showing)
        return relight(layers[where], self.luma[where], self.hue[where], self.showing)


def first_tone(lit: Light, uv: Floats, pixels: Floats, skin: Mask, colour: float) -> Tone:
    """Return a target's own light over the grid.

    Args:
        lit: The light over the target's texture.
        uv: (side, side, 2) where in that texture a cell lies.
        pixels: (side, side, 3) RGB of the target.
        skin: Which cells are its skin.
        colour: How much of the source's own colours is to be shown.
    """
    shade = sample(lit.shade, uv)
    luma = np.maximum(shade @ LUMA, 1)
    # Of a black frame the peak is 0, by which nothing can be divided.
    peak = max(float(np.percentile((pixels[skin] if skin.any() else shade) @ LUMA, 98)), 1.0)
    return Tone(luma, shade / luma[..., None], Showing(lit.tint, peak, colour))


def skin_cells(uv: Floats, lit: Light) -> Floats:
    """Return how surely each cell is plain skin in the target, (side, side), 0 to 1."""
    plain = sample(zones.plain_skin(light.SIDE).astype(np.float32), uv) > 0.9
    return plain * sample(lit.trust, uv)


def match_skin(tone: Tone, layers: Floats, pixels: Floats, skin: Floats) -> Tone:
    """Give the new skin, as a whole, the brightness and the hue of the old.

    Args:
        tone: What to mend.
        layers: The source's layers over the grid.
        pixels: The target there, (side, side, 3) RGB.
        skin: (side, side) how surely each cell is skin in both.
    """
    sure = skin > 0.02
    if sure.sum() < LEAST_SKIN:
        return tone
    weights = skin[sure]
    old, new = np.maximum(pixels[sure], 1), np.maximum(tone.show(layers, sure), 1)
    old_luma, new_luma = old @ LUMA, new @ LUMA
    gain = float(np.exp(np.average(np.log(old_luma / new_luma), weights=weights)))
    hues = old / old_luma[:, None] - new / new_luma[:, None]
    change = np.average(hues, axis=0, weights=weights)
    return replace(tone, luma=tone.luma * np.clip(gain, 0.8, 1.25), hue=tone.hue + change)


def match_seam(tone: Tone, layers: Floats, pixels: Floats, alpha: Floats) -> Tone:
    """Carry the remaining difference at the seam inwards, fading, so that none is left to see."""
    carried = seam_difference(pixels - tone.show(layers), alpha)
    shade = np.clip(tone.luma[..., None] * tone.hue + resized(carried, len(alpha)), 2, 300)
    luma = np.maximum(shade @ LUMA, 1)
    return replace(tone, luma=luma, hue=shade / luma[..., None])


def seam_difference(miss: Floats, alpha: Floats) -> Floats:
    """Return the difference at the seam, carried inwards: (side / 2, side / 2, 3) levels.

    So smooth a field loses nothing at half the grid.

    Args:
        miss: (side, side, 3) how much brighter the target is than the new face.
        alpha: (side, side) how much of the new face is seen.
    """
    ring = np.clip(alpha * (1 - alpha) * 4, 0, 1)
    ring = ring * np.exp(-((np.abs(miss) @ THIRDS / SEAM_LEVELS) ** 2))
    half_side = len(alpha) // 2
    packed = np.dstack([miss * ring[..., None], ring]).astype(np.float32)
    half = blur(resized(packed, half_side), SEAM_BLUR * half_side)
    total = half[..., 3:]
    return half[..., :3] / (total + 1e-4) * np.clip(total / 0.05, 0, 1)


def calmed_seam(now: Floats, before: Floats) -> Floats:
    """Return a clip's difference at the seam, (n, n, 3), as it was where it only trembles."""
    change = before - now
    kept = SEAM_KEPT * (1 - smoothstep(largest_of(np.abs(change)), *SEAM_TREMOR))
    return now + kept[..., None] * change


def match_eyes(
    tone: Tone,
    layers: Floats,
    grid: Grid,
    *,
    new: Floats,
    old: Floats,
    shut: tuple[float, float],
) -> Tone:
    """Light each eye so that its white is as bright as the target's.

    Skin says nothing of the white of an eye: on dark skin it would turn grey, on fair skin glare.

    Args:
        tone: What to mend.
        layers: The source's layers over the grid.
        grid: The grid.
        new: The mesh as it will be, (468, 3) in pixels.
        old: The target's own.
        shut: How much each eye stays the target's.
    """
    gain = np.ones_like(tone.luma)
    for loop, kept in zip(zones.EYES, shut, strict=True):
        ball = grid.patch(new, loop, 0.0, 0.01) > 0.6
        was = grid.patch(old, loop, 0.0, 0.01) > 0.6
        if min(ball.sum(), was.sum()) < 6 or kept > 0.5:
            continue
        whites = np.percentile(tone.show(layers, ball) @ LUMA, 90)
        wanted = np.percentile(grid.pixels[was] @ LUMA, 90)
        change = float(np.clip(wanted / max(float(whites), 1.0), *EYE_GAIN))
        gain += (change - 1) * grid.patch(new, loop, 0.0, 1.0)
    return replace(tone, luma=tone.luma * gain)
