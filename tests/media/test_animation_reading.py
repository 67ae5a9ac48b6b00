"""Animations to frames: composed, timed and looped as browsers do; damage and excess refused."""

import io
import tracemalloc
from fractions import Fraction

import numpy as np
import pytest
from PIL import Image

from faceswap.domain.clip import ClipKind, ClipLimits
from faceswap.domain.errors import FileTooLarge, PictureRefused, PictureTooSmall, TooManyPixels
from faceswap.domain.errors.clips import BrokenClip, ClipTooLong, NoFrames, TooManyFrames
from faceswap.engine.media.animation_reader import AnimationReader
from faceswap.engine.media.clips import PixelFormat
from tests.media import animations
from tests.media.animations import ApngPart, GifPart, canvas, handmade_apng, handmade_gif, letters

TINY = ClipLimits(least_side=1)
KINDS = ("GIF", "PNG", "WEBP", "AVIF")


def opened(data, limits=TINY):
    return AnimationReader(io.BytesIO(data), "party.gif", limits)


def played(data, limits=TINY):
    """Return the canvases of a file as rows of letters."""
    return [letters(moment.planes[0]) for moment in opened(data, limits).moments()]


def durations(data):
    reader = opened(data)
    return [moment.duration * reader.info.timing.base for moment in reader.moments()]


class TestGifCanvases:
    @pytest.mark.parametrize(
        ("disposal", "second"),
        [
            (0, ["RRRR", "RGBR", "RRRR"]),
            (1, ["RRRR", "RGBR", "RRRR"]),
            (2, ["RRRR", "R.BR", "RRRR"]),
            (3, ["RRRR", "RRBR", "RRRR"]),
            # Some writers meant 3 by 4.
            (4, ["RRRR", "RRBR", "RRRR"]),
            (7, ["RRRR", "RGBR", "RRRR"]),
        ],
    )
    def test_a_frame_is_disposed_of_as_it_asks(self, disposal, second):
        file = handmade_gif(
            4,
            3,
            GifPart(("RRRR", "RRRR", "RRRR")),
            GifPart(("G",), left=1, top=1, disposal=disposal),
            GifPart(("B",), left=2, top=1),
        )
        whole = ["RRRR"] * 3
        assert played(file) == [whole, ["RRRR", "RGRR", "RRRR"], second]

    def test_a_disposal_holds_for_its_own_frame_alone(self):
        file = handmade_gif(
            2,
            1,
            GifPart(("RR",), disposal=2),
            GifPart(("G.",)),
            GifPart((".B",)),
        )
        assert played(file) == [["RR"], ["G."], ["GB"]]

    def test_what_is_cleared_is_transparent_though_a_background_is_named(self):
        file = handmade_gif(2, 1, GifPart(("RR",), disposal=2), GifPart(("G",)), background=3)
        assert played(file) == [["RR"], ["G."]]

    def test_where_no_frame_has_been_there_is_nothing(self):
        file = handmade_gif(3, 1, GifPart(("R",), left=1), GifPart(("G",), left=2))
        assert played(file) == [[".R."], [".RG"]]

    def test_restoring_the_first_frame_leaves_nothing(self):
        file = handmade_gif(2, 1, GifPart(("RR",), disposal=3), GifPart(("G",)))
        assert played(file) == [["RR"], ["G."]]

    def test_restoring_goes_back_behind_several_frames(self):
        file = handmade_gif(
            3,
            1,
            GifPart(("RRR",), disposal=1),
            GifPart(("GG",), disposal=3),
            GifPart(("B",), left=2, disposal=3),
            GifPart((".",)),
        )
        assert played(file) == [["RRR"], ["GGR"], ["RRB"], ["RRR"]]

    def test_transparent_pixels_leave_what_is_there(self):
        file = handmade_gif(3, 1, GifPart(("RRR",)), GifPart(("G.B",)))
        assert played(file)[1] == ["GRB"]

    def test_a_local_palette_holds_for_its_own_frame(self):
        swapped = bytes([0, 0, 0, 0, 0, 255, 0, 255, 0, 255, 0, 0])
        file = handmade_gif(2, 1, GifPart(("RB",)), GifPart(("RB",), palette=swapped))
        file += b"junk behind the trailer"
        assert played(file) == [["RB"], ["BR"]]

    def test_rows_in_another_order_are_put_right(self):
        rows = tuple("RGBK"[number % 4] * 16 for number in range(16))
        file = handmade_gif(16, 16, GifPart(rows, is_interlaced=True), GifPart(rows))
        assert played(file) == [list(rows), list(rows)]

    def test_frames_are_cut_to_the_canvas(self):
        file = handmade_gif(
            2,
            2,
            GifPart(("RR", "RR")),
            GifPart(("GG", "GG"), left=1, top=1),
            GifPart(("B",), left=9),
        )
        assert played(file)[1:] == [["RR", "RG"], ["RR", "RG"]]

    def test_a_first_frame_larger_than_the_canvas_gets_its_room(self):
        file = handmade_gif(0, 0, GifPart(("RGB", "RGB")), GifPart(("K",)))
        assert played(file) == [["RGB", "RGB"], ["KGB", "RGB"]]

    def test_numbers_without_a_colour_show_nothing(self):
        two = animations.PALETTE[:6]
        file = handmade_gif(3, 1, GifPart(("KRK",)), GifPart(("RBK",)), palette=two)
        assert played(file)[1] == ["RRK"]

    def test_without_any_palette_numbers_are_greys(self):
        file = handmade_gif(2, 1, GifPart(("KR",)), GifPart(("BR",)), palette=b"")
        frames = [moment.planes[0].tolist() for moment in opened(file).moments()]
        assert frames[1] == [[[3, 3, 3, 255], [1, 1, 1, 255]]]


