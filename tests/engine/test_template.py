"""A template holds a face, compactly, and nothing else of the photo."""

import json
import random
import struct
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from faceswap.domain.errors import IdUnreadable
from faceswap.engine.mesh import enrol, template
from tests.engine import pictures
from tests.engine.files import file_of
from tests.engine.people import EVERYBODY, PLAIN

# Kilobytes by the texture's side; a member's twenty ids stay below three megabytes.
MOST_KILOBYTES = {128: 14, 256: 28, 512: 64, 1024: 160}
JPEG_STEP = 0.03


def parts_of(data):
    at, parts = len(template.MAGIC), []
    while at < len(data):
        (length,) = struct.unpack_from("<I", data, at)
        parts.append(data[at + 4 : at + 4 + length])
        at += 4 + length
    return parts


def joined(parts):
    return template.MAGIC + b"".join(struct.pack("<I", len(part)) + part for part in parts)


def reads_or_refuses(data):
    try:
        face = template.load(data)
    except IdUnreadable:
        return None
    assert face.layers.shape == (face.side, face.side, 3)
    assert face.known.shape == (128, 128)
    numbers = (*face.openings, *face.gaze.right, *face.gaze.left, face.blur, face.width)
    assert np.isfinite([*numbers, face.saturation]).all()
    assert np.isfinite(face.shape).all()
    return face


@pytest.mark.parametrize("width", [60, 120, 250, 500, 1000, 2200])
def test_it_is_small_however_large_the_photo_was(engine, width):
    photo = pictures.portrait(int(width * 1.5), int(width * 1.8), width)

    learnt = engine.enrol([("me", photo)])

    side = engine.open([(learnt, 1.0)]).side
    assert side == min(1024, max(128, 2 ** int(np.ceil(np.log2(width)))))
    assert len(learnt.data) < MOST_KILOBYTES[side] * 1024
    assert learnt.width == pytest.approx(width, rel=0.05)


@pytest.mark.parametrize("name", EVERYBODY)
def test_what_is_written_is_read_again(people, name):
    face = people.source(name)

    again = template.load(template.dump(face))

    assert np.abs(again.layers - face.layers).mean() < JPEG_STEP / 3
    assert np.percentile(np.abs(again.layers - face.layers), 99) < JPEG_STEP
    assert np.abs(again.known - face.known).max() <= 1 / 255
    assert np.abs(again.shape - face.shape).max() <= 1 / 4096
    same = ("openings", "gaze", "saturation", "blur", "width")
    assert all(getattr(again, field) == getattr(face, field) for field in same)


def test_extremes_are_kept_as_far_as_they_can_be_shown(people):
    face = people.source("astronaut")
    loud = replace(face, layers=face.layers * 100)

    again = template.load(template.dump(loud))

    assert np.abs(again.layers).max() < 2


def outside_of(person, margin):
    """Return where a picture shows nothing of a face's mesh, (height, width)."""
    height, width = person.picture.shape[:2]
    mask = np.zeros((height, width), np.uint8)
    hull = pictures.hull_of(person.points[:, :2])
    pictures.fill(mask, hull)
    return pictures.grown(mask, margin) == 0


@pytest.mark.parametrize("name", EVERYBODY)
def test_it_depends_on_nothing_beyond_the_face(people, name):
    person = people.of(name)
    noise = np.random.default_rng(3).integers(0, 256, person.picture.shape, np.uint8)
    elsewhere = np.where(outside_of(person, 6)[..., None], noise, person.picture)
    gaze = people.source(name).gaze

    here, there = (
        template.dump(enrol.learn([enrol.observe(picture, person.points, gaze)]))
        for picture in (person.picture, elsewhere)
    )

    assert here == there


def test_the_same_photo_gives_the_same_template(people):
    person = people.of("two")
    gaze = people.source("two").gaze
    # Some vector code rounds by where in memory its arguments lie: let them lie elsewhere.
    elsewhere = []

    written = set()
    for step in range(40):
        elsewhere.append(np.zeros(1000 + 777 * step, np.uint8))
        view = enrol.observe(person.picture.copy(), person.points, gaze)
        written.add(template.dump(enrol.learn([view])))

    assert len(written) == 1


def test_hair_over_the_forehead_is_not_in_it(people):
    # The astronaut's fringe reaches down to a third of her forehead; the texture's top shows it.
    face = people.source("astronaut")
    hidden = face.known < 0.02

    assert hidden[8:20, 44:84].mean() > 0.75
    assert np.abs(face.at_side(128)[hidden]).max() < 0.1


