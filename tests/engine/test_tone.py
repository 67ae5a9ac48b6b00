"""How the target's light is taken over, on a disc of plain skin."""

import numpy as np
import pytest

from faceswap.engine.mesh import light, tone
from faceswap.engine.mesh.detail import Showing
from tests.engine import pictures

SIDE = 176
ROWS, COLUMNS = np.mgrid[0:SIDE, 0:SIDE].astype(np.float32) - SIDE / 2
FROM_MIDDLE = np.hypot(ROWS, COLUMNS)
# A face of 120 cells across, whose seam is four cells wide.
ALPHA = np.clip((60 - FROM_MIDDLE) / 4, 0, 1).astype(np.float32)
SEAM = (ALPHA > 0.3) & (ALPHA < 0.7)
MIDDLE = FROM_MIDDLE < 20
BARE = np.zeros((SIDE, SIDE, 3), np.float32)
TAN = np.array([1.25, 0.95, 0.6], np.float32)


def skin(brightness, hue=TAN):
    """Return even skin of a hue whose brightness is as told, (176, 176, 3)."""
    hue = np.asarray(hue, np.float32) / float(np.asarray(hue, np.float32) @ light.LUMA)
    return np.broadcast_to(np.float32(brightness) * hue, (SIDE, SIDE, 3)).astype(np.float32)


def tone_of(pixels):
    luma = pixels @ light.LUMA
    plain = Showing(np.zeros(3, np.float32), 255.0, 1.0)
    return tone.Tone(luma, pixels / luma[..., None], plain)


def apart(mended, pixels, where):
    return np.abs(mended.show(BARE) - pixels)[where].mean()


@pytest.mark.parametrize("brightness", [90, 112])
def test_a_difference_at_the_seam_is_gone_there_and_not_in_the_middle(brightness):
    target = skin(100)

    mended = tone.match_seam(tone_of(skin(brightness)), BARE, target, ALPHA)

    assert apart(mended, target, SEAM) < 2
    assert apart(mended, skin(brightness), MIDDLE) < 2


def test_a_difference_of_hue_is_gone_at_the_seam_too():
    target = skin(150, (1.1, 0.95, 0.9))

    mended = tone.match_seam(tone_of(skin(150, (1.2, 0.95, 0.75))), BARE, target, ALPHA)

    assert apart(mended, target, SEAM) < 2


def test_the_seam_follows_light_that_changes_round_the_face():
    target = skin(150) * (1 + COLUMNS[..., None] / SIDE * 0.2)

    mended = tone.match_seam(tone_of(skin(150)), BARE, target, ALPHA)

    assert apart(mended, target, SEAM) < 3


def test_what_stands_at_the_seam_is_not_taken_for_light():
    # Black hair hangs over the upper half.
    target = skin(160).copy()
    target[: SIDE // 2] = 20

    mended = tone.match_seam(tone_of(skin(160)), BARE, target, ALPHA)

    assert apart(mended, skin(160), ALPHA > 0) < 5


@pytest.mark.parametrize("brightness", [85, 115])
def test_the_whole_face_gets_the_brightness_and_hue_of_the_targets_skin(brightness):
    target = skin(100, (1.2, 0.95, 0.75))

    mended = tone.match_skin(tone_of(skin(brightness)), BARE, target, ALPHA)

    assert apart(mended, target, ALPHA > 0.5) < 3


def test_without_skin_to_go_by_the_light_is_left_alone():
    before = tone_of(skin(100))

    mended = tone.match_skin(before, BARE, skin(140), np.zeros_like(ALPHA))

    assert (mended.luma == before.luma).all()


def test_fitted_light_is_that_of_the_skin_not_of_a_beard():
    # Lit from one side, with a lower half in a dark beard.
    side = light.SIDE
    columns = np.linspace(-1, 1, side, dtype=np.float32)
    lit = np.broadcast_to((150 + 40 * columns)[None, :, None], (side, side, 3))
    bearded = pictures.levels(lit * np.array([1.0, 0.8, 0.65])).astype(np.float32)
    bare = bearded.copy()
    bearded[round(side * 0.72) :] *= 0.3
    seen = np.ones((side, side), np.float32)

    found = light.fit_light(bearded, seen, 0.1, 0.06)

    upper = (slice(round(side * 0.35), round(side * 0.6)), slice(10, -10))
    assert np.abs(found.shade - bare)[upper].mean() < 8
    assert found.trust[round(side * 0.8) :, 20:-20].mean() < 0.3
    assert found.trust[upper].mean() > 0.6
