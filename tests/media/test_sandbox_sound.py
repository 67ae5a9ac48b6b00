"""Sound is put back inside the sandbox."""

from __future__ import annotations

import errno
import threading

import av
import pytest
from av.error import FFmpegError

from faceswap.domain.errors import BrokenClip, Canceled
from faceswap.engine.media import sound
from faceswap.engine.media.sandbox.files import Positioned
from tests.media.sandboxed import LIMITS
from tests.media.videos import Picture, Tone, make_video


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


# Late enough to find it hanging, or before it has begun.
@pytest.mark.parametrize("delay", [0.3, None])
def test_joining_ends_when_nobody_wants_it(hostile, tmp_path, delay):
    silent, out = tmp_path / "silent.mp4", tmp_path / "out.mp4"
    make_video(silent, Picture())
    timers = []

    def cancel(stop):
        if delay is None:
            stop()
            return
        timers.append(threading.Timer(delay, stop))
        timers[0].start()

    with pytest.raises(Canceled):
        hostile.mux(silent, b"hang", "a", out, "mp4", LIMITS, on_cancel=cancel)
    for timer in timers:
        timer.join()


def test_a_clip_that_takes_long_to_open_is_given_up_when_nobody_wants_it(hostile):
    timers = []

    def cancel(stop):
        timers.append(threading.Timer(0.3, stop))
        timers[0].start()

    with pytest.raises(Canceled), hostile.clip(b"hang", "a", LIMITS, on_cancel=cancel):
        pass
    timers[0].join()