class TestGifTimes:
    def test_delays_stay_as_they_are_and_hasty_ones_are_counted_as_browsers_show_them(self):
        parts = [GifPart(("R",), delay=delay) for delay in (0, 1, 2, 7, 300)]
        reader = opened(handmade_gif(1, 1, *parts))
        moments = [(moment.time, moment.duration) for moment in reader.moments()]
        assert moments == [(0, 0), (10, 1), (20, 2), (22, 7), (29, 300)]
        assert reader.info.timing.base == Fraction(1, 100)
        assert reader.info.timing.rate == Fraction(5 * 100, 329)
        assert reader.info.facts.seconds == pytest.approx(3.29)

    @pytest.mark.parametrize(("number", "plays"), [(None, 1), (0, 0), (1, 2), (65535, 65536)])
    def test_the_number_in_the_file_is_of_repeats(self, number, plays):
        file = handmade_gif(1, 1, GifPart(("R",)), GifPart(("G",)), loop=number)
        assert opened(file).info.timing.loops == plays

    def test_a_delay_holds_for_its_own_frame(self):
        file = handmade_gif(1, 1, GifPart(("R",), delay=70), GifPart(("G",), delay=30))
        without = file.replace(b"\x21\xf9\x04\x00\x1e\x00\x04\x00", b"")
        assert len(without) < len(file)
        assert durations(without) == [Fraction(7, 10), 0]


