"""Mountains when the sun goes down."""

from __future__ import annotations

from faceswap.engine.scenes.backdrops.parts import band, glow, ridge
from faceswap.engine.scenes.scene import Backdrop, Light, Look, Palette, Place


def draw(look: Look) -> Place:
    """Draw them: ranges behind each other in haze, the last with a meadow."""
    dice = look.dice
    sun = dice.between("sun", 240, 760)
    ranges = (
        ("one", 500, 90, "#b98aa0"),
        ("two", 580, 80, "#8f6d90"),
        ("three", 670, 60, "#5f5478"),
        ("four", 780, 46, "#3d4358"),
        ("five", 880, 26, "#34433a"),
    )
    return Place(
        svg=band("sky", ("#3f4f86", "#a06f9c", "#f09a78", "#ffd08c", "#ffd9a6"))
        + glow("sun", (sun, 470), 460, "#fff0c2", 0.95)
        + "".join(ridge(dice, *each) for each in ranges),
        light=Light(
            x=(sun - 500) / 350,
            y=-0.3,
            z=0.4,
            colour="#ffcf9a",
            ambient="#7d7aa0",
            strength=0.55,
            rim="#ffc98c",
        ),
        softness=10,
        floor=960,
    )


MOUNTAINS = Backdrop(
    name="mountains",
    title="mountains when the sun goes down",
    words=(
        *("mountains", "mountain", "hills", "alps", "valley", "peak", "landscape", "dusk"),
        *("evening", "sky", "horizon", "hiking"),
    ),
    palette=Palette(main="#a06f9c", second="#ffd08c"),
    draw=draw,
)
