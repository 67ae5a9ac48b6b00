"""Decides where a source's face goes, in what light, and what of the target stays before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from faceswap.domain.options import Options
from faceswap.engine.mesh import light, shape, tone, topology, unwrap, zones
from faceswap.engine.mesh.arrays import (
    Floats,
    Mask,
    Pixels,
    blur,
    depth_of,
    looked_up,
    sample,
    smoothstep,
    soft_threshold,
)
from faceswap.engine.mesh.cover import covered
from faceswap.engine.mesh.detail import FaceDetail, saturation
from faceswap.engine.mesh.gaze import CORNERS, Gaze, shift
from faceswap.engine.mesh.grid import Grid, make_grid
from faceswap.engine.mesh.hands import Hand
from faceswap.engine.mesh.light import LUMA, Light
from faceswap.engine.mesh.pose import Pose, to_canonical
from faceswap.engine.mesh.raster import texture_raster
from faceswap.engine.mesh.topology import FACE
from faceswap.engine.points import extent

# In parts of the face's size on the grid, from its outline inwards: where the swap is complete. A
# wider seam is softer, and shows more of the target: at a tenth, one swap in twenty that is
# recognised here is not.
FEATHER = 0.04
# How far inside its outline, in the same parts, what is seen is certainly the face.
OUTLINE = (0.01, 0.04)
# How squarely skin faces the camera where its light is read: not at all below the first, fully
# above the second. On turned faces the mesh overlaps what is behind them.
FACING = (0.2, 0.5)
# How smooth what is taken for the target's light is, in brightness and in hue, in parts of the
# texture. Finer light brings the target's own features back.
LIGHT_BLUR = (0.18, 0.06)
# Lips this far apart, in parts of the mouth's width, show the target's mouth between them.
PARTED = 0.03
# A mouth open less than the first, in the same parts, shows no teeth; above the second it does.
# One that is wider open than another by less than the first shows no more, by the second it does.
TEETH = (0.075, 0.12)
WIDER = (0.03, 0.07)
# Teeth less bright beside skin than the first are in the dark of the mouth; above the second they
# are seen.
BRIGHT_TEETH = (-0.15, 0.0)
# Mouths that differ by less than the first, in parts of their width, do the same; by more than the
# second they do not.
ALIKE = (0.05, 0.1)
# Eyes less open than the first, height over width, are shut; above the second they are open.
SHUT, OPEN = 0.185, 0.22
# Eyes that differ by less do the same.
WINK = 0.06
GREY = 0.03


@dataclass(frozen=True, slots=True)
class Target:
    """What is seen of a face that is to be replaced.

    `points` is its mesh, (468, 3) float32 in pixels; `pose` takes it to the canonical one. Over the
    grid, (side, side, ...): `inside` is where it lies, `uv` where in its texture each cell is, in
    shares, `depth` how far inside its outline, in parts of the face's size, and `cover` how surely
    something stands before it. `flat` is the face laid out, (64, 64, 3) RGB, `seen` how well each
    texel is seen, `light` its light.
    """

    points: Floats
    pose: Pose
    grid: Grid
    inside: Mask
    uv: Floats
    depth: Floats
    cover: Floats
    flat: Floats
    seen: Floats
    light: Light


@dataclass(frozen=True, slots=True)
class Plan:
    """What was decided, over the grid: all (side, side, ...) float32.

    `uv` is where in the source's texture a cell looks, in shares; `alpha` how much of the new face
    is seen; `skin` how surely the target shows plain skin; `tone` the light the new face is seen
    in; `light` the target's own, over its own texture.
    """

    grid: Grid
    uv: Floats
    alpha: Floats
    skin: Floats
    tone: tone.Tone
    light: Light

    def behind(self, hands: Sequence[Hand]) -> Plan:
        """Return the plan with hands before the face."""
        mask = np.zeros(self.alpha.shape, np.uint8)
        for hand in hands:
            hand.draw(mask, self.grid.places(hand.points))
        return replace(self, alpha=self.alpha * (1 - blur(mask.astype(np.float32) / 255, 0.8)))


def look_at(picture: Pixels, points: Floats) -> Target:
    """Look at a face with a mesh (468, 3) in pixels of a (height, width, 3) uint8 RGB picture."""
    grid = make_grid(picture, points)
    pose = to_canonical(points)
    drawn = grid.draw(points, pose)
    depth = depth_of(drawn.covered) / reach(grid, points)
    flat = unwrap.unwrap(grid.pixels.astype(np.uint8), grid.places(points), light.SIDE)
    seen = well_seen(grid, points, pose, depth)
    lit = light.fit_light(flat, seen, *LIGHT_BLUR)
    uv = drawn.paint(FACE.uv)
    cover = covered(grid.pixels, drawn.covered, uv, lit)
    return Target(points, pose, grid, drawn.covered, uv, depth, cover, flat, seen, lit)


def make_plan(target: Target, gaze: Gaze, source: FaceDetail, options: Options) -> Plan:
    """Work out where the source's face goes and in what light; `gaze` is the target's own."""
    points, grid, lit, depth = target.points, target.grid, target.light, target.depth
    shut = shut_eyes(points, source)
    opening = shape.mouth_opening(points)
    held = 1.0 if options.keep_mouth else differing_mouth(points, target.pose, source)
    lids = differing_eyes(points, source)
    formed = shape.reshape(points, target.pose, source.shape, keep_eyes=lids, keep_mouth=held)
    uv = grid.draw(formed, target.pose).paint(FACE.uv)
    uv = turn_eyes(grid, formed, uv, source.gaze, gaze)
    alpha = smoothstep(depth, 0.0, FEATHER)
    alpha = alpha * sample(source.known, uv)
    alpha *= 1 - target.cover
    inside = 0.0 if opening < PARTED else held
    alpha *= 1 - holes(grid, points, shut, inside, options)
    skin = tone.skin_cells(target.uv, lit) * smoothstep(depth, *OUTLINE)
    layers = sample(source.at_side(min(source.side, 256)), uv)
    colour = colour_gain(source, saturation(target.flat, target.seen))
    toned = tone.first_tone(lit, target.uv, grid.pixels, target.inside & (skin > 0.02), colour)
    if source.saturation < GREY:
        toned = replace(toned, hue=toned.hue + sample(lip_hue(target.flat, lit), uv))
    toned = tone.match_skin(toned, layers, grid.pixels, skin * (alpha > 0.9))
    toned = tone.match_seam(toned, layers, grid.pixels, alpha)
    toned = tone.match_eyes(toned, layers, grid, new=formed, old=points, shut=shut)
    return Plan(grid, uv, alpha, skin, toned, lit)


def well_seen(grid: Grid, points: Floats, pose: Pose, depth: Floats) -> Floats:
    """Return how well each texel of a target's own texture is seen, (64, 64), 0 to 1."""
    seen = smoothstep(unwrap.facing(pose, light.SIDE), *FACING) * zones.face_zone(light.SIDE)
    # No mesh lies so well that nothing behind the face's outline shows.
    cells = texture_raster(light.SIDE).paint(grid.places(points))
    return seen * smoothstep(looked_up(depth, cells), *OUTLINE)


