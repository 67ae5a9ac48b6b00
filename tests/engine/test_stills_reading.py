"""Every kind of file becomes the picture it shows."""

import numpy as np
import pytest
from PIL import Image
from PIL.Image import Transpose

from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.engine.media import stills
from tests.engine.files import (
    CORNERS,
    SIDES,
    corners_of,
    every_kind,
    exif,
    file_of,
    four_corners,
    gradient,
    lab,
    png_of_deep_grey,
    profile_of_red_cyan,
    srgb,
)

LOSSY = 14
UPRIGHT = np.asarray(four_corners())
# How a camera stores an upright picture under each orientation: what undoes the turn it asks for.
AS_STORED = {
    1: None,
    2: Transpose.FLIP_LEFT_RIGHT,
    3: Transpose.ROTATE_180,
    4: Transpose.FLIP_TOP_BOTTOM,
    5: Transpose.TRANSPOSE,
    6: Transpose.ROTATE_90,
    7: Transpose.TRANSVERSE,
    8: Transpose.ROTATE_270,
}
EXACT = {
    "PNG": {},
    "BMP": {},
    "TIFF": {},
    "TIFF packed": {"compression": "tiff_lzw"},
    "WEBP": {"lossless": True},
}


def decode(data, **limits):
    return stills.decode(NamedBytes("me.jpg", data), PictureLimits(**limits))


def apart(pixels, other):
    return np.abs(pixels.astype(int) - np.asarray(other).astype(int)).max()


@pytest.mark.parametrize("name", every_kind())
def test_every_kind_is_read_as_rgb(name):
    still = decode(every_kind()[name])

    assert still.pixels.dtype == np.uint8
    assert still.pixels.ndim == 3
    assert still.pixels.shape[2] == 3
    assert {still.width, still.height} == set(SIDES)


@pytest.mark.parametrize("kind", EXACT)
def test_what_was_stored_exactly_is_read_exactly(kind):
    still = decode(file_of(gradient(), kind.split()[0], **EXACT[kind]))

    assert still.is_lossless
    assert np.array_equal(still.pixels, np.asarray(gradient()))


@pytest.mark.parametrize("kind", ["JPEG", "WEBP", "AVIF"])
def test_what_was_stored_nearly_is_read_nearly(kind):
    still = decode(file_of(gradient(), kind, quality=92))

    assert not still.is_lossless
    assert apart(still.pixels, gradient()) <= LOSSY


@pytest.mark.parametrize("orientation", AS_STORED)
@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "TIFF"])
def test_a_picture_comes_out_upright(kind, orientation):
    turn = AS_STORED[orientation]
    stored = four_corners() if turn is None else four_corners().transpose(turn)

    still = decode(file_of(stored, kind, exif=exif(orientation), quality=95))

    assert (still.width, still.height) == SIDES
    for corner, colour in corners_of(still.pixels).items():
        assert apart(np.array(colour), CORNERS[corner]) <= LOSSY


def test_damage_to_the_rest_of_the_exif_is_no_harm():
    # The orientation is kept, the maker's name points beyond the end of the file.
    whole = Image.Exif()
    whole[0x010F] = "a maker of cameras"
    whole[0x0112] = 3
    data = bytearray(file_of(four_corners().transpose(Transpose.ROTATE_180), "JPEG", exif=whole))
    entry = data.index(b"\x01\x0f\x00\x02")
    data[entry : entry + 4] = b"\x01\x0f\x00\x0b"

    assert corners_of(decode(bytes(data)).pixels)["top left"][0] > 180


def test_alpha_is_kept():
    image = four_corners().convert("RGBA")
    alpha = np.linspace(0, 255, SIDES[0]).astype(np.uint8)[None].repeat(SIDES[1], 0)
    image.putalpha(Image.fromarray(alpha))

    for kind, settings in (("PNG", {}), ("WEBP", {"lossless": True, "exact": True}), ("TIFF", {})):
        still = decode(file_of(image, kind, **settings))
        assert np.array_equal(still.alpha, alpha)
        assert np.array_equal(still.pixels, UPRIGHT)


def test_alpha_turns_with_the_picture():
    image = four_corners().convert("RGBA")
    alpha = np.zeros((SIDES[1], SIDES[0]), np.uint8)
    alpha[:10, :10] = 200
    image.putalpha(Image.fromarray(alpha))

    still = decode(file_of(image, "PNG", exif=exif(3)))

    assert np.array_equal(still.alpha, alpha[::-1, ::-1])