class TestApng:
    RED = canvas("RRRR", "RRRR", "RRRR")
    GREEN = canvas("G")
    BLUE = canvas("B")

    @pytest.mark.parametrize(
        ("disposal", "third"),
        [
            (0, ["RRRR", "RGBR", "RRRR"]),
            (1, ["RRRR", "R.BR", "RRRR"]),
            (2, ["RRRR", "RRBR", "RRRR"]),
        ],
    )
    def test_a_frame_is_disposed_of_as_it_asks(self, disposal, third):
        file = handmade_apng(
            4,
            3,
            ApngPart(self.RED),
            ApngPart(self.GREEN, left=1, top=1, disposal=disposal),
            ApngPart(self.BLUE, left=2, top=1),
        )
        assert played(file) == [["RRRR"] * 3, ["RRRR", "RGRR", "RRRR"], third]

    def test_restoring_the_first_frame_clears_it(self):
        file = handmade_apng(4, 3, ApngPart(self.RED, disposal=2), ApngPart(self.GREEN))
        assert played(file)[1] == ["G...", "....", "...."]

    @pytest.mark.parametrize(("blend", "second"), [(0, ["G.R"]), (1, ["GRR"])])
    def test_a_frame_replaces_or_is_laid_over(self, blend, second):
        file = handmade_apng(3, 1, ApngPart(canvas("RRR")), ApngPart(canvas("G."), blend=blend))
        assert played(file)[1] == second

    def test_half_transparent_pixels_are_mixed(self):
        half = np.array([[[0, 0, 255, 128]]], np.uint8)
        file = handmade_apng(1, 1, ApngPart(canvas("R")), ApngPart(half, blend=1))
        mixed = [moment.planes[0][0, 0].tolist() for moment in opened(file).moments()][1]
        assert mixed == [127, 0, 128, 255]

    def test_a_default_picture_is_no_frame(self):
        parts = [ApngPart(canvas("RR")), ApngPart(canvas("GG"))]
        file = handmade_apng(2, 1, *parts, default=canvas("BB"), plays=4)
        assert played(file) == [["RR"], ["GG"]]
        assert opened(file).info.timing.loops == 4

    def test_odd_fractions_are_exact(self):
        delays = [(1, 30), (1001, 24000), (1, 7), (3, 0), (0, 5), (65535, 1000)]
        red = canvas("R")
        file = handmade_apng(1, 1, *(ApngPart(red, delay=delay) for delay in delays))
        told = [Fraction(1, 30), Fraction(1001, 24000), Fraction(1, 7), Fraction(3, 100)]
        assert durations(file) == [*told, 0, Fraction(65535, 1000)]

    def test_delays_without_a_common_clock_are_rounded_to_a_microsecond(self):
        delays = [(1, 65521), (1, 65519), (1, 65497)]
        red = canvas("R")
        file = handmade_apng(1, 1, *(ApngPart(red, delay=delay) for delay in delays))
        assert opened(file).info.timing.base == Fraction(1, 1_000_000)
        assert durations(file) == [Fraction(15, 1_000_000)] * 3

    def test_fewer_frames_than_announced_are_damage(self):
        red = canvas("R")
        file = handmade_apng(1, 1, ApngPart(red), ApngPart(red), claimed=3)
        with pytest.raises(BrokenClip):
            opened(file)

    def test_a_frame_beyond_the_canvas_is_damage(self):
        file = handmade_apng(4, 3, ApngPart(self.RED), ApngPart(self.GREEN, left=4))
        with pytest.raises(BrokenClip):
            opened(file)

    def test_a_wrong_checksum_is_damage(self):
        file = bytearray(handmade_apng(4, 3, ApngPart(self.RED), ApngPart(self.GREEN)))
        file[-20] ^= 1
        with pytest.raises(BrokenClip):
            opened(bytes(file))

    def test_a_palette_and_its_transparency_are_honoured(self):
        picture = Image.fromarray(animations.moving(1)[0]).convert("RGB").quantize(16)
        turned = picture.transpose(Image.Transpose.ROTATE_180)
        stream = io.BytesIO()
        picture.save(stream, "PNG", save_all=True, append_images=[turned], transparency=0)
        first = next(opened(stream.getvalue()).moments()).planes[0]
        numbers = np.asarray(picture)
        expected = np.asarray(picture.convert("RGB"))
        assert (first[..., 3] == np.where(numbers == 0, 0, 255)).all()
        assert (first[..., :3][numbers > 0] == expected[numbers > 0]).all()


