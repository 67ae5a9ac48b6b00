"""What the demo takes for a good clip, and what it does not."""

import io
from dataclasses import dataclass
from fractions import Fraction

import av
import numpy as np
import pytest
from PIL import Image

from playground.demo.checks import Wrong
from playground.demo.clip_checks import check_clip, check_sound
from playground.demo.clips import Clip, dance, duet

BOXES = ((20, 20, 60, 60), (100, 20, 140, 60))
SIZE = 160, 80
TIMES = (0, 100, 300, 400)


@dataclass
class Shown:
    filename: str
    data: bytes


@dataclass
class Reply:
    pictures: list[Shown]


def reply(data, name="1-x-swapped.gif"):
    return Reply([Shown(name, data)])


def frames(count=4, changed=(), left_out=()):
    """Frames of noise, in which the boxes of some faces are changed but for some frames."""
    noise = np.random.default_rng(1).integers(60, 180, (SIZE[1], SIZE[0], 3)).astype(np.uint8)
    made = []
    for at in range(count):
        pixels = noise.copy()
        pixels[:10, :10] = at * 40
        for number in changed if at not in left_out else ():
            left, top, right, bottom = BOXES[number - 1]
            pixels[top:bottom, left:right] += np.uint8(60)
        made.append(pixels)
    return made


def gif(pictures, times=TIMES):
    """A GIF of these frames, each shown from its time on, in milliseconds."""
    stream = io.BytesIO()
    first, *rest = (Image.fromarray(each) for each in pictures)
    waits = [after - before for before, after in zip(times, (*times[1:], 500), strict=True)]
    first.save(stream, "GIF", save_all=True, append_images=rest, duration=waits[: len(pictures)])
    return stream.getvalue()


def target():
    return Clip("x.gif", gif(frames()), (BOXES,) * 4)


def test_the_swapped_face_alone_has_changed():
    check_clip(reply(gif(frames(changed=[1]))), target(), [1])
    check_clip(reply(gif(frames(changed=[1, 2]))), target(), [1, 2])


@pytest.mark.parametrize(
    ("result", "swapped", "why"),
    [
        (frames(), [1], "face 1 is swapped in 0.0% of the frames"),
        (frames(changed=[1], left_out=[2]), [1], "face 1 is swapped in 75.0% of the frames"),
        (frames(changed=[1, 2]), [1], "face 2 was to be left and 100% of it changed"),
        (frames(3, changed=[1]), [1], "not as many frames came back"),
    ],
)
def test_what_is_wrong_with_the_faces(result, swapped, why):
    with pytest.raises(Wrong, match=why):
        check_clip(reply(gif(result, TIMES[: len(result)])), target(), swapped)


def test_frames_at_other_times():
    late = gif(frames(changed=[1]), (0, 110, 300, 400))
    with pytest.raises(Wrong, match=r"frame 2 is shown at 0\.110 s, not when it was"):
        check_clip(reply(late), target(), [1])


@pytest.mark.parametrize("data", [b"", b"GIF89a", target().data[:300]])
def test_what_does_not_play(data):
    with pytest.raises(Wrong):
        check_clip(reply(data), target(), [1])


def test_a_reply_without_a_clip():
    with pytest.raises(Wrong, match="shows no clip"):
        check_clip(Reply([]), target(), [1])


# ── The samples ─────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def video():
    return duet()


def test_the_gif_has_a_face_in_each_frame():
    clip = dance()
    with Image.open(io.BytesIO(clip.data)) as picture:
        assert (picture.n_frames, picture.size, picture.info["loop"]) == (30, (320, 240), 0)
    assert len(clip.faces) == 30
    assert len({boxes[0] for boxes in clip.faces}) > 20
    assert all(
        left > 0 and right < 320 and bottom < 240 for ((left, _, right, bottom),) in clip.faces
    )


def test_the_video_has_a_tone_as_long_as_its_pictures(video):
    with av.open(io.BytesIO(video.data)) as container:
        shown = [frame.pts * frame.time_base for frame in container.decode(video=0)]
    assert shown == [Fraction(at, 15) for at in range(90)]
    with av.open(io.BytesIO(video.data)) as container:
        heard = [frame.to_ndarray() for frame in container.decode(audio=0)]
    samples = np.concatenate(heard, axis=1)[0]
    assert samples.size == pytest.approx(6 * 48_000, abs=2048)
    loudest = np.abs(np.fft.rfft(samples[100_000:148_000]))
    assert np.argmax(loudest) == 440


def test_sound_that_is_gone_or_another(video):
    check_sound(reply(video.data), video)
    with pytest.raises(Wrong, match="there is no sound"):
        check_sound(reply(silent(video.data)), video)
    with pytest.raises(Wrong, match="not what it was"):
        check_sound(reply(silent(video.data, keeps=50)), video)


def silent(data, keeps=0):
    """The video with only so many packets of its sound."""
    stream = io.BytesIO()
    with av.open(io.BytesIO(data)) as old, av.open(stream, "w", format="mp4") as new:
        streams = {old.streams.video[0]: new.add_stream_from_template(old.streams.video[0])}
        if keeps:
            streams[old.streams.audio[0]] = new.add_stream_from_template(old.streams.audio[0])
        for packet in old.demux():
            is_sound = packet.stream.type == "audio"
            keeps -= is_sound
            if packet.dts is not None and packet.stream in streams and not (is_sound and keeps < 0):
                packet.stream = streams[packet.stream]
                new.mux(packet)
    return stream.getvalue()
