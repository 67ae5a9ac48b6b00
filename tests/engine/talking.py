"""Film of people who turn their heads, talk and blink before a place that a camera pans over."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from faceswap.engine.cutout.cutter import Cutter
from faceswap.engine.mesh.arrays import Floats, Pixels
from tests.engine import clips, pictures
from tests.engine.people import People
from tests.engine.puppet import Act, Puppet

Part = Callable[[int], Act]
"""What somebody does in each frame."""

# How far the eyes are shut from a blink's first frame on, at 30 frames a second.
BLINK = (0.45, 0.9, 1.0, 1.0, 0.75, 0.4, 0.15)
BLINKS = (10, 38, 47, 74)
# How wide a face is in a frame, in pixels.
WIDE = 125.0


@dataclass(frozen=True)
class Film:
    """Frames, and where the first person's mesh really is in each, (frames, 468, 3) in pixels."""

    frames: Sequence[Pixels]
    truth: Floats


def puppet_of(people: People, name: str, margin: float = 1.2) -> Puppet:
    """Return somebody of the sample pictures, cut out with so much of what is around the face."""
    photo = people.only(people.of(name).closer(margin))
    cut = Cutter(people.engine).cut_out(photo.picture)
    return Puppet(cut.foreground, cut.alpha, photo.points)


def film(count: int, *cast: tuple[Puppet, Part], noise: float = 3.0) -> Film:
    """Return so many frames with people in them, the first before the others."""
    frames = []
    for at in range(count):
        frame = place(at)
        for puppet, part in reversed(cast):
            frame = puppet.onto(frame, part(at))
        frames.append(clips.noisy(cv2.GaussianBlur(frame, (0, 0), 0.6), at, noise))
    puppet, part = cast[0]
    return Film(frames, np.stack([puppet.points(part(at)) for at in range(count)]))


def place(at: int) -> Pixels:
    """Return a workshop that a camera pans over, (360, 640, 3)."""
    room = pictures.faceless("motorcycle_left.png")
    scale = 1.25 * clips.WIDTH / room.shape[1]
    x, y = 60 * math.sin(at / 29) - 80, 25 * math.cos(at / 37) - 60
    matrix = np.array([[scale, 0, x], [0, scale, y]])
    return cv2.warpAffine(room, matrix, (clips.WIDTH, clips.HEIGHT), flags=cv2.INTER_AREA)


def standing(puppet: Puppet, x: float = 320, y: float = 195, wide: float = WIDE) -> Part:
    """Return the part of somebody who sways a little, about a place in the frame."""
    scale = wide / puppet.width
    return lambda at: Act(x + 7 * math.sin(at / 21), y + 4 * math.sin(at / 15), scale)


def turning(part: Part, most: float = 34.0) -> Part:
    """Have a head turn from side to side, up to so many degrees, nod and lean."""
    return lambda at: replace(
        part(at),
        yaw=most * math.sin(2 * math.pi * at / 72),
        pitch=13 * math.sin(at / 13),
        roll=7 * math.sin(at / 19),
    )


def talking(part: Part) -> Part:
    """Have somebody say five syllables a second, some louder, with a pause now and then."""
    return lambda at: replace(part(at), mouth=_syllables(at))


def _syllables(at: int) -> float:
    loudness = max(0.0, 0.5 + 0.45 * math.sin(at / 9) - (at % 60 > 50))
    return loudness * math.sin(math.pi * at / 6.3) ** 2


def blinking(part: Part) -> Part:
    """Have somebody blink now and then."""

    def acted(at: int) -> Act:
        since = min((at - begin for begin in BLINKS if at >= begin), default=len(BLINK))
        return replace(part(at), shut=BLINK[since] if since < len(BLINK) else 0.0)

    return acted
