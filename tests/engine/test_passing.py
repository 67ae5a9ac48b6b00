"""What passes before a face in a clip stays before the new one, and colours nothing of it."""

import cv2
import numpy as np
import pytest

from faceswap.engine.mesh import zones
from tests.engine import clips, talking
from tests.engine.clips import drifting

COUNT = 48
# A cover's pixel is lost where it changes by more levels.
LOST = 30
# A pixel of the face is another where it changes by more.
CHANGED = 6
# Fewer pixels of a cover, or of a face beside it, tell nothing.
SMALLEST = 120


def bar(speed, width, begin):
    """Return an upright bar that moves to the right, so many pixels a frame."""

    def draw(mask, at):
        x = round(begin + speed * at)
        mask[:, max(0, x) : max(0, x + width)] = 255

    return draw


def disc(speed, radius, begin, y):
    def draw(mask, at):
        cv2.circle(mask, (round(begin + speed * at), y), radius, 255, -1, cv2.LINE_AA)

    return draw


def letters(speed, begin, y):
    def draw(mask, at):
        place = round(begin - speed * at), y
        cv2.putText(mask, "HELLO", place, cv2.FONT_HERSHEY_SIMPLEX, 1.6, 255, 6, cv2.LINE_AA)

    return draw


def phone(mask, at):
    """Draw a phone that comes up before mouth and chin, and stays there."""
    top = max(175, 360 - 14 * at)
    mask[top:, 295:355] = 255


def microphone(mask, at):
    top = max(190, 400 - 12 * at)
    cv2.circle(mask, (320, top), 18, 255, -1, cv2.LINE_AA)
    cv2.line(mask, (320, top), (330, top + 240), 255, 12, cv2.LINE_AA)


GREY, DARK, WHITE = (110, 110, 115), (35, 35, 40), (235, 235, 230)
GREEN, RED, BLUE = (30, 90, 40), (170, 30, 30), (60, 90, 170)
WOOD, YELLOW = (140, 95, 60), (250, 220, 30)
# What is drawn, its colour, and how much of it may be lost, on average.
COVERS = {
    "grey bar": (bar(6, 60, 150), GREY, 0.03),
    "dark bar": (bar(14, 60, 0), DARK, 0.08),
    "letters": (letters(4, 440, 190), DARK, 0.35),
    "blue disc": (disc(4, 28, 220, 190), BLUE, 0.12),
    "white bar": (bar(9, 40, 120), WHITE, 0.05),
    "red bar": (bar(20, 30, -50), RED, 0.05),
    "wide green bar": (bar(12, 120, -40), GREEN, 0.05),
    # It has the hue of skin in shadow.
    "wooden bar": (bar(4, 50, 220), WOOD, 0.08),
    "yellow letters": (letters(10, 440, 190), YELLOW, 0.12),
    "phone": (phone, DARK, 0.03),
    "microphone": (microphone, DARK, 0.08),
}


def before(frame, draw, colour, at):
    """Return a frame with something before it, and where that is, 0 to 255."""
    mask = np.zeros(frame.shape[:2], np.uint8)
    draw(mask, at)
    share = cv2.GaussianBlur(mask, (0, 0), 0.7)[..., None] / 255
    noise = np.random.default_rng(at).normal(0, 3, frame.shape)
    return np.clip(frame * (1 - share) + (colour + noise) * share, 0, 255).astype(np.uint8), mask


@pytest.fixture(scope="module")
def person(engine, people):
    """Return the frames of somebody with nobody else, after a swap, and the mesh in each."""
    made = {}

    def frames_of(who):
        if who == "astronaut":
            return clips.clip(COUNT, (clips.astronaut(), drifting(wide=30)))
        if who == "four":
            picture = np.ascontiguousarray(people.of("four").closer(0.7))
            return clips.clip(COUNT, (picture, drifting(320, 180, 1.1, 30)))
        puppet = talking.puppet_of(people, "three", 0.8)
        acted = talking.turning(talking.talking(talking.standing(puppet)), 20)
        return talking.film(COUNT, (puppet, acted)).frames

    def make(who, source):
        if who not in made:
            frames = frames_of(who)
            seen = clips.tracked(engine, frames)
            meshes = [frame.seen[0].face.mesh.points for frame in seen]
            made[who] = frames, clips.swapped(engine, seen, people.source(source)), meshes
        return made[who]

    return make


