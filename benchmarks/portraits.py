"""Measures portraits and new places: `python -m benchmarks.portraits [ROUNDS]`."""

import os
import statistics
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from benchmarks import processes, samples
from benchmarks.table import Row, milliseconds, printed
from faceswap.domain.face import Template
from faceswap.domain.media import PictureLimits
from faceswap.domain.options import Options
from faceswap.domain.wording import Frame, Wording
from faceswap.engine.media.sandbox.client import Sandbox
from faceswap.engine.mesh.engine import MeshEngine
from faceswap.engine.scenes.catalogue import BACKDROPS, SCENES
from faceswap.engine.studio import Studio
from faceswap.ports import PlaceOrder, PortraitOrder, WeightedTemplate
from faceswap.settings import MakerSettings
from faceswap.sidecar.makers import makers_of
from faceswap.sidecar.memory import tune_allocator

ROUNDS, CORES, LIMIT = 5, 2, 1000
METHOD = """\
On 2 cores. A portrait of 1024 x 1024 is timed from the order to the JPEG's bytes, {rounds} times,
each of another seed, in a process that has made one before; a place from the photo's bytes, 1920
x 1080 and one person, to the JPEG's.
"""


@contextmanager
def prepared() -> Iterator[tuple[Studio, Template]]:
    """Give a studio with its own artwork, and a face that was learnt in it."""
    limits, engine, sandbox = PictureLimits(), MeshEngine(), Sandbox()
    makers = makers_of(MakerSettings(), limits, engine, sandbox)
    with closing(Studio(engine, limits, sandbox=sandbox, makers=makers)) as studio:
        studio.start()
        yield studio, studio.enrol([samples.picture("portrait")])


def tables(rounds: int) -> Iterator[tuple[str, list[Row]]]:
    """Yield each table's title and its rows, as they are measured."""
    with prepared() as (studio, who):
        scenes = [_portraits(studio, who, scene.name, rounds) for scene in SCENES]
        medians = tuple(statistics.median(row.values) for row in scenes)
        yield "Portraits", [*scenes, Row("all of them", medians, limit=LIMIT, digits=0)]
        yield "New places", [_places(studio, each.name, rounds) for each in BACKDROPS]
    if Path("/proc/self/status").exists():
        yield "Memory of a new sidecar", [processes.sidecar_memory_of_a_place(1)]


def _portraits(studio: Studio, who: Template, name: str, rounds: int) -> Row:
    seeds = iter(range(rounds + 1))

    def make() -> None:
        cast, wording = (WeightedTemplate(who, 1.0),), Wording(name)
        order = partial(PortraitOrder, wording, cast, Frame.SQUARE, options=Options())
        studio.portrait(order(seed=next(seeds), most_bytes=samples.MOST_BYTES))

    make()
    return Row(name, milliseconds(make, rounds), limit=LIMIT, digits=0)


def _places(studio: Studio, name: str, rounds: int) -> Row:
    target = samples.picture("portrait")
    order = PlaceOrder(target, Wording(name), None, 1, samples.MOST_BYTES)
    studio.place(order)
    return Row(name, milliseconds(lambda: studio.place(order), rounds), digits=0)


def main() -> None:
    """Measure and print."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    tune_allocator()
    print(METHOD.format(rounds=rounds))
    for title, rows in tables(rounds):
        print(f"{title}\n{printed(rows)}\n", flush=True)


if __name__ == "__main__":
    main()