def test_it_tells_whose_width_and_how_many_photos(engine, people):
    photos = [("a", people.of("one").closer()), ("b", people.of("six").closer())]

    learnt = engine.enrol(photos)

    assert (learnt.engine, learnt.photos) == ("mesh", 2)
    assert learnt.width == pytest.approx(max(people.of("one").width, people.of("six").width), 0.05)


# Bytes that were never a template of ours


def other_numbers(**changes):
    def change(parts):
        return [*parts[:3], json.dumps(json.loads(parts[3]) | changes).encode()]

    return change


def other_image(number, size, mode, kind):
    def change(parts):
        changed = list(parts)
        changed[number] = file_of(pictures.blank(size, mode), kind)
        return changed

    return change


SPOILT = {
    "of other channels": other_image(0, (128, 128), "L", "JPEG"),
    "of inks": other_image(0, (128, 128), "CMYK", "JPEG"),
    "of another kind": other_image(0, (128, 128), "RGB", "PNG"),
    "not square": other_image(0, (256, 128), "RGB", "JPEG"),
    "of an odd side": other_image(0, (100, 100), "RGB", "JPEG"),
    "too large": other_image(0, (2048, 2048), "RGB", "JPEG"),
    "a pixel": other_image(0, (1, 1), "RGB", "JPEG"),
    "known too little": other_image(1, (64, 64), "L", "PNG"),
    "known in colour": other_image(1, (128, 128), "RGB", "PNG"),
    "of no shape": lambda parts: [*parts[:2], b"\0" * 468 * 3 * 2, parts[3]],
    "of too wild a shape": lambda parts: [*parts[:2], b"\xff\x7f" * 468 * 3, parts[3]],
    "of too few points": lambda parts: [*parts[:2], parts[2][:-6], parts[3]],
    "with too much": lambda parts: [*parts, b"more"],
    "with too little": lambda parts: parts[:3],
    "with nothing in it": lambda parts: [b""] * 4,
    "in pieces without end": lambda parts: [b""] * 100_000,
    "of no number": other_numbers(blur=float("nan")),
    "of no end": other_numbers(width=float("inf")),
    "of a huge number": other_numbers(width=10**400),
    "of words": other_numbers(saturation="0.1"),
    "of nothing": other_numbers(blur=None),
    "with one eye": other_numbers(openings=[0.3]),
    "looking nowhere": other_numbers(gaze=[]),
    "looking in two places": other_numbers(gaze=[[0.1, 0.2, 0.3], [0.1, 0.2]]),
    "with a list too deep": lambda parts: [*parts[:3], b"[" * 100_000],
    "not of json": lambda parts: [*parts[:3], b"\xff\xfe{"],
    "a list": lambda parts: [*parts[:3], b"[1, 2]"],
}


@pytest.mark.parametrize("how", SPOILT)
def test_what_is_no_template_is_unreadable(people, how):
    data = joined(SPOILT[how](parts_of(people.template("astronaut").data)))

    with pytest.raises(IdUnreadable):
        template.load(data)


def test_joining_the_parts_makes_the_template(people):
    data = people.template("astronaut").data

    assert joined(parts_of(data)) == data


@pytest.mark.parametrize("length", [0, 1, 7, 8, 9, 12, 500, -1, -40])
def test_a_part_of_a_template_is_unreadable(people, length):
    with pytest.raises(IdUnreadable):
        template.load(people.template("astronaut").data[:length])


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200), st.booleans())
def test_any_bytes_are_unreadable(data, is_marked):
    with pytest.raises(IdUnreadable):
        template.load(template.MAGIC + data if is_marked else data)


@pytest.mark.parametrize("seed", range(3))
def test_damage_is_refused_or_does_no_harm(people, seed):
    chance = random.Random(seed)  # noqa: S311
    whole = people.template("astronaut").data
    read = []
    for _ in range(1500):
        parts = [bytearray(part) for part in parts_of(whole)]
        for _ in range(chance.choice((1, 1, 3))):
            part = chance.choice(parts)
            place = chance.randrange(min(len(part), chance.choice((24, 200, len(part)))))
            if chance.random() < 0.6:
                part[place] = chance.randrange(256)
            elif chance.random() < 0.5:
                del part[place : place + chance.randrange(1, 9)]
            else:
                part[place:place] = chance.choice((b"9" * 300, b"NaN", b"-1", b"[", b"1e999"))
            part += b"" if part else b"\0"
        face = reads_or_refuses(joined([bytes(part) for part in parts]))
        read += [face] if face is not None else []
    target = people.of("astronaut")
    for face in chance.sample(read, 5):
        people.swapped(target, face, PLAIN)
