"""Puts a face into frame after frame of the same person.

A still is studied anew from its pixels. In a clip that would cost too much and tremble: what the
light is, how soft and grainy the picture and how the source looks in it changes slowly, is looked
at now and then and carried over smoothly. What moves is worked out for every frame: the mesh, what
stands before the face, the mouth and the eyes. How bright a frame is as a whole is taken from it
first and given back last, so that what was studied before a lamp went out holds after it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from faceswap.domain.options import Options
from faceswap.engine.media.scaling import square_of
from faceswap.engine.mesh import finish, plan, shape, tone
from faceswap.engine.mesh.arrays import (
    Floats,
    Pixels,
    blur,
    depth_of,
    grown,
    looked_up,
    sample,
    shrunk,
    smoothstep,
    soft_threshold,
)
from faceswap.engine.mesh.baking import Baked, Look, bake
from faceswap.engine.mesh.compose import skin_patch
from faceswap.engine.mesh.cover import covered
from faceswap.engine.mesh.detail import FaceDetail
from faceswap.engine.mesh.exposure import USUAL, Exposure
from faceswap.engine.mesh.eyes import Eyes
from faceswap.engine.mesh.gaze import Gaze
from faceswap.engine.mesh.grid import Grid, make_grid
from faceswap.engine.mesh.hands import Hand
from faceswap.engine.mesh.light import Light
from faceswap.engine.mesh.painting import Painted, Painting
from faceswap.engine.mesh.passing import hides_an_eye
from faceswap.engine.mesh.pose import to_canonical
from faceswap.engine.mesh.topology import FACE
from faceswap.engine.mesh.usual import UsualLook
from faceswap.engine.points import extent
from faceswap.engine.stopwatch import stage

# Cells a side of the grid for each pixel of the face's width, and the least and the most. They are
# fewer than a still's: the mesh is as coarse, and what is seen for a thirtieth of a second is, too.
CELLS, LEAST_SIDE, MOST_SIDE = 0.5, 88, 144
# Frames between two looks at the light, and between two that are looked at fully at least: those
# between may take what was worked out before, where the face and what covers it moved as a whole.
STUDY_EVERY, FULL_EVERY = 12, 4
# Frames between two looks at what stands before a face that does more than move as a whole.
COVER_EVERY = 2
# Cells a side of the small picture that tells so, how many samples a side each is the average of,
# and how many levels one of them may differ. With a sample a cell, edges that move by part of a
# pixel look like change.
GLANCE_SIDE, GLANCE_SAMPLES, GLANCE_LEVELS = 22, 3, 10
# How many levels brighter or darker most of it may have become: more, three frames later, is a
# step that is seen.
GLANCE_LIGHT = 1.0
# Frames over which the target's usual shape is averaged.
USUAL_OVER = 45
# Between lips less far apart than the first, in parts of the mouth's width, nothing of the target's
# mouth is seen, above the second all.
PARTING = (0.05, 0.11)
# Lids that moved by more than this, 0 open and 1 shut, are painted anew.
BLINKED = 0.05
# How much of what was seen before is kept where a new look differs.
COVER_KEPT, GAIN_KEPT = 0.35, 0.75
# A face that is so many times as bright as when it was studied is studied again.
BRIGHTENED = 1.25
# A change of brightness, in logarithms, beyond which it is the lamp that changed, not the noise.
FLASH = 0.08
GAIN_BOUND = 0.45
LEAST_SKIN = 40


@dataclass(frozen=True, slots=True)
class _Full:
    """A frame that was looked at fully: its mesh (468, 3), its painting, a glance at its region.

    `eyes` is what they did in it.
    """

    points: Floats
    painting: Painting
    glance: Floats
    eyes: Eyes
    frame: int


class MovingFace:
    """One face of a clip on its way to become somebody else's; its frames come in order.

    `is_eye_hidden` tells whether something passed before one of its eyes when last looked at.
    """

    def __init__(self, source: FaceDetail, options: Options) -> None:
        self._source = source
        self._options = options
        self._frame = 0
        self._studied = 0
        self._from: Baked | None = None
        self._to: Baked | None = None
        self._side = 0
        self._usual: Floats | None = None
        self._full: _Full | None = None
        self.is_eye_hidden = False
        self._cover: Floats | None = None
        self._covered_at = 0
        self._gain = np.zeros(3, np.float32)
        self._seam: Floats | None = None
        self._usual_look = UsualLook()
        self._brightened = 1.0
        self._level = 0.0
        self._grain: finish.Grain | None = None
        self._has_grain = False
        self._last: tuple[Pixels, Floats] | None = None

    def swap(
        self, pixels: Pixels, points: Floats, eyes: Eyes, hands: Sequence[Hand]
    ) -> Painted | None:
        """Return what changes of a region of the next frame to have the face swapped.

        Args:
            pixels: (height, width, 3) uint8 RGB, the face's surroundings.
            points: (468, 3) float32, its mesh in pixels of the region.
            eyes: What its eyes do.
            hands: What hands are before it, in pixels of the region.
        """
        with stage("plan"):
            painting = None if hands else self._moved_along(pixels, points, eyes)
            if painting is None:
                painting = self._painting(pixels, points, eyes, hands)
                self._full = _Full(points, painting, _glance(pixels, painting), eyes, self._frame)
        self._last = pixels, points
        self._frame += 1
        return painting.onto(pixels, self._grain, self._frame)

    def _moved_along(self, pixels: Pixels, points: Floats, eyes: Eyes) -> Painting | None:
        """Return the last painting where the face is now, if it only moved as a whole since.

        What stands before it and shows at its seam is then what stood there a frame or two ago.
        """
        full = self._full
        if full is None or self._frame - full.frame >= FULL_EVERY or self._is_due():
            return None
        if max(np.abs(np.subtract(full.eyes.shut, eyes.shut))) > BLINKED:
            return None
        painting = full.painting.moved(full.points, points)
        if painting is None:
            return None
        change = _glance(pixels, painting) - full.glance
        if np.abs(np.median(change, axis=(0, 1))).max() > GLANCE_LIGHT:
            return None
        return painting if np.abs(change).max() < GLANCE_LEVELS else None

    def _is_due(self) -> bool:
        is_old = self._frame - self._studied >= STUDY_EVERY
        return self._to is None or is_old or self._brightened > BRIGHTENED

    def _painting(
        self, pixels: Pixels, points: Floats, eyes: Eyes, hands: Sequence[Hand]
    ) -> Painting:
        exposure = self._exposed(pixels, points)
        even = exposure.undone(pixels)
        look = self._look(even, points, eyes)
        is_study = self._is_due()
        usual = self._usual_look
        before = usual.before(look, self._to.lit.shade) if self._to else None
        self.is_eye_hidden = before is not None and hides_an_eye(look, before)
        baked = self._renewed(*usual.clear(even, look, before)) if is_study else self._carried()
        uv = self._places(look, eyes.gaze)
        alpha = self._alpha(look, uv, baked.lit, hands)
        shown = sample(baked.face, uv)
        ring = alpha
        if before is not None:
            ring, alpha = alpha * (grown(before, 2) == 0), alpha * (1 - before)
        skin = tone.skin_cells(look.uv, baked.lit) * smoothstep(look.depth, *plan.OUTLINE)
        skin = skin * (ring > 0.9)
        gain = self._gain_for(look.grid, shown, skin)
        seam = tone.seam_difference(look.grid.pixels - shown * gain, ring)
        self._seam = seam if self._seam is None else tone.calmed_seam(seam, self._seam)
        painting = Painting.of(look.grid, uv, alpha, self._seam, gain, baked.face)
        painting = painting.exposed(exposure)
        if self._last and (is_study or not self._has_grain):
            self._has_grain = True
            self._grain = self._lacking_grain(pixels, points, painting, look.grid, skin)
        return painting

    def _exposed(self, pixels: Pixels, points: Floats) -> Exposure:
        """Return a frame's light beside the usual one; what was baked is in the usual one."""
        shade = self._to.lit.shade if self._to else None
        became = self._usual_look.follow(pixels, points, shade)
        if became is None:
            self._from = self._to = None
        elif became is not USUAL and self._from and self._to:
            self._brightened *= became.brightness
            self._from, self._to = self._from.exposed(became), self._to.exposed(became)
        return self._usual_look.exposure

    def _look(self, pixels: Pixels, points: Floats, eyes: Eyes) -> Look:
        grid = make_grid(pixels, points, self._fitting_side(points))
        pose = to_canonical(points)
        source = self._source
        here = pose.apply(points)
        usual = self._usual_shape(here)
        lids = plan.differing_eyes(usual, source)
        step = shape.transfer(usual, source.shape, keep_eyes=lids, keep_mouth=1.0)
        formed = pose.undo(here + step)
        own = plan.shut_eyes(points, source)
        shut = max(own[0], eyes.shut[0]), max(own[1], eyes.shut[1])
        drawn = grid.draw(points, pose)
        depth = depth_of(drawn.covered) / plan.reach(grid, points)
        moved = (formed[:, :2] - points[:, :2]) * np.float32(grid.scale)
        both = drawn.paint(np.hstack([FACE.uv, moved]))
        uv, moved = np.ascontiguousarray(both[..., :2]), np.ascontiguousarray(both[..., 2:])
        return Look(points, formed, pose, grid, drawn.covered, uv, depth, moved, shut)

    def _usual_shape(self, here: Floats) -> Floats:
        """Return the target's shape as it mostly is, (468, 3) in canonical space.

        What the source's differs from it by is who it is. What a frame's own differs by is what the
        face does: were that taken for shape, chin and cheeks would not follow the target's.
        """
        before = here if self._usual is None else self._usual
        share = np.float32(1 / min(self._frame + 1, USUAL_OVER))
        self._usual = before + (here - before) * share
        return self._usual

    def _fitting_side(self, points: Floats) -> int:
        """Return the grid's side for a face, which keeps it while the face is about as large."""
        low, high = extent(points)
        wanted = float((high - low).max()) * CELLS
        side = min(MOST_SIDE, max(LEAST_SIDE, 2 * round(wanted / 2)))
        if not self._side or not 0.8 < side / self._side < 1.25:
            self._side, self._cover, self._seam = side, None, None
        return self._side

    def _renewed(self, pixels: Pixels, look: Look) -> Baked:
        """Look at the light again; what differs comes in over the frames until the next look.

        Each look counts by how bright the face was: a dark one has more noise, and shows less. What
        was in the dark before is not waited for.
        """
        now, usual = self._to, self._usual_look
        has_brightened = self._brightened > BRIGHTENED
        self._studied, self._brightened = self._frame, 1.0
        if now is not None and usual.is_dim:
            self._from = now
            return now
        seen = bake(pixels, look, self._source, self._options)
        level = usual.level * usual.exposure.brightness
        kept = 0.0 if now is None else self._level / (self._level + level)
        self._level = level + kept * (self._level - level)
        self._to = seen if now is None else seen.towards(now, kept)
        self._from = self._to if now is None or has_brightened else now
        return self._from

    def _carried(self) -> Baked:
        before, after = self._from, self._to
        if before is None or after is None:
            raise ValueError("nothing was studied yet")
        return before.towards(after, (self._frame - self._studied) / STUDY_EVERY)

    def _places(self, look: Look, gaze: Gaze) -> Floats:
        """Return where in the source's texture each cell looks, (side, side, 2) in shares.

        The mesh is drawn once, where the target's is. A cell of the source's form shows what the
        target's has where it came from; twice is enough, for the steps are small and smooth.
        """
        cells = _cells(look.grid.side)
        came = cells - looked_up(look.moved, cells - look.moved)
        uv = looked_up(look.uv, came)
        return plan.turn_eyes(look.grid, look.formed, uv, self._source.gaze, gaze)

    def _alpha(self, look: Look, uv: Floats, lit: Light, hands: Sequence[Hand]) -> Floats:
        """Return how much of the new face each cell shows, (side, side), 0 to 1."""
        alpha = smoothstep(look.depth, 0.0, plan.FEATHER) * sample(self._source.known, uv)
        alpha *= 1 - self._covered(look, lit)
        # Lips that move are the target's, and so is what is seen between them: a mouth that took
        # turns between the two would jump with every word.
        inside = soft_threshold(shape.mouth_opening(look.points), *PARTING)
        alpha *= 1 - plan.holes(look.grid, look.points, look.shut, inside, self._options)
        for hand in hands:
            mask = np.zeros(alpha.shape, np.uint8)
            hand.draw(mask, look.grid.places(hand.points))
            alpha *= 1 - blur(mask.astype(np.float32) / 255, 0.6)
        return alpha

    def _covered(self, look: Look, lit: Light) -> Floats:
        """Return what stands before the face; looked at every other frame at most, else carried."""
        if self._cover is None or self._frame - self._covered_at >= COVER_EVERY:
            self._covered_at = self._frame
            seen = covered(look.grid.pixels, look.inside, look.uv, lit)
            before = self._cover
            self._cover = seen if before is None else seen + COVER_KEPT * (before - seen)
        return self._cover

    def _gain_for(self, grid: Grid, shown: Floats, skin: Floats) -> Floats:
        """Return how much brighter than baked the new face must be, (3,) factors."""
        sure = skin > 0.02
        if sure.sum() >= LEAST_SKIN:
            old = np.log(np.maximum(grid.pixels[sure], 2))
            new = np.log(np.maximum(shown[sure], 2))
            wanted = np.average(old - new, axis=0, weights=skin[sure])
            wanted = np.clip(wanted, -GAIN_BOUND, GAIN_BOUND)
            is_steady = self._frame > 0 and np.abs(wanted - self._gain).max() < FLASH
            self._gain = wanted + GAIN_KEPT * (self._gain - wanted) if is_steady else wanted
        return np.exp(self._gain).astype(np.float32)

    def _lacking_grain(
        self, pixels: Pixels, points: Floats, painting: Painting, grid: Grid, skin: Floats
    ) -> finish.Grain | None:
        """Return the grain that the new skin lacks, by a patch of the old one that has moved."""
        patch = skin_patch(grid, skin, pixels)
        if patch is None or self._last is None:
            return None
        left, top, right, bottom = patch
        before, its_points = self._last
        x, y = np.round((its_points - points)[:, :2].mean(axis=0)).astype(int)
        height, width = before.shape[:2]
        if left + x < 0 or top + y < 0 or right + x > width or bottom + y > height:
            return self._grain
        old, earlier = (
            picture.astype(np.float32)
            for picture in (
                pixels[top:bottom, left:right],
                before[top + y : bottom + y, left + x : right + x],
            )
        )
        new, _ = painting.over_region(left, top, right - left, bottom - top)
        return finish.missing_grain(old, new, earlier)


def _glance(pixels: Pixels, painting: Painting) -> Floats:
    """Return the middle of a region as a painting lies on it, (22, 22, 3) float32."""
    side = GLANCE_SIDE * GLANCE_SAMPLES
    matrix = painting.matrix * (side / len(painting.places))
    fine = square_of(pixels, matrix, side)
    return shrunk(fine, GLANCE_SIDE, GLANCE_SIDE)[3:-3, 3:-3].astype(np.float32)


@lru_cache(maxsize=4)
def _cells(side: int) -> Floats:
    """Return each cell's own place, (side, side, 2) float32, x then y."""
    columns, rows = np.meshgrid(np.arange(side), np.arange(side))
    return np.dstack([columns, rows]).astype(np.float32)
