"""Pictures are written in a kind like their own, exactly where they came exactly, and fit."""

import io

import numpy as np
import pytest
from PIL import Image

from faceswap.domain.errors import ResultTooLarge
from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.engine.media import stills
from tests.engine.files import exif, file_of, four_corners, gradient, noise, srgb

PLENTY = 10_000_000
# What a file is read as -> what it is written as, and whether that is exact.
WRITTEN = {
    "JPEG": ("image/jpeg", "JPEG", False),
    "PNG": ("image/png", "PNG", True),
    "BMP": ("image/png", "PNG", True),
    "GIF": ("image/png", "PNG", True),
    "TIFF": ("image/png", "PNG", True),
    "WEBP": ("image/webp", "WEBP", False),
    "lossless WEBP": ("image/webp", "WEBP", True),
    "AVIF": ("image/jpeg", "JPEG", False),
}


def still_of(image, kind="PNG", **settings):
    return stills.decode(NamedBytes("me", file_of(image, kind, **settings)), PictureLimits())


def opened(encoded):
    image = Image.open(io.BytesIO(encoded.data))
    image.load()
    return image


@pytest.mark.parametrize("read", WRITTEN)
def test_a_result_is_of_the_targets_kind(read):
    media_type, kind, is_exact = WRITTEN[read]
    settings = {"lossless": True} if read == "lossless WEBP" else {}
    image = gradient().quantize(64) if read == "GIF" else gradient()
    still = still_of(image, read.split()[-1], **settings)

    encoded, was_reduced = stills.encode(still, PLENTY)

    result = opened(encoded)
    apart = np.abs(np.asarray(result.convert("RGB")).astype(int) - still.pixels).max()
    assert (encoded.media_type, result.format) == (media_type, kind)
    assert (encoded.width, encoded.height) == result.size == (still.width, still.height)
    assert not was_reduced
    assert apart == 0 if is_exact else 0 < apart < 20


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "TIFF"])
def test_alpha_comes_out_as_it_went_in(kind):
    image = gradient().convert("RGBA")
    image.putalpha(gradient().getchannel("R"))
    settings = {"lossless": True, "exact": True} if kind == "WEBP" else {}
    still = still_of(image, kind, **settings)

    result = opened(stills.encode(still, PLENTY)[0])

    # Also what cannot be seen is as it was.
    assert np.array_equal(np.asarray(result), np.asarray(image))


def test_a_lossy_picture_with_alpha_stays_one():
    image = gradient().convert("RGBA")
    image.putalpha(gradient().getchannel("G"))

    webp, avif = (still_of(image, kind, quality=90) for kind in ("WEBP", "AVIF"))

    assert opened(stills.encode(webp, PLENTY)[0]).mode == "RGBA"
    assert opened(stills.encode(avif, PLENTY)[0]).mode == "RGBA"


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_colour_profile_goes_with_the_picture(kind):
    still = still_of(gradient(), kind, icc_profile=srgb())

    assert opened(stills.encode(still, PLENTY)[0]).info["icc_profile"] == srgb()
    assert opened(stills.encode(still, 1500)[0]).info["icc_profile"] == srgb()
    assert opened(stills.preview(still.pixels, still.icc)).info["icc_profile"] == srgb()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_nothing_else_of_the_metadata_goes_with_it(kind):
    whole = exif(6)
    whole[0x010F] = "a maker of cameras"
    still = still_of(gradient(), kind, exif=whole)

    result = stills.encode(still, PLENTY)[0]

    assert b"maker" not in result.data
    assert not opened(result).getexif()


@pytest.mark.parametrize("subsampling", [0, 1, 2])
def test_a_jpeg_keeps_its_chroma_subsampling(subsampling):
    still = still_of(gradient(), "JPEG", subsampling=subsampling)

    assert still_of_bytes(stills.encode(still, PLENTY)[0].data).subsampling == subsampling


def still_of_bytes(data):
    return stills.decode(NamedBytes("me", data), PictureLimits())


@pytest.mark.parametrize(("kind", "settings"), [("JPEG", {"quality": 100}), ("PNG", {})])
def test_what_is_too_large_is_reduced_until_it_fits(kind, settings):
    still = still_of(noise(400, 300), kind, **settings)
    whole = len(stills.encode(still, PLENTY)[0].data)
    sizes = []
    for most in (whole, whole - 1, whole // 3, whole // 8):
        encoded, was_reduced = stills.encode(still, most)
        assert len(encoded.data) <= most
        assert was_reduced == (most < whole)
        assert encoded.media_type == "image/jpeg" or not was_reduced
        assert opened(encoded).size == (encoded.width, encoded.height)
        sizes.append(encoded.width)
    # Quality goes first, size only then.
    assert sizes[:2] == [400, 400]
    assert sizes[-1] < 400


def test_what_fits_in_no_way_is_refused_with_both_sizes():
    still = still_of(noise(400, 300))
    whole = len(stills.encode(still, PLENTY)[0].data)

    with pytest.raises(ResultTooLarge) as refused:
        stills.encode(still, 2000)

    assert (refused.value.size, refused.value.limit) == (whole, 2000)


def test_a_reduced_picture_shows_white_where_it_was_clear():
    image = noise(200, 100).convert("RGBA")
    alpha = np.full((100, 200), 255, np.uint8)
    alpha[:, :100] = 0
    image.putalpha(Image.fromarray(alpha))

    encoded, was_reduced = stills.encode(still_of(image), 30_000)

    assert was_reduced
    assert np.asarray(opened(encoded))[10:90, 10:90].min() > 225


def test_a_picture_wider_than_a_jpeg_can_be_is_scaled_to_fit():
    still = still_of(noise(66_000, 32))

    encoded, was_reduced = stills.encode(still, 3_000_000)

    assert was_reduced
    assert opened(encoded).size[0] == 65_000


@pytest.mark.parametrize(
    ("size", "expected"),
    [((2048, 1024), (1024, 512)), ((300, 200), (300, 200)), ((40, 3000), (14, 1024))],
)
def test_a_preview_is_small_and_keeps_its_proportions(size, expected):
    preview = stills.preview(np.asarray(four_corners(*size)))

    assert preview.media_type == "image/jpeg"
    assert (preview.width, preview.height) == opened(preview).size == expected


def test_what_is_shown_of_a_transparent_picture_stands_on_grey():
    image = Image.new("RGBA", (64, 48), (255, 0, 0, 0))
    image.paste((0, 255, 0, 255), (16, 0, 32, 48))
    image.paste((255, 255, 255, 128), (32, 0, 48, 48))

    shown = still_of(image).shown

    assert shown[5, [5, 20, 40]].tolist() == [[128] * 3, [0, 255, 0], [192] * 3]


def test_what_is_shown_of_an_opaque_picture_is_the_picture():
    still = still_of(gradient())
    assert still.shown is still.pixels
