"""`visage swap` and `visage faces` on animations and videos."""

import errno
import os
import signal
import threading

import av
import numpy as np
import pytest
from av.error import FFmpegError
from PIL import Image

from faceswap.domain.clip import Appearance, ClipKind, ClipOutcome, Progress
from faceswap.domain.errors import Canceled, NoFace
from faceswap.domain.options import Options
from faceswap.engine.watch import Watch
from visage.asked import Swap
from visage.clips import Watched, clock, told, told_of_clip, watched
from visage.terminal import ending

PATIENCE = 10.0
DELAYS = [40, 90, 200]
SIDES = (220, 200)


@pytest.fixture
def frames(astronaut):
    """A face that moves to the right."""
    with Image.open(astronaut) as image:
        face = image.convert("RGB").resize((192, 192))
    made = [Image.new("RGB", SIDES, (40, 60, 80)) for _ in DELAYS]
    for at, frame in enumerate(made):
        frame.paste(face, (at * 8, 4))
    return made


@pytest.fixture
def party(frames, tmp_path):
    path = tmp_path / "party.gif"
    first, *rest = frames
    first.save(path, save_all=True, append_images=rest, duration=DELAYS, loop=0)
    return path


def film(path, frames, pictures, sound):
    """Write a video of six frames, with sound, in two codecs."""
    with av.open(path, "w") as file:
        seen = file.add_stream(pictures, rate=25)
        seen.width, seen.height, seen.pix_fmt = *SIDES, "yuv420p"
        heard = file.add_stream(sound, rate=44_100)
        heard.bit_rate = 96_000
        for frame in frames + frames:
            file.mux(seen.encode(av.VideoFrame.from_image(frame)))
        wave = (np.sin(np.arange(10_584) / 16) * 8000).astype(np.int16)
        tone = av.AudioFrame.from_ndarray(wave[None], "s16", "mono")
        tone.sample_rate = 44_100
        file.mux(heard.encode(tone))
        file.mux(heard.encode(None))
        file.mux(seen.encode(None))
    return path


@pytest.fixture
def holiday(frames, tmp_path):
    return film(tmp_path / "holiday.mov", frames, "libx264", "aac")


def test_an_animation_stays_one(process, group, party, tmp_path):
    ran = process("visage", "swap", group, party, "-o", "out.gif")
    assert ran.code == 0, ran.err
    assert ran.err.startswith(
        "Wrote out.gif (220 x 200, 3 frames, 0.3 s): 1 of 1 face swapped in 3 frames, "
    )
    assert ran.err.count("\n") == 1
    with Image.open(party) as before, Image.open(tmp_path / "out.gif") as after:
        assert (after.format, after.n_frames, after.info["loop"]) == ("GIF", 3, 0)
        for at, delay in enumerate(DELAYS):
            before.seek(at)
            after.seek(at)
            assert after.info["duration"] == delay
            was, now = (np.asarray(each.convert("RGB"), np.int16) for each in (before, after))
            assert (np.abs(now - was).max(2) > 24).mean() > 0.01
    assert sorted(path.name for path in tmp_path.iterdir()) == ["out.gif", "party.gif"]


@pytest.mark.parametrize(
    ("out", "words", "kinds"),
    [
        ("out.mp4", [], {"h264", "aac"}),
        ("out.mp4", ["--no-audio"], {"h264"}),
        ("out.webm", [], {"vp9", "opus"}),
    ],
)
def test_a_video_becomes_what_its_name_says(visage, group, holiday, tmp_path, out, words, kinds):
    ran = visage("swap", group, holiday, "-o", out, *words)
    assert ran.code == 0, ran.err
    assert "220 x 200, 6 frames, 0.2 s" in ran.said
    with av.open(tmp_path / out) as file:
        assert {stream.codec_context.codec.canonical_name for stream in file.streams} == kinds
        assert len(list(file.decode(video=0))) == 6


