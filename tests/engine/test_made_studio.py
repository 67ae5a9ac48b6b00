"""Portraits and places as whole files: their kind, their colours, and how large they may be."""

import io
from contextlib import closing
from dataclasses import replace

import numpy as np
import pytest
from PIL import Image, ImageCms

from faceswap.domain.errors import MakerDown, MarkUnwritable
from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.domain.wording import Frame
from faceswap.engine.media import stills
from faceswap.engine.media.scaling import covering
from faceswap.engine.media.stills import Still
from faceswap.engine.studio import Studio
from tests.engine.files import CORNERS, corners_of, file_of, four_corners
from tests.sidecar.engine import FakeEngine, place, png, portrait
from tests.sidecar.makers import FakeMaker, makers


@pytest.fixture(scope="module")
def studio():
    with closing(studio_of(FakeMaker())) as opened:
        yield opened


def studio_of(maker):
    engine = FakeEngine()
    return Studio(engine, PictureLimits(), makers=makers(maker, engine))


def opened(encoded):
    return Image.open(io.BytesIO(encoded.data))


def picture(faces=1, size=(64, 64), level=90):
    """Return a picture that shows so many faces to the fake engine."""
    pixels = np.full((size[1], size[0], 3), level, np.uint8)
    pixels[0, 0, 0] = faces
    return Image.fromarray(pixels)


@pytest.mark.parametrize("frame", Frame)
def test_a_portrait_has_the_form_that_was_asked_for(studio, frame):
    made = studio.portrait(replace(portrait(), frame=frame))
    assert (made.result.width, made.result.height) == frame.sides
    assert opened(made.result).size == frame.sides


def test_the_same_seed_makes_the_same_file(studio):
    one, same, other = (studio.portrait(portrait(seed=seed)) for seed in (7, 7, 8))
    assert one == same
    assert one.result != other.result


def test_a_portrait_that_is_too_large_is_made_smaller(studio):
    whole = studio.portrait(portrait())
    most = len(whole.result.data) - 1
    made = studio.portrait(replace(portrait(), most_bytes=most))
    assert (whole.was_reduced, made.was_reduced) == (False, True)
    assert len(made.result.data) <= most


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [("PNG", "image/png"), ("JPEG", "image/jpeg"), ("WEBP", "image/webp"), ("BMP", "image/png")],
)
def test_a_place_comes_back_in_the_kind_of_its_picture(studio, kind, media_type):
    # A JPEG's first pixel is about as red as it was painted.
    file = file_of(picture(), kind, quality=100)
    made = studio.place(place(NamedBytes("me", file)))
    assert made.result.media_type == media_type


def test_colours_of_another_profile_become_those_of_a_screen(studio):
    red = picture()
    red.paste((200, 20, 20), (1, 1, 64, 64))
    file = file_of(red, "PNG", icc_profile=red_for_blue())

    made = studio.place(place(NamedBytes("", file), NamedBytes("", file)))

    for encoded in (made.result, made.before):
        assert "icc_profile" not in opened(encoded).info
        seen = np.asarray(opened(encoded).convert("RGB"), int)[-1, -1]
        assert abs(seen - (20, 20, 200)).max() < 8


def test_a_useless_profile_is_left_away():
    still = Still(np.zeros((8, 8, 3), np.uint8), "PNG", is_lossless=True, icc=b"no profile")
    plain = stills.in_srgb(still)
    assert plain.icc is None
    assert plain.pixels is still.pixels


def test_nobody_sees_what_transparency_hid(studio):
    hidden = picture().convert("RGBA")
    hidden.putalpha(0)
    made = studio.place(place(NamedBytes("", file_of(hidden, "PNG"))), None)
    assert opened(made.result).mode == "RGB"


def test_a_background_covers_the_picture_and_its_middle_is_shown(studio):
    wide = NamedBytes("wide.png", file_of(four_corners(400, 100), "PNG"))
    target = NamedBytes("", file_of(picture(size=(100, 200)), "PNG"))
    made = studio.place(place(target, wide))
    assert opened(made.result).size == (100, 200)
    seen = np.asarray(opened(made.result).convert("RGB"))
    # A quarter of its width is left, of which the face hides the upper left.
    assert seen[195, 5].tolist() == list(CORNERS["bottom left"])
    assert seen[195, 95].tolist() == list(CORNERS["bottom right"])
    assert seen[5, 95].tolist() == list(CORNERS["top right"])


@pytest.mark.parametrize("sides", [(64, 48), (32, 24), (640, 480), (200, 10), (10, 200), (1, 1)])
def test_what_covers_has_the_sides_that_are_asked_for(sides):
    pixels = np.asarray(four_corners())
    covered = covering(pixels, *sides)
    assert covered.shape == (sides[1], sides[0], 3)
    if sides == (640, 480):
        assert corners_of(covered) == CORNERS


def test_a_mark_that_cannot_be_drawn_is_refused_before_anything_is_made():
    maker = FakeMaker()
    with closing(studio_of(maker)) as studio:
        for work, given in ((studio.portrait, portrait()), (studio.place, place())):
            with pytest.raises(MarkUnwritable):
                work(replace(given, mark="של"))
    assert (maker.wanted, maker.wordings) == ([], [])


def test_a_studio_without_makers_makes_nothing():
    with closing(Studio(FakeEngine(), PictureLimits())) as studio:
        with pytest.raises(MakerDown):
            studio.portrait(portrait())
        with pytest.raises(MakerDown):
            studio.place(place(png()))


def red_for_blue() -> bytes:
    """Return the profile of a screen whose red is sRGB's blue."""
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    marks = {b"rXYZ": b"bXYZ", b"bXYZ": b"rXYZ"}
    table = profile[132 : 132 + 12 * int.from_bytes(profile[128:132], "big")]
    rows = [table[at : at + 12] for at in range(0, len(table), 12)]
    swapped = b"".join(marks.get(row[:4], row[:4]) + row[4:] for row in rows)
    return profile[:132] + swapped + profile[132 + len(table) :]
