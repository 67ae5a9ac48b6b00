"""Heads that turn, mouths that talk and eyes that blink, in clips, stay in step with the old ones.

Places on a face are compared where the tracker sees them in the old frames; what the head really
does is known of the film.
"""

from dataclasses import dataclass

import numpy as np
import pytest

from faceswap.engine.mesh import shape, unwrap, zones
from faceswap.engine.mesh.eyes import GAZE_EVERY, EyeWatch
from faceswap.engine.mesh.gaze import IrisNet
from faceswap.engine.mesh.light import LUMA
from tests.engine import clips, talking
from tests.engine.talking import BLINK, BLINKS, Film

SIDE, COUNT = 64, 72
MOUTH = zones.zone(zones.LIPS, 0.03, SIDE)
EYES = zones.zone(zones.EYES, 0.02, SIDE)
INSIDE = zones.face_zone(SIDE)
SKIN = INSIDE & ~MOUTH & ~EYES
# Frames in which the eyes are shut, and those in which lids do not move at all.
SHUT = [begin + at for begin in BLINKS for at, shut in enumerate(BLINK) if shut == 1]
AWAKE = [
    at for at in range(COUNT) if all(not -2 <= at - begin < len(BLINK) + 2 for begin in BLINKS)
]


@dataclass(frozen=True)
class Swapped:
    """A film before and after; meshes are (frames, 468, 2), faces laid flat (frames, 64, 64)."""

    film: Film
    numbers: list[list[int]]
    old_meshes: np.ndarray
    new_meshes: np.ndarray
    old: np.ndarray
    new: np.ndarray
    frames: list[np.ndarray]

    def ratio(self, measure, where):
        """Return what is measured on new faces beside old ones, on a part of them."""
        return measure(self.new[:, where]) / measure(self.old[:, where])


@pytest.fixture(scope="module")
def swapped(engine, people):
    """Return who swaps the first person of a film."""

    def swap(film, source):
        seen = clips.tracked(engine, film.frames)
        after = clips.swapped(engine, seen, people.source(source))
        again = clips.tracked(engine, after)
        old, new = (
            np.stack([frame.seen[0].face.points for frame in frames]) for frames in (seen, again)
        )
        flat = [
            np.stack([unwrap.unwrap(*each, SIDE) @ LUMA for each in zip(frames, old, strict=True)])
            for frames in (film.frames, after)
        ]
        numbers = [[each.number for each in frame.seen] for frame in seen]
        return Swapped(film, numbers, old[..., :2], new[..., :2], *flat, after)

    return swap


@pytest.fixture(scope="module")
def puppet(people):
    margins = {"astronaut": 1.2, "three": 0.8}
    return lambda name: talking.puppet_of(people, name, margins[name])


@pytest.fixture(scope="module")
def film(puppet):
    """Return a film of somebody who does everything at once."""
    part = talking.standing(puppet("astronaut"))
    acted = talking.turning(talking.talking(talking.blinking(part)))
    return talking.film(COUNT, (puppet("astronaut"), acted))


@pytest.fixture(scope="module")
def clip(film, swapped):
    return swapped(film, "three")


def trembling(meshes):
    return float(np.sqrt((np.diff(meshes, 2, axis=0)[4:-4] ** 2).mean()))


def flicker(faces):
    """Return how much texels flicker, beside their contrast: dark brows do more than light ones."""
    return float(np.sqrt((np.diff(faces, 2, axis=0) ** 2).mean()) / faces.mean(axis=0).std())


def steps(faces):
    """Return how many levels a part of the face changes by, from frame to frame."""
    return np.abs(np.diff(faces, axis=0)).mean(axis=1)


def popping(clip, where):
    """Return how many times as much a part of the new face jumps as the old one's, at most.

    Both beside their contrast; a level more or less is noise.
    """
    old, new = clip.old[:, where], clip.new[:, where]
    contrast = new.mean(axis=0).std() / old.mean(axis=0).std()
    return float((steps(new) / (steps(old) + 1)).max() / max(1.0, contrast))


def openings(meshes):
    return np.array([shape.mouth_opening(mesh) for mesh in meshes])


def best_lag(wanted, seen):
    """Return by how many frames one follows the other, and how alike they then are."""
    alike = {
        lag: float(np.corrcoef(wanted[4:-4], seen[4 + lag : len(seen) - 4 + lag])[0, 1])
        for lag in range(-3, 4)
    }
    return max(alike.items(), key=lambda each: each[1])


def test_every_frame_is_swapped_and_none_reverts(clip):
    assert clip.numbers == [[1]] * COUNT
    distances = np.abs(clip.new - clip.old)[:, SKIN].mean(axis=1)
    assert distances.min() > 0.6 * np.median(distances) > 4


def test_a_head_that_turns_trembles_and_flickers_no_more_than_before(clip):
    assert trembling(clip.new_meshes) <= 1.1 * trembling(clip.old_meshes)
    assert clip.ratio(flicker, INSIDE) <= 1.1


