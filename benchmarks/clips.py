"""Measures clips and prints tables: `python -m benchmarks.clips [ROUNDS] [--long]`."""

import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import av

from benchmarks import footage, samples
from benchmarks.stills import CORES
from benchmarks.table import Row, printed
from faceswap.domain.clip import ClipLimits
from faceswap.domain.face import Template
from faceswap.domain.media import PictureLimits
from faceswap.domain.options import Options
from faceswap.engine.media.sandbox.client import Sandbox
from faceswap.engine.media.video_writer import VideoWriter
from faceswap.engine.mesh.engine import MeshEngine
from faceswap.engine.rendering import SLOTS, write
from faceswap.engine.stopwatch import measuring
from faceswap.engine.studio import Studio
from faceswap.engine.watch import Watch
from faceswap.ports import WeightedTemplate
from faceswap.sidecar.logs import configure_logs
from faceswap.sidecar.memory import tune_allocator

ROUNDS, SECONDS = 5, 30
LIMITS = ClipLimits(most_bytes=1 << 40, most_seconds=3600, most_frames=1 << 20)
METHOD = """\
On 2 cores, 720p30 H.264 with sound, x264 veryfast, file to file. `plain` decodes and encodes the
same file with PyAV in one loop; `copied` does it as a swap does, decoding in the sandbox, without
tracking or swapping. They take turns with the swap, {rounds} times. Stages are
the time their threads took, waiting for a core included; they overlap. `decode` is the wait for
the sandbox, `swap` has `gaze and hands`, `plan`, `warp` and `blend` in it.
"""


@dataclass(frozen=True)
class Bench:
    """What all measurements share."""

    studio: Studio
    sandbox: Sandbox
    who: Template
    folder: Path

    def swap(self, clip: Path, faces: int = 1, watch: Watch | None = None) -> int:
        """Swap a clip and return how many frames it has."""
        cast = ((WeightedTemplate(self.who, 1.0),),) * faces
        out = self.folder / "swapped.mp4"
        return self.studio.swap_file(clip, out, cast, Options(), watch=watch).frames

    def plain(self, clip: Path) -> int:
        """Decode and encode a clip in one loop."""
        frames = 0
        with av.open(str(clip)) as source, av.open(str(self.folder / "plain.mp4"), "w") as output:
            pictures = source.streams.video[0]
            pictures.thread_type = "AUTO"
            stream = output.add_stream("libx264", rate=footage.RATE)
            stream.width, stream.height = pictures.width, pictures.height
            stream.pix_fmt, stream.options = "yuv420p", {"preset": "veryfast", "crf": "20"}
            for frame in source.decode(pictures):
                frame.pict_type = 0
                output.mux(stream.encode(frame))
                frames += 1
            output.mux(stream.encode(None))
        return frames

    def copied(self, clip: Path) -> int:
        """Decode in the sandbox and encode, as a swap does."""
        with self.sandbox.clip(clip, clip.name, LIMITS, SLOTS) as opened:
            write(opened, VideoWriter(self.folder / "copied.mp4", opened.info, "mp4"))
            return opened.info.facts.frames


def throughput(bench: Bench, clip: Path, rounds: int) -> list[Row]:
    """Return the frames a second of a swap beside those of a copy."""
    ways = {"plain": bench.plain, "copied": bench.copied, "swapped": bench.swap}
    rates: dict[str, list[float]] = {name: [] for name in ways}
    for _ in range(rounds):
        for name, way in ways.items():
            rates[name].append(_rate(way, clip))
    shares = {
        name: tuple(swap / other for swap, other in zip(rates["swapped"], rates[name], strict=True))
        for name in ("plain", "copied")
    }
    real = tuple(rate / footage.RATE for rate in rates["swapped"])
    return [
        *(Row(name, tuple(values), "fps") for name, values in rates.items()),
        *(Row(f"swapped / {name}", values, "", digits=2) for name, values in shares.items()),
        Row("swapped / real time", real, "", digits=2),
    ]


def stages(bench: Bench, clip: Path) -> list[Row]:
    """Return the milliseconds a frame of each stage."""
    with measuring() as stopwatch:
        frames = bench.swap(clip)
    return [
        Row(name, (seconds / frames * 1000,), digits=2)
        for name, seconds in stopwatch.seconds.items()
    ]


def growth(bench: Bench) -> list[Row]:
    """Return milliseconds a frame for clips of several lengths and numbers of faces."""
    rows = []
    for seconds, faces in ((5, 1), (10, 1), (20, 1), (10, 2)):
        clip = footage.video(bench.folder / "grown.mp4", seconds, faces)
        each = 1000 / _rate(lambda path, faces=faces: bench.swap(path, faces), clip)
        rows.append(Row(f"{seconds} s, {faces} face{'s' if faces > 1 else ''}", (each,)))
    return rows


def first_progress(bench: Bench, clip: Path, rounds: int) -> Row:
    """Return the milliseconds until the first frame is reported."""

    class Stopping(Watch):
        def report(self, *_: object) -> None:
            raise _Seen

    times = []
    for _ in range(rounds):
        began = time.perf_counter()
        try:
            bench.swap(clip, watch=Stopping())
        except _Seen:
            times.append((time.perf_counter() - began) * 1000)
    return Row("first progress", tuple(times), limit=1500)


class _Seen(Exception):
    """The first frame was reported."""


def memory(bench: Bench, times: int) -> Row:
    """Return the megabytes that were resident at most while ten seconds, so often, were swapped."""
    part = footage.video(bench.folder / "part.mp4", 10)
    clip = footage.repeated(bench.folder / "long.mp4", part, times)
    Path("/proc/self/clear_refs").write_text("5")
    bench.swap(clip)
    status = Path("/proc/self/status").read_text()
    peak = next(line for line in status.splitlines() if line.startswith("VmHWM")).split()[1]
    return Row(f"{10 * times} s of 720p", (int(peak) * 1024 / 1e6,), "MB")


def tables(bench: Bench, rounds: int, *, is_long: bool) -> Iterator[tuple[str, list[Row]]]:
    """Yield each table's title and its rows, as they are measured."""
    clip = footage.video(bench.folder / "clip.mp4", SECONDS)
    bench.swap(clip)
    yield "Throughput", throughput(bench, clip, rounds)
    yield "Stages, a frame", stages(bench, clip)
    yield "Beginning", [first_progress(bench, clip, rounds)]
    yield "Growth, a frame", growth(bench)
    if is_long:
        yield "Memory at most", [memory(bench, 1), memory(bench, 60)]


def _rate(way: Callable[[Path], int], clip: Path) -> float:
    began = time.perf_counter()
    return way(clip) / (time.perf_counter() - began)


def main() -> None:
    """Measure and print."""
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    rounds = numbers[0] if numbers else ROUNDS
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    tune_allocator()
    configure_logs("console", "info")
    print(METHOD.format(rounds=rounds))
    studio = Studio(MeshEngine(), PictureLimits(), LIMITS)
    with closing(studio), Sandbox() as sandbox, tempfile.TemporaryDirectory() as folder:
        studio.start()
        sandbox.start()
        who = studio.enrol([samples.picture("portrait")])
        bench = Bench(studio, sandbox, who, Path(folder))
        for title, rows in tables(bench, rounds, is_long="--long" in sys.argv):
            print(f"{title}\n{printed(rows)}\n", flush=True)


if __name__ == "__main__":
    main()
