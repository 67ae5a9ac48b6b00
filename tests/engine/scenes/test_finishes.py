import numpy as np
import pytest

from faceswap.engine.scenes.finishes import Work, finished
from faceswap.engine.scenes.scene import Finish

SIDE = 256


def work(*, is_grey: bool = False) -> Work:
    """Return a warm disc before a dark wall."""
    y, x = np.mgrid[:SIDE, :SIDE] - SIDE / 2
    disc = np.hypot(x, y) < SIDE / 4
    picture = np.where(disc[..., None], (200.0, 140.0, 110.0), (40.0, 50.0, 90.0))
    return Work(picture.astype(np.float32), disc.astype(np.uint8) * 255, is_grey)


@pytest.mark.parametrize("finish", Finish)
def test_what_is_light_stays_lighter_than_what_is_dark(finish: Finish):
    done = finished(work(), finish, 1)
    assert done.shape == (SIDE, SIDE, 3)
    assert done.dtype == np.uint8
    assert done[118:138, 118:138].mean() > done[10:30, 118:138].mean() + 60


@pytest.mark.parametrize("finish", [Finish.PHOTO, Finish.FILM, Finish.OIL])
def test_grain_and_strokes_are_of_the_seed(finish: Finish):
    first, second, other = (finished(work(), finish, seed) for seed in (1, 1, 2))
    assert np.array_equal(first, second)
    assert not np.array_equal(first, other)


def test_a_film_of_grey_artwork_is_black_and_white():
    colours = finished(work(), Finish.FILM, 1).astype(int)
    grey = finished(work(is_grey=True), Finish.FILM, 1).astype(int)
    assert np.ptp(colours, axis=2).mean() > 30
    assert np.ptp(grey, axis=2).max() < 20


def test_paint_has_strokes_where_the_picture_is_plain():
    done = finished(work(), Finish.OIL, 1)
    assert done[100:150, 100:150].std(axis=(0, 1)).mean() > 2


def test_a_comic_has_ink_about_the_figure():
    done = finished(work(), Finish.COMIC, 1).mean(axis=2)
    assert done[SIDE // 2, 60:70].min() < 30


def test_what_fades_out_has_no_ink_of_its_own():
    haze = work()
    faded = Work(haze.picture, np.full((SIDE, SIDE), 60, np.uint8))
    assert finished(faded, Finish.COMIC, 1)[118:138, 118:138].min() > 60
