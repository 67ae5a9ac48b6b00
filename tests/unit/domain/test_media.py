import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceswap.domain.face import Box
from faceswap.domain.media import made_name


@pytest.mark.parametrize(
    ("name", "made"),
    [
        ("me.png", "me-swapped.jpg"),
        ("me at sea (1).JPEG", "me-at-sea-1-swapped.jpg"),
        ("Zoë & Ünal.webp", "Zoe-Unal-swapped.jpg"),
        ("写真.png", "picture-swapped.jpg"),
        ("", "picture-swapped.jpg"),
        (".png", "png-swapped.jpg"),
        ("2-party-swapped.png", "party-swapped.jpg"),
        ("party-swapped-swapped.png", "party-swapped.jpg"),
        ("x" * 40 + "-swapped.png", "x" * 40 + "-swapped.jpg"),
        ("10-me.png", "10-me-swapped.jpg"),
        ("swapped.png", "swapped-swapped.jpg"),
        ("../../etc/passwd", "picture-swapped.jpg"),
        ("x" * 99 + ".png", "x" * 40 + "-swapped.jpg"),
    ],
)
def test_what_we_make_is_named_after_what_it_was_made_of(name, made):
    assert made_name(name, "swapped", "image/jpeg") == made


@given(st.text())
def test_any_name_becomes_one_that_can_be_posted(name):
    assert re.fullmatch(r"[A-Za-z0-9_-]+-faces\.png", made_name(name, "faces", "image/png"))


@pytest.mark.parametrize(
    ("media_type", "made"),
    [
        ("image/gif", "me-swapped.gif"),
        ("image/apng", "me-swapped.png"),
        ("video/mp4", "me-swapped.mp4"),
        ("video/webm", "me-swapped.webm"),
    ],
)
def test_clips_have_endings_of_their_own(media_type, made):
    assert made_name("me.mov", "swapped", media_type) == made


def test_a_kind_nobody_knows_has_no_ending():
    assert made_name("me.png", "before", "image/odd") == "me-before"


def test_boxes_have_sides():
    box = Box(1.0, 2.0, 4.5, 10.0)
    assert (box.width, box.height) == (3.5, 8.0)
