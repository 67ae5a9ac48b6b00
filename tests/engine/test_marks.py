"""The visible mark: where it lies, that it can be read, and that nothing else changes."""

import io
from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import Image

from faceswap.domain.errors import MarkUnwritable
from faceswap.domain.mark import WRITABLE
from faceswap.engine.media import marks
from faceswap.engine.media.clips import Matrix
from faceswap.engine.media.frames import RgbaCanvas, YuvCanvas
from faceswap.engine.media.stills import Still
from tests.engine import pictures

TEXT = "Face swap · 顔交換"
SIDES = [(640, 360), (361, 641), (33, 500), (32, 32), (1920, 1080)]


def filled(width, height, level):
    return Still(np.full((height, width, 3), level, np.uint8), "PNG", is_lossless=True)


def drawn(text, width=640, height=360, level=0):
    """Return a grey picture with a mark, (height, width)."""
    return marks.marked(filled(width, height, level), text).pixels[..., 0].astype(int)


def box_of(mask):
    rows, columns = (np.flatnonzero(mask.any(axis=axis)) for axis in (1, 0))
    return columns[0], rows[0], columns[-1] + 1, rows[-1] + 1


def test_all_that_may_be_written_has_a_shape_of_its_own():
    font = cv2.FontFace(marks.FONT)

    def shape(character):
        room = np.zeros((28, 60, 3), np.uint8)
        cv2.putText(room, character, (10, 22), (255,) * 3, font, 16, marks.WEIGHT)
        return room.tobytes()

    # What it has no shape for, the font shows as a question mark or not at all.
    missing = {shape("?"), bytes(28 * 60 * 3)}
    writable = [chr(at) for at in range(0x21, 0x10000) if WRITABLE.match(chr(at))]
    assert len(writable) > 30_000
    assert [each for each in writable if each != "?" and shape(each) in missing] == []


@pytest.mark.parametrize(("width", "height"), SIDES)
@pytest.mark.parametrize("text", ["i", TEXT, "顔" * 40], ids=["short", "usual", "long"])
def test_a_mark_lies_in_the_lower_right_corner(text, width, height):
    left, top, right, bottom = box_of(drawn(text, width, height) > 0)

    margin = max(12, min(width, height) / 40) / 2
    assert margin <= width - right <= margin * 1.4 + 2
    assert margin <= height - bottom <= margin * 1.4 + 2
    assert left > 0
    assert top > height / 3


def test_letters_are_a_fortieth_of_the_shorter_side_high_and_never_tiny():
    tall = {}
    for height in (100, 480, 2000):
        _, top, _, bottom = box_of(drawn("H", height * 2, height) > 128)
        tall[height] = bottom - top
    assert tall == {100: tall[480], 480: tall[480], 2000: pytest.approx(2000 / 40 * 0.7, abs=2)}
    assert tall[480] >= 8


@pytest.mark.parametrize("level", [0, 60, 128, 200, 255])
def test_a_mark_can_be_read_on_any_ground(level):
    picture = drawn(TEXT, level=level)

    # Light letters, and between them and the ground something dark.
    assert picture.max() == 255
    assert picture.min() <= level * 0.3
    letters = picture > 0.9 * 255
    if level < 200:
        assert 100 < letters.sum() < 3000


def test_nothing_but_the_corner_changes_in_a_picture():
    before = np.random.default_rng(1).integers(0, 255, (480, 640, 3)).astype(np.uint8)
    after = marks.marked(Still(before, "PNG", is_lossless=True), TEXT).pixels

    left, top, _, _ = box_of((after != before).any(axis=2))
    assert left > 400
    assert top > 440


def test_a_mark_shows_where_a_picture_can_be_seen_through():
    clear = Still(
        np.full((200, 300, 3), 7, np.uint8), "PNG", True, alpha=np.zeros((200, 300), np.uint8)
    )

    made = marks.marked(clear, TEXT)

    left, top, *_ = box_of(made.alpha > 0)
    assert made.alpha.max() == 255
    assert made.pixels[made.alpha == 255].max() == 255
    assert (made.pixels[:top] == 7).all()
    assert (made.pixels[:, :left] == 7).all()


@pytest.mark.parametrize("is_full_range", [True, False])
def test_a_mark_on_planes_looks_as_it_does_on_a_picture(is_full_range):
    black, white = (0, 255) if is_full_range else (16, 235)
    luma = np.full((360, 640), round(black + (white - black) * 0.4), np.uint8)
    red, blue = (np.full((180, 320), level, np.uint8) for level in (90, 170))
    canvas = YuvCanvas((luma, blue, red), Matrix.BT709, is_full_range=is_full_range)

    canvas.put(marks.stamp(TEXT, 640, 360))

    shown = (luma.astype(float) - black) / (white - black) * 255
    assert np.abs(shown - drawn(TEXT, level=102)).max() < 2
    # Where the letters are, colour is gone; elsewhere it is exactly what it was.
    inside = luma[::2, ::2] > white - 3
    assert np.abs(red[inside].astype(int) - 128).mean() < 12
    left, top, *_ = box_of(red != 90)
    assert (left, top) > (160, 160)
    assert (blue[:top] == 170).all()


def test_a_mark_on_an_animation_leaves_the_rest_as_it_is():
    before = np.random.default_rng(2).integers(0, 255, (120, 160, 4)).astype(np.uint8)
    after = before.copy()

    RgbaCanvas(after, has_alpha=True).put(marks.stamp("GIF", 160, 120))

    changed = (after != before).any(axis=2)
    left, top, *_ = box_of(changed)
    assert left > 110
    assert top > 90
    assert (after[..., 3] >= before[..., 3]).all()


# Through the studio


@pytest.fixture
def plain(order):
    stream = io.BytesIO()
    Image.fromarray(pictures.astronaut()).save(stream, "PNG")
    return order(stream.getvalue(), "four")


def opened(result):
    with Image.open(io.BytesIO(result.result.data)) as image:
        return np.asarray(image.convert("RGB"), np.int16)


def test_a_swapped_picture_carries_its_mark_and_is_else_the_same(studio, plain):
    without, with_mark = (
        opened(studio.swap(each)) for each in (plain, replace(plain, mark="Face swap"))
    )

    left, top, *_ = box_of((without != with_mark).any(axis=2))
    assert left > 400
    assert top > 480
    assert with_mark[top:, left:].max() == 255


def test_a_mark_of_spaces_is_none(studio, plain):
    made = [studio.swap(each).result.data for each in (plain, replace(plain, mark=" \n"))]

    assert made[0] == made[1]


def test_a_mark_that_cannot_be_drawn_is_refused(studio, plain):
    with pytest.raises(MarkUnwritable):
        studio.swap(replace(plain, mark="\N{GRINNING FACE}"))
