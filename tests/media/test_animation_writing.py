"""Frames to animations: the same pixels, times and loops, in files of a like size."""

import io
import tracemalloc
from fractions import Fraction

import av
import numpy as np
import pytest
from PIL import Image

from faceswap.domain.clip import ClipFacts, ClipKind, ClipLimits
from faceswap.engine.media.animation_reader import AnimationReader
from faceswap.engine.media.animation_writers import (
    next_scale,
    open_animation_writer,
    scaled_sides,
)
from faceswap.engine.media.clips import ClipInfo, Layout, PixelFormat, Timing
from tests.media import animations
from tests.media.animations import ApngPart, GifPart, canvas, handmade_apng, handmade_gif, letters

TINY = ClipLimits(least_side=1)
EXACT = [ClipKind.GIF, ClipKind.APNG, ClipKind.WEBP]
ANIMATIONS = [*EXACT, ClipKind.AVIF]
BASES = {
    ClipKind.GIF: Fraction(1, 100),
    ClipKind.APNG: Fraction(1, 3000),
    ClipKind.WEBP: Fraction(1, 1000),
    ClipKind.AVIF: Fraction(1, 24000),
}


def info(kind, frames, loops=0, has_alpha=True, is_lossless=True):
    """Return what a reader would tell of frames."""
    height, width = frames[0].shape[:2]
    return ClipInfo(
        facts=ClipFacts(kind, width, height, len(frames), 1.0, has_audio=False),
        layout=Layout(PixelFormat.RGBA, width, height),
        timing=Timing(BASES[kind], Fraction(20), loops),
        has_alpha=has_alpha,
        is_lossless=is_lossless,
    )


def written(path, about, frames, durations=None, scale=1.0):
    """Return the path after frames were written to it."""
    writer = open_animation_writer(path, about, scale)
    time = 0
    for frame, duration in zip(frames, durations or [60] * len(frames), strict=True):
        taken = frame.copy()
        writer.add((taken,), time, duration)
        # What was added may be drawn on.
        taken[:] = 99
        time += duration
    writer.close()
    return path


def played(path):
    """Return the frames of a file, without what nobody sees."""
    reader = AnimationReader(path, "a", TINY)
    return [visible(moment.planes[0]) for moment in reader.moments()]


def visible(pixels):
    return np.where(pixels[..., 3:] == 0, 0, pixels).astype(int)


def copied(data, path):
    """Return a reader of what a file becomes when nothing is done to its frames."""
    reader = AnimationReader(io.BytesIO(data), "a", TINY)
    writer = open_animation_writer(path, reader.info)
    for moment in reader.moments():
        writer.add(moment.planes, moment.time, moment.duration)
    writer.close()
    return AnimationReader(path, "b", TINY)


def told(reader):
    """Return all that the frames of a file show, and when."""
    return [
        (letters(moment.planes[0]), moment.time, moment.duration) for moment in reader.moments()
    ]


def seen_by_pillow(path):
    """Return the frames and their milliseconds as Pillow plays a file."""
    with Image.open(path) as image:
        frames = []
        for number in range(getattr(image, "n_frames", 1)):
            image.seek(number)
            image.load()
            frames.append((visible(np.asarray(image.convert("RGBA"))), image.info["duration"]))
        return frames


