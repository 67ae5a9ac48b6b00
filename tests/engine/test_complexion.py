"""The colours of skin and hair are a person's own, whatever the light of the photo was."""

import json
from dataclasses import replace

import numpy as np
import pytest

from faceswap.domain.errors import IdUnreadable
from faceswap.engine.mesh import complexion, fusion, template
from faceswap.engine.mesh.light import LUMA
from tests.engine.test_template import joined, parts_of

WARM, COLD = np.array([1.12, 1.0, 0.8]), np.array([0.88, 1.0, 1.16])


def tinted(picture, light):
    return np.clip(picture * light, 0, 255).astype(np.uint8)


def skin_of(people, picture):
    return np.array(people.learnt(picture).skin)


def test_skin_is_much_the_same_in_warm_and_in_cold_light(people):
    photo = people.near("one").picture

    warm, cold = (skin_of(people, tinted(photo, light)) for light in (WARM, COLD))

    assert np.abs(warm - cold).max() < 45
    assert warm[0] > warm[1] > warm[2]
    assert cold[0] > cold[1] > cold[2]


def test_dark_skin_is_told_from_fair_skin(people):
    fair = people.near("one").picture
    dark = tinted(fair, np.array([0.5, 0.42, 0.38]))

    assert skin_of(people, dark) @ LUMA < skin_of(people, fair) @ LUMA - 50


def test_a_photo_in_grey_gives_skin_its_likely_colour(people):
    red, green, blue = people.source("grey man").skin

    assert red > green + 10 > blue + 20


def test_a_template_keeps_the_colour_of_the_skin(people):
    face = people.source("astronaut")

    assert template.load(template.dump(face)).skin == pytest.approx(face.skin)


def test_a_template_that_does_not_know_the_skin_still_opens_and_has_a_likely_one(people):
    face = replace(people.source("astronaut"), skin=None)

    read = template.load(template.dump(face))

    assert read.skin is None
    assert 90 < np.array(complexion.skin_colour(read)) @ LUMA < 200


@pytest.mark.parametrize("skin", ["red", 7, [1, 2], [1, 2, 300], [1, 2, -1], [1, 2, None]])
def test_a_template_whose_skin_is_no_colour_is_refused(people, skin):
    *rest, numbers = parts_of(template.dump(people.source("astronaut")))
    changed = json.dumps({**json.loads(numbers), "skin": skin}).encode()

    with pytest.raises(IdUnreadable):
        template.load(joined([*rest, changed]))


def test_a_mix_has_skin_between_both(people):
    one, other = people.source("one"), people.source("two")
    fair, dark = replace(one, skin=(240.0, 200.0, 180.0)), replace(other, skin=(80.0, 60.0, 40.0))

    assert fusion.mix([(fair, 0.5), (dark, 0.5)]).skin == pytest.approx((160, 130, 110))
    assert fusion.mix([(replace(fair, skin=None), 0.5), (dark, 0.5)]).skin == dark.skin


def test_dark_brows_tell_of_darker_hair(people):
    colours = {name: complexion.hair_colour(people.source(name)) for name in ("five", "six")}

    assert sum(colours["five"]) < sum(colours["six"])
