"""Composites whose alpha is known exactly: package people with drawn hair, before made places.

A person is cut out well within the outline that the network sees, so that all that is kept is the
person; the edge is softened, and strands of hair are drawn around the head in the colour of the
hair they leave. That drawn alpha is the truth, and exact wherever the outline runs.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import metadata

import cv2
import numpy as np
from PIL import Image

from faceswap.engine.cutout.segment import Segmenter
from faceswap.engine.mesh.arrays import Floats, Ints, Mask, Pixels, blur
from faceswap.engine.mesh.engine import MeshEngine, MeshFace

PIXELS = 1920 * 1080
STRANDS = 260
"""For each head."""
LEAST_PART = 0.01
NOISE = 2.0
"""Levels of a camera's noise, standard deviation."""
# Package and file, and how many rows of it: six people sit behind a table, which is left out.
SUBJECTS = {
    "astronaut": ("scikit-image", "skimage/data/astronaut.png", 512),
    "admiral": ("matplotlib", "matplotlib/mpl-data/sample_data/grace_hopper.jpg", 600),
    "six people": ("insightface", "insightface/data/images/t1.jpg", 620),
}
PHOTO = ("scikit-image", "skimage/data/coffee.png")


@dataclass(frozen=True, slots=True)
class Subject:
    """Somebody with known edges: `colours` (height, width, 3) and `alpha`, 0 to 1."""

    name: str
    colours: Floats
    alpha: Floats


def package_picture(package: str, path: str) -> Pixels:
    """Return a picture out of an installed package."""
    file = str(metadata.distribution(package).locate_file(path))
    return np.asarray(Image.open(file).convert("RGB"), np.uint8)


def subjects(engine: MeshEngine, segmenter: Segmenter) -> Iterator[Subject]:
    """Yield everybody, in the frame of their own picture, with as many pixels as 1920 x 1080."""
    for name, (package, path, rows) in SUBJECTS.items():
        photo = package_picture(package, path)[:rows]
        scale = (PIXELS / (photo.shape[0] * photo.shape[1])) ** 0.5
        photo = np.asarray(
            cv2.resize(photo, None, fx=scale, fy=scale, interpolation=cv2.INTER_CUBIC), np.uint8
        )
        faces = engine.detect(photo)
        rough = segmenter(photo, [face.found for face in faces])
        yield _subject(name, photo, rough, faces)


