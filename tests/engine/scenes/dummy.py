"""A head of nobody: stands where a face is going to be."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from faceswap.domain.face import Template
from faceswap.engine.scenes.colour import darker, lighter
from faceswap.engine.scenes.heads import HeadWanted, PaintedHead, Patch
from faceswap.engine.scenes.scene import Hair, Sitter
from faceswap.engine.scenes.svg import drawn

NECK = '<path d="M-75 120 L-85 420 L85 420 L75 120Z" fill="{deep}"/>'
SKULL = (
    '<defs><radialGradient id="dummy-skin" cx="0.4" cy="0.4" r="0.7">'
    '<stop stop-color="{light}"/><stop offset="1" stop-color="{skin}"/></radialGradient></defs>'
    '<ellipse cx="-155" cy="48" rx="16" ry="46" fill="{deep}"/>'
    '<ellipse cx="155" cy="48" rx="16" ry="46" fill="{deep}"/>'
    '<path d="M-148 -30 C-148 -250 148 -250 148 -30 C148 110 80 200 0 200'
    ' C-80 200 -148 110 -148 -30Z" fill="url(#dummy-skin)"/>'
    '<ellipse cx="-62" cy="10" rx="26" ry="12" fill="#fff"/><circle cx="-62" cy="10" r="10"/>'
    '<ellipse cx="62" cy="10" rx="26" ry="12" fill="#fff"/><circle cx="62" cy="10" r="10"/>'
    '<path d="M-95 -22 Q-62 -40 -30 -24 M30 -24 Q62 -40 95 -22" stroke="{hair}"'
    ' stroke-width="11" fill="none"/>'
    '<path d="M-12 70 Q0 84 12 70" stroke="{deep}" stroke-width="7" fill="none"/>'
    '<path d="M-45 120 Q0 145 45 120" stroke="#7a3b35" stroke-width="10" fill="none"/>'
)
CAP = (
    '<path d="M-154 10 C-175 -260 175 -260 154 10 C150 -60 110 -120 0 -120'
    ' C-110 -120 -150 -60 -154 10Z" fill="{hair}"/>'
)


class DummyPainter:
    """Opens nobody, and paints a head of the size and the colours that are wanted."""

    def __init__(self) -> None:
        self.wanted: list[HeadWanted] = []

    def open(self, cast: Sequence[tuple[Template, float]]) -> str:
        """Return nobody."""
        return "nobody"

    def sitter(self, source: str) -> Sitter:
        """Return colours of somebody."""
        return Sitter()

    def head(self, source: str, wanted: HeadWanted) -> PaintedHead:
        """Paint a head, and note what was wanted."""
        self.wanted.append(wanted)
        skin = wanted.sitter.skin
        is_bare = wanted.hair in (Hair.HIDDEN, Hair.NONE)
        colours = {
            "skin": skin,
            "deep": darker(skin, 0.25),
            "light": lighter(skin, 0.2),
            "hair": wanted.sitter.hair,
        }
        skull = SKULL if is_bare else SKULL + CAP
        return PaintedHead(
            _patch(NECK.format(**colours), wanted), _patch(skull.format(**colours), wanted)
        )


def _patch(svg: str, wanted: HeadWanted) -> Patch:
    pixels = drawn(wanted.head.worn(svg), wanted.view, wanted.width, wanted.height)
    return Patch(0, 0, np.ascontiguousarray(pixels))