class TestWebpAndAvif:
    def test_lossless_webp_is_read_as_it_was_saved(self):
        frames = animations.moving(4, has_alpha=True)
        file = animations.saved("WEBP", frames, [40, 0, 333, 1007], lossless=True, loop=5)
        reader = opened(file)
        assert reader.info.is_lossless
        assert reader.info.has_alpha
        assert reader.info.timing.loops == 5
        assert durations(file) == [Fraction(ms, 1000) for ms in (40, 0, 333, 1007)]
        for moment, frame in zip(reader.moments(), frames, strict=True):
            assert (visible(moment.planes[0]) == visible(frame)).all()

    def test_lossy_webp_is_known_as_such(self):
        reader = opened(animations.saved("WEBP", animations.noise(2), 50, quality=50))
        assert not reader.info.is_lossless
        assert not reader.info.has_alpha

    @pytest.mark.parametrize("has_alpha", [True, False])
    def test_avif_keeps_alpha_and_times(self, has_alpha):
        frames = animations.moving(4, has_alpha=has_alpha)
        file = animations.saved("AVIF", frames, [40, 7, 333, 1007], quality=95)
        reader = opened(file)
        assert reader.info.has_alpha is has_alpha
        assert reader.info.timing.loops == 0
        assert durations(file) == [Fraction(ms, 1000) for ms in (40, 7, 333, 1007)]
        for moment, frame in zip(reader.moments(), frames, strict=True):
            apart = np.abs(visible(moment.planes[0]) - visible(frame))
            assert apart.mean() < 4


def visible(pixels):
    """Return pixels as signed numbers, all alike where nothing is to be seen."""
    return np.where(pixels[..., 3:] == 0, 0, pixels).astype(int)


@pytest.mark.parametrize("container", KINDS)
def test_what_is_known_before_the_first_frame(container):
    reader = opened(animations.saved(container, animations.moving(6), 50))
    facts = reader.info.facts
    assert facts.kind is ClipKind(container.lower().replace("png", "apng"))
    assert (facts.width, facts.height, facts.frames) == (64, 48, 6)
    assert facts.seconds == pytest.approx(0.3)
    assert not facts.has_audio
    layout = reader.info.layout
    assert (layout.pixels, layout.width, layout.height) == (PixelFormat.RGBA, 64, 48)
    moments = list(reader.moments())
    assert len(moments) == 6
    assert all(moment.planes[0].shape == (48, 64, 4) for moment in moments)


def test_a_path_is_read_like_a_file(tmp_path):
    path = tmp_path / "a"
    path.write_bytes(animations.saved("GIF", animations.moving(2), 50))
    assert AnimationReader(path, "a", TINY).info.facts.frames == 2


@pytest.mark.parametrize("container", KINDS)
def test_what_is_done_to_a_frame_does_not_reach_the_next(container):
    file = animations.saved(container, animations.moving(3), 50)
    expected = [moment.planes[0].copy() for moment in opened(file).moments()]
    for moment, frame in zip(opened(file).moments(), expected, strict=True):
        assert (moment.planes[0] == frame).all()
        moment.planes[0][:] = 77


@pytest.mark.parametrize("container", KINDS)
def test_one_frame_does_not_move(container):
    with pytest.raises(NoFrames):
        opened(animations.saved(container, animations.moving(1), 50))


def test_a_video_is_no_animation():
    with pytest.raises(NoFrames):
        opened(b"\x1aE\xdf\xa3" + b"\0" * 100)


