"""Measures how people are cut out, and prints tables: `python -m benchmarks.cutouts [ROUNDS]`."""

import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import cv2
import numpy as np

from benchmarks.composites import Subject, composite, places, subjects
from benchmarks.table import Row, milliseconds, printed
from faceswap.domain.face import FoundFace
from faceswap.domain.wording import Made
from faceswap.engine.cutout import cutout
from faceswap.engine.cutout.cutter import Cutter
from faceswap.engine.cutout.foreground import foreground_of
from faceswap.engine.cutout.lines import ColourLines
from faceswap.engine.cutout.placing import put_before
from faceswap.engine.cutout.segment import Segmenter
from faceswap.engine.making import MadePlace
from faceswap.engine.media.scaling import covering
from faceswap.engine.mesh.arrays import Floats, Mask, Pixels
from faceswap.engine.mesh.engine import MeshEngine

ROUNDS, CORES = 7, 2
# How far around what is truly soft it is looked, in pixels, and the filter beside ours: its windows
# reach so far and take this variance for none.
AROUND, REACH, SMOOTH = 10, 6, 1e-4
METHOD = f"""\
On 2 cores. Three package pictures with drawn hair, eight people, stand before five made places, in
as many pixels as 1920 x 1080 has: alpha is known exactly. It is compared where it is truly soft and
{AROUND} px around that. SAD is in thousands of pixels, MSE times a thousand, gradient the sum of
squares; quartiles are over places. `rough` is the network's mask enlarged, `guided` that mask under
a guided filter, `refined` what is used; `x plain` is beside `rough`. Parts are timed {{rounds}}
times on the first picture; in the whole, faces are found too.
"""
STEPS = ("rough", "guided", "refined")


@dataclass(frozen=True, slots=True)
class Error:
    """How far an alpha is from the truth."""

    sad: float
    mse: float
    gradient: float


@dataclass(frozen=True, slots=True)
class Case:
    """A composite, and what the refinement takes: a small copy, its faces, and a rough mask."""

    picture: Pixels
    small: Pixels
    near: Sequence[FoundFace]
    rough: Floats


def soft_band(truth: Floats) -> Mask:
    """Return where an alpha is neither nought nor one, and a little around it."""
    soft = ((truth > 0.004) & (truth < 0.996)).astype(np.uint8)
    return cv2.dilate(soft, np.ones((2 * AROUND + 1,) * 2, np.uint8)) > 0


def error_of(alpha: Floats, truth: Floats) -> Error:
    """Compare an alpha with the truth where that is soft."""
    band = soft_band(truth)
    miss = (alpha - truth)[band]
    steep = (_steepness(alpha) - _steepness(truth))[band]
    return Error(
        float(np.abs(miss).sum()) / 1e3,
        float((miss**2).mean()) * 1e3,
        float((steep**2).sum()),
    )


def _steepness(alpha: Floats) -> Floats:
    smooth = cv2.GaussianBlur(alpha, (0, 0), 1.4)
    across, down = (cv2.Sobel(smooth, -1, *way, scale=1 / 8) for way in ((1, 0), (0, 1)))
    return np.asarray(np.hypot(across, down), np.float32)


def look(engine: MeshEngine, segmenter: Segmenter, picture: Pixels) -> Case:
    """Find people in a composite, roughly."""
    faces = [face.found for face in engine.detect(picture)]
    small, near = cutout.made_small(picture, faces)
    return Case(picture, small, near, segmenter(small, near))


def guided(case: Case) -> Floats:
    """Return alpha as a guided filter alone makes it of the rough mask."""
    colours = case.small.astype(np.float32) / 255
    filtered = ColourLines.of(colours, REACH, SMOOTH).filtered(case.rough)
    return cutout.followed(case.picture, colours, np.clip(filtered, 0, 1))


def refined(case: Case) -> Floats:
    """Return alpha as it is used."""
    return cutout.refined(case.picture, case.small, case.rough, case.near)


def alphas(case: Case) -> tuple[Floats, Floats, Floats]:
    """Return alpha as the network has it, under a guided filter, and refined."""
    rough = np.asarray(cv2.resize(case.rough, case.picture.shape[1::-1]), np.float32)
    return rough, guided(case), refined(case)


def errors(subject: Subject, cases: Sequence[Case]) -> Iterator[Row]:
    """Yield one subject's errors, each with the quartiles over all places."""
    found = [[error_of(alpha, subject.alpha) for alpha in alphas(case)] for case in cases]
    for measure in ("sad", "mse", "gradient"):
        plain = float(np.median([getattr(each[0], measure) for each in found]))
        for at, step in enumerate(STEPS):
            values = tuple(getattr(each[at], measure) for each in found)
            yield Row(f"{subject.name}, {measure}, {step}", values, "", beside=plain)


def times(engine: MeshEngine, segmenter: Segmenter, case: Case, rounds: int) -> Iterator[Row]:
    """Yield how long the parts take, and the whole from pixels to pixels."""
    cutter = Cutter(engine)
    alpha = refined(case)
    made = cutter.cut_out(case.picture)
    pixels = (next(places(1920, 1080)) * 255).astype(np.uint8)
    high, wide = case.picture.shape[:2]
    place = MadePlace(covering(pixels, wide, high), Made("benchmark", 0))
    parts = {
        "find people, roughly": lambda: segmenter(case.small, case.near),
        "guided filter alone": lambda: guided(case),
        "refine": lambda: refined(case),
        "colours": lambda: foreground_of(case.picture, alpha),
        "cut out, faces included": lambda: cutter.cut_out(case.picture),
        "put before a place": lambda: put_before(made, place),
    }
    for name, work in parts.items():
        work()
        yield Row(name, milliseconds(work, rounds), digits=0)


def tables(rounds: int) -> Iterator[tuple[str, list[Row]]]:
    """Yield each table's title and its rows, as they are measured."""
    engine = MeshEngine()
    with ThreadPoolExecutor(CORES) as threads:
        segmenter = Segmenter(threads)
        first: Case | None = None
        for subject in subjects(engine, segmenter):
            sides = subject.alpha.shape[1::-1]
            made = (composite(subject, place) for place in places(*sides))
            cases = [look(engine, segmenter, picture) for picture in made]
            first = first or cases[0]
            yield subject.name.capitalize(), list(errors(subject, cases))
        if first:
            yield "Milliseconds", list(times(engine, segmenter, first, rounds))


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    cv2.setNumThreads(1)
    print(METHOD.format(rounds=rounds))
    for title, rows in tables(rounds):
        print(f"{title}\n{printed(rows)}\n", flush=True)


if __name__ == "__main__":
    main()
