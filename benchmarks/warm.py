"""How long a swap takes in a process that has swapped before."""

import statistics
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager

from benchmarks import samples
from benchmarks.table import Row, milliseconds
from faceswap.domain.face import Template
from faceswap.domain.media import PictureLimits
from faceswap.domain.options import Options
from faceswap.engine.media import stills
from faceswap.engine.mesh import compose, template
from faceswap.engine.mesh.detector import Detector
from faceswap.engine.mesh.engine import MeshEngine
from faceswap.engine.mesh.gaze import IrisNet
from faceswap.engine.mesh.hands import HandFinder
from faceswap.engine.mesh.landmarks import MeshNet
from faceswap.engine.mesh.plan import look_at, make_plan
from faceswap.engine.studio import Studio

LIMITS = PictureLimits()


@contextmanager
def prepared() -> Generator[tuple[Studio, Template]]:
    """Give a studio that has swapped, and a face that was learnt in it."""
    with closing(Studio(MeshEngine(), LIMITS)) as studio:
        who = studio.enrol([samples.picture("portrait")])
        studio.swap(samples.order("portrait", who))
        yield studio, who


def whole_swap(name: str, faces: int, rounds: int, limit: int = 0) -> list[Row]:
    """Return the times of a swap from file to file, and of one that swaps nothing."""
    with prepared() as (studio, who):
        order = samples.order(name, who, faces)
        studio.swap(order)
        copy = lambda: stills.encode(stills.decode(order.target, LIMITS), order.most_bytes)  # noqa: E731
        plain = milliseconds(copy, rounds)
        swaps = milliseconds(lambda: studio.swap(order), rounds)
    beside = statistics.median(plain)
    return [Row(f"{name}: plain", plain), Row(f"{name}: swap", swaps, limit=limit, beside=beside)]


def parts(rounds: int) -> list[Row]:
    """Return the time of each part of a portrait's swap, each done by itself."""
    file, options = samples.picture("portrait"), Options()
    with prepared() as (_, who):
        source = template.load(who.data)
    mesh, iris, hands = MeshNet(), IrisNet(), HandFinder()
    still = stills.decode(file, LIMITS)
    picture = still.pixels
    with ThreadPoolExecutor() as threads:
        detector = Detector(threads, threads)
        (detection,) = detector.upright(picture)
        points = mesh.settle(picture, detection).points
        gaze = iris(picture, points)
        plan = make_plan(look_at(picture, points), gaze, source, options)
        layers = compose.finished_layers(picture, points, plan.light, source, options)
        work = {
            "decode": lambda: stills.decode(file, LIMITS),
            "find the face": lambda: detector.upright(picture),
            "lay the mesh": lambda: mesh.settle(picture, detection),
            "find the gaze": lambda: iris(picture, points),
            "look for hands": lambda: hands(picture, points),
            "plan": lambda: make_plan(look_at(picture, points), gaze, source, options),
            "finish": lambda: compose.finished_layers(picture, points, plan.light, source, options),
            "blend": lambda: compose.swap_face(picture, plan, layers, threads),
            "preview": lambda: stills.preview(picture),
            "encode": lambda: stills.encode(still, samples.MOST_BYTES),
        }
        for part in work.values():
            part()
        times = {name: milliseconds(part, rounds) for name, part in work.items()}
        return [Row(name, each, limit={"blend": 25}.get(name)) for name, each in times.items()]