@pytest.fixture(scope="module")
def measured(engine, people, person):
    """Return who measures a cover: the share of it that is lost, and how far the face is off."""

    def measure(who, source, cover):
        frames, plain, meshes = person(who, source)
        draw, colour, _ = COVERS[cover]
        scene = [before(frame, draw, colour, at) for at, frame in enumerate(frames)]
        seen = clips.tracked(engine, [frame for frame, _ in scene])
        after = clips.swapped(engine, seen, people.source(source))
        lost, off = [], []
        for at, (frame, mask) in enumerate(scene):
            hull = np.zeros(mask.shape, np.uint8)
            cv2.fillConvexPoly(hull, cv2.convexHull(meshes[at][:, :2].astype(np.int32)), 1)
            inside = (cv2.erode(mask, np.ones((3, 3))) > 127) & (hull > 0)
            free = (cv2.dilate(mask, np.ones((9, 9))) == 0) & (hull > 0)
            if inside.sum() < SMALLEST:
                continue
            change = np.abs(after[at].astype(int) - frame).max(axis=2)
            lost.append((change[inside] > LOST).mean())
            if free.sum() > SMALLEST:
                off.append(np.abs(after[at].astype(int) - plain[at])[free].mean())
        assert len(lost) > 5
        return np.array(lost), np.array(off)

    return measure


def check(measured, who, source, cover):
    lost, off = measured(who, source, cover)

    assert lost.mean() < COVERS[cover][2]
    # Beside the cover is the face that is there without it, though the mesh moves a little.
    assert off.mean() < 14


@pytest.mark.parametrize("cover", ["grey bar", "dark bar", "letters", "blue disc"])
def test_what_passes_before_a_face_stays_before_it(measured, cover):
    check(measured, "astronaut", "six", cover)


@pytest.mark.slow
@pytest.mark.parametrize("cover", sorted(COVERS.keys() - {"wooden bar", "phone"}))
def test_so_it_does_before_another_face(measured, cover):
    check(measured, "four", "astronaut", cover)


@pytest.mark.slow
@pytest.mark.parametrize("cover", COVERS)
def test_whatever_it_is(measured, cover):
    check(measured, "astronaut", "six", cover)


@pytest.mark.slow
@pytest.mark.parametrize("cover", ["grey bar", "blue disc", "dark bar"])
def test_so_it_does_before_one_that_turns_and_talks(measured, cover):
    check(measured, "talker", "one", cover)


def test_an_eye_does_not_shut_while_the_other_is_hidden(engine, people, person):
    frames, plain, meshes = person("talker", "one")
    draw, colour, _ = COVERS["blue disc"]
    scene = [before(frame, draw, colour, at) for at, frame in enumerate(frames)]
    seen = clips.tracked(engine, [frame for frame, _ in scene])
    after = clips.swapped(engine, seen, people.source("one"))

    # A shut eye stays the target's.
    changes = []
    for at, (frame, mask) in enumerate(scene):
        right, left = (np.zeros(mask.shape, np.uint8) for _ in zones.EYES)
        for eye, loop in zip((right, left), zones.EYES, strict=True):
            cv2.fillPoly(eye, [meshes[at][list(loop), :2].astype(np.int32)], 1)
        if mask[right > 0].mean() < 128 or mask[left > 0].any():
            continue
        changes.append(
            [
                np.abs(new.astype(int) - old)[left > 0].mean()
                for new, old in ((after[at], frame), (plain[at], frames[at]))
            ]
        )
    changed, usual = np.array(changes).T
    assert len(changes) > 5
    assert changed.mean() > 0.8 * usual.mean()


@pytest.mark.slow
def test_where_a_wide_cover_hides_all_of_a_face_there_is_no_ghost(measured):
    # The mesh is lost meanwhile: it lies a quarter of the face's width beside it.
    lost, _ = measured("talker", "one", "wide green bar")

    assert lost.mean() < 0.05


def test_a_shadow_that_falls_on_a_face_is_not_before_it(engine, people, person):
    frames, plain, meshes = person("astronaut", "six")
    shadows = []
    for at in range(COUNT):
        columns = np.ones((1, clips.WIDTH), np.float32)
        begin = 100 + 10 * at
        columns[:, begin : begin + 110] = 0.6
        shadows.append(cv2.GaussianBlur(columns, (0, 0), 8)[..., None])
    lit = [(frame * shadow).astype(np.uint8) for frame, shadow in zip(frames, shadows, strict=True)]

    after = clips.swapped(engine, clips.tracked(engine, lit), people.source("six"))

    for at in range(COUNT):
        hull = np.zeros(frames[at].shape[:2], np.uint8)
        cv2.fillConvexPoly(hull, cv2.convexHull(meshes[at][:, :2].astype(np.int32)), 1)
        changed, usual = (
            (np.abs(new.astype(int) - old).max(axis=2)[hull > 0] > CHANGED).mean()
            for new, old in ((after[at], lit[at]), (plain[at], frames[at]))
        )
        # It is the new face that is in shadow.
        assert changed > 0.75 * usual
