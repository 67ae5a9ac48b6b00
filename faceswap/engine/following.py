"""Follows one face from a frame to another, forwards or backwards, and tells when it cannot.

A wrong place is worse than none: a mesh network is sure of itself with half a face in its view, and
lays the mesh between the face and what it expects. So a face that did more than move a little is
taken only where it looks as it did.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from faceswap.engine.matching import step_of
from faceswap.engine.media.frames import Canvas
from faceswap.engine.points import Points, apart, box_of, reshaped
from faceswap.engine.protocol import Engine, Face, Source

# How far from where it was looked for, in parts of its width, a face may be found at once, and how
# much its mesh may differ: of faces that talk and turn at 30 frames a second it does by up to 0.02,
# of those that were laid beside the face by 0.02 to 0.12.
OFF_CENTRE, RESHAPED = 0.06, 0.02
# How alike a face is to itself a frame before: 0.84 and more where it talks and turns; a mesh that
# is a twelfth of a width off 0.7 at most, a sixth 0.4. Where its picture matches as well, less will
# do: faces at the edge of the frame have 0.45 and more.
SURELY_ALIKE, STILL_ALIKE = 0.8, 0.5
# The same of its picture, in which faces that turn far away are still alike: a right place has 0.83
# and more, a wrong one up to 0.85.
LEAST_MATCH, SURE_MATCH = 0.75, 0.85
# How far from where its picture matches a mesh may be laid: matches are 0.08 off at most.
NEAR_MATCH = 0.15
# How far from the middle between two places, in parts of its width, a face may have been there that
# went on as it did before, or came as it did after.
OFF_COURSE = 0.5
# A face that leaves is carried along, where no mesh is laid on what is left of it any more: while
# so much is inside the frame, and looks like it, no further from where it is expected than this, in
# parts of its width.
LEAST_INSIDE, CUT_OFF = 0.15, 0.8
MOST_ASTRAY = 0.2


def followed(
    engine: Engine[Face, Source],
    before: Canvas,
    face: Face,
    after: Canvas,
    expected: Points | None = None,
) -> Face | None:
    """Return a face of one frame as it is in another; None where it is not surely seen.

    Args:
        engine: What lays meshes.
        before: The frame in which the face is known.
        face: The face there.
        after: The other frame.
        expected: How far it goes in between as it moved until then, (2,) in pixels.
    """
    width = max(box_of(face.points).width, 1.0)
    place = face
    if expected is not None and float(np.hypot(*expected)) > OFF_CENTRE * width:
        place = engine.moved(face, _stepped(face.points, expected))
    found = engine.follow(after, place)
    if found is not None and _is_the_same(place.points, found.points):
        return found
    looks = engine.likeness(before, face)
    if found is not None and looks @ engine.likeness(after, found) > SURELY_ALIKE:
        return found
    step = step_of(before, face.points, after)
    if step is None or step.likeness < LEAST_MATCH:
        return None
    place = engine.moved(face, _stepped(face.points, step.by))
    found = engine.follow(after, place)
    if found is not None and apart(place.points, found.points) < NEAR_MATCH:
        is_sure = step.likeness > SURE_MATCH
        if is_sure or looks @ engine.likeness(after, found) > STILL_ALIKE:
            return found
    if expected is None or step.likeness < SURE_MATCH:
        return None
    is_expected = float(np.hypot(*(step.by - expected))) < MOST_ASTRAY * width
    is_cut_off = LEAST_INSIDE < _share_inside(place.points, after) < CUT_OFF
    return place if is_expected and is_cut_off else None


def between(meshes: Mapping[int, Points], one: int, other: int) -> Sequence[Points] | None:
    """Return where a face was in the frames between two; None where it cannot be told.

    Args:
        meshes: It by frame, (n, 2 or 3) in pixels: in the two, and in those before and after them
            as far as it is known there.
        one: The frame before those in which it is missing.
        other: The frame after them.
    """
    begin, end = meshes[one], meshes[other]
    shares = [np.float32((at - one) / (other - one)) for at in range(one + 1, other)]
    path = [begin + (end - begin) * share for share in shares]
    went, came = speed(meshes, one - 1, one), speed(meshes, other + 1, other)
    if went is None:
        return None
    middle, half = (begin + end) / 2, np.float32((other - one) / 2)
    foreseen = [_stepped(begin, went * half)]
    if came is not None:
        foreseen.append(_stepped(end, came * half))
    return None if any(apart(middle, each) > OFF_COURSE for each in foreseen) else path


def _is_the_same(place: Points, found: Points) -> bool:
    """Tell whether a face is where it was looked for, and has the same shape."""
    return apart(place, found) < OFF_CENTRE and reshaped(place, found) < RESHAPED


def speed(meshes: Mapping[int, Points], one: int, other: int) -> Points | None:
    """Return how far a face goes from one frame to another, (2,) in pixels; None if not known."""
    if one not in meshes or other not in meshes:
        return None
    return (meshes[other] - meshes[one])[:, :2].mean(axis=0)


def _stepped(points: Points, by: Points) -> Points:
    moved = points.copy()
    moved[:, :2] += by
    return moved


def _share_inside(points: Points, canvas: Canvas) -> float:
    """Return how much of a face is inside the frame, 0 to 1."""
    x, y = points[:, 0], points[:, 1]
    return float(np.mean((x > 0) & (x < canvas.width) & (y > 0) & (y < canvas.height)))
