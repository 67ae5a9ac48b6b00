"""What a seed does to any drawing: which way round it is, and how near one stands."""

from __future__ import annotations

from dataclasses import replace

from faceswap.engine.scenes.scene import Dice, Drawing, Head, Light, View

MIDDLE = 500.0
"""The sheet's middle, about which every frame is symmetric."""
NEAREST = 0.92
"""The least part of a frame that is shown; headgear stays inside."""
EYES = 430.0


def mirrored(drawing: Drawing) -> Drawing:
    """Return a drawing the other way round; whoever sits for it is not."""
    return replace(
        drawing,
        backdrop=_flipped(drawing.backdrop),
        body=_flipped(drawing.body),
        front=_flipped(drawing.front),
        head=_head(drawing.head),
        light=_light(drawing.light),
    )


def framed(view: View, dice: Dice) -> View:
    """Return a view from as near as the seed wants it."""
    share = dice.between("near", NEAREST, 1.0)
    return View(
        MIDDLE + (view.left - MIDDLE) * share,
        EYES + (view.top - EYES) * share,
        MIDDLE + (view.right - MIDDLE) * share,
        EYES + (view.bottom - EYES) * share,
    )


def _flipped(svg: str) -> str:
    return f'<g transform="translate({2 * MIDDLE:.0f} 0) scale(-1 1)">{svg}</g>' if svg else ""


def _head(head: Head) -> Head:
    return replace(head, x=2 * MIDDLE - head.x, yaw=-head.yaw, roll=-head.roll)


def _light(light: Light) -> Light:
    return replace(light, x=-light.x)
