"""Follows the faces of a clip, so that each keeps its number from its first frame to its last.

Frames come in one by one and leave a little later, in the same order, with who is seen in them. In
between, faces that were detected late are followed back to where they came in, gaps are bridged,
and each mesh is smoothed by those before and after it, which costs no lag.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Generic

import numpy as np

from faceswap.domain.face import Box, FoundFace
from faceswap.engine.following import between, followed, speed
from faceswap.engine.media.clips import Bytes
from faceswap.engine.media.frames import Canvas
from faceswap.engine.points import Points, box_of
from faceswap.engine.protocol import Engine, Face, Source
from faceswap.engine.smoothing import REACH, smoothed
from faceswap.engine.stopwatch import stage

# Frames that a frame waits for those behind it: as long as the longest gap that is bridged, and as
# the longest time in which nobody looks who came in.
AHEAD = 16
# Frames between two looks at the whole frame. As a shot begins, and now and then, it is looked at
# so closely that the smallest faces are seen; in between, finely enough for faces of 40 pixels;
# while somebody is missed, coarsely as well, and more often.
CLOSELY_EVERY, LOOK_EVERY, MISSED_EVERY = 320, AHEAD, 4
# The sides that it is shrunk to for that. The detector finds faces of 20 pixels with certainty: at
# half the sides all from 40 on. What a look costs grows with its pixels, so 896 are the most: of
# 1,920 faces of 43 are certain then, and those of 40 nearly so.
CLOSE_SIDE, FINE_SIDE, COARSE_SIDE = 1920, 896, 448
FINE_SCALE = 0.5
# A face in fewer frames than this is a mistake of the detector's, unless the shot is as short.
LEAST_SEEN = 4
SAME_PLACE = 0.35
# How much of two boxes must be common for them to be one face that was detected twice.
SAME_FACE = 0.5
# How alike the same person is in other light at least, and two people are at most.
ALIKE, UNLIKE = 0.8, 0.72
# How many levels a cut changes the average pixel at least, and how many times what the frames
# before it changed; how much of the picture it changes by more than so many levels.
CUT_LEVELS, CUT_JUMP, CUT_SHARE = 4.0, 3.0, 0.6
# The same where somebody is elsewhere in the picture: up to 0.69 of it changed as they jumped, and
# at least 0.76 where it was another shot of them.
JUMP_SHARE = 0.72
CHANGED, LEVELS = 12, 255
# Most levels, and the part of the picture that may be lighter and the part that may be darker, by
# which a frame differs that is white, black, or of one colour: a channel's mark may stay.
BLANK_LEVELS, BLANK_REST = 6, 0.025


@dataclass(frozen=True, slots=True)
class Seen(Generic[Face]):
    """A face in one frame: its number in the clip, and where it is, smoothed."""

    number: int
    face: Face

    @property
    def box(self) -> Box:
        """Return the rectangle that it fills: all that most frames are asked for."""
        return box_of(self.face.points)

    @property
    def found(self) -> FoundFace:
        """Return the face under its number in the clip."""
        return replace(self.face.found, number=self.number)


@dataclass(frozen=True, slots=True)
class Frame(Generic[Face]):
    """A frame with who is seen in it; `shot` counts the cuts before it."""

    canvas: Canvas
    shot: int
    seen: tuple[Seen[Face], ...]


@dataclass(slots=True, eq=False)
class _Track(Generic[Face]):
    """One face through one shot: where it was seen, by frame; `found` is when first."""

    faces: dict[int, Face]
    found: int
    number: int = 0
    last: int = 0
    is_live: bool = True
    likeness: Points | None = None

    @property
    def newest(self) -> Face:
        return self.faces[self.last]

    def meshes(self, *frames: int) -> dict[int, Points]:
        """Return its meshes in those of some frames in which it is."""
        return {at: self.faces[at].points for at in frames if at in self.faces}


@dataclass(slots=True)
class _Waiting(Generic[Face]):
    """A frame that waits for those behind it."""

    index: int
    shot: int
    canvas: Canvas
    is_blank: bool


@dataclass(slots=True)
class _Shot:
    """What the frames of a shot have in common."""

    number: int = 0
    before: Bytes | None = None
    change: float = 0.0
    looked: int = -1
    looked_finely: int = -1
    looked_closely: int = -1


@dataclass(frozen=True, slots=True)
class Change:
    """How one frame differs from the one before: average `levels`, and the `share` that changed."""

    levels: float
    share: float


@dataclass(slots=True)
class _Person:
    """Somebody who was given a number."""

    number: int
    likeness: Points


class Tracker(Generic[Face, Source]):
    """Faces of one clip; to be used from one thread."""

    def __init__(self, engine: Engine[Face, Source]) -> None:
        self._engine = engine
        self._waiting: deque[_Waiting[Face]] = deque()
        self._tracks: list[_Track[Face]] = []
        self._people: list[_Person] = []
        self._shot = _Shot()
        self._next = 0

    def push(self, canvas: Canvas) -> Iterator[Frame[Face]]:
        """Take the next frame, and yield those that need not wait any longer."""
        index, self._next = self._next, self._next + 1
        glance = canvas.glance()
        # A flash is no shot of its own: what follows it is compared with what was before it.
        is_blank = _is_blank(glance)
        if not is_blank:
            with stage("track"):
                self._notice_cut(canvas, glance)
        self._waiting.append(_Waiting(index, self._shot.number, canvas, is_blank))
        with stage("track"):
            self._follow(index)
        with stage("detect"):
            self._look_for_more(index, canvas)
        while len(self._waiting) > AHEAD:
            yield self._leave()

    def flush(self) -> Iterator[Frame[Face]]:
        """Yield the frames that are left when no more come."""
        while self._waiting:
            yield self._leave()

    # ── Cuts ────────────────────────────────────────────────────────────────────────────────────

    def _notice_cut(self, canvas: Canvas, glance: Bytes) -> None:
        shot = self._shot
        if shot.before is not None:
            change = _change(shot.before, glance)
            jumps = change.levels > max(CUT_LEVELS, CUT_JUMP * shot.change)
            if jumps and self._is_another_shot(canvas, change):
                self._cut()
            else:
                shot.change = change.levels + 0.8 * (shot.change - change.levels)
        self._shot.before = glance

    def _is_another_shot(self, canvas: Canvas, change: Change) -> bool:
        """Tell whether a sudden change is a cut, by what became of those who were here.

        A lamp that is switched on changes a picture as much as a cut does, a hand before the face
        changes as much of it as cutting from one speaker to the other at the same table.
        """
        here = [track.newest for track in self._live() if track.last == self._next - 2]
        found = [(face, self._still_here(face, canvas)) for face in here]
        boxes = [(box_of(old.points), box_of(new.points)) for old, new in found if new]
        if any(old.overlap(new) > SAME_PLACE for old, new in boxes):
            return False
        if boxes:
            return change.share > JUMP_SHARE
        laid = ((face, self._engine.follow(canvas, face)) for face in here)
        is_replaced = any(new and _is_sane(old.points, new.points) for old, new in laid)
        return is_replaced or change.share > CUT_SHARE

    def _still_here(self, face: Face, canvas: Canvas) -> Face | None:
        """Return a face of the frame before as it is now; None if it is gone or looks different."""
        before = self._waiting[-1].canvas
        now = followed(self._engine, before, face, canvas)
        if now is None:
            return None
        likeness = self._engine.likeness
        return now if likeness(before, face) @ likeness(canvas, now) > UNLIKE else None

    def _cut(self) -> None:
        for track in self._tracks:
            track.is_live = False
        self._shot = _Shot(number=self._shot.number + 1)

    # ── Following ───────────────────────────────────────────────────────────────────────────────

    def _follow(self, index: int) -> None:
        for track in self._live():
            if index - track.last > AHEAD:
                track.is_live = False
                continue
            face = self._from(track, track.last, index)
            if face is not None:
                self._bridge(track, index, face)
                # How fast it moves, by which a face at the edge is known, is only seen now.
                if track.found == index - 1:
                    self._follow_back(track)
        self._drop_doubles()

    def _bridge(self, track: _Track[Face], index: int, face: Face) -> None:
        """Add a face to its track, and where it was in the frames in which it was missed."""
        gap = range(track.last + 1, index)
        track.faces[index], last = face, track.last
        track.last = index
        if not gap:
            return
        nearest = index
        for at in reversed(gap):
            found = self._from(track, nearest, at)
            if found is None or self._is_hidden(track, at, found.points):
                break
            track.faces[at] = found
            nearest = at
        unseen = range(last, nearest + 1)
        meshes = track.meshes(last - 1, last, nearest, nearest + 1)
        if len(unseen) > 2 and (path := between(meshes, last, nearest)) is not None:
            for at, points in zip(unseen[1:-1], path, strict=True):
                if not self._at(at).is_blank and not self._is_hidden(track, at, points):
                    track.faces[at] = self._engine.moved(face, points)

    def _from(self, track: _Track[Face], seen: int, at: int) -> Face | None:
        """Look in one frame for a face that is known in another; both still wait."""
        away = at - seen
        before = seen - (1 if away > 0 else -1)
        step = speed(track.meshes(before, seen), before, seen)
        expected = None if step is None else step * np.float32(abs(away))
        face = track.faces[seen]
        there, here = self._at(seen).canvas, self._at(at).canvas
        return followed(self._engine, there, face, here, expected)

    def _is_hidden(self, track: _Track[Face], at: int, points: Points) -> bool:
        """Tell whether somebody else is where a face would be."""
        box = box_of(points)
        others = (each.faces.get(at) for each in self._tracks if each is not track)
        return any(box_of(each.points).overlap(box) > SAME_FACE for each in others if each)

    def _at(self, index: int) -> _Waiting[Face]:
        return self._waiting[index - self._waiting[0].index]

    def _drop_doubles(self) -> None:
        live = [track for track in self._live() if track.last == self._next - 1]
        for older, younger in _pairs(sorted(live, key=lambda track: min(track.faces))):
            if box_of(older.newest.points).overlap(box_of(younger.newest.points)) > SAME_FACE:
                younger.is_live = False
                younger.faces = {
                    at: face for at, face in younger.faces.items() if at not in older.faces
                }

    # ── Finding ─────────────────────────────────────────────────────────────────────────────────

    def _look_for_more(self, index: int, canvas: Canvas) -> None:
        side = self._due(index, max(canvas.width, canvas.height))
        if side is None:
            return
        self._shot.looked = index
        if side > COARSE_SIDE:
            self._shot.looked_finely = index
        if side == CLOSE_SIDE:
            self._shot.looked_closely = index
        for face in self._detected(canvas, side):
            self._take_up(index, canvas, face)

    def _due(self, index: int, longer: int) -> int | None:
        """Return how large a frame is to be looked at, None for not at all."""
        shot, live = self._shot, self._live()
        if shot.looked_closely < 0 or index - shot.looked_closely >= CLOSELY_EVERY:
            return CLOSE_SIDE
        if index - shot.looked_finely >= LOOK_EVERY:
            return min(FINE_SIDE, max(COARSE_SIDE + 1, round(FINE_SCALE * longer)))
        gaps = [index - track.last for track in live]
        # One that was there a moment ago has moved too far for the mesh to be laid where it was.
        is_lost_now = any(0 < gap <= MISSED_EVERY for gap in gaps)
        if is_lost_now or not live or any(gaps):
            every = 1 if is_lost_now else MISSED_EVERY
            return COARSE_SIDE if index - shot.looked >= every else None
        return None

    def _detected(self, canvas: Canvas, side: int) -> Iterator[Face]:
        """Yield the faces of a frame that is looked at no larger than `side`."""
        small = canvas.shrunk(side)
        scale = canvas.width / small.shape[1]
        known = [
            box_of(track.newest.points).scaled(1 / scale)
            for track in self._live()
            if track.last == self._next - 1
        ]
        for face in self._engine.detect(small, quick=side < CLOSE_SIDE, known=known):
            placed = self._engine.moved(face, face.points * np.float32(scale))
            closer = placed if scale == 1 else self._engine.follow(canvas, placed)
            if closer is not None:
                yield closer

    def _take_up(self, index: int, canvas: Canvas, face: Face) -> None:
        """Make a detected face a track of its own, unless it is one's already."""
        box = box_of(face.points)
        for track in self._live():
            common = box_of(track.newest.points).overlap(box)
            if common > (SAME_FACE if track.last == index else SAME_PLACE):
                if track.last < index:
                    self._bridge(track, index, face)
                return
        likeness = self._engine.likeness(canvas, face)
        for track in self._live():
            is_missed = track.last < index and _as_large(box_of(track.newest.points), box)
            if is_missed and self._resembles(track, likeness):
                self._bridge(track, index, face)
                return
        track = _Track({index: face}, index, last=index, likeness=likeness)
        self._follow_back(track)
        self._tracks.append(track)

    def _resembles(self, track: _Track[Face], likeness: Points) -> bool:
        """Tell whether somebody who is missed looks like that, as found or when last seen."""
        if track.likeness is not None and track.likeness @ likeness > ALIKE:
            return True
        last = self._engine.likeness(self._at(track.last).canvas, track.newest)
        return bool(last @ likeness > UNLIKE)

    def _follow_back(self, track: _Track[Face]) -> None:
        """Follow a face to where it came in, through frames that still wait."""
        first = min(track.faces)
        for frame in reversed(self._waiting):
            if frame.index >= first:
                continue
            if frame.shot != self._shot.number:
                return
            found = self._from(track, frame.index + 1, frame.index)
            if found is None or self._is_hidden(track, frame.index, found.points):
                return
            track.faces[frame.index] = found

    def _live(self) -> list[_Track[Face]]:
        return [track for track in self._tracks if track.is_live]

    # ── Leaving ─────────────────────────────────────────────────────────────────────────────────

    def _leave(self) -> Frame[Face]:
        frame = self._waiting.popleft()
        here = [track for track in self._tracks if frame.index in track.faces]
        new = [track for track in here if track.number == 0 and self._is_real(track, frame)]
        for track in sorted(new, key=lambda track: box_of(track.faces[frame.index].points).left):
            track.number = self._number(track)
        seen = [
            Seen(track.number, self._smooth(track, frame.index)) for track in here if track.number
        ]
        self._forget(frame.index)
        seen.sort(key=lambda each: each.number)
        return Frame(frame.canvas, frame.shot, tuple(seen))

    def _is_real(self, track: _Track[Face], frame: _Waiting[Face]) -> bool:
        """Tell whether a face is seen in enough frames to be believed."""
        shot = sum(each.shot == frame.shot for each in self._waiting) + 1
        ahead = sum(at >= frame.index for at in track.faces)
        return ahead >= min(LEAST_SEEN, shot)

    def _number(self, track: _Track[Face]) -> int:
        """Return a face's number: that of whom it resembles and who is not here, or a new one."""
        likeness = track.likeness
        assert likeness is not None  # noqa: S101 - every track that was taken up has one
        taken = {other.number for other in self._tracks if other is not track and other.is_live}
        free = [person for person in self._people if person.number not in taken]
        best = max(free, key=lambda person: float(person.likeness @ likeness), default=None)
        if best is not None and float(best.likeness @ likeness) > ALIKE:
            return best.number
        self._people.append(_Person(len(self._people) + 1, likeness))
        return len(self._people)

    def _smooth(self, track: _Track[Face], index: int) -> Face:
        """Return a face with its mesh smoothed by those in the frames around it."""
        frames = range(index - REACH, index + REACH + 1)
        faces = [track.faces.get(at) for at in frames]
        points = smoothed([each.points if each else None for each in faces])
        return self._engine.moved(track.faces[index], points)

    def _forget(self, index: int) -> None:
        """Let go of what no frame needs any longer."""
        oldest = index - REACH
        for track in self._tracks:
            for at in [at for at in track.faces if at < oldest and at != track.last]:
                del track.faces[at]
        self._tracks = [track for track in self._tracks if track.is_live or track.last >= oldest]