class TestRoundTrip:
    @pytest.mark.parametrize("has_alpha", [True, False])
    @pytest.mark.parametrize("kind", EXACT)
    def test_pixels_are_the_same(self, tmp_path, kind, has_alpha):
        frames = animations.moving(7, has_alpha=has_alpha)
        path = written(tmp_path / "a", info(kind, frames, has_alpha=has_alpha), frames)
        for shown, frame in zip(played(path), frames, strict=True):
            assert (shown == visible(frame)).all()

    @pytest.mark.parametrize("kind", EXACT)
    def test_frames_without_anything_in_common_are_the_same(self, tmp_path, kind):
        frames = animations.noise(4, colors=255)
        path = written(tmp_path / "a", info(kind, frames), frames)
        for shown, frame in zip(played(path), frames, strict=True):
            assert (shown == visible(frame)).all()

    @pytest.mark.parametrize("kind", ANIMATIONS)
    def test_frames_that_are_alike_stay_frames(self, tmp_path, kind):
        frames = [animations.moving(1)[0]] * 5
        path = written(tmp_path / "a", info(kind, frames), frames, [10, 60, 20, 30, 40])
        reader = AnimationReader(path, "a", TINY)
        assert [moment.duration * reader.info.timing.base for moment in reader.moments()] == [
            BASES[kind] * ticks for ticks in (10, 60, 20, 30, 40)
        ]

    @pytest.mark.parametrize("kind", [ClipKind.APNG, ClipKind.WEBP])
    def test_half_transparency_is_kept(self, tmp_path, kind):
        frames = animations.noise(3)
        for number, frame in enumerate(frames):
            frame[:20, :, 3] = np.arange(64) * 4
            frame[20:, :10] = frames[0][20:, :10]
            frame[30:, 40 + number :, 3] = 0
        path = written(tmp_path / "a", info(kind, frames), frames)
        for shown, frame in zip(played(path), frames, strict=True):
            assert (shown == visible(frame)).all()

    @pytest.mark.parametrize("disposal", [0, 1, 2, 3])
    def test_gifs_of_all_disposals_show_the_same(self, tmp_path, disposal):
        file = handmade_gif(
            4,
            2,
            GifPart(("RRRR", "R..R"), disposal=disposal, delay=0),
            GifPart(("G.",), left=1, top=1, disposal=disposal, delay=1),
            GifPart((".B",), left=2, delay=13),
            GifPart((".",), delay=700),
            GifPart(("KG",), disposal=2, delay=3),
            loop=6,
        )
        before = AnimationReader(io.BytesIO(file), "a", TINY)
        after = copied(file, tmp_path / "a.gif")
        assert told(after) == told(before)
        assert after.info.timing == before.info.timing

    def test_an_apng_with_a_default_picture_and_odd_delays_shows_the_same(self, tmp_path):
        parts = [
            ApngPart(canvas("RR.", "R.."), delay=(1001, 24000), disposal=1),
            ApngPart(canvas("G."), left=1, delay=(1, 7), blend=1),
            ApngPart(canvas("B"), delay=(0, 0), disposal=2),
            ApngPart(canvas(".K"), top=1, delay=(65535, 1000)),
        ]
        file = handmade_apng(3, 2, *parts, default=canvas("KKK", "KKK"), plays=9)
        before = AnimationReader(io.BytesIO(file), "a", TINY)
        after = copied(file, tmp_path / "a.png")
        assert told(after) == told(before)
        assert after.info.timing == before.info.timing


class TestTimes:
    @pytest.mark.parametrize("kind", ANIMATIONS)
    def test_durations_are_carried_exactly(self, tmp_path, kind):
        frames = animations.moving(5)
        ticks = [7, 1001, 40, 1, 3003]
        path = written(tmp_path / "a", info(kind, frames), frames, ticks)
        reader = AnimationReader(path, "a", ClipLimits(least_side=1))
        base = reader.info.timing.base
        assert [moment.duration * base for moment in reader.moments()] == [
            BASES[kind] * number for number in ticks
        ]

    @pytest.mark.parametrize("loops", [0, 1, 2, 7])
    @pytest.mark.parametrize("kind", ANIMATIONS)
    def test_loops_are_carried(self, tmp_path, kind, loops):
        frames = animations.moving(3)
        path = written(tmp_path / "a", info(kind, frames, loops), frames)
        assert AnimationReader(path, "a", TINY).info.timing.loops == loops

    def test_a_gif_that_plays_once_has_no_loop_extension(self, tmp_path):
        frames = animations.moving(2)
        once = written(tmp_path / "a", info(ClipKind.GIF, frames, 1), frames).read_bytes()
        assert b"NETSCAPE" not in once

    def test_a_delay_too_fine_for_an_apng_is_told_as_nearly_as_can_be(self, tmp_path):
        frames = animations.moving(2)
        about = info(ClipKind.APNG, frames)
        path = written(tmp_path / "a", about, frames, [3 * 65_536 + 1, 2 * 3000 * 65_535])
        reader = AnimationReader(path, "a", ClipLimits(least_side=1, most_seconds=1e6))
        seconds = [float(moment.duration * reader.info.timing.base) for moment in reader.moments()]
        assert seconds == pytest.approx([65.536333, 65_535], abs=1e-3)


