"""Follows the eyes of a moving face: where they look, and how far they are shut.

The mesh hardly moves its lids when somebody blinks. The iris network sees it well, and is asked
where the mesh gives a hint of it; what is open and what is shut is told beside how this person's
eyes mostly are.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from faceswap.engine.mesh import plan, shape
from faceswap.engine.mesh.arrays import Floats, Pixels, soft_threshold
from faceswap.engine.mesh.gaze import CORNERS, Eye, Gaze, IrisNet

# Frames between two looks at one eye while nothing happens; the eyes take turns.
GAZE_EVERY = 3
# An eye that is seen so much narrower than the other is too far round to be asked.
ASIDE = 0.93
# Less open than the first, beside how they mostly are, the mesh's lids may be those of a blink; but
# a head that nods narrows them, too: where the eyes were just seen to be open, they must be less
# open than the second beside that.
NARROWED, NARROWER = 0.97, 0.985
# How open an eye is beside how it mostly is: below the first it is shut, above the second open. No
# eye that is open is less so than the least.
SHUT, LEAST_OPEN = (0.6, 0.85), 0.22
# How much of the way to what is seen the usual goes: up, and down.
RISING, SINKING = 0.3, 0.02
# Where eyes look moves on by this share a frame; by more than so much, in parts of the eye's width,
# they jumped.
CALMED, JUMP = 0.4, 0.08
# In eyes less wide than this, in pixels, the network sees blinks where there are none: the lids of
# a downcast eye 15 px wide went up and down with every frame. Such eyes are shut or open for long:
# the mean of so many looks is above the second to be shut, below the first to be open.
LEAST_WIDTH, LOOKS, RARELY = 20.0, 12, (0.4, 0.6)
# Of eyes shut further than this nobody can tell where they look.
HIDDEN = 0.3
# Where it sees lids alone, the network often takes them for open, with an iris in the middle. Eyes
# narrower than this, beside how they mostly are, that jumped aside are shut; for so many looks at
# most, for somebody may look aside and narrow their eyes.
BLINKING, LONGEST_BLINK = 0.9, 12


@dataclass(frozen=True, slots=True)
class Eyes:
    """Where a pair of eyes looks, and how far the right and the left one are shut, 0 to 1."""

    gaze: Gaze
    shut: tuple[float, float]


class EyeWatch:
    """The eyes of one person, whose frames come in order."""

    def __init__(self, iris: IrisNet) -> None:
        self._iris = iris
        self._frame = 0
        self._seen: Gaze | None = None
        self._gaze: Gaze | None = None
        self._shut = self._mostly_shut = 0.0
        self._looks = 1
        self._jumping = 0
        self._usual_mesh = self._open_mesh = 0.0
        self._usual = [0.0, 0.0]

    def look(self, pixels: Pixels, points: Floats, *, is_hidden: bool = False) -> Eyes:
        """Return what the eyes do in the next frame.

        Args:
            pixels: (height, width, 3) uint8 RGB.
            points: (468, 3) float32, the face's mesh in pixels.
            is_hidden: Whether something passes before one of them. The mesh guesses where both are
                then, and they are taken to do what they mostly did.
        """
        right, left = shape.eye_openings(points)
        lids = (right + left) / 2
        is_narrowed = lids < min(NARROWED * self._usual_mesh, NARROWER * self._open_mesh)
        self._usual_mesh = _usual(self._usual_mesh, lids)
        if self._seen is None:
            self._seen = self._gaze = self._look_at_both(pixels, points)
            self._open_mesh = lids
        elif is_hidden:
            self._shut = float(round(self._mostly_shut))
        elif is_narrowed or self._shut > 0 or self._frame % GAZE_EVERY == 0:
            self._look_at_one(pixels, points)
            self._open_mesh = lids if self._shut == 0 else self._usual_mesh
        self._frame += 1
        self._gaze = _calmed(self._gaze or self._seen, self._seen)
        shut = (self._shut, self._shut) if is_hidden else self._winking(right, left)
        return Eyes(self._gaze, shut)

    def _look_at_both(self, pixels: Pixels, points: Floats) -> Gaze:
        right, left = (self._iris.one(pixels, points, is_right=each) for each in (True, False))
        self._usual = [right.opening, left.opening]
        return Gaze(right.place, left.place)

    def _look_at_one(self, pixels: Pixels, points: Floats) -> None:
        is_right = self._is_turn_of_right(points)
        eye = self._iris.one(pixels, points, is_right=is_right)
        which = 0 if is_right else 1
        usual = max(self._usual[which], LEAST_OPEN)
        self._usual[which] = _usual(self._usual[which], eye.opening)
        shut = 1 - soft_threshold(eye.opening / usual, *SHUT)
        if self._jumps_shut(eye, usual, is_right=is_right):
            shut = 1.0
        self._looks = min(self._looks + 1, LOOKS)
        self._mostly_shut += (shut - self._mostly_shut) / self._looks
        if _eye_widths(points)[which] >= LEAST_WIDTH:
            self._shut = shut
        elif not RARELY[0] < self._mostly_shut < RARELY[1]:
            self._shut = float(round(self._mostly_shut))
        if self._seen and self._shut < HIDDEN:
            self._seen = self._seen.following(eye.place, is_right=is_right)

    def _jumps_shut(self, eye: Eye, usual: float, *, is_right: bool) -> bool:
        """Tell whether an eye that seems to have jumped aside is shut."""
        if self._seen is None:
            return False
        before = self._seen.right if is_right else self._seen.left
        has_jumped = abs(eye.place[0] - before[0]) > JUMP and eye.opening < BLINKING * usual
        self._jumping = self._jumping + 1 if has_jumped else 0
        return 0 < self._jumping <= LONGEST_BLINK

    def _is_turn_of_right(self, points: Floats) -> bool:
        right, left = _eye_widths(points)
        if min(right, left) < ASIDE * max(right, left):
            return right > left
        return self._frame // GAZE_EVERY % 2 == 0

    def _winking(self, right: float, left: float) -> tuple[float, float]:
        """Return how far each is shut: both, unless only one is narrow."""
        if abs(right - left) < plan.WINK:
            return self._shut, self._shut
        return (self._shut, 0.0) if right < left else (0.0, self._shut)


def _eye_widths(points: Floats) -> tuple[float, float]:
    """Return how wide the right and the left eye of a mesh, (468, 3), are in pixels."""
    right, left = (
        float(np.hypot(*(points[inner] - points[outer])[:2])) for outer, inner in CORNERS
    )
    return right, left


def _usual(before: float, now: float) -> float:
    if not before:
        return now
    return before + (now - before) * (RISING if now > before else SINKING)


def _calmed(before: Gaze, seen: Gaze) -> Gaze:
    """Return a gaze on its way to what was seen, or there where the eyes jumped."""
    one, other = np.array([before.right, before.left]), np.array([seen.right, seen.left])
    has_jumped = np.abs(other - one).max() > JUMP
    right, left = other if has_jumped else one + CALMED * (other - one)
    return Gaze((float(right[0]), float(right[1])), (float(left[0]), float(left[1])))