class TestLimits:
    @pytest.mark.parametrize("container", KINDS)
    def test_frames(self, container):
        file = animations.saved(container, animations.moving(6), 50)
        assert opened(file, ClipLimits(most_frames=6)).info.facts.frames == 6
        with pytest.raises(TooManyFrames) as refused:
            opened(file, ClipLimits(most_frames=4))
        assert (refused.value.frames, refused.value.limit) == (6, 4)

    @pytest.mark.parametrize("container", KINDS)
    def test_seconds(self, container):
        file = animations.saved(container, animations.moving(4), 1000)
        with pytest.raises(ClipTooLong) as refused:
            opened(file, ClipLimits(most_seconds=3.5))
        assert refused.value.seconds == pytest.approx(4)

    def test_hasty_frames_last_as_long_as_they_are_shown(self):
        file = handmade_gif(1, 1, *[GifPart(("R",), delay=0)] * 20)
        with pytest.raises(ClipTooLong):
            opened(file, ClipLimits(least_side=1, most_seconds=1.5))

    @pytest.mark.parametrize("container", KINDS)
    def test_sides(self, container):
        file = animations.saved(container, animations.moving(2), 50)
        with pytest.raises(TooManyPixels) as refused:
            opened(file, ClipLimits(most_pixels=64 * 48 - 1))
        assert refused.value.name == "party.gif"
        with pytest.raises(PictureTooSmall):
            opened(file, ClipLimits(least_side=49))

    def test_a_huge_part_of_a_small_canvas(self):
        file = bytearray(handmade_gif(2, 1, GifPart(("RR",)), GifPart(("RR",))))
        at = file.rindex(b"\x2c\0\0\0\0\x02\0\x01\0") + 5
        file[at : at + 4] = b"\xff\xff\xff\xff"
        with pytest.raises(TooManyPixels):
            opened(bytes(file))

    def test_bytes(self):
        file = animations.saved("GIF", animations.moving(2), 50)
        with pytest.raises(FileTooLarge):
            opened(file, ClipLimits(most_bytes=len(file) - 1))
        assert opened(file, ClipLimits(most_bytes=len(file)))


class TestDamage:
    @pytest.mark.parametrize("container", KINDS)
    def test_a_file_that_is_cut_short_is_refused(self, container):
        file = animations.saved(container, animations.moving(6), 50)
        # Less than the trailer of a PNG is no cut of its frames.
        for kept in [*range(len(file) // 3, len(file) - 20, 37), len(file) - 20]:
            with pytest.raises(PictureRefused):
                list(opened(file[:kept]).moments())

    def test_a_webp_that_lost_whole_frames_is_refused(self):
        file = animations.saved("WEBP", animations.moving(4), 50)
        with pytest.raises(BrokenClip):
            opened(file[: file.rindex(b"ANMF")])

    def test_a_missing_trailer_is_no_damage(self):
        gif = handmade_gif(2, 1, GifPart(("RG",)), GifPart(("GR",)), trailer=b"")
        assert played(gif) == [["RG"], ["GR"]]
        parts = [ApngPart(canvas("RG")), ApngPart(canvas("GR"))]
        assert played(handmade_apng(2, 1, *parts, tail=False)) == [["RG"], ["GR"]]

    def test_a_gif_whose_pixels_end_early_is_refused(self):
        frames = [GifPart(("RGBK" * 8,) * 8), GifPart(("GRKB" * 8,) * 8)]
        file = handmade_gif(32, 9, frames[0], frames[1])
        # The descriptor promises a row more than there are codes for.
        at = file.rindex(b"\x2c\0\0\0\0\x20\0\x08\0") + 7
        with pytest.raises(BrokenClip) as refused:
            played(file[:at] + b"\x09" + file[at + 1 :])
        assert refused.value.name == "party.gif"

    @pytest.mark.parametrize("container", KINDS)
    def test_garbage_is_refused_or_played(self, container):
        """Whatever happens to its bytes, a file ends in frames or in a refusal."""
        file = animations.saved(container, animations.moving(4), 50)
        rng = np.random.default_rng(3)
        outcomes = set()
        for _ in range(150):
            spoilt = bytearray(file)
            for at in rng.integers(0, len(file), rng.integers(1, 8)):
                spoilt[at] = rng.integers(0, 256)
            try:
                for moment in opened(bytes(spoilt)).moments():
                    assert moment.duration >= 0
                outcomes.add("played")
            except PictureRefused:
                outcomes.add("refused")
        assert "refused" in outcomes


@pytest.mark.parametrize("container", ["GIF", "PNG"])
def test_memory_does_not_grow_with_frames(container):
    def peak(count):
        frames = animations.moving(count, width=160, height=120)
        file = animations.saved(container, frames, 50)
        frames.clear()
        tracemalloc.start()
        for _ in opened(file).moments():
            pass
        most = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return most - len(file)

    assert peak(40) - peak(8) < 160 * 120 * 4