def reach(grid: Grid, points: Floats) -> float:
    """Return the face's size in cells."""
    low, high = extent(grid.places(points))
    return float((high - low).max())


def differing_mouth(points: Floats, pose: Pose, source: FaceDetail) -> float:
    """Return how much the target's mouth must stay, because it does what the source's does not.

    Of a smile, a kiss or a laugh in one of the two alone, the target's is kept. Parted lips show
    the source's own teeth if it has any to show.
    """
    opening, own = shape.mouth_opening(points), source.openings[2]
    is_closed = 1 - soft_threshold(own, *TEETH)
    is_dark = 1 - soft_threshold(source.brightest_in_mouth, *BRIGHT_TEETH)
    lacking = max(
        is_closed * soft_threshold(opening - own, *WIDER),
        is_dark * soft_threshold(opening, *TEETH),
    )
    apart = shape.mouth_difference(pose.apply(points), source.shape)
    return max(lacking, soft_threshold(apart, *ALIKE))


def differing_eyes(points: Floats, source: FaceDetail) -> tuple[float, float]:
    """Return how much each eye's lids must stay as the target's are."""
    right, left = shape.eye_openings(points)
    return (
        soft_threshold(abs(right - source.openings[0]), 0.03, 0.09),
        soft_threshold(abs(left - source.openings[1]), 0.03, 0.09),
    )


def shut_eyes(points: Floats, source: FaceDetail) -> tuple[float, float]:
    """Return how much each eye must stay the target's, because it or the source's is shut."""
    right, left = (
        min(target, own)
        for target, own in zip(shape.eye_openings(points), source.openings, strict=False)
    )
    if abs(right - left) < WINK:
        right = left = (right + left) / 2
    return 1 - soft_threshold(right, SHUT, OPEN), 1 - soft_threshold(left, SHUT, OPEN)


def turn_eyes(grid: Grid, points: Floats, uv: Floats, own: Gaze, wanted: Gaze) -> Floats:
    """Return the texture places with the irises moved to where the target's are."""
    moves = (shift(own.right, wanted.right), shift(own.left, wanted.left))
    turned = uv
    for loop, (outer, inner), move in zip(zones.EYES, CORNERS, moves, strict=True):
        across = FACE.uv[inner] - FACE.uv[outer]
        # Down is down in the texture for both eyes.
        down = np.array([0.0, float(np.linalg.norm(across))])
        ball = grid.patch(points, loop, 0.0, 0.8)
        # The lids stay where they are.
        share = ball * np.clip(2 * ball - 0.6, 0, 1)
        turned = turned - share[..., None] * (across * move[0] + down * move[1])
    return np.asarray(turned, np.float32)


def colour_gain(source: FaceDetail, target: float) -> float:
    """Return how much of the source's colour detail is shown: none on a grey target."""
    return 1.0 if source.saturation < GREY else min(1.0, target / source.saturation)


def lip_hue(flat: Floats, lit: Light) -> Floats:
    """Return the hue of the target's lips beside its skin's, (64, 64, 3), for a source in grey."""
    luma, skin = flat @ LUMA + 2, lit.shade @ LUMA + 2
    hue = flat / luma[..., None] - lit.shade / skin[..., None]
    lips = zones.zone(zones.LIPS, 0.01, light.SIDE).astype(np.float32)
    return hue * blur(lips, 1.0)[..., None]


def holes(
    grid: Grid, points: Floats, shut: tuple[float, float], inside: float, options: Options
) -> Floats:
    """Return where the target's own mouth and eyes stay, (side, side), 0 to 1."""
    hole = np.zeros((grid.side, grid.side), np.float32)
    if options.keep_mouth:
        hole = grid.patch(points, topology.OUTER_LIPS, 2.5, 2.5)
    elif inside > 0:
        hole = inside * grid.patch(points, topology.INNER_LIPS, 0.0, 0.7)
    for loop, kept in zip(zones.EYES, shut, strict=True):
        if kept > 0.02:
            hole = np.maximum(hole, kept * grid.patch(points, loop, 4.0, 2.5))
    return hole
