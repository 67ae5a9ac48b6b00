"""Thousands of spoiled files, and some that were made to harm: each is decoded or refused."""

from __future__ import annotations

import io
import random
import struct
import time
import zlib
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import av
import pytest
from structlog.testing import capture_logs

from faceswap.domain.clip import ClipLimits
from faceswap.domain.errors import (
    MEGABYTE,
    BrokenClip,
    NoFrames,
    TooManyPixels,
)
from faceswap.domain.errors.pictures import PictureRefused
from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.engine.media.sandbox import Sandbox
from faceswap.engine.media.sound import Sound
from faceswap.engine.media.video_writer import Container
from tests.media.hostile_files import (
    PNG,
    SEEDS,
    animation,
    mended,
    spoiled,
    video,
    with_box,
)
from tests.media.videos import FAST, Picture, make_video

CLIPS = ClipLimits(most_bytes=MEGABYTE, most_seconds=60, most_frames=500, most_pixels=1024 * 1024)
PICTURES = PictureLimits(most_bytes=MEGABYTE, most_pixels=1024 * 1024)
MOST_MEMORY = 600 * MEGABYTE
MOST_SECONDS = 30.0


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as sandbox:
        yield sandbox


@dataclass(frozen=True)
class Result:
    """What came of a file, by name, and how long that took."""

    outcome: str
    seconds: float


def put_through(sandbox: Sandbox, data: bytes) -> Result:
    """Measure and decode a file as the product does; anything but a refusal is raised."""
    began = time.monotonic()
    try:
        outcome = decode(sandbox, data)
    except PictureRefused as refused:
        outcome = type(refused).__name__ if str(refused) else "wordless"
    return Result(outcome, time.monotonic() - began)


def decode(sandbox: Sandbox, data: bytes) -> str:
    try:
        facts = sandbox.measure(data, "a", CLIPS)
    except NoFrames:
        still = sandbox.still(NamedBytes("a", data), PICTURES)
        assert still.pixels.shape[0] * still.pixels.shape[1] <= PICTURES.most_pixels
        return "still"
    assert facts.frames <= CLIPS.most_frames
    with sandbox.clip(data, "a", CLIPS, slots=3) as clip:
        for moment in clip:
            assert sum(plane.size for plane in moment.planes) == clip.info.layout.size
            moment.release()
    return "clip"


def fuzz(sandbox: Sandbox, count: int, start: int) -> str:
    """Put `count` spoiled files through, and return what came of them."""
    whole = {name: make() for name, make in SEEDS.items()}
    names = list(whole)
    files = []
    for number in range(start, start + count):
        rng = random.Random(number)  # noqa: S311 - to be the same each time
        name = names[number % len(names)]
        files.append(spoiled(whole[name], whole[rng.choice(names)], rng))
    zygote = sandbox.zygote_pid
    with capture_logs() as logs, ThreadPoolExecutor(2) as pool:
        results = list(pool.map(lambda data: put_through(sandbox, data), files))
    # None of them took the zygote with it, nor was a module missing in a child.
    assert sandbox.zygote_pid == zygote
    reasons = [log["reason"] for log in logs if "reason" in log]
    assert not [reason for reason in reasons if "_find_and_load" in reason]
    slowest = max(result.seconds for result in results)
    largest = max(log.get("peak", 0) for log in logs)
    outcomes = Counter(result.outcome for result in results)
    assert "wordless" not in outcomes
    assert slowest < MOST_SECONDS
    assert largest < MOST_MEMORY
    failures = Counter(reason[:60] for reason in reasons)
    return (
        f"{count} files: {dict(outcomes.most_common())}; slowest {slowest:.2f} s, "
        f"largest {largest / MEGABYTE:.0f} MB; failed decoders: {dict(failures)}"
    )


def test_whole_files_are_decoded(sandbox):
    outcomes = {name: put_through(sandbox, make()).outcome for name, make in SEEDS.items()}
    stills = {name for name, outcome in outcomes.items() if outcome == "still"}
    assert set(outcomes.values()) == {"still", "clip"}
    assert len(stills) == 12, outcomes


def test_spoiled_files_are_decoded_or_refused(sandbox, record_property):
    record_property("fuzz", fuzz(sandbox, 150, start=0))


@pytest.mark.slow
@pytest.mark.parametrize("part", range(5))
def test_thousands_of_spoiled_files_are_decoded_or_refused(sandbox, record_property, part):
    told = fuzz(sandbox, 480, start=1000 + 480 * part)
    record_property("fuzz", told)


# ── Joined ──────────────────────────────────────────────────────────────────────────────────────

