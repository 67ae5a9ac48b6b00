"""The shadow where feet, or whatever people end in, meet the ground, and the one they cast."""

from __future__ import annotations

import cv2
import numpy as np

from faceswap.engine.mesh.arrays import Floats, Mask, blur, parts_of, smoothstep
from faceswap.engine.scenes.scene import Light

# A part of this size beside the largest stands on the ground by itself; a smaller one is held.
LEAST_BESIDE = 0.08
# What ends within this of the picture's lower edge is cut by it, in parts of its height.
CUT = 0.012
# Feet end within this of the lowest, in parts of what stands: one may be further back.
FEET = 0.05
# How dark it is under feet, and in the shadow that is cast; how flat and how soft that one is.
UNDER, CAST = 0.62, 0.42
FLAT, SOFT = 0.2, 0.03
MOST_LEAN = 1.1


def shadow_of(alpha: Floats, floor: float | None, light: Light | None) -> Floats:
    """Return how dark the ground becomes, (height, width) from 0 to 1; nought where nobody stands.

    Args:
        alpha: (height, width) from 0 to 1.
        floor: How far down the ground begins, in pixels, where it is known.
        light: The light there, where it is known.
    """
    shadow = np.zeros(alpha.shape, np.float32)
    for part in _standing(alpha > 0.5):
        rows = np.flatnonzero(part.any(axis=1))
        low, high = int(rows[-1]), int(np.ptp(rows)) + 1
        if floor is not None and low < floor:
            continue
        np.maximum(shadow, _under(part, low, high), out=shadow)
        if light is not None and floor is not None:
            np.maximum(shadow, _cast(part, low, high, light), out=shadow)
    if floor is not None:
        fade = max(2.0, 0.02 * len(alpha))
        ground = smoothstep(np.arange(len(alpha), dtype=np.float32), floor - fade, floor + fade)
        shadow *= ground[:, np.newaxis]
    return shadow


def _standing(people: Mask) -> list[Mask]:
    """Return the parts of a mask that end inside the picture."""
    labels = parts_of(people)
    counts = np.bincount(labels.ravel())
    if len(counts) < 2:
        return []
    counts[0] = 0
    edge = int(len(people) * (1 - CUT))
    cut = np.unique(labels[edge:])
    large = np.flatnonzero(counts >= max(1, counts.max() * LEAST_BESIDE))
    return [labels == number for number in large if number not in cut]


def _under(part: Mask, low: int, high: int) -> Floats:
    """Return the soft dark right under feet, darkest where they touch."""
    feet = max(2, round(high * FEET))
    lowest = np.where(part.any(axis=0), len(part) - 1 - np.argmax(part[::-1], axis=0), -1)
    touching = lowest >= low - feet
    spots = np.zeros(part.shape, np.uint8)
    edges = np.flatnonzero(np.diff(np.concatenate([[0], touching.astype(np.int8), [0]])))
    for left, right in zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True):
        down = int(lowest[left:right].max())
        axes = max(2, round((right - left) * 0.56)), max(2, round(min(feet, right - left) * 0.3))
        cv2.ellipse(spots, ((left + right) // 2, down), axes, 0, 0, 360, 255, cv2.FILLED)
    wide = spots.astype(np.float32) / 255
    near, far = blur(wide, max(1.0, high * 0.005)), blur(wide, high * 0.03, high * 0.014)
    return np.asarray(UNDER * np.maximum(near * 0.9, np.minimum(1, far * 1.6)), np.float32)


def _cast(part: Mask, low: int, high: int, light: Light) -> Floats:
    """Return the shadow that falls away from the lamp, lying on the ground, softer further off."""
    lean = float(np.clip(-light.x / max(abs(light.y), 0.35), -MOST_LEAN, MOST_LEAN))
    # A lamp before people throws it back, up the picture; one behind them towards the camera.
    flat = FLAT if light.z >= 0 else -FLAT
    # x' = x + lean * flat height, y' = low - flat * (low - y)
    matrix = np.array([[1, -lean * FLAT, lean * FLAT * low], [0, flat, low - flat * low]])
    fallen = cv2.warpAffine(
        part.astype(np.float32), matrix, (part.shape[1], len(part)), flags=cv2.INTER_LINEAR
    )
    fallen = np.asarray(fallen, np.float32)
    away = np.abs(np.arange(len(part), dtype=np.float32) - low) / max(1.0, FLAT * high)
    share = smoothstep(away, 0, 0.7)[:, np.newaxis]
    near, far = blur(fallen, max(1.0, high * SOFT * 0.25)), blur(fallen, high * SOFT)
    fading = 1 - 0.6 * np.clip(away, 0, 1)[:, np.newaxis]
    return np.asarray(CAST * light.strength * (near + (far - near) * share) * fading, np.float32)