def test_a_film_of_windows_becomes_an_mp4_with_its_sound(visage, group, frames, tmp_path):
    wmv = film(tmp_path / "holiday.wmv", frames, "wmv2", "wmav2")
    ran = visage("swap", group, wmv, "-o", "out.mp4")
    assert ran.code == 0, ran.err
    assert "220 x 200, 6 frames, 0.2 s): 1 of 1 face swapped in 6 frames" in ran.said
    with av.open(tmp_path / "out.mp4") as file:
        kinds = [stream.codec_context.codec.canonical_name for stream in file.streams]
        assert kinds == ["h264", "aac"]
        assert sum(frame.samples for frame in file.decode(audio=0)) > 8000


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (
            ["{group}", "{party}", "-o", "out.mp4"],
            2,
            "party.gif is an animation and comes back as its own kind; OUT must end in .gif, "
            "not as out.mp4 does.",
        ),
        (
            ["{group}", "{party}", "-o", "out.png"],
            2,
            "OUT must end in .gif, not as out.png does.",
        ),
        (
            ["{group}", "{holiday}", "-o", "out.gif"],
            2,
            "holiday.mov is a video; OUT must end in .mp4 or .webm, not as out.gif does.",
        ),
        (
            ["{group}", "{holiday}", "-o", "out.mp4", "--options", "--webm"],
            2,
            "holiday.mov is a video; OUT must end in .webm, not as out.mp4 does.",
        ),
        (["{group}", "{holiday}", "-o", "no/out.mp4"], 2, "There is no folder no."),
        (
            ["{group}", "{group}", "-o", "out.png", "--at", "2"],
            2,
            "--at is for animations and videos; t1.jpg stands still.",
        ),
        (
            ["{group}", "_", "{party}", "-o", "out.gif", "--at", "0.1"],
            2,
            "--at is for one SOURCE without --face; those go by the faces' numbers.",
        ),
        (
            ["{group}", "{party}", "-o", "out.gif", "--at", "0.1", "--face", "1"],
            2,
            "--at is for one SOURCE without --face; those go by the faces' numbers.",
        ),
        (["{group}", "stream.ts", "-o", "out.mp4"], 1, "stream.ts is not a picture or video I can"),
        (["{group}", "stream.mpg", "-o", "out.jpg"], 1, "stream.mpg is not a picture or video I"),
        (
            ["{group}", "{still}", "-o", "out.gif"],
            2,
            "still.gif stands still; OUT must end in .jpg or .jpeg or .png or .webp or .avif, "
            "not as out.gif does.",
        ),
        (
            ["{group}", "{party}", "-o", "out.gif", "--face", "7"],
            1,
            "party.gif has 1 face, and none is number 7.",
        ),
        (["{party}", "{group}", "-o", "out.png"], 1, "party.gif is animated"),
        (["{group}", "broken.mov", "-o", "out.mp4"], 1, "broken.mov is cut short, damaged"),
        (["{group}", "{holiday}", "-o", "folder.mp4", "--force"], 2, "folder.mp4 is no file, and"),
        (["{group}", "folder.mp4", "-o", "out.mp4"], 2, "folder.mp4 is no file."),
        (["{group}", "empty.mp4", "-o", "out.mp4"], 2, "empty.mp4 is empty."),
        (["{group}", "text.mp4", "-o", "out.mp4"], 2, "text.mp4 is called .mp4 and is no video."),
        (["{group}", "x" * 300 + ".mp4", "-o", "out.mp4"], 1, ".mp4: File name too long."),
        (["{group}", "{blank}", "-o", "out.gif"], 1, "I found no face in blank.gif"),
    ],
)
def test_one_sentence_for_what_cannot_be_done(
    visage, group, party, holiday, tmp_path, words, code, sentence
):
    blank = tmp_path / "blank.gif"
    first, *rest = [Image.new("RGB", SIDES, (at, 0, 0)) for at in (0, 90)]
    first.save(blank, save_all=True, append_images=rest)
    (tmp_path / "folder.mp4").mkdir()
    (tmp_path / "empty.mp4").touch()
    (tmp_path / "text.mp4").write_text("no video at all")
    data = holiday.read_bytes()
    (tmp_path / "broken.mov").write_bytes(data[: len(data) // 2])
    for name, container in (("stream.ts", "mpegts"), ("stream.mpg", "mpeg")):
        with av.open(tmp_path / name, "w", format=container) as file:
            pictures = file.add_stream("mpeg2video", rate=25, width=64, height=48)
            file.mux([*pictures.encode(av.VideoFrame(64, 48, "yuv420p")), *pictures.encode(None)])
    still = tmp_path / "still.gif"
    first.save(still)
    files = {"group": group, "party": party, "holiday": holiday, "blank": blank, "still": still}
    ran = visage("swap", *[word.format(**files) for word in words])
    assert ran.code == code
    assert sentence in ran.said
    assert "Traceback" not in ran.said
    assert not list(tmp_path.glob("*out*"))


def test_a_name_may_be_as_long_as_the_system_takes(visage, group, party, tmp_path):
    out = tmp_path / ("x" * 251 + ".gif")
    ran = visage("swap", group, party, "-o", out)
    assert ran.code == 0, ran.err
    assert out.is_file()


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "No space left on device."),
        (FFmpegError(28, "No space left", "/home/.visage-7.mp4"), "No space left."),
        (PermissionError(13, "Permission denied", "me.gif"), "me.gif: Permission denied."),
    ],
)
def test_what_the_system_refuses_is_a_sentence(capsys, error, sentence):
    with ending() as end:
        raise error
    assert end.code == 1
    assert capsys.readouterr().err == sentence + "\n"


