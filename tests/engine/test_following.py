"""Each mesh is where the face is, however fast it moves, and there is none where no face is."""

import math

import cv2
import numpy as np
import pytest

from faceswap.engine.following import between, followed
from faceswap.engine.matching import step_of
from tests.engine import clips
from tests.engine.clips import Place

# A mesh that is further from the face than this, in parts of its width, shows beside it.
ASTRAY = 0.12
# Of a face of which so much is inside the frame everybody sees that it was swapped, and of one of
# which less is inside nobody does.
SEEN, UNSEEN = 0.5, 0.02


@pytest.fixture(scope="module")
def cast(engine, people):
    """Return who gives somebody of the pictures, and the scale at which the face is 1 px wide."""
    pictures = {"astronaut": clips.astronaut()}

    def one(name):
        if name not in pictures:
            pictures[name] = people.of(name).closer()
        return pictures[name], 1 / people.only(pictures[name]).width

    return one


def crossing(speed, width, y=180, to_the_left=False):
    """Return the path of a face that comes in on one side and leaves on the other."""

    def path(at, scale):
        x = speed * at - 2 * width
        return Place(clips.WIDTH - x if to_the_left else x, y, width * scale)

    return path, math.ceil((clips.WIDTH + 4 * width) / speed)


def bouncing(speed, width, reach=220):
    """Return the path of a face that stands, and then goes to and fro."""

    def path(at, scale):
        gone = speed * max(0, at - 12)
        x = 2 * reach - abs(gone % (4 * reach) - 2 * reach)
        return Place(clips.WIDTH / 2 - reach + x, 180, width * scale)

    return path, 45


def dancing(turn, reach, width, count=24):
    """Return the path of a face in a clip of few frames a second: `turn` is radians a frame."""

    def path(at, scale):
        x, y = reach * math.sin(turn * at), 15 * math.cos(1.1 * at)
        return Place(clips.WIDTH / 2 + x, 180 + y, width * scale, 10 * math.sin(0.7 * at))

    return path, count


def standing(x, y, width):
    """Return the path of a face that stands."""
    return lambda at, scale: Place(x + 6 * math.sin(at / 9), y, width * scale), 1


def coming_half(width):
    """Return the path of a face that leaves by half, stands there, and comes back."""

    def path(at, scale):
        gone = min(max(0, at - 12), 27, max(0, 75 - at))
        return Place(clips.WIDTH / 2 + 12 * gone, 180, width * scale)

    return path, 80


QUICK = {
    "comes in at 44": [("astronaut", crossing(44, 94))],
    "comes in at 60": [("three", crossing(60, 110, to_the_left=True))],
    "eight a second": [("astronaut", dancing(0.9, 110, 94))],
    "five a second": [("one", dancing(1.1, 200, 110, 20))],
}
SLOW = {
    **{f"crosses at {v}": [("astronaut", crossing(v, 94))] for v in (10, 20, 30, 60)},
    **{
        f"crosses back at {v}": [("three", crossing(v, 110, to_the_left=True))]
        for v in (10, 20, 30, 44)
    },
    **{f"bounces at {v}": [("six", bouncing(v, 90))] for v in (10, 30, 60)},
    "small": [("one", crossing(30, 60))],
    "large": [("four", crossing(60, 160))],
    "five a second, wide": [("astronaut", dancing(1.3, 180, 94))],
    "eight a second, small": [("four", dancing(0.8, 150, 80))],
    "half away": [("six", coming_half(90))],
    **{
        f"two pass at {v}": [
            ("astronaut", crossing(v, 80, y=110)),
            ("three", crossing(0.8 * v, 90, y=260, to_the_left=True)),
        ]
        for v in (10, 25, 40)
    },
    **{
        f"one passes another at {v}": [
            ("six", standing(330, 190, 80)),
            ("astronaut", crossing(v, 110, y=170)),
        ]
        for v in (10, 25, 40)
    },
}


@pytest.mark.parametrize("people_and_paths", QUICK.values(), ids=QUICK)
def test_meshes_are_where_the_faces_are(engine, cast, people_and_paths):
    check(engine, cast, people_and_paths)


@pytest.mark.slow
@pytest.mark.parametrize("people_and_paths", SLOW.values(), ids=SLOW)
def test_meshes_are_where_the_faces_are_whatever_they_do(engine, cast, people_and_paths):
    check(engine, cast, people_and_paths)


def check(engine, cast, people_and_paths):
    count = max(length for _, (_, length) in people_and_paths)
    acts = [(*cast(name), path) for name, (path, _) in people_and_paths]
    paths = [(picture, lambda at, s=s, path=path: path(at, s)) for picture, s, path in acts]
    truth = [clips.true_meshes(engine, *each, count)[..., :2] for each in paths]
    tracked = clips.tracked(engine, clips.clip(count, *paths))

    for at, frame in enumerate(tracked):
        meshes = [mesh[at] for mesh in truth]
        for seen in frame.seen:
            off = [astray(seen.face.points, mesh) for mesh in meshes]
            nearest = int(np.argmin(off))
            assert off[nearest] < ASTRAY, (at, off)
            assert inside(meshes[nearest]) > UNSEEN, at
        for place, mesh in enumerate(meshes):
            if inside(mesh) >= SEEN and not is_behind(mesh, paths[place + 1 :], at):
                assert any(astray(each.face.points, mesh) < ASTRAY for each in frame.seen), at