def _change(before: Bytes, after: Bytes) -> Change:
    """Return how a picture changed, however bright it is as a whole."""
    steps = after.astype(np.int16) - before
    # Counted, there are a few hundred steps to look at, not thousands.
    counts = np.bincount(steps.ravel() + LEVELS, minlength=2 * LEVELS + 1)
    usual = int(np.searchsorted(np.cumsum(counts), steps.size / 2)) - LEVELS
    sizes = np.abs(np.arange(-LEVELS, LEVELS + 1) - usual)
    levels, changed = counts @ sizes, counts[sizes > CHANGED].sum()
    return Change(float(levels) / steps.size, float(changed) / steps.size)


def _is_blank(glance: Bytes) -> bool:
    """Tell whether a picture shows nothing, as a flash does."""
    rest = int(glance.size * BLANK_REST)
    ordered = np.partition(glance.ravel(), (rest, glance.size - 1 - rest))
    return int(ordered[-1 - rest]) - int(ordered[rest]) < BLANK_LEVELS


def _is_sane(before: Points, after: Points) -> bool:
    """Tell whether a face may have become this one from one frame to the next."""
    one, other = box_of(before), box_of(after)
    return _as_large(one, other) and one.overlap(other) > 0.2


def _as_large(one: Box, other: Box) -> bool:
    return 0.5 < other.area / max(one.area, 1e-6) < 2.0


def _pairs(tracks: Sequence[_Track[Face]]) -> Iterator[tuple[_Track[Face], _Track[Face]]]:
    for at, older in enumerate(tracks):
        for younger in tracks[at + 1 :]:
            if older.is_live and younger.is_live:
                yield older, younger