class TestOtherPlayers:
    """Files are read back by those who did not write them."""

    @pytest.mark.parametrize("has_alpha", [True, False])
    @pytest.mark.parametrize("kind", EXACT)
    def test_pillow_shows_the_same(self, tmp_path, kind, has_alpha):
        frames = animations.moving(5, has_alpha=has_alpha)
        ticks = [6, 30, 12, 60, 90]
        path = written(tmp_path / "a", info(kind, frames), frames, ticks)
        seen = seen_by_pillow(path)
        assert [ms for _, ms in seen] == [float(BASES[kind] * number * 1000) for number in ticks]
        for (shown, _), frame in zip(seen, frames, strict=True):
            assert (shown == visible(frame)).all()

    @pytest.mark.parametrize("kind", [ClipKind.GIF, ClipKind.APNG])
    def test_ffmpeg_shows_the_same(self, tmp_path, kind):
        frames = animations.moving(5, has_alpha=True)
        path = written(tmp_path / "a", info(kind, frames), frames, [6, 30, 12, 60, 90])
        # The demuxer of GIFs leaves out the last frame's time where the file ends.
        options = {"min_delay": "0"} if kind is ClipKind.GIF else {}
        with av.open(str(path), options=options) as container:
            seen = list(container.decode(video=0))
        times = [frame.pts * frame.time_base for frame in seen]
        assert times == [BASES[kind] * number for number in (0, 6, 36, 48, 108)]
        for shown, frame in zip(seen, frames, strict=True):
            assert (visible(shown.to_ndarray(format="rgba")) == visible(frame)).all()

    def test_ffmpeg_tells_the_same_times_of_an_avif(self, tmp_path):
        frames = animations.moving(4)
        about = info(ClipKind.AVIF, frames, has_alpha=False)
        path = written(tmp_path / "a.avif", about, frames, [1001, 1001, 2002, 500])
        with av.open(str(path)) as container:
            track = next(stream for stream in container.streams if stream.frames == 4)
            packets = [packet for packet in container.demux(track) if packet.pts is not None]
            assert track.time_base == Fraction(1, 24000)
            assert [packet.pts for packet in packets] == [0, 1001, 2002, 4004]
            assert packets[-1].duration == 500


