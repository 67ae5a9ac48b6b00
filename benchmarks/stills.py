"""Measures stills and prints tables: `python -m benchmarks.stills [ROUNDS]`."""

import os
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks import processes, warm
from benchmarks.table import Row, printed
from faceswap.sidecar.memory import tune_allocator

ROUNDS, STARTS, CORES = 15, 3, 2
METHOD = """\
On 2 cores. A swap is timed from the file's bytes to the result's, {rounds} times, in a
process that has done it before and whose allocator is set as the sidecar's. `x plain` is
beside decoding and encoding the same file. Parts are timed one by one and do not add up
to the swap, which does some at the same time; `blend` paints what `plan` worked out. MB
are millions of bytes, the most that was ever resident.
"""


def tables(rounds: int) -> Iterator[tuple[str, list[Row]]]:
    """Yield each table's title and its rows, as they are measured."""
    starts = min(rounds, STARTS)
    portrait = warm.whole_swap("portrait", 1, rounds, limit=80)
    yield "Whole swaps", [*portrait, *warm.whole_swap("six people", 6, rounds)]
    yield "Parts of the portrait's", warm.parts(rounds)
    yield f"New processes, {starts} of them", [processes.first_swap(starts)]
    if Path("/proc/self/status").exists():
        yield f"Memory of {starts} new sidecars", [processes.sidecar_memory(starts)]


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
