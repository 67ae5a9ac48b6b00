"""Draws scenes without anybody in them, to look at.

    python tools/scene_sheet.py faceswap.engine.scenes.cast.king:KING OUT.png [--frame landscape]

A grey head stands where a face is going to be.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from pathlib import Path

import numpy as np
from PIL import Image

from faceswap.domain.wording import Frame
from faceswap.engine.scenes.scene import Dice, Hair, Look, Scene, Sitter, View
from faceswap.engine.scenes.svg import Rgba, drawn

VIEWS = {
    Frame.SQUARE: View(),
    Frame.PORTRAIT: View(100, -50, 900, 1119),
    Frame.LANDSCAPE: View(-231, 0, 1231, 1000),
}
NECK = '<path d="M-70 120 L-80 330 L80 330 L70 120Z" fill="{deep}"/>'
SKULL = (
    '<ellipse cx="-155" cy="48" rx="16" ry="46" fill="{deep}"/>'
    '<ellipse cx="155" cy="48" rx="16" ry="46" fill="{deep}"/>'
    '<path d="M-148 -30 C-148 -250 148 -250 148 -30 C148 110 80 200 0 200'
    ' C-80 200 -148 110 -148 -30Z" fill="{skin}"/>'
    '<ellipse cx="-62" cy="10" rx="26" ry="12" fill="#fff"/><circle cx="-62" cy="10" r="10"/>'
    '<ellipse cx="62" cy="10" rx="26" ry="12" fill="#fff"/><circle cx="62" cy="10" r="10"/>'
    '<path d="M-45 120 Q0 145 45 120" stroke="#7a3b35" stroke-width="10" fill="none"/>'
)
HAIR = (
    '<path d="M-154 10 C-175 -260 175 -260 154 10 C150 -60 110 -120 0 -120'
    ' C-110 -120 -150 -60 -154 10Z" fill="{hair}"/>'
)


def sheet(scene: Scene, frame: Frame, look: Look) -> Image.Image:
    """Return a scene as a picture."""
    view, (width, height) = VIEWS[frame], frame.sides
    drawing = scene.draw(look)
    sitter = look.sitter
    colours = {"skin": sitter.skin, "deep": "#9a6a4c", "hair": sitter.hair}
    bare = drawing.hair in (Hair.HIDDEN, Hair.NONE)
    head = drawing.head.worn((SKULL + ("" if bare else HAIR)).format(**colours))
    small = drawn(drawing.backdrop, view, width // 4, height // 4)
    picture = Image.fromarray(small).resize((width, height), Image.Resampling.BICUBIC)
    neck = drawing.head.worn(NECK.format(**colours))
    for fragment in (neck, drawing.body, head, drawing.front):
        layer: Rgba = np.ascontiguousarray(drawn(fragment, view, width, height))
        picture.alpha_composite(Image.fromarray(layer))
    return picture.convert("RGB")


def main() -> None:
    """Draw the scene that is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scene")
    parser.add_argument("out", type=Path)
    parser.add_argument("--frame", type=Frame, default=Frame.SQUARE)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--words", default="")
    asked = parser.parse_args()
    module, name = asked.scene.split(":")
    scene: Scene = getattr(import_module(module), name)
    words = frozenset(asked.words.lower().split())
    dice, view = Dice(asked.seed), VIEWS[asked.frame]
    look = Look(scene.palette, Sitter(), dice=dice, view=view, words=words)
    sheet(scene, asked.frame, look).save(asked.out)


if __name__ == "__main__":
    main()