def test_alpha_that_hides_nothing_is_dropped():
    assert decode(file_of(four_corners().convert("RGBA"), "PNG")).alpha is None


def test_a_palette_with_a_transparent_colour_has_alpha():
    image = four_corners().quantize(16)
    hidden = image.getpixel((0, 0))

    still = decode(file_of(image, "PNG", transparency=hidden))

    assert still.alpha[0, 0] == 0
    assert still.alpha[-1, -1] == 255


@pytest.mark.parametrize(
    ("kind", "settings"),
    [("JPEG", {"quality": 95}), ("PNG", {}), ("WEBP", {}), ("AVIF", {}), ("TIFF", {})],
)
def test_the_colour_profile_is_kept(kind, settings):
    profile = srgb()

    assert decode(file_of(gradient(), kind, icc_profile=profile, **settings)).icc == profile


def test_the_profile_of_a_palette_picture_is_kept():
    profile = srgb()

    assert decode(file_of(gradient().quantize(8), "PNG", icc_profile=profile)).icc == profile


@pytest.mark.parametrize("mode", ["L", "CMYK"])
def test_the_profile_of_other_colours_is_not_given_to_rgb(mode):
    data = file_of(gradient().convert(mode), "TIFF", icc_profile=srgb())

    assert decode(data).icc is None


def test_deep_grey_keeps_its_steps():
    steps = np.linspace(0, 65535, 64).astype(np.uint16)[None].repeat(48, 0)

    still = decode(png_of_deep_grey(steps))

    assert np.abs(still.pixels[0, :, 0] - steps[0] / 257).max() <= 1
    assert (still.pixels == still.pixels[..., :1]).all()


def test_deep_grey_larger_than_one_strip_is_whole():
    rows = np.linspace(0, 65535, stills.STRIP_ROWS * 2 + 7).astype(np.uint16)

    still = decode(png_of_deep_grey(rows[:, None].repeat(40, 1)))

    assert np.abs(still.pixels[:, 0, 0] - rows / 257).max() <= 1


def test_floats_that_are_no_numbers_are_read():
    values = np.linspace(-1, 2, 64, dtype=np.float32)[None].repeat(48, 0).copy()
    values[0, 0], values[0, 1] = np.nan, np.inf

    assert decode(file_of(Image.fromarray(values), "TIFF")).pixels.shape == (48, 64, 3)


def test_one_bit_is_black_and_white():
    still = decode(file_of(gradient().convert("1"), "PNG"))

    assert set(np.unique(still.pixels)) == {0, 255}


def test_inks_without_a_profile_have_their_plain_colours():
    still = decode(file_of(four_corners().convert("CMYK"), "TIFF"))

    assert apart(still.pixels, UPRIGHT) <= 2


@pytest.mark.parametrize("kind", ["JPEG", "TIFF"])
def test_inks_are_seen_through_their_profile(kind):
    cyan = Image.new("CMYK", SIDES, (255, 0, 0, 0))
    plain = decode(file_of(cyan, kind))
    through = decode(file_of(cyan, kind, icc_profile=profile_of_red_cyan()))

    red, green, blue = (int(level) for level in through.pixels[20, 20])
    assert tuple(plain.pixels[20, 20]) == pytest.approx((0, 255, 255), abs=LOSSY)
    assert red > max(green, blue) + 60
    assert through.icc is None


def test_a_profile_that_is_not_for_inks_is_passed_over():
    data = file_of(four_corners().convert("CMYK"), "JPEG", quality=95, icc_profile=srgb())

    assert corners_of(decode(data).pixels)["bottom left"][2] > 150


def test_lab_is_read_as_the_colours_it_means():
    assert apart(decode(file_of(lab(gradient()), "TIFF")).pixels, gradient()) <= 40


def test_the_first_view_of_a_stereo_picture_is_taken():
    views = [four_corners(), Image.new("RGB", SIDES, "white")]
    data = file_of(views[0], "MPO", save_all=True, append_images=views[1:], quality=95)

    still = decode(data)

    assert still.kind == "JPEG"
    assert corners_of(still.pixels)["top left"][1] < 100


def test_the_first_page_of_several_is_taken():
    pages = [four_corners(), Image.new("RGB", SIDES, "white")]
    data = file_of(pages[0], "TIFF", save_all=True, append_images=pages[1:])

    assert np.array_equal(decode(data).pixels, UPRIGHT)


def test_a_gif_that_does_not_move_is_a_picture():
    still = decode(file_of(four_corners().quantize(8), "GIF"))

    assert corners_of(still.pixels)["top left"][0] > 180
    assert still.is_lossless