def astray(points, mesh):
    """Return how far a mesh is from the true one, in parts of the face's width."""
    step = points[:, :2].mean(axis=0) - mesh.mean(axis=0)
    return float(np.hypot(*step) / np.ptp(mesh[:, 0]))


def inside(mesh):
    """Return how much of a face is inside the frame, 0 to 1."""
    return float(np.mean(((mesh > 0) & (mesh < (clips.WIDTH, clips.HEIGHT))).all(axis=1)))


def is_behind(mesh, others, at):
    """Tell whether pictures of others, which are drawn later, hide some of a face."""
    for picture, path in others:
        back = cv2.invertAffineTransform(path(at).matrix(picture))
        spots = mesh @ back[:, :2].T + back[:, 2]
        height, width = picture.shape[:2]
        if ((spots > 0) & (spots < (width, height))).all(axis=1).mean() > 0.2:
            return True
    return False


@pytest.mark.parametrize(("name", "down"), [("astronaut", 0), ("three", 0), ("six", 6)])
def test_a_face_that_leaves_is_carried_to_the_edge(engine, cast, name, down):
    picture, scale = cast(name)

    def leaving(at):
        return Place(430 + 10 * at, 180 + down * at, 94 * scale)

    frames = clips.clip(34, (picture, leaving))
    truth = clips.true_meshes(engine, picture, leaving, 34)[..., :2]
    tracked = clips.tracked(engine, frames)

    # An eye alone is seen then.
    assert all(frame.seen for frame, mesh in zip(tracked, truth, strict=True) if inside(mesh) > 0.2)
    for frame, mesh in zip(tracked, truth, strict=True):
        assert all(astray(seen.face.points, mesh) < ASTRAY for seen in frame.seen)


def test_a_clip_that_shakes_has_no_cuts(engine, cast):
    picture, scale = cast("astronaut")
    shakes = np.random.default_rng(5).integers(-25, 26, (30, 2))

    def shaken(at):
        right, down = shakes[at]
        return Place(320 + right, 180 + down, 94 * scale)

    tracked = clips.tracked(engine, clips.clip(30, (picture, shaken)))

    assert {frame.shot for frame in tracked} == {0}


def test_a_shot_of_somebody_elsewhere_is_another_shot(engine, cast):
    picture, scale = cast("astronaut")
    other, across = cast("three")
    one = clips.clip(6, (other, lambda _: Place(400, 180, 100 * across)), seed=2)
    two = clips.clip(
        6,
        (picture, lambda _: Place(430, 200, 70 * scale)),
        (other, lambda _: Place(170, 180, 90 * across)),
        seed=3,
    )

    tracked = clips.tracked(engine, [*one, *two])

    assert [len(frame.seen) for frame in tracked] == [1] * 6 + [2] * 6
    assert [frame.shot for frame in tracked] == [0] * 6 + [1] * 6


@pytest.mark.parametrize("to", [(320, 180), (280, 200), (470, 250), (637, 180), (465, 5)])
def test_the_picture_of_a_face_is_found_where_it_went(engine, cast, to):
    """The last two places are at the edge of the frame, where half of it is seen."""
    picture, scale = cast("three")

    def path(at):
        x, y = to if at else (450, 190)
        return Place(x, y, 80 * scale)

    before, after = (clips.canvas(frame) for frame in clips.clip(2, (picture, path)))
    there, here = clips.true_meshes(engine, picture, path, 2)

    step = step_of(before, there, after)

    assert step is not None
    assert step.likeness > 0.85
    assert astray(there[:, :2] + step.by, here[:, :2]) < 0.06


@pytest.mark.parametrize("x", [60, 320, 600])
def test_a_face_that_is_gone_is_not_followed(engine, cast, x):
    picture, scale = cast("three")

    def path(at):
        return None if at else Place(x, 190, 80 * scale)

    before, after = clips.clip(2, (picture, path))
    (face,) = engine.detect(before)

    assert followed(engine, clips.canvas(before), face, clips.canvas(after)) is None


@pytest.mark.parametrize(
    ("known", "there"),
    [
        ({2: 2, 3: 3, 6: 6}, [4, 5]),
        # It went on too fast to be where it is next, and came from elsewhere.
        ({2: -17, 3: 3, 6: 6}, None),
        ({2: 2, 3: 3, 6: 6, 7: 26}, None),
        # How fast it went is not known.
        ({3: 3, 6: 6}, None),
    ],
)
def test_a_gap_is_bridged_where_both_sides_agree(known, there):
    face = np.array([[0, 0, 0], [10, 0, 0], [5, 10, 0]], np.float32)
    right = np.array([1, 0, 0], np.float32)
    path = between({at: face + x * right for at, x in known.items()}, 3, 6)

    lefts = None if path is None else [round(float(points[0, 0]), 3) for points in path]
    assert lefts == there