SOUNDING = {
    "MP4": lambda: video("mp4", "libx264", "aac"),
    "MOV": lambda: video("mov", "libx264", "pcm_s16le"),
    "MKV": lambda: video("matroska", "libx264", "libopus"),
    "MKV, lossless": lambda: video("matroska", "libx264", "flac"),
    "MKV, Dolby": lambda: video("matroska", "libx264", "eac3"),
    "WebM": lambda: video("webm", "libvpx-vp9", "libopus"),
    "AVI": lambda: video("avi", "mpeg4", "libmp3lame"),
    "WMV": lambda: video("asf", "wmv2", "wmav2"),
    "FLV": lambda: video("flv", "flv1", "libmp3lame"),
    "RM": lambda: video("rm", "rv10", "ac3"),
}
SILENT = {
    "mp4": Picture(frames=10, size=(64, 48), options=FAST),
    "webm": Picture(
        codec="libvpx-vp9",
        frames=10,
        size=(64, 48),
        options={"deadline": "realtime", "cpu-used": "8"},
    ),
}


def join(sandbox: Sandbox, data: bytes, silent: Path, container: Container) -> str:
    """Join a file's sound to pictures as the product does, and check what comes of it."""
    out = silent.with_stem("joined")
    try:
        sound = sandbox.mux(silent, data, "a", out, container, CLIPS)
    except BrokenClip:
        # The product then joins none.
        return "BrokenClip"
    with av.open(str(out)) as joined:
        assert sum(1 for _ in joined.decode(video=0)) == SILENT[container].frames
        assert bool(joined.streams.audio) == (sound in (Sound.COPIED, Sound.ENCODED))
    if sound in (Sound.COPIED, Sound.ENCODED):
        with av.open(str(out)) as joined:
            heard = [packet for packet in joined.demux(audio=0) if packet.size]
        begins = [float(packet.pts * packet.time_base) for packet in heard]
        ends = [float((packet.pts + packet.duration) * packet.time_base) for packet in heard]
        # The pictures last for a third of a second.
        assert min(begins) >= -1
        assert max(ends) < 1
    return str(sound)


def fuzz_joining(sandbox: Sandbox, folder: Path, count: int, start: int) -> str:
    """Join the sound of `count` spoiled files, and return what came of them."""
    whole = {name: make() for name, make in SOUNDING.items()}
    names = list(whole)
    silent: dict[Container, Path] = {"mp4": folder / "a.mp4", "webm": folder / "a.webm"}
    for container, path in silent.items():
        make_video(path, SILENT[container])
    zygote, outcomes, slowest = sandbox.zygote_pid, Counter(), 0.0
    with capture_logs() as logs:
        for number in range(start, start + count):
            rng = random.Random(number)  # noqa: S311 - to be the same each time
            data = spoiled(whole[names[number % len(names)]], whole[rng.choice(names)], rng)
            container = rng.choice(list(silent))
            began = time.monotonic()
            outcomes[join(sandbox, data, silent[container], container)] += 1
            slowest = max(slowest, time.monotonic() - began)
    assert sandbox.zygote_pid == zygote
    assert slowest < MOST_SECONDS
    assert max(log.get("peak", 0) for log in logs) < MOST_MEMORY
    return f"{count} files: {dict(outcomes.most_common())}; slowest {slowest:.2f} s"


def test_spoiled_sound_is_joined_or_left_out(sandbox, tmp_path, record_property):
    record_property("fuzz", fuzz_joining(sandbox, tmp_path, 20, start=0))


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_much_spoiled_sound_is_joined_or_left_out(sandbox, tmp_path, record_property, part):
    told = fuzz_joining(sandbox, tmp_path, 320, start=50_000 + 320 * part)
    record_property("fuzz", told)


# ── Made to harm ────────────────────────────────────────────────────────────────────────────────

PLAYLISTS = {
    "HLS": "#EXTM3U\n#EXT-X-TARGETDURATION:1\n#EXTINF:1,\n{path}\n#EXT-X-ENDLIST\n",
    "concat": "ffconcat version 1.0\nfile '{path}'\n",
    "DASH": '<?xml version="1.0"?><MPD xmlns="urn:mpeg:dash:schema:mpd:2011" type="static">'
    "<Period><AdaptationSet><Representation><BaseURL>{path}</BaseURL></Representation>"
    "</AdaptationSet></Period></MPD>",
    "SDP": "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=a\nc=IN IP4 127.0.0.1\nm=video 9 RTP/AVP 96\n",
    "reference": "[Reference]\nRef1=file://{path}\n",
    "subtitles": "<smil><body><video src='{path}'/></body></smil>",
}
FTYP = struct.pack(">I4s4sI4s", 20, b"ftyp", b"isom", 512, b"isom")


@pytest.fixture(scope="module")
def secret(tmp_path_factory):
    """A video that no file of a stranger may show: it is all white."""
    path = tmp_path_factory.mktemp("secret") / "secret.mp4"
    make_video(path, Picture(frames=10, size=(64, 48), flashes=range(10)))
    return path


@pytest.mark.parametrize("kind", PLAYLISTS)
@pytest.mark.parametrize("start", [b"", FTYP, b"\0\0\0\x08moov"])
def test_playlists_are_not_followed(sandbox, secret, kind, start):
    data = start + PLAYLISTS[kind].format(path=secret).encode()
    assert put_through(sandbox, data).outcome in {"BrokenClip", "NotAPicture", "BrokenPicture"}


