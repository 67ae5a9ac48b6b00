"""A stranger's file can do nothing but be decoded or be refused."""

from __future__ import annotations

import contextlib
import errno
import gc
import io
import json
import os
import select
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import av
import numpy as np
import pytest
from av.error import FFmpegError
from PIL import Image
from structlog.testing import capture_logs

from faceswap.domain.clip import ClipKind, ClipLimits
from faceswap.domain.errors import (
    MEGABYTE,
    BackendDown,
    BackendLost,
    BrokenClip,
    BrokenPicture,
    Canceled,
    ClipTooLong,
    NoFrames,
    NotAPicture,
    TooManyFrames,
    TooManyPixels,
)
from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.engine.media import sound, stills
from faceswap.engine.media.sandbox import Sandbox, SandboxedClip
from faceswap.engine.media.sandbox.files import Positioned
from tests.media.hostile_readers import FRAMES
from tests.media.videos import Picture, Tone, make_video

HOSTILE = "tests.media.hostile_readers"
LIMITS = ClipLimits(most_bytes=MEGABYTE, most_pixels=128 * 96)
PICTURES = PictureLimits(most_bytes=MEGABYTE, most_pixels=128 * 96)
SILENCE = 1.2
SILENT = {"hang", "burn"}
linux = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's guards are Linux's")


@pytest.fixture(scope="module")
def hostile():
    with Sandbox(HOSTILE) as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def impatient():
    with Sandbox(HOSTILE, patience=SILENCE) as sandbox:
        yield sandbox


@pytest.fixture
def sandboxes():
    """Make sandboxes that are closed at the end."""
    with contextlib.ExitStack() as made:
        yield lambda readers: made.enter_context(Sandbox(readers))


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as sandbox:
        yield sandbox


def times(
    sandbox: Sandbox,
    deed: str,
    bounds: ClipLimits = LIMITS,
    *,
    slots: int = 4,
    kept: int = 0,
    shown: list[int] | None = None,
    then: Callable[[SandboxedClip, int], object] = lambda clip, time: None,
) -> list[int]:
    """Decode a clip that does a deed, and return when its frames are shown.

    The first `kept` frames are never released; `then` is called after each.
    """
    shown = [] if shown is None else shown
    with sandbox.clip(deed.encode(), "a.mp4", bounds, slots) as clip:
        for moment in clip:
            assert all((plane == moment.time % 256).all() for plane in moment.planes)
            shown.append(moment.time)
            if len(shown) > kept:
                moment.release()
            then(clip, moment.time)
    return shown


def still(sandbox: Sandbox, deed: str):
    return sandbox.still(NamedBytes("a.png", deed.encode()), PICTURES)


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


# ── What works ──────────────────────────────────────────────────────────────────────────────────


def test_frames_arrive_whole_and_in_order(hostile):
    assert times(hostile, "good") == list(range(FRAMES))
    assert times(hostile, "good", slots=1) == list(range(FRAMES))


def test_held_frames_are_not_written_over_and_may_be_written_to(hostile):
    with hostile.clip(b"good", "a.mp4", LIMITS, slots=5) as clip:
        coming = iter(clip)
        held = [next(coming) for _ in range(4)]
        held[1].planes[0][:] = 200
        held[0].release()
        following = [next(coming) for _ in range(2)]
        assert [moment.planes[1][0, 0] for moment in held[1:]] == [1, 2, 3]
        assert (held[1].planes[0] == 200).all()
        assert [moment.time for moment in following] == [4, 5]


def test_with_all_slots_held_the_child_waits_for_as_long_as_it_takes(impatient):
    with impatient.clip(b"good", "a.mp4", LIMITS, slots=3) as clip:
        coming = iter(clip)
        held = [next(coming) for _ in range(3)]
        later = threading.Timer(1.7 * SILENCE, held[0].release)
        later.start()
        assert next(coming).time == 3
        later.join()


def test_releasing_twice_frees_one_slot(hostile):
    with hostile.clip(b"good", "a.mp4", LIMITS, slots=2) as clip:
        coming = iter(clip)
        first = next(coming)
        first.release()
        first.release()
        second, third = next(coming), next(coming)
        second.release()
        assert next(coming).time == 3
        assert (third.planes[0] == 2).all()


def test_planes_outlive_their_clip(hostile):
    with hostile.clip(b"good", "a.mp4", LIMITS) as clip:
        moment = next(iter(clip))
    assert (moment.planes[0] == 0).all()
    moment.release()


def test_several_clips_and_pictures_at_once(hostile):
    with ThreadPoolExecutor(6) as pool:
        clips = [pool.submit(times, hostile, "good") for _ in range(6)]
        pictures = [pool.submit(still, hostile, "good") for _ in range(12)]
        crashes = [pool.submit(times, hostile, "crash@9") for _ in range(3)]
        assert all(clip.result() == list(range(FRAMES)) for clip in clips)
        assert all(picture.result().width == 64 for picture in pictures)
        assert all(isinstance(crash.exception(), BrokenClip) for crash in crashes)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "BMP", "TIFF", "GIF"])
