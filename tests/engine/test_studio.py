"""Files in, files out: who goes where, what is refused and for which picture, what must fit."""

import io
from dataclasses import replace

import cv2
import numpy as np
import pytest
from PIL import Image

from faceswap.domain.errors import (
    FaceTooBlurred,
    FaceTooSmall,
    FaceTurnedAway,
    IdUnreadable,
    NoFace,
    ResultTooLarge,
    TooFewFaces,
)
from faceswap.domain.media import NamedBytes
from faceswap.ports import SwapOrder, WeightedTemplate
from tests.engine import measures, pictures
from tests.engine.files import file_of, gradient
from tests.engine.people import PLAIN, SIX


def png(picture, name="party.png"):
    return NamedBytes(name, file_of(Image.fromarray(picture), "PNG"))


def pixels_of(encoded):
    return np.array(Image.open(io.BytesIO(encoded.data)).convert("RGB"))


def touched(before, after, people):
    """Return the numbers of the faces of six that are not what they were."""
    change = measures.changed(before, after)
    return tuple(
        number
        for number, name in enumerate(SIX, 1)
        if change[measures.hull(people.of(name), -0.1)].any()
    )


# Who goes where


@pytest.mark.parametrize(
    ("cast", "swapped"),
    [
        (["_", "astronaut", "_", "four"], (2, 4)),
        (["astronaut", "_", "_", "_", "_", "grey man"], (1, 6)),
        (["_", "_", "astronaut+one"], (3,)),
        (["one", "two", "_", "_", "_", "_", "four", "five"], (1, 2)),
    ],
)
def test_a_list_goes_from_left_to_right_and_leaves_what_it_says(
    studio, people, order, cast, swapped
):
    made = studio.swap(order(png(pictures.six()).data, *cast))

    assert made.swapped == swapped
    after = pixels_of(made.result)
    assert touched(pictures.six(), after, people) == swapped
    for number in swapped:
        person = people.of(SIX[number - 1])
        mix = cast[number - 1].split("+")
        source = people.engine.open([(people.template(who), 1 / len(mix)) for who in mix])
        face = measures.hull(person)
        assert measures.difference(after, people.swapped(person, source), face) < 0.5


@pytest.mark.parametrize("is_mirrored", [False, True])
def test_one_alone_goes_to_the_largest_face(studio, order, is_mirrored):
    # In the picture of six that is the first from the left.
    picture = pictures.mirrored(pictures.six()) if is_mirrored else pictures.six()

    made = studio.swap(order(png(picture).data, "astronaut"))

    assert made.swapped == ((6,) if is_mirrored else (1,))


def test_the_largest_face_need_not_be_the_one_at_first_glance(studio, engine, people, order):
    # Who stands on their head is found later than somebody upright, however large.
    over, _ = pictures.turned(pictures.portrait(500, 500, 300), 180)
    picture = np.hstack([pictures.portrait(500, 500, 160), over])
    glance = engine.search(picture).largest().found

    made = studio.swap(order(png(picture).data, "four"))

    assert glance.box.right < 500
    assert made.swapped == (2,)
    change = measures.changed(picture, pixels_of(made.result))
    assert change[:, 500:].any()
    assert not change[:, :500].any()
    change = measures.changed(picture, pixels_of(made.result))
    columns = np.flatnonzero(change.any(axis=0))
    box = made.faces[made.swapped[0] - 1].box
    assert box.left - 5 < columns.min() < columns.max() < box.right + 5


def test_what_comes_back_beside_the_result(studio, order):
    one = studio.swap(order(png(pictures.astronaut()).data, "four"))
    six = studio.swap(order(png(pictures.six()).data, "four"))

    assert one.numbered is None
    assert len(six.faces) == 6
    assert six.numbered is not None
    for picture in (six.before, six.numbered):
        assert (picture.media_type, max(picture.width, picture.height)) == ("image/jpeg", 1024)
    before = pixels_of(one.before)
    assert measures.difference(before, pictures.astronaut(), np.ones((512, 512), bool)) < 4


def test_a_look_finds_and_numbers_and_swaps_nothing(studio):
    look = studio.look(png(pictures.six()))
    nobody = studio.look(NamedBytes("wall.png", file_of(gradient(300, 200), "PNG")))

    assert [face.number for face in look.faces] == [1, 2, 3, 4, 5, 6]
    assert look.numbered.width == 1024
    assert nobody.faces == ()


def test_no_preview_shows_what_transparency_hid(studio, order):
    hidden = pictures.six().copy()
    hidden[:40] = (255, 0, 0)
    picture = Image.fromarray(hidden).convert("RGBA")
    alpha = np.full(hidden.shape[:2], 255, np.uint8)
    alpha[:40] = 0
    picture.putalpha(Image.fromarray(alpha))
    file = file_of(picture, "PNG")

    made = studio.swap(order(file, "four"))
    look = studio.look(NamedBytes("party.png", file))

    for preview in (made.before, made.numbered, look.numbered):
        assert np.abs(pixels_of(preview)[:20].astype(int) - 128).max() < 6
    result = np.array(Image.open(io.BytesIO(made.result.data)))
    assert np.array_equal(result[:40, :, :3], hidden[:40])


# Refusals


def refused(error, work, **data):
    """Check that work is refused with an error, and that the error says so much."""
    with pytest.raises(error) as caught:
        work()
    told = caught.value.data()
    for name, value in data.items():
        assert told[name] == (value if isinstance(value, str) else pytest.approx(value, rel=0.15))


