"""An engine that sees what a test painted, and does what a test says.

The red of a picture's first pixel is the number of its faces, which stand side by side; of a clip's
it is that of the first frame.
"""

from __future__ import annotations

import asyncio
import io
import threading
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from PIL import Image

from faceswap.domain.clip import Appearance, ClipFacts, ClipKind, ClipOutcome, Progress
from faceswap.domain.errors import Canceled, IdUnreadable, NoFace, NoFrames, ResultTooLarge
from faceswap.domain.face import Box, FoundFace, Template
from faceswap.domain.kinds import moving_kind
from faceswap.domain.media import MEGABYTE, Encoded, NamedBytes, PictureLimits
from faceswap.domain.options import Options
from faceswap.domain.wording import Frame, Wording
from faceswap.engine.media import stills
from faceswap.engine.scenes.heads import PaintedHead, Patch
from faceswap.engine.scenes.scene import Sitter
from faceswap.engine.studio import Studio, choose
from faceswap.engine.watch import Watch
from faceswap.ports import (
    PlaceOrder,
    PortraitOrder,
    Survey,
    SwapOrder,
    SwapResult,
    WeightedTemplate,
)
from tests.sidecar.makers import FakeMaker, makers

PATIENCE = 10.0
SIDE = 64
PAINT = 200
FPS = 25.0


@dataclass(frozen=True)
class FakeFace:
    found: FoundFace


@dataclass
class FakeSearch:
    """At first glance everybody is seen already."""

    seen: list[FakeFace]

    def largest(self):
        return max(self.seen, key=lambda face: face.found.box.area, default=None)

    def faces(self):
        return self.seen


@dataclass
class FakeEngine:
    """`gate` holds swaps back while it is clear; `began` is set when one has started."""

    name: str = "fake"
    provider: str = "a test, on the CPU"
    models: str = "none 1.0"
    fails: Exception | type[Exception] | None = None
    swaps: list[tuple[list[tuple[Template, float]], Options]] = field(default_factory=list)
    gate: threading.Event = field(default_factory=threading.Event)
    began: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        self.gate.set()

    def detect(self, picture):
        return [FakeFace(_face(number)) for number in range(1, int(picture[0, 0, 0]) + 1)]

    def search(self, picture):
        return FakeSearch(self.detect(picture))

    def enrol(self, photos: Sequence[tuple[str, np.ndarray]]) -> Template:
        if self.fails:
            raise self.fails
        for name, pixels in photos:
            if not self.detect(pixels):
                raise NoFace(name=name)
        data = b"".join(pixels[0, 1].tobytes() for _, pixels in photos)
        return Template(self.name, data, width=photos[0][1].shape[1] / 3, photos=len(photos))

    def open(self, cast):
        for template, _ in cast:
            if template.engine != self.name:
                raise IdUnreadable
        return list(cast)

    def swap(self, picture, face, source, options):
        self.swaps.append((source, options))
        self.began.set()
        if not self.gate.wait(PATIENCE):
            raise TimeoutError
        if self.fails:
            raise self.fails
        swapped = picture.copy()
        box = face.found.box
        swapped[int(box.top) : int(box.bottom), int(box.left) : int(box.right)] = PAINT
        return swapped

    def sitter(self, source):
        return Sitter()

    def head(self, source, wanted):
        left, top = round(wanted.head.x), round(wanted.head.y)
        dot = Patch(left, top, np.full((1, 1, 4), PAINT, np.uint8))
        return PaintedHead(behind=dot, front=dot)

    async def has_begun(self) -> None:
        assert await asyncio.to_thread(self.began.wait, PATIENCE)
        self.began.clear()


def _face(number: int) -> FoundFace:
    left = float((number - 1) * SIDE)
    box = Box(left + 1, 1.0, left + SIDE - 1, SIDE - 1.0)
    return FoundFace(number=number, box=box, yaw=-3.5, roll=0.25, confidence=0.875)