def _subject(name: str, photo: Pixels, rough: Floats, faces: list[MeshFace]) -> Subject:
    body = _filled(rough > 0.5)
    body = np.asarray(cv2.erode(body, np.ones((9, 9), np.uint8), borderValue=1))
    colours = _spread(photo.astype(np.float32) / 255, body)
    alpha = blur(body.astype(np.float32), 1.2)
    dice = np.random.default_rng(len(name))
    outlines, _ = cv2.findContours(body, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    outline = np.concatenate([each[:, 0] for each in outlines])
    for face in faces:
        _grow_hair(colours, alpha, outline, face, dice)
    return Subject(name, colours, alpha)


def _filled(people: Mask) -> Pixels:
    """Return the large parts of a mask, 0 and 1, without holes."""
    outlines, _ = cv2.findContours(
        people.astype(np.uint8), cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE
    )
    body = np.zeros(people.shape, np.uint8)
    large = [each for each in outlines if cv2.contourArea(each) > people.size * LEAST_PART]
    cv2.drawContours(body, large, -1, 1, cv2.FILLED)
    return body


def _spread(colours: Floats, inside: Pixels) -> Floats:
    """Return colours that go on beyond the mask as they are at its edge."""
    _, nearest = cv2.distanceTransformWithLabels(
        1 - inside, cv2.DIST_L2, 5, labelType=cv2.DIST_LABEL_PIXEL
    )
    at = np.zeros(int(nearest.max()) + 1, np.int64)
    at[nearest[inside > 0]] = np.flatnonzero(inside)
    return colours.reshape(-1, 3)[at[nearest]]


def _grow_hair(
    colours: Floats, alpha: Floats, outline: Ints, face: MeshFace, dice: np.random.Generator
) -> None:
    """Draw strands around a head, in place, from its outline above the mouth outwards."""
    box = face.found.box
    size, middle = box.width, np.array(((box.left + box.right) / 2, (box.top + box.bottom) / 2))
    away = outline - middle
    near = (np.hypot(*away.T) < size * 1.3) & (away[:, 1] < size * 0.3)
    roots = outline[near]
    if not len(roots):
        return
    strands: list[tuple[Ints, list[float], float]] = []
    for root in roots[dice.integers(len(roots), size=STRANDS)]:
        out = (root - middle) / max(float(np.hypot(*(root - middle))), 1.0)
        bend = np.array((-out[1], out[0])) * dice.normal(0, 0.5)
        length = size * dice.uniform(0.06, 0.3)
        along = np.linspace(-0.15, 1, 14)[:, np.newaxis]
        path = root + length * (out * along + bend * along * np.abs(along))
        inside = np.clip((root - out * 6).astype(int), 0, (alpha.shape[1] - 1, alpha.shape[0] - 1))
        colour = colours[inside[1], inside[0]] * dice.uniform(0.85, 1.1)
        spots = np.round(path * 16).astype(np.int32)
        strands.append((spots, colour.tolist(), float(dice.uniform(0.5, 0.95))))
    _draw(colours, alpha, strands)


def _draw(
    colours: Floats, alpha: Floats, strands: Sequence[tuple[Ints, list[float], float]]
) -> None:
    pieces: list[tuple[int, Ints]] = []
    for spots, colour, strength in sorted(strands, key=lambda strand: strand[2]):
        cv2.polylines(colours, [spots], False, colour, 5, shift=4)
        for at in range(len(spots) - 1):
            share = round(strength * (1 - at / len(spots)) * 255)
            # Weaker pieces first, so that none is dimmed by another.
            pieces.append((share, spots[at : at + 2]))
    hair = np.zeros(alpha.shape, np.uint8)
    for share, piece in sorted(pieces, key=lambda each: each[0]):
        cv2.polylines(hair, [piece], False, share, 1, cv2.LINE_AA, shift=4)
    np.maximum(alpha, hair.astype(np.float32) / 255, out=alpha)


def places(width: int, height: int) -> Iterator[Floats]:
    """Yield five places of a size, (height, width, 3) from 0 to 1, from even to busy."""
    rows, columns = np.mgrid[:height, :width].astype(np.float32)
    dice = np.random.default_rng(3)
    yield np.repeat((0.35 + 0.4 * rows / height)[..., None], 3, 2)
    yield np.dstack([0.05 + 0 * rows, 0.75 + 0.1 * columns / width, 0.15 + 0 * rows])
    lights = np.full((height, width, 3), 0.06, np.float32)
    for _ in range(140):
        spot = int(dice.integers(width)), int(dice.integers(height))
        cv2.circle(lights, spot, int(dice.integers(20, 70)), dice.uniform(0.2, 1, 3).tolist(), -1)
    yield blur(lights, 9)
    stripes = 0.5 + 0.3 * np.sign(np.sin(columns / 31 + rows / 90))
    yield blur(np.dstack([stripes, stripes * 0.9, 1 - stripes * 0.7]), 1.5)
    photo = package_picture(*PHOTO)
    yield np.asarray(cv2.resize(photo, (width, height)), np.float32) / 255


def composite(subject: Subject, place: Floats) -> Pixels:
    """Return a picture of a subject before a place, with a camera's noise."""
    alpha = subject.alpha[..., np.newaxis]
    noise = np.random.default_rng(9).normal(0, NOISE / 255, place.shape)
    levels = subject.colours * alpha + place * (1 - alpha) + noise
    return np.clip(levels * 255 + 0.5, 0, 255).astype(np.uint8)
