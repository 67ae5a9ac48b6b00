"""`visage swap` and `visage enrol`."""

import numpy as np
import pytest
from PIL import Image

from faceswap.domain.face import Template
from visage.templates import from_bytes, is_template, to_bytes


def opened(path):
    """Return a picture's pixels and its kind."""
    with Image.open(path) as image:
        return np.asarray(image.convert("RGB"), np.int16), image.format


def changed(before, after):
    """Return the share of the pixels that differ, left and right half apart."""
    first, second = (
        np.asarray(Image.open(each).convert("RGB"), np.int16) for each in (before, after)
    )
    mask = np.abs(first - second).max(2) > 24
    half = mask.shape[1] // 2
    return mask[:, :half].mean(), mask[:, half:].mean()


def test_a_photo_into_a_picture(process, astronaut, group, tmp_path):
    ran = process("visage", "swap", astronaut, group, "-o", "out.jpg")
    assert (ran.code, ran.err) == (0, "Wrote out.jpg (1280 x 886): 1 of 6 faces swapped.\n")
    left, right = changed(group, tmp_path / "out.jpg")
    assert left > 0.002
    assert right == 0


def test_a_template_into_a_certain_face(visage, astronaut, group, tmp_path):
    ran = visage("enrol", astronaut, "-o", "her.vsg")
    assert ran.code == 0
    assert "Wrote her.vsg: a face learnt from 1 photo, 9" in ran.err
    assert (tmp_path / "her.vsg").stat().st_size < 60_000
    ran = visage("swap", "her.vsg", group, "-o", "out.png", "--face", "6", "--options", "-s -m")
    assert ran.code == 0
    left, right = changed(group, tmp_path / "out.png")
    assert left == 0
    assert right > 0.001
    assert opened(tmp_path / "out.png")[1] == "PNG"


def test_a_mark_is_drawn_into_the_corner(visage, astronaut, group, tmp_path):
    for out, mark in (("plain.png", ""), ("marked.png", "Face swap")):
        assert visage("swap", astronaut, group, "-o", out, "--mark", mark).code == 0

    before, after = opened(tmp_path / "plain.png")[0], opened(tmp_path / "marked.png")[0]
    rows, columns = np.nonzero((before != after).any(axis=2))
    assert (rows.min(), columns.min()) > (820, 1000)


def test_a_mark_that_cannot_be_drawn_is_refused_at_once(visage, astronaut, group):
    ran = visage("swap", astronaut, group, "-o", "out.png", "--mark", "של")
    assert ran.code == 1
    assert ran.err.startswith("I cannot draw ש ל into a picture; please use Latin")


def test_several_sources_go_from_left_to_right(visage, astronaut, group, tmp_path):
    ran = visage("swap", astronaut, "_", astronaut, group, "-o", "out.webp")
    assert "2 of 6 faces swapped" in ran.err
    assert opened(tmp_path / "out.webp")[1] == "WEBP"


def test_sources_that_found_no_face_are_named(visage, astronaut, group):
    ran = visage("swap", astronaut, group, astronaut, "-o", "out.png")
    assert ran.err == (
        "Wrote out.png (512 x 512): 1 of 1 face swapped; none was left for t1.jpg.\n"
    )


def test_what_is_there_is_not_written_over(visage, astronaut, tmp_path):
    (tmp_path / "out.png").write_bytes(b"mine")
    ran = visage("swap", astronaut, astronaut, "-o", "out.png")
    assert (ran.code, ran.err) == (2, "out.png is there already; add --force to write over it.\n")
    assert (tmp_path / "out.png").read_bytes() == b"mine"
    assert visage("swap", astronaut, astronaut, "-o", "out.png", "--force").code == 0
    assert opened(tmp_path / "out.png")[0].shape == (512, 512, 3)


@pytest.mark.parametrize(
    ("words", "code", "sentence"),
    [
        (["{astronaut}", "-o", "out.png"], 2, "Give at least one SOURCE, and the TARGET last."),
        (["no.png", "{astronaut}", "-o", "out.png"], 2, "There is no file no.png."),
        (["{astronaut}", "no.png", "-o", "out.png"], 2, "There is no file no.png."),
        (["_", "{astronaut}", "-o", "out.png"], 2, "Give 1 to 25 sources, one of which is not _."),
        (["{astronaut}", "{astronaut}", "-o", "out.gif"], 2, "OUT must end in .jpg or .jpeg or"),
        (["{astronaut}", "{astronaut}", "-o", "no/out.png"], 2, "There is no folder no."),
        (["{astronaut}", "{cat}", "-o", "out.png"], 1, "I found no face in chelsea.png"),
        (["{cat}", "{astronaut}", "-o", "out.png"], 1, "I found no face in chelsea.png"),
        (["broken.vsg", "{astronaut}", "-o", "out.png"], 1, "broken.vsg is a damaged template"),
        (
            ["{astronaut}", "{group}", "-o", "out.png", "--face", "7"],
            1,
            "t1.jpg has 6 faces, and none is number 7.",
        ),
        (
            ["{astronaut}", "{astronaut}", "-o", "out.png", "--options", "-x"],
            2,
            "There is no option -x; there are -m, -f, -s, --mute, --webm.",
        ),
        (
            ["{astronaut}", "_", "{astronaut}", "-o", "out.png", "--face", "2"],
            2,
            "--face is for one SOURCE; several go from left to right.",
        ),
    ],
)
def test_one_sentence_for_what_cannot_be_done(
    visage, astronaut, group, cat, tmp_path, words, code, sentence
):
    (tmp_path / "broken.vsg").write_bytes(b"VISAGE TEMPLATE 1\n{}\n")
    files = {"astronaut": astronaut, "group": group, "cat": cat}
    ran = visage("swap", *[word.format(**files) for word in words])
    assert ran.code == code
    assert sentence in ran.said
    assert "Traceback" not in ran.said
    assert not list(tmp_path.glob("*out*"))


def test_a_template_is_written_to_a_file_of_its_kind(visage, astronaut):
    ran = visage("enrol", astronaut, "-o", "her.png")
    assert (ran.code, ran.err) == (2, "OUT must end in .vsg, not as her.png does.\n")


def test_a_template_is_read_as_it_was_written(tmp_path):
    template = Template("mesh", b"\0\n\xff" * 9, width=93.5, photos=2)
    data = to_bytes(template)
    assert is_template(data)
    assert from_bytes(data, tmp_path) == template
    assert not is_template(b"\x89PNG")
