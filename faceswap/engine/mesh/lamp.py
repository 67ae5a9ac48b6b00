"""What skin and hair look like in the light of a scene."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from faceswap.engine.mesh.arrays import Floats, smoothstep
from faceswap.engine.scenes.colour import rgb
from faceswap.engine.scenes.scene import Light

# Light reaches a little beyond where a form turns away from the lamp, most of all in skin.
WRAP = 0.4
# How much of a light's colour is kept: skin in full candlelight would be orange.
LAMP_COLOUR, AMBIENT_COLOUR = 0.5, 0.5
# A face is exposed for: where it is fully lit, linear light is this at least and this at most.
EXPOSURE = (0.88, 1.12)
# Some light is everywhere, in parts of the full.
LEAST = 0.09
# Light scatters in skin, red most and blue least: shadows turn red.
SCATTER = np.array([0.9, 1.02, 1.06], np.float32)
# How much of the light from around comes from above.
FROM_ABOVE = 0.22
# How far from the edge, by the normal's turn from us, a light from behind reaches.
RIM = (0.72, 1.0)
RIM_ON_SKIN = 0.3


@dataclass(frozen=True)
class Lamp:
    """A scene's light as a head that does not roll sees it.

    `towards` (3,) points to the lamp; `lamp`, `around` and `rim` are (3,) linear RGB.
    """

    towards: Floats
    lamp: Floats
    around: Floats
    rim: Floats

    @staticmethod
    def of(light: Light, roll: float) -> Lamp:
        """Return a light for a head rolled clockwise by so many degrees."""
        cos, sin = math.cos(math.radians(roll)), math.sin(math.radians(roll))
        towards = np.array(
            [light.x * cos + light.y * sin, light.y * cos - light.x * sin, -light.z], np.float32
        )
        towards /= max(float(np.linalg.norm(towards)), 1e-6)
        strength = min(1.0, max(0.0, light.strength))
        lamp = _coloured(light.colour, LAMP_COLOUR) * strength
        around = _coloured(light.ambient, AMBIENT_COLOUR) * (1 - strength)
        full = float((lamp + around).mean())
        exposed = float(np.clip(0.8 + 0.6 * full, *EXPOSURE)) / max(full, 1e-3)
        rim = _coloured(light.rim, 1.0) if light.rim else np.zeros(3, np.float32)
        return Lamp(towards, lamp * exposed, around * exposed, rim)

    def falling(self, normals: Floats, open_to: Floats) -> Floats:
        """Return the linear light, (..., 3), that falls on a surface.

        Args:
            normals: (..., 3) which way it faces.
            open_to: (...) how much of the light reaches it, 0 to 1.
        """
        direct = np.clip((normals @ self.towards + WRAP) / (1 + WRAP), 0, 1)[..., None]
        above = 1 - FROM_ABOVE * (1 + normals[..., 1:2]) / 2
        light = self.lamp * direct + self.around * above
        return (light * open_to[..., None] + LEAST).astype(np.float32)

    def edge(self, normals: Floats) -> Floats:
        """Return the linear light from behind, (..., 3), that lines what turns away from us."""
        turned = smoothstep(1 + normals[..., 2], *RIM)
        # It stands opposite the lamp, above.
        side = np.array([-np.sign(self.towards[0]) * 0.75, -0.4, 0.0], np.float32)
        share = turned * np.clip(normals @ side + 0.25, 0, 1)
        return (share[..., None] * self.rim).astype(np.float32)

    def gleam(self, normals: Floats, sharpness: float) -> Floats:
        """Return how much a surface gleams, (...), 0 to 1."""
        half = self.towards + np.array([0, 0, -1], np.float32)
        half = half / np.linalg.norm(half)
        return (np.clip(normals @ half, 0, 1) ** sharpness).astype(np.float32)


def skin_in(skin: Floats, lamp: Lamp, normals: Floats, open_to: Floats) -> Floats:
    """Return skin of a colour, (3,) 0 to 255, in a light: (..., 3) RGB 0 to 255; see `falling`."""
    light = lamp.falling(normals, open_to) ** SCATTER
    light = light + 0.05 * lamp.gleam(normals, 14)[..., None] * open_to[..., None]
    return shown(linear(skin) * light + RIM_ON_SKIN * lamp.edge(normals))


def linear(levels: Floats) -> Floats:
    """Return what pixels, 0 to 255, show as linear light: their square, which is near enough."""
    return (levels / np.float32(255)) ** 2


def shown(light: Floats) -> Floats:
    """Return linear RGB as pixels show it, 0 to 255."""
    return np.asarray(255 * np.sqrt(np.clip(light, 0, 1)), np.float32)


def _coloured(colour: str, kept: float) -> Floats:
    """Return a colour #rrggbb as linear RGB, with a share of its own hue."""
    parts = linear(np.array(rgb(colour), np.float32))
    return parts.mean() + (parts - parts.mean()) * np.float32(kept)
