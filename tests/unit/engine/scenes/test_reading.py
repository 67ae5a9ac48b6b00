import pytest

from faceswap.engine.scenes.reading.colour_names import COLOURS
from faceswap.engine.scenes.reading.colours import banned_by, colours_of, palette_of
from faceswap.engine.scenes.reading.families import family, replaced, without_families
from faceswap.engine.scenes.reading.tokens import is_one_slip, singular, words_of
from faceswap.engine.scenes.scene import Palette

OWN = Palette(main="#7a1f2b", second="#f3efe6", metal="#d9b24c", accent="#b3202c")
GOLD, SILVER, RED, BLUE = (COLOURS[name] for name in ("gold", "silver", "red", "blue"))


@pytest.mark.parametrize(
    ("text", "roles"),
    [
        ("a king in blue", {"main": BLUE}),
        ("royal blue attire", {"main": COLOURS["royal blue"]}),
        ("blue and red", {"main": BLUE, "second": RED}),
        ("blue, red, white", {"main": BLUE, "second": RED, "accent": COLOURS["white"]}),
        ("a golden crown", {"metal": GOLD}),
        ("a red cape and a blue suit", {"accent": RED, "main": BLUE}),
        ("blue with gold", {"main": BLUE, "metal": GOLD}),
        ("a silver king", {"main": SILVER, "metal": SILVER}),
        ("silver armour", {"metal": SILVER}),
        ("a white silk shirt", {"second": COLOURS["white"]}),
        ("corona dorada", {}),
        ("crown golden", {"metal": GOLD}),
        ("attire in blue", {"main": BLUE}),
        ("blue eyes", {}),
        ("blue background", {"place": BLUE}),
        ("red hair", {"hair": "#983f20"}),
        ("a silver screen star", {}),
        ("black and white", {}),
        ("no colour at all", {}),
    ],
)
def test_colours_are_for_what_they_stand_before(text: str, roles: dict[str, str]):
    assert colours_of(words_of(text)).by_role == roles


def test_a_shade_makes_a_colour_lighter_or_darker():
    light, dark = (
        sum(int(colours_of((shade, "blue")).by_role["main"][at : at + 2], 16) for at in (1, 3, 5))
        for shade in ("light", "dark")
    )
    assert dark < sum(int(BLUE[at : at + 2], 16) for at in (1, 3, 5)) < light


def test_there_are_about_sixty_colours_each_with_six_digits():
    assert len(COLOURS) >= 60
    assert all(family(colour) for colour in COLOURS.values())


def test_what_would_no_longer_catch_the_eye_takes_the_colour_that_made_way():
    palette = palette_of(colours_of(("scarlet",)), Palette("#2453a6", "#f3efe6"), frozenset())
    assert palette.accent == "#2453a6"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("crimson", "red"),
        ("rust", "orange"),
        ("mustard", "yellow"),
        ("chocolate", "brown"),
        ("emerald", "green"),
        ("lime", "green"),
        ("olive", "green"),
        ("mint", "green"),
        ("navy", "blue"),
        ("teal", "blue"),
        ("violet", "purple"),
        ("hot pink", "pink"),
        ("black", "black"),
        ("ivory", "white"),
        ("grey", "grey"),
    ],
)
def test_colours_have_families(name: str, kind: str):
    assert family(COLOURS[name]) == kind


@pytest.mark.parametrize("name", COLOURS)
def test_a_banned_family_is_replaced_by_another_about_as_light(name: str):
    colour = COLOURS[name]
    banned = frozenset({family(colour)})
    other = replaced(colour, banned)
    assert family(other) not in banned
    assert replaced(other, banned) == other


def test_where_all_families_are_banned_a_grey_is_left():
    names = "red orange yellow green blue purple pink brown black white grey"
    other = replaced("#2f7d46", frozenset(names.split()))
    assert other[1:3] == other[3:5] == other[5:7]


def test_a_drawing_loses_what_is_banned_and_nothing_else():
    svg = '<path fill="#2f7d46" stroke="#B3202C"/><path fill="#0f0"/><a href="#abcdefg"/>'
    changed = without_families(svg, frozenset({"green"}))
    assert "#2f7d46" not in changed
    assert "#0f0" not in changed
    assert "#b3202c" in changed
    assert "#abcdefg" in changed


def test_a_drawing_keeps_what_it_is_told_to():
    svg = '<path fill="#2f7d46"/>'
    assert without_families(svg, frozenset({"green"}), lambda _: True) == svg


def test_a_thing_of_a_colour_bans_no_colour():
    assert banned_by(words_of("green")) == {"green"}
    assert banned_by(words_of("green hat")) == set()
    assert banned_by(words_of("forest green, navy")) == {"green", "blue"}


@pytest.mark.parametrize(
    ("word", "one"),
    [
        ("kings", "king"),
        ("witches", "witch"),
        ("ladies", "lady"),
        ("boxes", "box"),
        ("glass", "glass"),
        ("bus", "bus"),
        ("is", "is"),
    ],
)
def test_plurals_lose_their_ending(word: str, one: str):
    assert singular(word) == one


@pytest.mark.parametrize("word", ["kniht", "knnight", "knigt", "kinght", "knighd", "night"])
def test_one_letter_is_one_slip(word: str):
    assert is_one_slip(word, "knight")
    assert is_one_slip("knight", word)


@pytest.mark.parametrize("word", ["knight", "kngiht1", "nigh", "hgink", ""])
def test_two_letters_are_more(word: str):
    assert not is_one_slip(word, "knight")


def test_words_are_plain_and_punctuation_stops():
    assert words_of("Ein böser König, im Wald!") == (
        "ein",
        "boser",
        "konig",
        ",",
        "im",
        "wald",
        ",",
    )
    assert words_of("the king\u2019s crown") == ("the", "king", "crown")
