"""Makers that paint what they are told in one colour, step by step, and are held where a test says.

The last byte of a seed is its picture's red.
"""

from __future__ import annotations

import asyncio
import threading
from dataclasses import dataclass, field

import numpy as np

from faceswap.domain.errors import NoFace
from faceswap.domain.wording import Made, Wording
from faceswap.engine.making import MadePlace, Makers, Portrait, PortraitWanted
from faceswap.engine.protocol import Engine, Pixels, TargetFace
from faceswap.engine.watch import Watch

PATIENCE = 10.0
STEPS = 4
PEOPLE = 220


def painted(seed: int, sides: tuple[int, int]) -> Pixels:
    """Return a picture of one colour."""
    width, height = sides
    pixels = np.full((height, width, 3), 60, np.uint8)
    pixels[..., 0] = seed % 256
    return pixels


@dataclass
class FakeMaker:
    """A `Portraitist` and a `PlaceMaker`.

    While `gate` is clear, pictures are held behind their first step; `began` is set by each step,
    `stopped` when one has been stopped.
    """

    name: str = "painter"
    scene: str = "mad king"
    fails: Exception | None = None
    wanted: list[PortraitWanted] = field(default_factory=list)
    wordings: list[Wording] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    began: threading.Event = field(default_factory=threading.Event)
    stopped: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    def portrait(self, wanted: PortraitWanted, watch: Watch) -> Portrait:
        self.wanted.append(wanted)
        self._work(watch)
        made = Made(self.name, wanted.seed, self.scene, "a king on his throne")
        return Portrait(painted(wanted.seed, wanted.frame.sides), made)

    def place(self, wording: Wording, sides: tuple[int, int], seed: int, watch: Watch) -> MadePlace:
        self.wordings.append(wording)
        self._work(watch)
        made = Made(self.name, seed, "beach", "a beach", is_match=False)
        return MadePlace(painted(seed, sides), made)

    async def has_begun(self) -> None:
        assert await asyncio.to_thread(self.began.wait, PATIENCE)
        self.began.clear()

    async def has_stopped(self) -> None:
        assert await asyncio.to_thread(self.stopped.wait, PATIENCE)
        self.stopped.clear()

    def _work(self, watch: Watch) -> None:
        # It may be let go on another thread than the one that waits.
        watch.on_cancel(self.stopped.set)
        if self.fails:
            raise self.fails
        for done in range(1, STEPS + 1):
            watch.steps(done, STEPS)
            self.began.set()
            self._wait(watch)

    def _wait(self, watch: Watch) -> None:
        for _ in range(int(PATIENCE / 0.005)):
            watch.go_on()
            if self.gate.wait(0.005):
                return
        raise TimeoutError


class FakeCutter:
    """Cuts out everybody in whom an engine sees a face: the square of it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def cut_out(self, picture: Pixels, name: str = "") -> list[TargetFace]:
        faces = self._engine.detect(picture)
        if not faces:
            raise NoFace(name=name)
        return faces

    def put_before(self, cutout: list[TargetFace], place: MadePlace) -> Pixels:
        pixels = place.pixels.copy()
        for face in cutout:
            box = face.found.box
            rows = slice(int(box.top), int(box.bottom))
            pixels[rows, int(box.left) : int(box.right)] = PEOPLE
        return pixels


def makers(maker: FakeMaker, engine: Engine, *, is_slow: bool = False) -> Makers:
    """Return makers that are all the same one."""
    return Makers(
        portraits=maker,
        places=maker,
        cutter=FakeCutter(engine),
        name=maker.name,
        scenes=("mad king", "astronaut"),
        backdrops=("beach",),
        is_slow=is_slow,
    )
