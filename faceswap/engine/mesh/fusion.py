"""Makes one face of several: photos of one person, or several people mixed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from faceswap.engine.mesh import topology, zones
from faceswap.engine.mesh.arrays import Floats, blur, looked_up, resized
from faceswap.engine.mesh.complexion import mean_skin
from faceswap.engine.mesh.detail import FaceDetail
from faceswap.engine.mesh.gaze import CORNERS, Gaze
from faceswap.engine.mesh.topology import FACE

KNOWN_SIDE = 128
# Eyes and mouths move: one photo gives all of each, or there would be two irises in an eye.
WHOLE = (*zones.EYES, topology.OUTER_LIPS)
# How strongly the better photo of a place is preferred.
PREFERENCE = 6


@dataclass(frozen=True, slots=True)
class View:
    """A face as one photo shows it, before anything hidden is filled.

    `face.known` is what is seen in the photo itself; `quality` is how good the photo is as a whole,
    0 to 1.
    """

    face: FaceDetail
    quality: float


def fuse(views: Sequence[View]) -> FaceDetail:
    """Return one face from photos of the same person: each place from where it is seen best."""
    if len(views) == 1:
        return views[0].face
    side = max(view.face.side for view in views)
    widest = max(view.face.width for view in views)
    worth = np.stack([view.face.known * view.quality for view in views])
    share = _shares(worth)
    best = [_best_of(worth, loop) for loop in WHOLE]
    layers = sum(
        view.face.at_side(side) * resized(weight, side)[..., None]
        for view, weight in zip(views, share, strict=True)
    )
    by_view = worth.mean(axis=(1, 2)) / worth.mean(axis=(1, 2)).sum()
    right, left = views[best[0]].face, views[best[1]].face
    return FaceDetail(
        layers=np.asarray(layers, np.float32),
        known=np.asarray(worth.max(axis=0) > 0, np.float32)
        * np.max([v.face.known for v in views], axis=0),
        shape=np.asarray(
            sum(v.face.shape * s for v, s in zip(views, by_view, strict=True)), np.float32
        ),
        openings=(right.openings[0], left.openings[1], views[best[2]].face.openings[2]),
        gaze=Gaze(right.gaze.right, left.gaze.left),
        saturation=float(sum(v.face.saturation * s for v, s in zip(views, by_view, strict=True))),
        blur=min(view.face.blur for view in views),
        width=widest,
        skin=mean_skin([(v.face.skin, float(s)) for v, s in zip(views, by_view, strict=True)]),
    )


def _best_of(worth: Floats, loop: Sequence[int]) -> int:
    zone = zones.zone((tuple(loop),), 0.0, KNOWN_SIDE)
    return int(worth[:, zone].mean(axis=1).argmax())


def _shares(worth: Floats) -> Floats:
    """Return how much of each place comes from each photo, (photos, 128, 128); the sums are 1."""
    strength = (worth + 1e-3) ** PREFERENCE
    share = strength / strength.sum(axis=0)
    for loop in WHOLE:
        zone = zones.zone((tuple(loop),), 0.05, KNOWN_SIDE)
        share[:, zone] = 0
        share[_best_of(worth, loop), zone] = 1
    smooth = np.stack([blur(each, 0.015 * KNOWN_SIDE) for each in share])
    return (smooth / smooth.sum(axis=0)).astype(np.float32)


def mix(faces: Sequence[tuple[FaceDetail, float]]) -> FaceDetail:
    """Return a face between several people's, by weight.

    All lie on the same texture, so that they blend as they are; only the irises are brought to one
    place first, that of the face with the greatest weight.
    """
    if len(faces) == 1:
        return faces[0][0]
    side = max(face.side for face, _ in faces)
    first = max(faces, key=lambda each: each[1])[0]

    def mean(values: Sequence[Floats]) -> Floats:
        weighted = (value * weight for value, (_, weight) in zip(values, faces, strict=True))
        return np.asarray(sum(weighted), np.float32)

    return replace(
        first,
        layers=mean([_look_as(face.at_side(side), face.gaze, first.gaze) for face, _ in faces]),
        known=mean([face.known for face, _ in faces]),
        shape=mean([face.shape for face, _ in faces]),
        saturation=sum(face.saturation * weight for face, weight in faces),
        blur=min(face.blur for face, _ in faces),
        width=max(face.width for face, _ in faces),
        skin=mean_skin([(face.skin, weight) for face, weight in faces]),
    )


def _look_as(layers: Floats, own: Gaze, wanted: Gaze) -> Floats:
    """Return the layers with the irises moved within the eyes."""
    if own == wanted:
        return layers
    side = layers.shape[0]
    rows, columns = np.mgrid[0:side, 0:side].astype(np.float32)
    for loop, (outer, inner), here, there in zip(
        zones.EYES, CORNERS, (own.right, own.left), (wanted.right, wanted.left), strict=True
    ):
        across = (FACE.uv[inner] - FACE.uv[outer]) * side
        along, down = there[0] - here[0], there[1] - here[1]
        ball = blur(zones.zone((loop,), 0.0, side).astype(np.float32), 0.008 * side)
        columns -= ball * across[0] * along
        rows -= ball * (across[1] * along + float(np.linalg.norm(across)) * down)
    return looked_up(layers, np.dstack([columns, rows]))
