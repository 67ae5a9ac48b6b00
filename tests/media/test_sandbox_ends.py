"""However a sandbox or its work ends, nothing is left behind."""

from __future__ import annotations

import contextlib
import gc
import os
import re
import select
import signal
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from faceswap.domain.errors import (
    BackendDown,
    BackendLost,
    BrokenClip,
    BrokenPicture,
    Canceled,
    TooManyPixels,
)
from faceswap.engine.media.sandbox import Sandbox, SandboxedClip
from tests.media.hostile_readers import FRAMES
from tests.media.sandboxed import HOSTILE, LIMITS, SILENCE, linux, still, times


def children_of(pid: int) -> list[int]:
    return [int(each) for each in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def await_end(pid: int) -> None:
    """Wait until a process that is not our child is gone."""
    try:
        watched = os.pidfd_open(pid)
    except ProcessLookupError:
        return
    try:
        assert select.select([watched], [], [], 10)[0], f"process {pid} lives on"
    finally:
        os.close(watched)


# Late enough to find the one that hangs hanging.
@pytest.mark.parametrize(("deed", "delay"), [("endless", 0.0), ("hang@5", 0.3)])
def test_canceling_wakes_whoever_waits(sandboxes, deed, delay):
    patient = sandboxes(HOSTILE)
    threads = []

    def cancel(clip: SandboxedClip, time: int) -> None:
        if time == 4:
            threads.append(threading.Timer(delay, clip.cancel))
            threads[0].start()

    with pytest.raises(Canceled):
        times(patient, deed, then=cancel)
    threads[0].join()


def test_closing_the_sandbox_wakes_whoever_waits(sandboxes):
    patient = sandboxes(HOSTILE)
    at_three = threading.Event()

    def tell(clip: SandboxedClip, time: int) -> None:
        if time == 3:
            at_three.set()

    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(times, patient, "hang@4", then=tell)
        assert at_three.wait(10)
        patient.close()
        assert isinstance(waiting.exception(10), BackendLost)


def test_whoever_stops_early_leaves_nothing_behind(hostile):
    hostile.start()
    with hostile.clip(b"endless", "a.mp4", LIMITS) as clip:
        next(iter(clip)).release()
    assert clip.obituary is not None
    assert clip.obituary.exit == -signal.SIGKILL


def count_descriptors(pid: int | str = "self") -> int:
    return len(list(Path(f"/proc/{pid}/fd").iterdir()))


@linux
def test_nothing_is_left_behind(hostile):
    def use() -> None:
        for deed in ("good", "crash@3", "refuse", "eat", "cut@2", "endless@1"):
            with (
                contextlib.suppress(BrokenClip, TooManyPixels),
                hostile.clip(deed.encode(), "a.mp4", LIMITS) as clip,
            ):
                next(iter(clip)).release()
        for deed in ("good", "crash"):
            with contextlib.suppress(BrokenPicture):
                still(hostile, deed)
        gc.collect()

    use()
    zygote = hostile.zygote_pid
    await_only_the_spare(zygote)
    before = count_descriptors(), count_descriptors(zygote)
    for _ in range(3):
        use()
    assert hostile.zygote_pid == zygote
    await_only_the_spare(zygote)
    assert (count_descriptors(), count_descriptors(zygote)) == before


def await_only_the_spare(zygote: int) -> None:
    for child in children_of(zygote)[:-1]:
        await_end(child)
    assert len(children_of(zygote)) <= 1


@linux
def test_a_closed_sandbox_leaves_no_process_and_takes_nothing_more():
    sandbox = Sandbox(HOSTILE)
    processes = [sandbox.zygote_pid]

    def close(clip: SandboxedClip, time: int) -> None:
        if time == 2:
            processes.extend(children_of(processes[0]))
            sandbox.close()

    with pytest.raises(BackendLost):
        times(sandbox, "hang@3", then=close)
    assert len(processes) > 1
    for each in processes:
        await_end(each)
    with pytest.raises(BackendDown):
        still(sandbox, "good")


@linux
def test_a_zygote_that_is_killed_is_started_anew(sandboxes):
    patient = sandboxes(HOSTILE)
    zygote = patient.zygote_pid
    processes = []

    def kill(clip: SandboxedClip, time: int) -> None:
        if time == 5:
            processes.extend(children_of(zygote))
            os.kill(zygote, signal.SIGKILL)

    with pytest.raises(BackendLost):
        times(patient, "hang@6", then=kill)
    for each in processes:
        await_end(each)
    assert times(patient, "good") == list(range(FRAMES))
    os.kill(patient.zygote_pid, signal.SIGKILL)
    assert still(patient, "good").width == 64


def until_a_child_has_read(size: int) -> None:
    """Wait until a file that was lent has been read so far: the place in it is shared with us."""
    late = time.monotonic() + 10
    while time.monotonic() < late:
        for lent in Path("/proc/self/fd").iterdir():
            with contextlib.suppress(OSError):
                about = Path(f"/proc/self/fdinfo/{lent.name}").read_text()
                is_read = re.search(rf"^pos:\s+{size}$", about, re.MULTILINE)
                if is_read and "memfd" in str(lent.readlink()):
                    return
    raise AssertionError("no child has read its file")


@linux
def test_a_picture_whose_zygote_is_killed_is_tried_again():
    with Sandbox(HOSTILE, patience=SILENCE) as sandbox, ThreadPoolExecutor(1) as pool:
        zygote = sandbox.zygote_pid
        hanging = pool.submit(still, sandbox, "hang")
        until_a_child_has_read(len("hang"))
        os.kill(zygote, signal.SIGKILL)
        # The second attempt has a zygote that lives, and so the picture is at fault; it is read
        # from its beginning.
        assert isinstance(hanging.exception(10), BrokenPicture)


@linux
def test_a_waiting_child_that_dies_is_replaced(hostile):
    zygote = hostile.zygote_pid
    await_only_the_spare(zygote)
    (spare,) = children_of(zygote)
    os.kill(spare, signal.SIGKILL)
    await_end(spare)
    assert still(hostile, "good").width == 64
    assert hostile.zygote_pid == zygote


@linux
def test_whatever_happens_to_the_sidecar_its_sandbox_ends():
    script = (
        "import sys, threading\n"
        "from faceswap.engine.media.sandbox import Sandbox\n"
        "from faceswap.domain.clip import ClipLimits\n"
        f"sandbox = Sandbox({HOSTILE!r})\n"
        "with sandbox.clip(b'hang@3', 'a', ClipLimits(most_pixels=12288)) as clip:\n"
        "    for moment in clip:\n"
        "        moment.release()\n"
        "        if moment.time == 2:\n"
        "            print(sandbox.zygote_pid, flush=True)\n"
    )
    with subprocess.Popen(  # noqa: S603
        [sys.executable, "-c", script], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as sidecar:
        assert sidecar.stdout is not None
        zygote = int(sidecar.stdout.readline())
        processes = [zygote, *children_of(zygote)]
        assert len(processes) >= 2
        sidecar.kill()
    for each in processes:
        await_end(each)


def test_a_sandbox_that_cannot_start_is_down():
    with Sandbox("tests.media.no_such_module") as sandbox, pytest.raises(BackendDown):
        still(sandbox, "good")
