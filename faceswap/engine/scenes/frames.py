"""What the forms of a picture show of the sheet."""

from __future__ import annotations

from faceswap.domain.wording import Frame
from faceswap.engine.scenes.scene import BOTTOM, LEFT, RIGHT, TOP, View

VIEWS = {
    Frame.SQUARE: View(),
    Frame.PORTRAIT: View(100, -50, 900, 1119),
    Frame.LANDSCAPE: View(-231, 0, 1231, 1000),
}
"""Parts of the sheet that have the proportions of the frames."""


def view_of(width: int, height: int) -> View:
    """Return the largest part of the sheet in the proportions of a picture, about its middle."""
    wide, high = float(RIGHT - LEFT), float(BOTTOM - TOP)
    scale = min(wide / width, high / height)
    across, down = width * scale / 2, height * scale / 2
    x, y = (LEFT + RIGHT) / 2, (TOP + BOTTOM) / 2
    return View(x - across, y - down, x + across, y + down)