def test_faces_of_a_clip_are_told_with_their_times(process, party, tmp_path):
    ran = process("visage", "faces", party, "-o", "sheet.png")
    assert ran.code == 0, ran.err
    (line,) = ran.out.splitlines()
    number, *size, first, _, last, frames, _ = line.split()
    assert (number, first, frames) == ("1", "0:00.0", "3")
    assert last in {"0:00.1", "0:00.3"}
    assert 30 < int(size[0]) < 90
    with Image.open(tmp_path / "sheet.png") as sheet:
        assert sheet.format == "PNG"
        assert f"Wrote sheet.png ({sheet.width} x {sheet.height}): 1 face.\n" == ran.err


def test_faces_of_a_picture_are_told_from_the_left(visage, group):
    ran = visage("faces", group)
    assert ran.code == 0
    rows = [line.split() for line in ran.out.splitlines()]
    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5", "6"]
    assert all(row[2] == "x" and row[4] == "pixels" for row in rows)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["{cat}"], 1, "I found no face in chelsea.png"),
        (["no.gif"], 2, "There is no file no.gif."),
        (["{group}", "-o", "sheet.gif"], 2, "OUT must end in .jpg or .jpeg or"),
    ],
)
def test_one_sentence_where_no_faces_are_listed(visage, group, cat, words, code, sentence):
    ran = visage("faces", *[word.format(group=group, cat=cat) for word in words])
    assert ran.code == code
    assert sentence in ran.said
    assert ran.out == ""


class FakeBar:
    """Remembers what was shown, and tells when something was."""

    def __init__(self) -> None:
        self.shown = []
        self.was_shown = threading.Event()

    def show(self, done, total, told):
        self.shown.append((done, total, told))
        self.was_shown.set()


def until_canceled(watch, bar=None):
    """Work, as a studio does, until it is stopped."""
    for _ in range(int(PATIENCE / 0.01)):
        if watch.is_canceled:
            raise Canceled(1, 10)
        threading.Event().wait(0.01)
    raise TimeoutError


def test_work_shows_how_far_it_is():
    bar = FakeBar()

    def work(watch):
        watch.report(Progress(3, 10, 5.0), lambda: None)
        assert bar.was_shown.wait(PATIENCE)
        return "done"

    came = watched(work, bar)
    assert came.result == "done"
    assert came.seconds > 0
    assert bar.shown[0] == (3, 10, "30%  3 of 10 frames  5 fps  0:01 left")


def test_a_key_stops_the_work_and_leaves_nothing(tmp_path):
    ended = threading.Event()
    draft = tmp_path / "out.mp4"

    def work(watch: Watch):
        try:
            draft.write_bytes(b"half")
            os.kill(os.getpid(), signal.SIGINT)
            until_canceled(watch)
        finally:
            draft.unlink()
            ended.set()

    with ending() as end:
        watched(work, FakeBar())
    assert end.code == 130
    assert ended.is_set()


def test_what_fails_on_the_thread_is_told():
    def work(watch):
        raise NoFace(name="a.gif")

    with pytest.raises(NoFace):
        watched(work, FakeBar())


@pytest.mark.parametrize(
    ("progress", "words"),
    [
        (Progress(0, 0), "0%  0 of 0 frames"),
        (Progress(1, 1, 0.0), "100%  1 of 1 frame"),
        (Progress(123, 300, 44.6), "41%  123 of 300 frames  45 fps  0:04 left"),
        (Progress(11, 10, 2.0), "100%  11 of 10 frames  2 fps  0:00 left"),
    ],
)
def test_progress_in_words(progress, words):
    assert told(progress) == words


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0:00"), (59.6, "1:00"), (90, "1:30"), (3600, "1:00:00"), (3661.2, "1:01:01")],
)
def test_seconds_in_words(seconds, words):
    assert clock(seconds) == words


def test_what_came_of_a_clip_in_words(tmp_path):
    seen = tuple(Appearance(number, 0.0, 30.0, 890) for number in (1, 2))
    outcome = ClipOutcome(ClipKind.VIDEO, 900, 897, 30.0, 1280, 720, appearances=seen)
    sources = [tmp_path / "me.jpg", "_", tmp_path / "you.jpg"]
    swap = Swap(sources, tmp_path / "in.mp4", "out.mp4", Options())
    assert told_of_clip(Watched(outcome, 20.0), swap) == (
        "Wrote out.mp4 (1280 x 720, 900 frames, 30.0 s): 1 of 2 faces swapped in 897 frames, "
        "45 fps; none was left for you.jpg."
    )
