"""What a new process costs: time until its first swap, and a sidecar's memory."""

import asyncio
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import httpx
from structlog.testing import capture_logs

from benchmarks import samples
from benchmarks.table import Row, milliseconds
from faceswap.apis.native.child import SidecarChild
from faceswap.apis.native.client import NativeBackend
from faceswap.domain.face import Template
from faceswap.domain.wording import Wording
from faceswap.ports import Order, PlaceOrder

FIRST_SWAP = (sys.executable, "-c", "from benchmarks import warm\nwith warm.prepared(): pass")


def first_swap(rounds: int) -> Row:
    """Return the time from starting Python to having learnt a face and swapped a portrait."""

    def start() -> None:
        subprocess.run(FIRST_SWAP, check=True, stderr=subprocess.DEVNULL)  # noqa: S603

    return Row("first swap of a new process", milliseconds(start, rounds))


def sidecar_memory(rounds: int) -> Row:
    """Return the most memory a sidecar has held after it swapped a picture of 4096 x 4096."""
    return _memory("sidecar's peak, 4096 x 4096", lambda who: samples.order("large", who), rounds)


def sidecar_memory_of_a_place(rounds: int) -> Row:
    """Return the same after it put somebody in such a picture elsewhere."""
    target, beach = samples.picture("large"), Wording("a beach")
    order = PlaceOrder(target, beach, None, 1, samples.MOST_BYTES)
    return _memory("sidecar's peak, a new place of 4096 x 4096", lambda _: order, rounds)


def _memory(name: str, order_of: Callable[[Template], Order], rounds: int) -> Row:
    values = tuple(asyncio.run(_peak_megabytes(order_of)) for _ in range(rounds))
    return Row(name, values, "MB", limit=700)


async def _peak_megabytes(order_of: Callable[[Template], Order]) -> float:
    http = httpx.AsyncClient(trust_env=False)
    child = SidecarChild(settings={"VISAGE_SIDECAR_LOG_LEVEL": "error"})
    with capture_logs() as lines:
        async with http, child:
            await child.ready()
            backend = NativeBackend(http, child.address)
            who = await backend.enrol([samples.picture("portrait")])
            await backend.submit("large", order_of(who))
            await backend.check("large", wait=60.0)
            await backend.fetch("large")
            (pid,) = (line["pid"] for line in lines if line["event"] == "sidecar started")
            return _peak_of(pid)


def _peak_of(pid: int) -> float:
    peak = re.search(r"VmHWM:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text())
    return int(peak[1]) * 1024 / 1e6 if peak else 0.0
