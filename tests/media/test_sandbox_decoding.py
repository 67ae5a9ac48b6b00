"""In the sandbox a file is decoded as it would be without."""

from __future__ import annotations

import io
import threading
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import pytest
from PIL import Image

from faceswap.domain.clip import ClipKind
from faceswap.domain.errors import BrokenClip, NoFrames, NotAPicture, TooManyPixels
from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.engine.media import stills
from tests.media.hostile_readers import FRAMES
from tests.media.sandboxed import LIMITS, PICTURES, SILENCE, still, times


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


def test_refusals_of_the_readers_come_through(sandbox, hostile):
    with pytest.raises(NotAPicture, match=r"^a\.txt is not a picture"):
        sandbox.still(NamedBytes("a.txt", b"nothing"), PICTURES)
    with pytest.raises(NoFrames):
        sandbox.measure(b"nothing", "a.txt", LIMITS)
    with pytest.raises(TooManyPixels) as refused:
        times(hostile, "refuse")
    # The name is ours, whatever the child says.
    assert refused.value.data() == {"name": "a.mp4", "width": 9, "height": 8, "limit": 7}