def test_a_mouth_opens_when_the_old_one_does_and_as_far(clip):
    truth, old, new = (
        openings(meshes) for meshes in (clip.film.truth, clip.old_meshes, clip.new_meshes)
    )

    lag, alike = best_lag(truth, new)

    assert lag == 0
    assert alike > 0.85
    assert new.std() > 0.75 * old.std() > 0.6 * 0.75 * truth.std()


def test_nothing_between_the_lips_takes_turns(clip):
    assert popping(clip, MOUTH) < 2.2
    assert popping(clip, SKIN) < 1.4


def test_a_mesh_shuts_its_lips_between_two_syllables(clip):
    truth, seen = openings(clip.film.truth), openings(clip.old_meshes)
    loud = slice(6, 22)
    shut = [at for at in range(loud.start, loud.stop) if truth[at] < 0.055]

    assert len(shut) >= 3
    assert seen[shut].max() < 0.3 * seen[loud].max()


def test_eyes_are_shut_when_the_old_ones_are_and_open_again(clip):
    apart = np.abs(clip.new - clip.old)[:, EYES].mean(axis=1)
    awake = float(np.median(apart[AWAKE]))

    # Lids that are shut are the old ones, eyes that are open the new.
    assert apart[[at for at in SHUT if at < COUNT]].max() < 0.4 * awake
    assert apart[AWAKE].min() > 0.7 * awake


class CountingNet(IrisNet):
    """The network, and how often it was asked."""

    def __init__(self):
        super().__init__()
        self.times = 0

    def one(self, *args, **options):
        self.times += 1
        return super().one(*args, **options)


def test_a_head_that_turns_has_its_eyes_looked_at_no_more_often(engine, puppet):
    film = talking.film(48, (puppet("three"), talking.turning(talking.standing(puppet("three")))))
    net = CountingNet()
    eyes = EyeWatch(net)

    for frame in clips.tracked(engine, film.frames):
        eyes.look(frame.canvas.cut((0, 0, clips.WIDTH, clips.HEIGHT)), frame.seen[0].face.points)

    assert net.times < 1.4 * 48 / GAZE_EVERY


def test_half_hidden_eyes_blink_when_they_do_and_dart_nowhere(engine, puppet):
    """The third of six looks aside: of shut lids the network says that they look ahead."""
    film = talking.film(60, (puppet("three"), talking.blinking(talking.standing(puppet("three")))))
    watch = EyeWatch(IrisNet())
    lids = np.array([np.mean(shape.eye_openings(mesh)) for mesh in film.truth])

    eyes = [
        watch.look(frame.canvas.cut((0, 0, clips.WIDTH, clips.HEIGHT)), frame.seen[0].face.points)
        for frame in clips.tracked(engine, film.frames)
    ]
    shut = np.array([each.shut[0] for each in eyes])
    gaze = np.array([each.gaze.right[0] for each in eyes])

    assert shut[lids < 0.05].min() > 0.75
    assert shut[lids > 0.15].max() == 0
    assert np.abs(gaze - np.median(gaze)).max() < 0.04


PARTS = {
    "turning": talking.turning,
    "talking": talking.talking,
    "blinking": talking.blinking,
    "all": lambda part: talking.turning(talking.talking(talking.blinking(part))),
}


@pytest.mark.slow
@pytest.mark.parametrize("what", PARTS)
@pytest.mark.parametrize(("target", "source"), [("astronaut", "one"), ("three", "astronaut")])
def test_others_do_so_too(puppet, swapped, what, target, source):
    who = puppet(target)
    clip = swapped(talking.film(90, (who, PARTS[what](talking.standing(who)))), source)
    distances = np.abs(clip.new - clip.old)[:, SKIN].mean(axis=1)

    assert clip.numbers == [[1]] * 90
    assert distances.min() > 0.6 * np.median(distances)
    if what != "blinking":
        assert trembling(clip.new_meshes) <= 1.1 * trembling(clip.old_meshes)
        assert clip.ratio(flicker, SKIN) <= 1.4
    # Lips that are much darker than the old ones, over bright teeth, jump most.
    assert popping(clip, MOUTH) < 3.2
    if what in ("talking", "all"):
        lag, alike = best_lag(openings(clip.film.truth), openings(clip.new_meshes))
        assert lag == 0
        assert alike > 0.8


@pytest.mark.slow
def test_somebody_beside_who_talks_too_stays_as_they_are(puppet, swapped):
    one, other = puppet("astronaut"), puppet("three")
    first = PARTS["all"](talking.standing(one, 190))
    second = PARTS["all"](talking.standing(other, 490))
    clip = swapped(talking.film(60, (one, first), (other, second)), "one")

    assert clip.numbers == [[1, 2]] * 60
    assert clip.ratio(flicker, INSIDE) <= 1.2
    for old, new in zip(clip.film.frames, clip.frames, strict=True):
        assert np.array_equal(old[:, 380:], new[:, 380:])
