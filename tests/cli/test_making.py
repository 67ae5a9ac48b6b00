"""`visage headshot` and `visage changebg`, by makers that paint in one colour."""

import numpy as np
import pytest
from PIL import Image

from faceswap.domain.errors import MakerDown
from faceswap.domain.wording import MOST_SEED, Frame, Wording
from tests.sidecar.makers import PEOPLE, FakeMaker, makers
from visage.making import Changebg, Headshot, make_changebg, make_headshot


@pytest.fixture
def maker():
    return FakeMaker()


@pytest.fixture
def headshot(maker, astronaut, tmp_path, capsys):
    """Make a portrait of the astronaut; return the exit code and what was said."""

    def make(out="king.jpg", prompt="a mad king", force=False, **more):
        asked = Headshot(astronaut, prompt, tmp_path / out, **more)
        code = make_headshot(asked, force=force, makers=lambda engine, _: makers(maker, engine))
        return code, _said(capsys, tmp_path)

    return make


@pytest.fixture
def changebg(maker, astronaut, tmp_path, capsys):
    """Put the astronaut elsewhere; return the exit code and what was said."""

    def make(words="a beach", background=None, target=None, out="out.png"):
        asked = Changebg(target or astronaut, words, background, tmp_path / out, seed=9)
        code = make_changebg(asked, force=False, makers=lambda engine, _: makers(maker, engine))
        return code, _said(capsys, tmp_path)

    return make


def _said(capsys, folder):
    return capsys.readouterr().err.replace(f"{folder}/", "")


def pixels(path):
    return np.asarray(Image.open(path).convert("RGB"), int)


def test_a_portrait_is_written_and_told_with_its_scene_and_seed(headshot, maker, tmp_path):
    code, said = headshot(seed=7, without=["green", "beards"], frames=[Frame.LANDSCAPE])
    assert (code, said) == (
        0,
        "Wrote king.jpg (1216 x 832): the scene mad king, a king on his throne; "
        "--seed 7 makes it again.\n",
    )
    assert abs(pixels(tmp_path / "king.jpg") - (7, 60, 60)).max() <= 3
    (wanted,) = maker.wanted
    assert (wanted.wording.text, wanted.wording.without) == ("a mad king", ("green", "beards"))
    assert wanted.cast[0].template.engine == "mesh"


def test_flags_may_stand_in_the_prompt(headshot, maker):
    prompt = "a mad king --no green --seed 7 --landscape"
    code, said = headshot(prompt=prompt, without=["beards"])
    assert code == 0
    assert "(1216 x 832)" in said
    assert "--seed 7" in said
    assert maker.wanted[0].wording == Wording("a mad king", ("green", "beards"))


def test_a_flag_that_means_nothing_is_named(headshot):
    code, said = headshot(prompt="a king --magic")
    assert code == 1
    assert "--magic" in said


def test_without_a_seed_one_is_drawn(headshot, maker):
    for out in ("one.png", "two.png"):
        assert headshot(out)[0] == 0
    one, two = (wanted.seed for wanted in maker.wanted)
    assert one != two


def test_a_grid_is_four_files_a_seed_apart(headshot, maker, tmp_path):
    code, said = headshot("king.png", seed=MOST_SEED, is_grid=True, mark="Face swap")
    assert code == 0
    assert [line.split()[1] for line in said.splitlines()] == [
        f"king-{at}.png" for at in range(1, 5)
    ]
    assert [wanted.seed for wanted in maker.wanted] == [MOST_SEED, 0, 1, 2]
    assert not (tmp_path / "king.png").exists()


def test_no_file_of_a_grid_is_written_over(headshot, maker, tmp_path):
    (tmp_path / "king-3.jpg").write_bytes(b"mine")
    code, said = headshot(is_grid=True)
    assert (code, said) == (2, "king-3.jpg is there already; add --force to write over it.\n")
    assert maker.wanted == []
    assert headshot(is_grid=True, force=True)[0] == 0


def test_people_are_put_where_the_words_say(changebg, tmp_path):
    code, said = changebg()
    assert (code, said) == (
        0,
        "Wrote out.png (512 x 512): no backdrop fits those words, the closest is the backdrop "
        "beach, a beach; --seed 9 makes it again.\n",
    )
    made = pixels(tmp_path / "out.png")
    assert made[0, 0].tolist() == [9, 60, 60]
    assert made[120, 225].tolist() == [PEOPLE] * 3


def test_people_are_put_before_a_picture(changebg, cat, tmp_path):
    assert changebg("", cat) == (0, "Wrote out.png (512 x 512).\n")
    assert (pixels(tmp_path / "out.png") == PEOPLE).all(axis=2).any()


def test_what_a_generator_made_names_it(headshot, maker):
    maker.scene = ""
    assert headshot(seed=3)[1] == (
        "Wrote king.jpg (832 x 1216): made by painter; --seed 3 makes it again.\n"
    )


def test_a_maker_that_is_down_is_told_and_nothing_is_written(headshot, maker, tmp_path):
    maker.fails = MakerDown()
    code, said = headshot()
    assert (code, said) == (1, f"{MakerDown()}\n")
    assert not list(tmp_path.iterdir())


def test_two_forms_do_not_go_together(headshot, maker):
    assert headshot(frames=[Frame.SQUARE, Frame.PORTRAIT]) == (
        2,
        "--square and --portrait do not go together; give one of them.\n",
    )
    assert maker.wanted == []


def test_a_place_is_one_of_words_and_a_picture(changebg, cat):
    sentence = "Say in WORDS where to, or give a picture with --background.\n"
    assert changebg("", None) == (2, sentence)
    assert changebg("a beach", cat) == (2, sentence)


def test_only_stills_are_put_elsewhere(changebg, astronaut, tmp_path):
    frames = [Image.new("RGB", (64, 64), colour) for colour in ("red", "blue")]
    dance = tmp_path / "dance.gif"
    frames[0].save(dance, save_all=True, append_images=frames[1:])
    refused = (
        1,
        "dance.gif moves, and I can change the background of still pictures only; "
        "please send a photo.\n",
    )
    assert changebg(target=dance) == refused
    assert changebg("", background=dance) == refused


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["headshot", "no.jpg", "a king", "-o", "a.jpg"], "There is no file no.jpg."),
        (["headshot", "{astronaut}", "a king", "-o", "a.gif"], "OUT must end in .jpg or"),
        (["headshot", "{astronaut}", "x", "-o", "a.jpg", "--seed", "-1"], "Invalid value"),
        (["headshot", "{astronaut}", "x", "-o", "a.jpg", "--square", "--landscape"], "together"),
        (["changebg", "no.jpg", "a beach", "-o", "a.jpg"], "There is no file no.jpg."),
        (["changebg", "{astronaut}", "-o", "a.jpg"], "Say in WORDS where to"),
        (["changebg", "{astronaut}", "x", "-o", "a.tiff"], "OUT must end in .jpg or"),
        (["changebg", "{astronaut}", "--background", "no.png", "-o", "a.jpg"], "no file no.png"),
    ],
)
def test_what_is_typed_amiss_is_told(visage, astronaut, words, sentence):
    ran = visage(*[word.format(astronaut=astronaut) for word in words])
    assert ran.code == 2
    assert sentence in ran.said


def test_a_maker_that_there_is_not_is_told(visage, astronaut):
    ran = visage("headshot", astronaut, "a king", "-o", "a.jpg", VISAGE_MAKER="magic")
    assert (ran.code, ran.err) == (
        2,
        "VISAGE_MAKER is 'magic' and must be scenes, diffusers, openai or automatic1111.\n",
    )