def _alias(path: Path) -> bytes:
    """Return a reference to a file beside the movie, as QuickTime has them."""

    def part(kind: int, content: bytes) -> bytes:
        return struct.pack(">HH", kind, len(content)) + content + bytes(len(content) % 2)

    name = path.name.encode()
    alias = bytes(50) + bytes([len(name)]) + name.ljust(63, b"\0") + bytes(16)
    alias += struct.pack(">HH", 1, 1) + bytes(16)
    alias += part(2, str(path).encode()) + part(0xFFFF, b"")
    entry = struct.pack(">I4sI", 12 + len(alias), b"alis", 0) + alias
    return struct.pack(">II", 0, 1) + entry


def test_a_movie_does_not_show_another_file(sandbox, tmp_path):
    secret = tmp_path / "secret.mov"
    make_video(secret, Picture(frames=10, size=(64, 48)))
    index = with_box(secret.read_bytes(), b"dref", lambda _: _alias(secret))
    stolen = tmp_path / "stolen.mov"
    stolen.write_bytes(with_box(index, b"mdat", lambda content: bytes(len(content))))
    # Whoever lets it do so sees the other file's pictures.
    follow = {"enable_drefs": "1", "use_absolute_path": "1"}
    with av.open(str(stolen), container_options=follow) as followed:
        assert len(list(followed.decode(video=0))) == 10
    assert put_through(sandbox, stolen.read_bytes()).outcome == "BrokenClip"


def test_pictures_that_unfold_are_refused(sandbox):
    def png(width: int, height: int, rows: bytes) -> bytes:
        head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
        chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
        packed = (struct.pack(">I", len(body)) + name + body + bytes(4) for name, body in chunks)
        return mended(PNG + b"".join(packed))

    cases = {
        "a wide PNG": (png(30_000, 30_000, bytes(10**6)), TooManyPixels),
        "a PNG of more rows than it says": (png(64, 64, bytes(9 * 10**7)), None),
        "a wide GIF": (_gif(65_535, 65_535), TooManyPixels),
        "a wide WebP": (_wide_webp(), TooManyPixels),
    }
    for name, (data, refused) in cases.items():
        assert len(data) < MEGABYTE, name
        outcome = put_through(sandbox, data).outcome
        assert outcome == (refused.__name__ if refused else "still"), name


def _gif(width: int, height: int, frames: int = 2) -> bytes:
    head = b"GIF89a" + struct.pack("<HHBBB", width, height, 0x80, 0, 0) + bytes(6)
    frame = b"\x21\xf9\x04\0\x05\0\0\0\x2c\0\0\0\0\x40\0\x40\0\0\x02\x02\x44\x01\0"
    return head + frame * frames + b";"


def _wide_webp() -> bytes:
    data = bytearray(animation("WEBP"))
    at = data.index(b"VP8X") + 12
    data[at : at + 6] = b"\xff\x3f\0" * 2
    return bytes(data)


def test_animations_of_endless_frames_are_refused(sandbox):
    assert put_through(sandbox, _gif(64, 64, frames=40_000)).outcome == "TooManyFrames"
    apng = bytearray(animation("PNG"))
    at = apng.index(b"acTL") + 4
    apng[at : at + 4] = b"\x7f\xff\xff\xff"
    assert put_through(sandbox, mended(bytes(apng))).outcome in {"clip", "BrokenClip"}


def test_a_video_larger_than_it_says_is_refused(sandbox):
    stream = io.BytesIO()
    make_video(stream, Picture(frames=3, size=(2048, 1024)), container="mp4")

    def smaller(content: bytes) -> bytes:
        return content.replace(struct.pack(">HH", 2048, 1024), struct.pack(">HH", 64, 48))

    data = with_box(stream.getvalue(), b"stsd", smaller)
    assert data != stream.getvalue()
    assert put_through(sandbox, data).outcome in {"TooManyPixels", "BrokenClip"}


@pytest.mark.parametrize("name", [b"mvhd", b"mdhd", b"tkhd"])
def test_hours_that_a_header_claims_are_not_believed(sandbox, name):
    def hours(content: bytes) -> bytes:
        at = 20 if name == b"tkhd" else 16
        return content[:at] + b"\x7f\xff\xff\xff" + content[at + 4 :]

    whole = video("mov", "libx264")
    claims = with_box(whole, name, hours)
    assert claims != whole
    assert sandbox.measure(claims, "a", CLIPS).seconds < 1
    assert put_through(sandbox, claims).outcome == "clip"


def test_frames_that_last_for_hours_are_refused(sandbox):
    whole = video("mov", "libx264")

    def slow(content: bytes) -> bytes:
        return content[:-4] + b"\x0f\xff\xff\xff"

    data = with_box(whole, b"stts", slow)
    assert put_through(sandbox, data).outcome in {"ClipTooLong", "BrokenClip"}