class TestGifColours:
    def test_what_stays_keeps_its_colours_though_all_else_has_too_many(self, tmp_path):
        """A still ground of many colours does not change by a bit between frames."""
        ground = animations.noise(1)[0]
        frames = [ground.copy() for _ in range(5)]
        for frame, face in zip(frames, animations.noise(5, width=20, height=20), strict=True):
            frame[10:30, 20:40] = face
        shown = played(written(tmp_path / "a", info(ClipKind.GIF, frames), frames))
        still = np.ones(ground.shape[:2], bool)
        still[10:30, 20:40] = False
        for later in shown[1:]:
            assert (later[still] == shown[0][still]).all()
            assert (later[~still] != shown[0][~still]).any()

    def test_what_stays_keeps_its_colours_where_the_gif_is_cleared_each_time(self, tmp_path):
        """Pixels that are drawn anew do not flicker, though a face of many colours is beside."""
        ground = animations.noise(1, colors=180)[0]
        ground[:, :24] = 0
        frames = [ground.copy() for _ in range(5)]
        faces = animations.noise(5, width=10, height=10)
        for number, (frame, face) in enumerate(zip(frames, faces, strict=True)):
            frame[:, number : number + 4] = (255, 0, 0, 255)
            frame[10:20, 40:50] = face
        shown = played(written(tmp_path / "a", info(ClipKind.GIF, frames), frames))
        still = np.ones(ground.shape[:2], bool)
        still[:, :24] = still[10:20, 40:50] = False
        for later, frame in zip(shown, frames, strict=True):
            assert (later[..., 3] == frame[..., 3]).all()
            assert (later[still] == shown[0][still]).all()

    def test_common_colours_are_exact_beside_a_face_of_thousands(self, tmp_path):
        """What was not touched is what it was, while the new part is near to what it should be."""
        ground = animations.noise(3, width=240, height=160, colors=90)
        across, down = np.meshgrid(np.arange(60), np.arange(60))
        for number, frame in enumerate(ground):
            face = np.stack([160 + across, 100 + down + number, 90 + (across + down) // 2], axis=-1)
            frame[50:110, 90:150, :3] = face
        shown = played(written(tmp_path / "a", info(ClipKind.GIF, ground), ground))
        inside = np.zeros(ground[0].shape[:2], bool)
        inside[50:110, 90:150] = True
        for later, frame in zip(shown, ground, strict=True):
            assert (later[~inside] == frame[~inside]).all()
            wrong = (later - frame)[50:110, 90:150, :3].astype(float)
            assert np.sqrt((wrong**2).mean()) < 5
            # A mix of colours is right seen from afar; pixel by pixel it need not be.
            blocks = wrong[:56, :56].reshape(7, 8, 7, 8, 3).mean(axis=(1, 3))
            assert np.sqrt((blocks**2).mean()) < 0.4

    def test_half_transparent_pixels_are_there_or_not(self, tmp_path):
        frames = animations.moving(2)
        frames[1][:10, :, 3], frames[1][10:20, :, 3] = 100, 200
        shown = played(written(tmp_path / "a", info(ClipKind.GIF, frames), frames))[1]
        assert (shown[:10, :, 3] == 0).all()
        assert (shown[10:, :, 3] == 255).all()

    def test_a_first_frame_of_nothing(self, tmp_path):
        frames = [np.zeros((8, 8, 4), np.uint8), *animations.moving(2, width=24, height=8)]
        frames = [frame[:8, :8] for frame in frames]
        shown = played(written(tmp_path / "a", info(ClipKind.GIF, frames), frames))
        assert [int(frame[..., 3].sum()) for frame in shown] == [0, 255 * 64, 255 * 64]


class TestSizes:
    def test_a_copy_of_a_gif_is_about_as_large(self, tmp_path):
        frames = animations.moving(12, width=200, height=150)
        file = animations.saved("GIF", frames, 50)
        copied(file, tmp_path / "a.gif")
        assert (tmp_path / "a.gif").stat().st_size < 1.1 * len(file)

    @pytest.mark.parametrize("kind", ANIMATIONS)
    def test_still_frames_cost_next_to_nothing(self, tmp_path, kind):
        frames = [animations.noise(1, width=120, height=90)[0]] * 20
        path = written(tmp_path / "a", info(kind, frames), frames)
        two = written(tmp_path / "b", info(kind, frames[:2]), frames[:2])
        assert path.stat().st_size < two.stat().st_size * 1.2

    def test_a_lossy_webp_stays_lossy(self, tmp_path):
        frames = animations.noise(3)
        lossy = info(ClipKind.WEBP, frames, is_lossless=False)
        small = written(tmp_path / "a", lossy, frames)
        large = written(tmp_path / "b", info(ClipKind.WEBP, frames), frames)
        assert small.stat().st_size < large.stat().st_size / 2
        assert not AnimationReader(small, "a", TINY).info.is_lossless

    def test_what_is_half_seen_through_stays_exactly_so_in_avif(self, tmp_path):
        frames = animations.moving(6, has_alpha=True)
        fade = np.linspace(0, 255, frames[0].shape[1]).astype(np.uint8)
        for number, frame in enumerate(frames):
            frame[..., 3] = np.roll(fade, 7 * number)
        path = written(tmp_path / "a", info(ClipKind.AVIF, frames), frames)
        reader = AnimationReader(path, "a", TINY)
        for moment, frame in zip(reader.moments(), frames, strict=True):
            assert (moment.planes[0][..., 3] == frame[..., 3]).all()

    def test_avif_is_near_to_what_it_was(self, tmp_path):
        frames = animations.moving(4, has_alpha=True)
        path = written(tmp_path / "a", info(ClipKind.AVIF, frames), frames)
        assert AnimationReader(path, "a", TINY).info.has_alpha
        for shown, frame in zip(played(path), frames, strict=True):
            assert np.abs(shown - visible(frame)).mean() < 4

    @pytest.mark.parametrize("kind", ANIMATIONS)
    def test_it_is_made_smaller_on_demand(self, tmp_path, kind):
        frames = animations.moving(4, width=120, height=91)
        about = info(kind, frames, has_alpha=False)
        path = written(tmp_path / "a", about, frames, scale=0.5)
        facts = AnimationReader(path, "a", TINY).info.facts
        assert (facts.width, facts.height) == scaled_sides(about.layout, 0.5) == (60, 46)
        assert facts.frames == 4

    def test_colours_do_not_bleed_from_what_is_transparent(self, tmp_path):
        frame = np.zeros((40, 40, 4), np.uint8)
        frame[..., 1] = 255
        frame[:, :21] = (255, 0, 0, 255)
        frames = [frame, np.roll(frame, 1, axis=1)]
        about = info(ClipKind.APNG, frames)
        shown = played(written(tmp_path / "a", about, frames, scale=0.5))[0]
        seen = shown[shown[..., 3] > 8]
        assert seen[:, 1].max() < 20

    def test_the_next_scale_fits_by_the_pixels_and_always_shrinks(self):
        assert next_scale(4_000_000, 1_000_000, 1.0) == pytest.approx(0.46)
        assert next_scale(1_000_001, 1_000_000, 0.5) < 0.5
        assert 0 < next_scale(10**9, 1, 1.0) < 0.1


@pytest.mark.parametrize("frames", [0, 1])
@pytest.mark.parametrize("kind", ANIMATIONS)
def test_a_file_that_would_not_move_is_an_error(tmp_path, kind, frames):
    made = animations.moving(1)
    writer = open_animation_writer(tmp_path / "a", info(kind, made))
    for frame in made[:frames]:
        writer.add((frame,), 0, 5)
    with pytest.raises(ValueError, match="too few frames"):
        writer.close()


@pytest.mark.parametrize("kind", ANIMATIONS)
def test_it_can_be_abandoned(tmp_path, kind):
    frames = animations.moving(2)
    writer = open_animation_writer(tmp_path / "a", info(kind, frames))
    writer.add((frames[0],), 0, 5)
    writer.abandon()
    (tmp_path / "a").unlink()


@pytest.mark.parametrize("kind", EXACT)
def test_memory_does_not_grow_with_frames(tmp_path, kind):
    frames = animations.moving(8, width=160, height=120)

    def peak(rounds):
        tracemalloc.start()
        written(tmp_path / "a", info(kind, frames), frames * rounds)
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most

    assert peak(5) - peak(1) < 160 * 120 * 4
