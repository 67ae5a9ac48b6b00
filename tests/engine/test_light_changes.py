"""A new face in a clip is as bright as its frame, whatever lamps and editors do.

What a change of light makes of a frame is known here: it is made of the frame. So a clip is swapped
with it and without it; the latter, in the same light, is what the former must be.
"""

from dataclasses import dataclass

import numpy as np
import pytest

from faceswap.domain.options import Options
from faceswap.engine.mesh import unwrap, zones
from tests.engine import clips, talking
from tests.engine.clips import drifting

COUNT = 40
INSIDE = zones.face_zone(64)
ON, OFF = 12, 26


def fade_in(at):
    return min(1.0, at / 14), 0.0


def fade_out(at):
    return max(0.0, 1 - max(0, at - 8) / 20), 0.0


def lamp_off_and_on(at):
    return 0.3 if ON <= at < OFF else 1.0, 0.0


def lamp_on(at):
    return 0.25 if at < ON else 1.0, 0.0


def strobe(at):
    return (1.0 if (at // 3) % 2 else 0.2), 0.0


def coloured(at):
    return np.array([[1, 0.35, 0.35], [0.4, 1, 0.5], [0.4, 0.5, 1]])[(at // 8) % 3], 0.0


def sunset(at):
    return 1 - np.array([0, 0.4, 0.7]) * min(1.0, at / 30), 0.0


def fade_to_white(at):
    share = min(0.9, max(0, at - 6) / 30)
    return 1 - share, 255 * share


def lit(frame, light, at):
    """Return a frame in another light, one that multiplies it and adds to it."""
    gain, lift = light(at)
    return np.clip(np.round(frame * gain + lift), 0, 255).astype(np.uint8)


@dataclass(frozen=True)
class Person:
    """A clip of somebody, and where the face is in each frame."""

    frames: list
    faces: list


@pytest.fixture(scope="module")
def persons(engine, people):
    def drifter(name):
        if name == "astronaut":
            return clips.clip(COUNT, (clips.astronaut(), drifting()))
        picture = np.ascontiguousarray(people.of(name).closer(0.7))
        return clips.clip(COUNT, (picture, drifting(300, 170, 1.1)))

    def talker(name):
        puppet = talking.puppet_of(people, name, 0.8)
        part = talking.turning(talking.talking(talking.blinking(talking.standing(puppet))))
        return talking.film(COUNT, (puppet, part)).frames

    made = {}

    def person(name):
        if name not in made:
            kind, who = name.split()
            frames = {"drifting": drifter, "talking": talker}[kind](who)
            seen = clips.tracked(engine, frames)
            made[name] = Person(frames, [frame.seen[0].face for frame in seen])
        return made[name]

    return person


@pytest.fixture(scope="module")
def misses(engine, people, persons):
    """Return a measure: how far from the true colour a new face is, (frames, 3) levels."""

    def swapped(person, source, light):
        animator = engine.animate(people.source(source), Options())
        for at, (frame, face) in enumerate(zip(person.frames, person.faces, strict=True)):
            canvas = clips.canvas(lit(frame, light, at))
            animator.swap(canvas, face)
            yield canvas.cut((0, 0, clips.WIDTH, clips.HEIGHT))

    def measure(name, light, source):
        person = persons(name)
        plain = swapped(person, source, lambda _: (1.0, 0.0))
        found = []
        for at, (old, new) in enumerate(zip(plain, swapped(person, source, light), strict=True)):
            points = person.faces[at].mesh.points
            true, seen = (
                unwrap.unwrap(frame, points, 64)[INSIDE].mean(axis=0)
                for frame in (lit(old, light, at), new)
            )
            found.append(seen - true)
        return np.stack(found)

    return measure


@pytest.mark.parametrize(
    "light", [fade_in, fade_out, lamp_off_and_on, lamp_on, strobe, coloured, fade_to_white]
)
def test_a_new_face_is_as_bright_as_its_frame_and_of_its_colour(misses, light):
    miss = misses("drifting astronaut", light, "six")

    assert np.abs(miss).max() < 5


@pytest.mark.parametrize("light", [fade_in, strobe])
def test_another_face_of_other_skin_is_too(misses, light):
    miss = misses("drifting four", light, "astronaut")

    assert np.abs(miss).max() < 5


@pytest.mark.slow
@pytest.mark.parametrize("name", ["drifting three", "talking astronaut", "talking three"])
@pytest.mark.parametrize(
    "light",
    [fade_in, fade_out, lamp_off_and_on, lamp_on, strobe, coloured, sunset, fade_to_white],
)
def test_so_are_faces_that_turn_and_talk(misses, name, light):
    # In less light or haze a little more or less of the old mouth and eyes is seen.
    assert np.abs(misses(name, light, "one")).max() < 9