@pytest.mark.parametrize("mode", ["RGB", "RGBA"])
def test_a_still_is_the_same_as_without_the_sandbox(sandbox, kind, mode):
    pixels = np.random.default_rng(2).integers(0, 256, (61, 83, 4), np.uint8)
    image = Image.fromarray(pixels).convert("RGB" if kind == "JPEG" else mode)
    stream = io.BytesIO()
    image.save(stream, kind, icc_profile=b"profile" * 9)
    file = NamedBytes("a", stream.getvalue())
    expected, given = stills.decode(file, PictureLimits()), sandbox.still(file, PictureLimits())
    assert (given.pixels == expected.pixels).all()
    assert (given.alpha is None) == (expected.alpha is None)
    assert given.alpha is None or (given.alpha == expected.alpha).all()
    for name in ("kind", "is_lossless", "icc", "subsampling", "width", "height"):
        assert getattr(given, name) == getattr(expected, name)
    assert given.pixels.flags.writeable == expected.pixels.flags.writeable


def test_a_clip_may_be_bytes_a_path_or_an_open_file(sandbox, tmp_path):
    stream = io.BytesIO()
    colors = [Image.new("RGB", (40, 40), color) for color in ("red", "green", "blue")]
    colors[0].save(stream, "GIF", save_all=True, append_images=colors[1:], duration=50)
    path = tmp_path / "a.gif"
    path.write_bytes(stream.getvalue())
    with path.open("rb") as opened:
        opened.seek(7)
        for source in (stream.getvalue(), path, opened):
            facts = sandbox.measure(source, "a.gif", LIMITS)
            assert (facts.kind, facts.frames, facts.width) == (ClipKind.GIF, 3, 40)
        assert opened.tell() == 7


@pytest.mark.parametrize(("name", "codec"), [("a.mp4", "aac"), ("a.avi", "mp3"), ("a.mp4", None)])
def test_a_video_gets_the_sound_of_its_original(sandbox, tmp_path, name, codec):
    original, silent = tmp_path / name, tmp_path / "silent.mp4"
    make_video(original, Picture(codec="mpeg4"), Tone(codec=codec) if codec else None)
    make_video(silent, Picture())
    plain, out = tmp_path / "plain.mp4", tmp_path / "out.mp4"
    expected = sound.mux(silent, original, plain, "mp4")
    assert sandbox.mux(silent, original, name, out, "mp4", LIMITS) == expected
    assert out.read_bytes() == plain.read_bytes()
    assert (expected == sound.Sound.NONE) == (codec is None)


def test_a_video_without_its_sound_is_still_a_video(sandbox, hostile, tmp_path):
    silent, out = tmp_path / "silent.mp4", tmp_path / "out.mp4"
    make_video(silent, Picture())
    assert sandbox.mux(silent, b"noise", "a", out, "mp4", LIMITS) == sound.Sound.BROKEN
    with av.open(str(out)) as made:
        assert len(list(made.decode(video=0))) == Picture().frames
    with pytest.raises(BrokenClip):
        hostile.mux(silent, b"noise", "a", out, "mp4", LIMITS)


class _Full(Positioned):
    def another(self):
        return self

    def write(self, data, /):
        raise OSError(errno.ENOSPC, "no room")


def test_sound_is_not_left_out_for_want_of_room(tmp_path):
    silent, out = tmp_path / "silent.mp4", tmp_path / "out.mp4"
    make_video(silent, Picture())
    with out.open("w+b") as file, pytest.raises((OSError, FFmpegError)) as failed:
        sound.mux(silent, silent, _Full(file.fileno()), "mp4")
    assert sound.found_no_room(failed.value)


def test_a_full_disk_is_not_blamed_on_the_clip(hostile, tmp_path):
    silent, out = tmp_path / "silent.mp4", tmp_path / "out.mp4"
    make_video(silent, Picture())
    with pytest.raises(OSError, match="No space left"):
        hostile.mux(silent, b"full", "a", out, "mp4", LIMITS)


def test_refusals_of_the_readers_come_through(sandbox, hostile):
    with pytest.raises(NotAPicture, match=r"^a\.txt is not a picture"):
        sandbox.still(NamedBytes("a.txt", b"nothing"), PICTURES)
    with pytest.raises(NoFrames):
        sandbox.measure(b"nothing", "a.txt", LIMITS)
    with pytest.raises(TooManyPixels) as refused:
        times(hostile, "refuse")
    # The name is ours, whatever the child says.
    assert refused.value.data() == {"name": "a.mp4", "width": 9, "height": 8, "limit": 7}


# ── What does not ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "deed",
    [
        *("crash", "die", "hang", "burn", "eat", "defect", "credits"),
        *("nonsense", "length", "deep", "cut", "end", "slot", "other", "unlike"),
    ],
)
def test_whatever_a_file_does_when_it_is_opened_it_is_refused(hostile, impatient, deed):
    sandbox = impatient if deed in SILENT else hostile
    with pytest.raises(BrokenClip, match=r"^a\.mp4 is cut short, damaged or too complex"):
        times(sandbox, deed)
    assert times(sandbox, "good") == list(range(FRAMES))


