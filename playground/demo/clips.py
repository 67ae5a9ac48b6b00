"""The clips of the visit: cut-out people who move over a drawn background, and a tone."""

from __future__ import annotations

import io
import math
from collections.abc import Iterator
from dataclasses import dataclass, field
from fractions import Fraction

import av
import numpy as np
from PIL import Image, ImageDraw, ImageFilter

from playground.demo.samples import Box, portrait
from playground.uploads import Upload

TONE = 440.0
RATE = 48_000
SOUND_FRAME = 1024
"""Hertz of the tone, samples a second, and as many as an AAC frame has."""
AXES = 0.72, 0.86
"""Half the width and height of a cut-out, in widths and heights of the face."""
CREAM = (250, 240, 214)
RING = 4


@dataclass(frozen=True, slots=True)
class Clip:
    """A clip, and for each of its frames the faces from left to right."""

    name: str
    data: bytes = field(repr=False)
    faces: tuple[tuple[Box, ...], ...] = field(repr=False)

    @property
    def upload(self) -> Upload:
        """The file as somebody sends it."""
        return Upload(self.name, self.data)


@dataclass(frozen=True, slots=True)
class Actor:
    """Somebody cut out of the group photo, and how they move: middle, reach and pace."""

    number: int
    middle: tuple[float, float]
    reach: tuple[float, float]
    width: int
    pace: float

    def at(self, seconds: float) -> tuple[float, float]:
        """The middle of the face, as shares of the frame."""
        turn = seconds * self.pace * math.tau
        x, y = self.middle
        return x + self.reach[0] * math.sin(turn), y + self.reach[1] * math.sin(2 * turn)


def dance() -> Clip:
    """A GIF of one face that sways, 30 frames in 3 seconds."""
    size, delay, count = (320, 240), 0.1, 30
    actor = Actor(4, (0.5, 0.52), (0.2, 0.05), 84, 1 / 3)
    shots = list(_shots((actor,), size, [at * delay for at in range(count)]))
    # One palette for all frames, as GIF makers do, so that what stands still does not flicker.
    palette = shots[0][0].quantize(256, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    frames = [picture.quantize(palette=palette) for picture, _ in shots]
    stream = io.BytesIO()
    frames[0].save(
        stream,
        "GIF",
        save_all=True,
        append_images=frames[1:],
        duration=round(delay * 1000),
        loop=0,
    )
    return Clip("dance.gif", stream.getvalue(), tuple(boxes for _, boxes in shots))


def duet() -> Clip:
    """A video of two faces with a tone: six seconds of 480 x 270 pixels, 15 frames a second."""
    size, rate, count = (480, 270), 15, 90
    actors = (
        Actor(1, (0.27, 0.5), (0.06, 0.06), 84, 0.35),
        Actor(6, (0.72, 0.5), (0.07, 0.05), 80, 0.3),
    )
    shots = _shots(actors, size, [at / rate for at in range(count)])
    faces: list[tuple[Box, ...]] = []
    stream = io.BytesIO()
    with av.open(stream, "w", format="mp4") as container:
        video = container.add_stream("libx264", rate=rate, options={"preset": "veryfast"})
        video.width, video.height = size
        video.pix_fmt = "yuv420p"
        audio = container.add_stream("aac", rate=RATE, layout="mono")
        for picture, boxes in shots:
            faces.append(boxes)
            container.mux(video.encode(av.VideoFrame.from_image(picture)))
        for sound in _tone(count / rate):
            container.mux(audio.encode(sound))
        container.mux(video.encode())
        container.mux(audio.encode())
    return Clip("duet.mp4", stream.getvalue(), tuple(faces))


def _shots(
    actors: tuple[Actor, ...], size: tuple[int, int], times: list[float]
) -> Iterator[tuple[Image.Image, tuple[Box, ...]]]:
    """Yield the frames and where their faces are."""
    scene = _scene(size)
    cuts = [_cut_out(actor) for actor in actors]
    for seconds in times:
        frame = scene.copy()
        boxes: list[Box] = []
        for actor, (figure, face) in zip(actors, cuts, strict=True):
            x, y = actor.at(seconds)
            left = round(x * size[0] - (face[0] + face[2]) / 2)
            top = round(y * size[1] - (face[1] + face[3]) / 2)
            frame.paste(figure, (left, top), figure)
            boxes.append((face[0] + left, face[1] + top, face[2] + left, face[3] + top))
        yield frame, tuple(boxes)


def _cut_out(actor: Actor) -> tuple[Image.Image, Box]:
    """Return somebody's head in an oval frame, and the face in it."""
    sample = portrait("actor.png", actor.number)
    (face,) = sample.faces
    scale = actor.width / (face[2] - face[0])
    with Image.open(io.BytesIO(sample.data)) as picture:
        size = round(picture.width * scale), round(picture.height * scale)
        figure = picture.convert("RGB").resize(size, Image.Resampling.LANCZOS)
    left, top, right, bottom = (round(side * scale) for side in face)
    x, y = (right - left) * AXES[0], (bottom - top) * AXES[1]
    middle = (left + right) / 2, (top + bottom) / 2
    edge = Image.new("L", figure.size)
    ellipse = (middle[0] - x, middle[1] - y, middle[0] + x, middle[1] + y)
    ImageDraw.Draw(edge).ellipse(ellipse, fill=255)
    ImageDraw.Draw(figure).ellipse(ellipse, outline=CREAM, width=RING)
    figure.putalpha(edge.filter(ImageFilter.GaussianBlur(0.7)))
    return figure, (left, top, right, bottom)


def _scene(size: tuple[int, int]) -> Image.Image:
    """Return an evening sky with a moon and hills."""
    width, height = size
    share = np.linspace(0.0, 1.0, height)[:, None, None]
    top, bottom = np.array([38, 42, 92]), np.array([236, 150, 104])
    sky = np.broadcast_to(top + (bottom - top) * share, (height, width, 3))
    scene = Image.fromarray(sky.astype(np.uint8))
    draw = ImageDraw.Draw(scene)
    moon = height // 9
    draw.ellipse((width - 4 * moon, moon, width - 2 * moon, 3 * moon), fill=CREAM)
    for at, color in enumerate(((86, 62, 98), (58, 46, 78), (38, 34, 58))):
        hill = (0.72 + 0.1 * at) * height
        line = [(x, hill + height * 0.07 * math.sin(x / width * 7 + at * 2)) for x in range(width)]
        draw.polygon([(0, height), *line, (width - 1, height)], fill=color)
    return scene


def _tone(seconds: float) -> Iterator[av.AudioFrame]:
    """Yield a tone that swells and fades."""
    count = round(seconds * RATE)
    at = np.arange(count) / RATE
    wave = 0.2 * np.sin(TONE * math.tau * at) * np.sin(math.pi * at / seconds)
    for start in range(0, count, SOUND_FRAME):
        part = wave[None, start : start + SOUND_FRAME].astype(np.float32)
        frame = av.AudioFrame.from_ndarray(part, format="fltp", layout="mono")
        frame.sample_rate, frame.pts, frame.time_base = RATE, start, Fraction(1, RATE)
        yield frame
