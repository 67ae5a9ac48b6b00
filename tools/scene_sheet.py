"""Draws scenes, to look at: one at full size, or all of them on a sheet.

    PYTHONPATH=. python tools/scene_sheet.py faceswap.engine.scenes.cast.king:KING OUT.png
    PYTHONPATH=. python tools/scene_sheet.py all OUT.png --frame landscape --photo ME.jpg

A dummy's head stands where a face is going to be; with a photo, the person on it is painted.
"""

from __future__ import annotations

import argparse
import math
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np
from PIL import Image

from faceswap.domain.wording import Frame, Wording
from faceswap.engine.scenes.catalogue import BACKDROPS, SCENES
from faceswap.engine.scenes.choosing import choose
from faceswap.engine.scenes.portrait import Easel, PortraitTask
from faceswap.engine.scenes.scene import Scene
from tests.engine.scenes.dummy import DummyPainter

SMALL = 360
"""Pixels of a portrait's width on the sheet."""


def painter_of(photo: Path | None) -> tuple[Any, Any]:
    """Return who paints, and whom."""
    if photo is None:
        return DummyPainter(), "nobody"
    from faceswap.engine.mesh.engine import MeshEngine

    engine = MeshEngine()
    pixels = np.asarray(Image.open(photo).convert("RGB"))
    return engine, engine.open([(engine.enrol([(photo.name, pixels)]), 1.0)])


def portrait(scene: Scene, asked: argparse.Namespace, sitter: tuple[Any, Any]) -> Image.Image:
    """Return a picture of a scene as the words want it."""
    painter, source = sitter
    wording = Wording(asked.words, tuple(asked.without))
    choice = choose(wording, asked.seed, (scene,), BACKDROPS)
    task = PortraitTask(replace(choice, is_match=True), asked.frame, asked.seed)
    return Image.fromarray(Easel(painter).portrait(source, task, lambda _done, _of: None))


def contact_sheet(pictures: list[Image.Image]) -> Image.Image:
    """Return pictures of one size, small, in rows."""
    wide, high = pictures[0].size
    tall = SMALL * high // wide
    columns = math.ceil(math.sqrt(len(pictures)))
    rows = math.ceil(len(pictures) / columns)
    sheet = Image.new("RGB", (columns * SMALL, rows * tall))
    for at, picture in enumerate(pictures):
        small = picture.resize((SMALL, tall), Image.Resampling.LANCZOS)
        sheet.paste(small, (at % columns * SMALL, at // columns * tall))
    return sheet


def main() -> None:
    """Draw the scene that is named, or all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scene", help="module:NAME, or all")
    parser.add_argument("out", type=Path)
    parser.add_argument("--frame", type=Frame, default=Frame.SQUARE)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--words", default="")
    parser.add_argument("--without", nargs="*", default=())
    parser.add_argument("--photo", type=Path)
    asked = parser.parse_args()
    sitter = painter_of(asked.photo)
    if asked.scene == "all":
        contact_sheet([portrait(each, asked, sitter) for each in SCENES]).save(asked.out)
        return
    module, name = asked.scene.split(":")
    portrait(getattr(import_module(module), name), asked, sitter).save(asked.out)


if __name__ == "__main__":
    main()