class InProcess:
    """A sandbox that is none: what is opened here was made by the test itself."""

    def __init__(self) -> None:
        self.is_started = self.is_closed = False

    def start(self) -> None:
        self.is_started = True

    def close(self) -> None:
        self.is_closed = True

    def still(self, file, limits):
        return stills.decode(file, limits)


class FakeStudio(Studio):
    """Pictures by a real studio over the fake engine and maker; clips are GIFs, frame by frame.

    While `gate` is clear, clips are held behind their first frame; `began` is set by each frame,
    `stopped` when a clip has been stopped. Results of clips are `heavier` by so many bytes, which
    nothing makes fewer.
    """

    def __init__(
        self, engine: FakeEngine, most_bytes: int = MEGABYTE, *, is_slow: bool = False
    ) -> None:
        self.sandbox, self.maker = InProcess(), FakeMaker()
        super().__init__(
            engine,
            PictureLimits(most_bytes=most_bytes),
            sandbox=self.sandbox,
            makers=makers(self.maker, engine, is_slow=is_slow),
        )
        self.gate, self.began, self.stopped = (threading.Event() for _ in range(3))
        self.gate.set()
        self.heavier = 0
        self.orders: list[SwapOrder] = []

    def swap(self, order: SwapOrder, watch: Watch | None = None) -> SwapResult:
        if moving_kind(order.target.data) is None:
            return super().swap(order)
        assert watch is not None
        self.orders.append(order)
        frames, found = self._frames(order.target), self._found(order.target)
        chosen = choose(found, order.cast, order.target.name)
        most, linked = order.most_bytes, order.linked_bytes
        # The file is large, and is no longer needed.
        del order
        self._play(frames, watch)
        painted = [frame.copy() for frame in frames]
        for frame in painted:
            frame[SIDE // 2 :] = PAINT
        height, width = frames[0].shape[:2]
        data = _gif(painted) + bytes(self.heavier)
        if len(data) > max(most, linked):
            raise ResultTooLarge(size=len(data), limit=most)
        return SwapResult(
            result=Encoded(data, "image/gif", width, height),
            before=_jpeg(frames[0]),
            numbered=_jpeg(frames[0]) if len(found) > 1 else None,
            faces=found,
            swapped=tuple(sorted(chosen)),
            was_reduced=False,
            clip=ClipOutcome(
                kind=ClipKind.GIF,
                frames=len(frames),
                changed=len(frames) - 1,
                seconds=len(frames) / FPS,
                width=width,
                height=height,
                bits=1000,
                appearances=_appearances(found, len(frames)),
            ),
            after=_jpeg(painted[-1]) if len(data) > most else None,
        )

    def measure(self, file: NamedBytes) -> ClipFacts:
        if self.engine.fails:
            raise self.engine.fails
        frames = self._frames(file)
        height, width = frames[0].shape[:2]
        return ClipFacts(ClipKind.GIF, width, height, len(frames), len(frames) / FPS, False)

    def survey(self, file: NamedBytes, watch: Watch | None = None) -> Survey:
        assert watch is not None
        facts, frames = self.measure(file), self._frames(file)
        self._play(frames, watch)
        found = self._found(file)
        return Survey(facts, found, _appearances(found, len(frames)), _jpeg(frames[0]))

    async def has_begun(self) -> None:
        assert await asyncio.to_thread(self.began.wait, PATIENCE)
        self.began.clear()

    async def has_stopped(self) -> None:
        assert await asyncio.to_thread(self.stopped.wait, PATIENCE)
        self.stopped.clear()

    def _play(self, frames: list[np.ndarray], watch: Watch) -> None:
        """Report each frame; be held after the first while the gate is closed."""
        try:
            for done, frame in enumerate(frames, 1):
                picture = _jpeg(frame)
                watch.report(Progress(done, len(frames), FPS), lambda picture=picture: picture)
                self.began.set()
                self._wait(watch, Canceled(done, len(frames)))
        except Canceled:
            self.stopped.set()
            raise
        if self.engine.fails:
            raise self.engine.fails

    def _wait(self, watch: Watch, canceled: Canceled) -> None:
        for _ in range(int(PATIENCE / 0.005)):
            if watch.is_canceled:
                raise canceled
            if self.gate.wait(0.005):
                return
        raise TimeoutError

    def _frames(self, file: NamedBytes) -> list[np.ndarray]:
        if moving_kind(file.data) is None:
            raise NoFrames(name=file.name)
        with Image.open(io.BytesIO(file.data)) as image:
            frames = []
            for at in range(image.n_frames):
                image.seek(at)
                frames.append(np.asarray(image.convert("RGB")))
            return frames

    def _found(self, file: NamedBytes) -> tuple[FoundFace, ...]:
        return tuple(face.found for face in self.engine.detect(self._frames(file)[0]))


def _jpeg(pixels: np.ndarray) -> Encoded:
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "JPEG")
    return Encoded(stream.getvalue(), "image/jpeg", pixels.shape[1], pixels.shape[0])