def in_profile(people):
    """Return somebody in profile: five looks far to one side, and a wall hides his far cheek.

    To the right, where the mesh network reads more of it than to the left.
    """
    person = people.of("five")
    box, picture = person.face.found.box, person.picture.copy()
    edge = int(box.left + 0.28 * box.width)
    wall = picture[int((box.top + box.bottom) / 2), int(box.left) - 40]
    picture[int(box.top) - 30 : int(box.bottom) + 20, int(box.left) - 30 : edge] = wall
    rows = slice(int(box.top) - 40, int(box.bottom) + 40)
    columns = slice(int(box.left) - 40, int(box.right) + 60)
    return pictures.mirrored(pictures.turned(pictures.scaled(picture[rows, columns], 3), 20)[0])


@pytest.mark.parametrize(
    ("name", "photo", "error", "data"),
    [
        ("wall.png", pictures.faceless("coffee.png"), NoFace, {}),
        ("far.png", pictures.portrait(260, 260, 40), FaceTooSmall, {"width": 40, "least": 48}),
        (
            *("fog.png", pictures.blurred(pictures.portrait(400, 460, 240), 9), FaceTooBlurred),
            {"width": 240},
        ),
    ],
    ids=["nobody", "small", "blurred"],
)
def test_a_photo_that_cannot_be_learnt_is_named(studio, name, photo, error, data):
    fine = png(pictures.astronaut(), "fine.png")

    refused(error, lambda: studio.enrol([fine, png(photo, name), fine]), name=name, **data)


def test_a_profile_cannot_be_learnt(studio, people):
    photos = [png(pictures.astronaut(), "fine.png"), png(in_profile(people), "away.png")]

    refused(FaceTurnedAway, lambda: studio.enrol(photos), name="away.png", yaw=55)


def test_the_largest_face_of_a_photo_is_learnt(studio):
    large = pictures.scaled(pictures.astronaut(), 1.5)
    small = pictures.six()[: len(large), 430:620]

    learnt = studio.enrol([png(np.hstack([small, large, small]))])

    assert learnt.width == pytest.approx(141, rel=0.05)


def test_a_target_without_faces_is_refused(studio, order):
    wanted = order(png(pictures.faceless("coffee.png")).data, "four", name="cup.png")

    refused(NoFace, lambda: studio.swap(wanted), name="cup.png")


def test_a_face_too_small_to_show_anything_is_refused(studio, order):
    tiny = png(pictures.portrait(300, 300, 24)).data

    refused(
        FaceTooSmall,
        lambda: studio.swap(order(tiny, "four", name="far.png")),
        name="far.png",
        width=24,
        least=28,
    )


def test_places_beyond_the_faces_are_told(studio, order):
    wanted = order(png(pictures.astronaut()).data, "_", "_", "four", name="solo.png")

    refused(TooFewFaces, lambda: studio.swap(wanted), name="solo.png", found=1, place=3)


def test_a_template_of_another_engine_is_refused(studio, people):
    stranger = replace(people.template("four"), engine="neural")
    cast = ((WeightedTemplate(stranger, 1.0),),)
    wanted = SwapOrder(png(pictures.astronaut()), cast, PLAIN, 25_000_000)

    refused(IdUnreadable, lambda: studio.swap(wanted))


# Results that must fit


def test_a_result_that_fits_is_of_the_targets_kind(studio, order):
    photo = Image.fromarray(pictures.astronaut())

    kinds = {
        kind: studio.swap(order(file_of(photo, kind), "four")) for kind in ("PNG", "JPEG", "WEBP")
    }

    assert {kind: made.result.media_type for kind, made in kinds.items()} == {
        "PNG": "image/png",
        "JPEG": "image/jpeg",
        "WEBP": "image/webp",
    }
    assert not any(made.was_reduced for made in kinds.values())


@pytest.mark.parametrize(("most_bytes", "is_smaller"), [(120_000, False), (16_000, True)])
def test_a_result_too_large_is_reduced_until_it_fits(studio, people, order, most_bytes, is_smaller):
    wanted = order(png(pictures.astronaut()).data, "four", most_bytes=most_bytes)

    made = studio.swap(wanted)

    assert made.was_reduced
    assert made.result.media_type == "image/jpeg"
    assert len(made.result.data) <= most_bytes
    assert (made.result.width < 512) == is_smaller
    # It is the swapped picture that was made smaller.
    after = cv2.resize(pixels_of(made.result), (512, 512), interpolation=cv2.INTER_CUBIC)
    person = people.of("astronaut")
    face = measures.hull(person)
    swapped = people.swapped(person, "four")
    near = measures.difference(np.asarray(after), swapped, face)
    assert near < measures.difference(np.asarray(after), person.picture, face)


def test_a_result_that_cannot_fit_comes_as_it_is_where_it_may_be_linked_to(studio, people, order):
    wanted = order(png(pictures.astronaut()).data, "four", most_bytes=2_000)

    made = studio.swap(replace(wanted, linked_bytes=1_000_000))

    assert not made.was_reduced
    assert np.array_equal(pixels_of(made.result), people.swapped(people.of("astronaut"), "four"))
    assert len(made.after.data) < len(made.result.data)
    near = pixels_of(made.after).astype(float) - pixels_of(made.result)
    assert np.abs(near).mean() < 3


def test_a_result_that_fits_has_no_copy_beside_it(studio, order):
    wanted = replace(order(png(pictures.astronaut()).data, "four"), linked_bytes=1)

    assert studio.swap(wanted).after is None


def test_a_result_that_cannot_fit_is_refused_with_its_size(studio, order):
    wanted = order(png(pictures.astronaut()).data, "four", most_bytes=2_000)

    with pytest.raises(ResultTooLarge) as caught:
        studio.swap(wanted)

    assert caught.value.limit == 2_000
    assert caught.value.size > 100_000
