"""Portraits and places by whoever makes pictures from words."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any, Generic

from faceswap.domain.errors import MakerDown, NoFaceMade, PictureRefused
from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.domain.wording import MOST_SEED, Made, Wording
from faceswap.engine.casting import LEAST_WIDTH
from faceswap.engine.making import Cutter, MadePlace, Makers, Portrait, PortraitWanted
from faceswap.engine.media import stills
from faceswap.engine.media.sandbox.client import Sandbox
from faceswap.engine.media.scaling import covering
from faceswap.engine.protocol import Engine, Face, Pixels, Source
from faceswap.engine.watch import Watch
from faceswap.ports import Brief, ImageMaker

TRIES = 3
"""How many pictures are made until one shows a face, each of another seed."""

PORTRAIT = "portrait photo of one person looking at the camera, face clearly visible"
PLACE = "an empty place, wide view, nobody there"
NOBODY = ("people", "person", "face")

PLACE_AREA = 1024 * 1024
"""How many pixels of a place are made; it is enlarged to the picture's size."""
STEP = 64
"""What the sides of generators' pictures are multiples of."""


class _Generator:
    """Makes pictures and opens them with care."""

    def __init__(self, maker: ImageMaker, sandbox: Sandbox, limits: PictureLimits) -> None:
        self.name = maker.name
        self._maker = maker
        self._sandbox = sandbox
        self._limits = limits

    def make(self, brief: Brief, watch: Watch) -> Pixels:
        """Make a picture, (height, width, 3) uint8 RGB; its sides may be others than asked for.

        Raises:
            MakerDown: What came is no picture.
        """
        made = self._maker.make(brief, watch)
        watch.go_on()
        try:
            still = self._sandbox.still(NamedBytes("", made.data), self._limits)
        except PictureRefused as refusal:
            raise MakerDown from refusal
        return stills.in_srgb(replace(still, pixels=still.shown, alpha=None)).pixels


class GeneratedPortraits(Generic[Face, Source]):
    """A `Portraitist`: a picture of somebody, onto whose face the identity is swapped."""

    def __init__(
        self,
        engine: Engine[Face, Source],
        sandbox: Sandbox,
        limits: PictureLimits,
        maker: ImageMaker,
    ) -> None:
        self._engine = engine
        self._generator = _Generator(maker, sandbox, limits)

    def portrait(self, wanted: PortraitWanted, watch: Watch) -> Portrait:
        """Make a portrait; one without a face is made anew, of the next seed.

        Raises:
            NoFaceMade: None of them shows a face.
            Refusal: The words or a template will not do.
            BackendFault: The maker cannot just now.
            Canceled: The watch was told to.
        """
        source = self._engine.open([(each.template, each.weight) for each in wanted.cast])
        wording = replace(wanted.wording, text=_joined(wanted.wording.text, PORTRAIT))
        width, height = wanted.frame.sides
        for later in range(TRIES):
            seed = (wanted.seed + later) % (MOST_SEED + 1)
            pixels = self._generator.make(Brief(wording, width, height, seed), watch)
            if face := self._main_face(pixels):
                swapped = self._engine.swap(pixels, face, source, wanted.options)
                return Portrait(swapped, Made(self._generator.name, seed))
        raise NoFaceMade

    def _main_face(self, pixels: Pixels) -> Face | None:
        """Return the largest face, None where it is too small to be swapped."""
        faces = self._engine.detect(pixels)
        largest = max(faces, key=lambda face: face.found.box.area, default=None)
        is_fine = largest and largest.found.box.width >= LEAST_WIDTH
        return largest if is_fine else None


class GeneratedPlaces:
    """A `PlaceMaker`: pictures with nobody in them."""

    def __init__(self, sandbox: Sandbox, limits: PictureLimits, maker: ImageMaker) -> None:
        self._generator = _Generator(maker, sandbox, limits)

    def place(self, wording: Wording, sides: tuple[int, int], seed: int, watch: Watch) -> MadePlace:
        """Make a place of a width and a height in pixels, with nobody in it.

        Raises:
            Refusal: The words will not do.
            BackendFault: The maker cannot just now.
            Canceled: The watch was told to.
        """
        empty = Wording(_joined(wording.text, PLACE), (*wording.without, *NOBODY))
        pixels = self._generator.make(Brief(empty, *sides_to_make(*sides), seed), watch)
        return MadePlace(covering(pixels, *sides), Made(self._generator.name, seed))


def generated(
    maker: ImageMaker,
    engine: Engine[Face, Source],
    sandbox: Sandbox,
    limits: PictureLimits,
    cutter: Cutter[Any],
) -> Makers:
    """Return makers that are all one generator; what it makes is opened within the limits."""
    return Makers(
        portraits=GeneratedPortraits(engine, sandbox, limits, maker),
        places=GeneratedPlaces(sandbox, limits, maker),
        cutter=cutter,
        name=maker.name,
        is_slow=True,
    )


def sides_to_make(width: int, height: int) -> tuple[int, int]:
    """Return the sides a generator is asked for, of about the same form: multiples of 64.

    Of what is longer than four times its width, or as much wider than high, a part is made.
    """
    form = min(4.0, max(0.25, width / height))
    ideal = math.sqrt(PLACE_AREA * form), math.sqrt(PLACE_AREA / form)
    return max(1, round(ideal[0] / STEP)) * STEP, max(1, round(ideal[1] / STEP)) * STEP


def _joined(text: str, more: str) -> str:
    return f"{text.strip().rstrip('.,')}, {more}" if text.strip() else more