@pytest.mark.parametrize(
    "deed",
    [
        *("crash", "die", "hang", "burn", "eat", "flood"),
        *("nonsense", "length", "deep", "cut", "other"),
        *("slot", "negative", "twice", "parts", "words", "eternal", "backwards"),
    ],
)
def test_whatever_a_file_does_between_frames_it_is_refused(hostile, impatient, deed):
    sandbox, shown = impatient if deed in SILENT else hostile, []
    with pytest.raises(BrokenClip):
        # Slot 0 stays held, which `twice` and `flood` claim.
        times(sandbox, f"{deed}@7", shown=shown, slots=3, kept=1)
    assert shown[:7] == list(range(7))
    assert len(shown) <= 8


@pytest.mark.parametrize("deed", ["crash", "die", "hang", "eat", "nonsense", "end", "huge", "kind"])
def test_whatever_a_picture_does_it_is_refused(hostile, impatient, deed):
    sandbox = impatient if deed in SILENT else hostile
    with pytest.raises(BrokenPicture, match=r"^a\.png is cut short or damaged"):
        still(sandbox, deed)
    assert still(sandbox, "good").icc == b"profile"


def release_all(sandbox: Sandbox, deed: str) -> None:
    with sandbox.clip(deed.encode(), "a.mp4", LIMITS) as clip:
        for moment in clip:
            moment.release()


def test_a_child_that_does_not_listen_does_not_block(hostile):
    with pytest.raises(BrokenClip):
        release_all(hostile, "deaf@0")


def test_limits_hold_for_what_is_decoded(hostile):
    few = ClipLimits(most_bytes=MEGABYTE, most_pixels=128 * 96, most_frames=FRAMES)
    with pytest.raises(TooManyFrames, match="41 frames"):
        times(hostile, "endless", few)
    with pytest.raises(ClipTooLong):
        times(hostile, "long", few)


def test_memory_is_limited(hostile):
    with capture_logs() as logs, pytest.raises(BrokenClip):
        times(hostile, "eat@3")
    (failed,) = [entry for entry in logs if entry["log_level"] == "warning"]
    assert "MemoryError" in failed["reason"]
    assert 256 * MEGABYTE < failed["peak"] < 1024 * MEGABYTE


def test_processor_time_is_limited():
    burn = (
        "from faceswap.engine.media.sandbox.limits import *\n"
        "impose(Allowance(2**30, cpu_seconds=1), 2**40)\n"
        "while True: pass"
    )
    ended = subprocess.run([sys.executable, "-c", burn], check=False, timeout=60)  # noqa: S603
    assert ended.returncode == -signal.SIGXCPU


@linux
def test_a_child_can_open_start_and_reach_nothing(hostile):
    with capture_logs() as logs:
        assert still(hostile, "try").icc == b"profile", logs
    guards = hostile.guards()
    assert guards.network
    assert guards.files
    assert guards.processes
    assert guards.signals
    assert guards.memory


def test_a_child_has_no_descriptors_but_its_own(hostile):
    with hostile.clip(b"good", "a.mp4", LIMITS) as clip:
        next(iter(clip))
        # Where it is to answer, and where the pixels go; the file was read and closed.
        assert still(hostile, "descriptors").icc == b"2"


@linux
def test_a_child_cannot_take_shared_memory_away(hostile):
    assert times(hostile, "shrink@3") == list(range(FRAMES))


@linux
def test_a_zygote_has_a_network_of_its_own_where_that_is_allowed(hostile):
    script = (
        "from faceswap.engine.media.sandbox.confine import leave_the_network\n"
        "print(leave_the_network())"
    )
    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script],
        # Whoever has threads may not leave.
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        check=True,
    )
    paths = (Path(f"/proc/{pid}/ns/net") for pid in ("self", hostile.zygote_pid))
    networks = {path.stat().st_ino for path in paths}
    assert len(networks) == (2 if ran.stdout == b"True\n" else 1)


@linux
def test_no_secret_of_ours_is_in_a_child(monkeypatch):
    monkeypatch.setenv("VISAGE_SIDECAR_KEY", "something secret")
    with Sandbox(HOSTILE) as sandbox:
        words = still(sandbox, "environment").icc
        zygote = Path(f"/proc/{sandbox.zygote_pid}/environ").read_bytes()
    assert words is not None
    assert "VISAGE_SIDECAR_KEY" not in json.loads(words)
    assert b"something secret" not in words + zygote


# ── Ends ────────────────────────────────────────────────────────────────────────────────────────


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


@linux
def test_a_picture_whose_zygote_is_killed_is_tried_again():
    with Sandbox(HOSTILE, patience=SILENCE) as sandbox, ThreadPoolExecutor(1) as pool:
        zygote = sandbox.zygote_pid
        hanging = pool.submit(still, sandbox, "hang")
        os.kill(zygote, signal.SIGKILL)
        # The second attempt has a zygote that lives, and so the picture is at fault.
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