def _gif(frames: Sequence[np.ndarray]) -> bytes:
    stream = io.BytesIO()
    first, *rest = (Image.fromarray(frame) for frame in frames)
    first.save(stream, "GIF", save_all=True, append_images=rest, duration=40)
    return stream.getvalue()


def _appearances(faces: Sequence[FoundFace], frames: int) -> tuple[Appearance, ...]:
    return tuple(Appearance(face.number, 0.0, frames / FPS, frames) for face in faces)


def studio(engine: FakeEngine, most_bytes: int = MEGABYTE, *, is_slow: bool = False) -> FakeStudio:
    return FakeStudio(engine, most_bytes, is_slow=is_slow)


def png(faces: int = 1, mark: int = 0, name: str = "party.png") -> NamedBytes:
    """Return a picture of so many faces; `mark` makes it another one."""
    pixels = np.full((SIDE, SIDE * max(faces, 1), 3), 90, np.uint8)
    pixels[0, 0, 0], pixels[0, 1] = faces, mark
    stream = io.BytesIO()
    Image.fromarray(pixels).save(stream, "PNG")
    return NamedBytes(name, stream.getvalue())


def gif(faces: int = 1, frames: int = 5, name: str = "party.gif") -> NamedBytes:
    """Return a clip of so many faces and frames."""
    pixels = np.full((frames, SIDE, SIDE * max(faces, 1), 3), 90, np.uint8)
    pixels[:, 0, 0, 0] = faces
    for at in range(frames):
        pixels[at, -1, -1] = 10 + at
    return NamedBytes(name, _gif(pixels))


def template(mark: bytes = b"anna", engine: str = "fake") -> Template:
    return Template(engine, mark, width=123.5, photos=2)


def order(target: NamedBytes | None = None, most_bytes: int = MEGABYTE) -> SwapOrder:
    """Return the plainest order: one template to the largest face."""
    cast = ((WeightedTemplate(template(), 1.0),),)
    return SwapOrder(target or png(), cast, Options(), most_bytes)


def portrait(seed: int = 7, text: str = "a mad king", who: Template | None = None) -> PortraitOrder:
    """Return the plainest order of a portrait."""
    cast = (WeightedTemplate(who or template(), 1.0),)
    return PortraitOrder(Wording(text), cast, Frame.SQUARE, seed, Options(), MEGABYTE)


def place(
    target: NamedBytes | None = None,
    background: NamedBytes | None = None,
    seed: int = 7,
    text: str = "a beach",
) -> PlaceOrder:
    """Return an order to put people before a background, or else where the words say."""
    wording = None if background else Wording(text)
    return PlaceOrder(target or png(), wording, background, seed, MEGABYTE)
