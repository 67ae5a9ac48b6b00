"""What is no still picture of a sensible size is refused by name, before it costs anything."""

import pytest

from faceswap.domain.errors import (
    AnimatedPicture,
    BrokenPicture,
    FileTooLarge,
    NotAPicture,
    PictureTooSmall,
    TooManyPixels,
    UnsupportedPicture,
)
from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.engine.media import stills
from tests.engine.files import (
    SIDES,
    animation,
    box_file,
    every_kind,
    file_of,
    gradient,
    png_that_claims,
)

LIMITS = PictureLimits()
JPEG = file_of(gradient(200, 160), "JPEG")
WIDTH, HEIGHT = SIDES

REFUSED = {
    "nothing": (b"", NotAPicture),
    "one byte": (b"\xff", NotAPicture),
    "zeros": (b"\0" * 5000, NotAPicture),
    "a text": (b"Dear Sir, please find attached", NotAPicture),
    "a web page": (b"<!doctype html><html>" + b" " * 200, NotAPicture),
    "a program": (b"\x7fELF" + b"\0" * 200, NotAPicture),
    "an archive": (b"PK\x03\x04" + b"\0" * 200, NotAPicture),
    "a sound": (b"ID3\x04" + b"\0" * 200, NotAPicture),
    "only the start of a jpeg": (b"\xff\xd8\xff\xe0", BrokenPicture),
    "only the start of a png": (b"\x89PNG\r\n\x1a\n", BrokenPicture),
    "only the start of a gif": (b"GIF89a", BrokenPicture),
    "only the start of a webp": (b"RIFF\0\0\0\0WEBP", BrokenPicture),
    "half a jpeg": (JPEG[: len(JPEG) // 2], BrokenPicture),
    "a jpeg without its end": (JPEG[:-400], BrokenPicture),
    "a bomb": (png_that_claims(100_000, 100_000), TooManyPixels),
    "61 megapixels": (png_that_claims(10_000, 6_100), TooManyPixels),
    "60 megapixels cut short": (png_that_claims(10_000, 6_000), BrokenPicture),
    "a moving gif": (animation("GIF"), AnimatedPicture),
    "a moving png": (animation("PNG"), AnimatedPicture),
    "a moving webp": (animation("WEBP"), AnimatedPicture),
    "a moving avif": (animation("AVIF"), AnimatedPicture),
    "an mp4": (box_file(b"isom", b"iso2", b"avc1", b"mp41"), AnimatedPicture),
    "a quicktime film": (box_file(b"qt  "), AnimatedPicture),
    "a webm": (b"\x1aE\xdf\xa3" + b"\0" * 200, AnimatedPicture),
    "an avi": (b"RIFF\0\0\0\0AVI LIST" + b"\0" * 200, AnimatedPicture),
    "a flash film": (b"FLV\x01" + b"\0" * 200, AnimatedPicture),
    "a windows film": (b"0&\xb2u\x8ef\xcf\x11" + b"\0" * 200, AnimatedPicture),
    "a heic": (box_file(b"heic", b"mif1", b"heic"), UnsupportedPicture),
    "a heif": (box_file(b"mif1", b"heix"), UnsupportedPicture),
    "a psd": (b"8BPS\0\x01" + b"\0" * 200, UnsupportedPicture),
    "a jpeg xl": (b"\xff\x0a" + b"\0" * 200, UnsupportedPicture),
    "a pdf": (b"%PDF-1.7" + b"\0" * 200, UnsupportedPicture),
    "an svg": (b"<svg xmlns='http://www.w3.org/2000/svg'>", UnsupportedPicture),
    "a tiny picture": (file_of(gradient(31, 500), "PNG"), PictureTooSmall),
    "a tracking dot": (file_of(gradient(2, 2).crop((0, 0, 1, 1)), "GIF"), PictureTooSmall),
}


def decode(data, limits=LIMITS, name="beach party.png"):
    return stills.decode(NamedBytes(name, data), limits)


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_for_what_it_is_and_by_its_name(what):
    data, error = REFUSED[what]

    with pytest.raises(error) as refused:
        decode(data)

    assert type(refused.value) is error
    assert str(refused.value).startswith("beach party.png ")


@pytest.mark.parametrize(
    ("what", "kind"),
    [
        ("a heic", "HEIC"),
        ("a psd", "PSD"),
        ("a jpeg xl", "JPEG XL"),
        ("a pdf", "PDF"),
        ("an svg", "SVG"),
    ],
)
def test_a_kind_that_is_known_is_named(what, kind):
    with pytest.raises(UnsupportedPicture, match=f"of the kind {kind}"):
        decode(REFUSED[what][0])


def test_a_nameless_file_is_that_file():
    with pytest.raises(NotAPicture, match=r"^That file is not a picture"):
        decode(b"hello", name="")


@pytest.mark.parametrize("kind", every_kind())
def test_no_kind_is_read_from_its_first_half(kind):
    data = every_kind()[kind]

    with pytest.raises(BrokenPicture):
        decode(data[: len(data) // 2])


def test_too_many_pixels_are_told_with_the_limit():
    with pytest.raises(TooManyPixels, match="100000 x 90000 pixels and I take up to 60 megapix"):
        decode(png_that_claims(100_000, 90_000))


def test_the_pixel_limit_is_the_last_that_passes():
    data = file_of(gradient(), "PNG")

    decode(data, PictureLimits(most_pixels=WIDTH * HEIGHT))
    with pytest.raises(TooManyPixels) as refused:
        decode(data, PictureLimits(most_pixels=WIDTH * HEIGHT - 1))
    assert (refused.value.width, refused.value.height) == SIDES


def test_the_byte_limit_is_the_last_that_passes():
    data = file_of(gradient(), "PNG")

    decode(data, PictureLimits(most_bytes=len(data)))
    with pytest.raises(FileTooLarge) as refused:
        decode(data, PictureLimits(most_bytes=len(data) - 1))
    assert (refused.value.size, refused.value.limit) == (len(data), len(data) - 1)


def test_the_least_side_is_the_last_that_passes():
    data = file_of(gradient(), "PNG")

    decode(data, PictureLimits(least_side=HEIGHT))
    with pytest.raises(PictureTooSmall):
        decode(data, PictureLimits(least_side=HEIGHT + 1))


def test_sizes_are_told_before_movement():
    with pytest.raises(TooManyPixels):
        decode(png_that_claims(100_000, 100_000, frames=9))
