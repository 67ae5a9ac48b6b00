import pytest

from faceswap.domain.wording import Wording
from faceswap.engine.scenes.choosing import Choice, choose, choose_place
from faceswap.engine.scenes.scene import Finish, Hair, Mood
from tests.unit.engine.scenes.figures import FIGURES, OWN, PLACES, figure

SAMPLE = "a mad king with an evil smile, wearing medieval royal blue attire and a crown."


def chosen(text: str, *without: str, seed: int = 1) -> Choice:
    return choose(Wording(text, without), seed, FIGURES, PLACES)


def test_the_sample_prompt_is_an_evil_king_in_royal_blue_without_green():
    choice = chosen(SAMPLE, "green")
    assert (choice.scene.name, choice.is_match, choice.mood) == ("king", True, Mood.EVIL)
    assert choice.palette.main == "#2a46b0"
    assert choice.banned == {"green"}
    assert choice.palette.accent != OWN.accent


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("king", "king"),
        ("the king's portrait", "king"),
        ("two kings", "king"),
        ("KING!", "king"),
        ("a quen in a tiarra", "queen"),
        ("a queen with a crown", "queen"),
        ("a kinght in armor", "knight"),
        ("knights", "knight"),
        ("somebody with a sword", "knight"),
        ("an astronaut", "astronaut"),
        ("astronauts on the moon", "astronaut"),
        ("an astronuat", "astronaut"),
        ("a spacesuit", "astronaut"),
        ("captain of a ship", "pirate"),
        ("a cook in a kitchen", "chef"),
        ("an evil chef", "chef"),
        ("a professional headshot in a suit", "office portrait"),
        ("business portrait", "office portrait"),
        ("a rock star", "rock star"),
        ("a singer with a guitar", "rock star"),
        ("my birthday party", "birthday party"),
        ("an oil painting", "oil painting"),
        ("oil painting of a king", "king"),
        ("a knight as a comic", "knight"),
        ("a comic", "superhero"),
        ("silver screen star", "silver-screen star"),
        ("a hollywood star", "silver-screen star"),
        ("a super villain", "villain"),
        ("a vampire in a castle", "vampire"),
        ("ein König mit Krone", "king"),
        ("ein böser Ritter", "knight"),
        ("una reina feliz", "queen"),
        ("un chevalier en armure", "knight"),
        ("uma rainha", "queen"),
        ("un cocinero", "chef"),
        ("Astronautin im Weltraum", "astronaut"),
        ("un roi fou", "king"),
        ("um pirata", "pirate"),
        ("Geburtstag", "birthday party"),
        ("a knight, not a king", "knight"),
        ("a king, without a castle", "king"),
    ],
)
def test_words_choose_a_figure(text: str, name: str):
    choice = chosen(text)
    assert (choice.scene.name, choice.is_match) == (name, True)


@pytest.mark.parametrize("text", ["", "   ", "me", "?!", "🦊", "qwxyz", "王様", "a" * 3000])
def test_words_that_say_nothing_get_some_figure_and_no_match(text: str):
    choice = chosen(text)
    assert choice.scene in FIGURES
    assert not choice.is_match


def test_without_a_match_the_seed_decides():
    names = {chosen("me", seed=seed).scene.name for seed in range(30)}
    assert len(names) > 5
    assert chosen("me", seed=4) == chosen("me", seed=4)


def test_without_a_match_a_word_much_like_one_comes_near():
    choice = chosen("somebody superheroic")
    assert (choice.scene.name, choice.is_match) == ("superhero", False)


def test_without_a_match_the_figure_suits_the_mood():
    names = {chosen("me, wicked", seed=seed).scene.name for seed in range(20)}
    assert names == {"villain", "vampire"}


def test_a_kind_chooses_one_of_its_figures():
    names = {chosen("royalty", seed=seed).scene.name for seed in range(20)}
    assert names == {"king", "queen", "knight"}


def test_a_figure_that_is_refused_is_not_chosen():
    assert chosen("a crown", "king").scene.name == "queen"
    assert chosen("a royal, no queens, with a crown").scene.name == "king"


def test_where_all_figures_are_refused_one_is_chosen():
    king = figure("king", "royalty", "king")
    assert choose(Wording("king", ("king",)), 1, (king,), ()).scene == king


def test_common_words_are_not_taken_for_slips():
    assert not chosen("a light sight with a crowd").is_match


@pytest.mark.parametrize(
    ("text", "mood"),
    [
        ("a king with an evil smile", Mood.EVIL),
        ("a smiling chef", Mood.HAPPY),
        ("a happy chef", Mood.HAPPY),
        ("a sad pirate", Mood.SAD),
        ("an angry chef", Mood.ANGRY),
        ("a noble knight", Mood.PROUD),
        ("a chef", Mood.CALM),
        ("a villain", Mood.EVIL),
        ("a smiling villain", Mood.HAPPY),
        ("a birthday party", Mood.HAPPY),
        ("ein trauriger Koch", Mood.SAD),
        ("a chef, not smiling", Mood.CALM),
        ("an office portrait, dark blue suit", Mood.CALM),
    ],
)
def test_words_choose_a_mood(text: str, mood: Mood):
    assert chosen(text).mood is mood


@pytest.mark.parametrize(
    ("text", "hair", "colour"),
    [
        ("a chef with long red hair", Hair.LONG, "#983f20"),
        ("a chef with long flowing hair", Hair.LONG, ""),
        ("a chef in a long coat", None, ""),
        ("a bald chef", Hair.NONE, ""),
        ("a chef with curly blonde hair", Hair.CURLY, "#c9a25f"),
        ("a blond chef", None, "#c9a25f"),
        ("a chef with her hair in a bun", Hair.BUN, ""),
        ("a chef with pink hair", None, "#e27ba6"),
    ],
)
def test_words_choose_hair(text: str, hair: Hair | None, colour: str):
    choice = chosen(text)
    assert (choice.hair, choice.hair_colour) == (hair, colour)


def test_words_choose_a_finish():
    assert chosen("oil painting of a king").finish is Finish.OIL
    assert chosen("a king as a cartoon").finish is Finish.COMIC
    assert chosen("a cinematic king").finish is Finish.FILM
    assert chosen("a king").finish is None


def test_black_and_white_is_a_film_without_colours():
    choice = chosen("a king in black and white")
    assert (choice.finish, choice.is_grey, choice.palette) == (Finish.FILM, True, OWN)
    assert chosen("film noir with a king").is_grey
    assert not chosen("a king in black, white and gold").is_grey


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a king on a beach", "beach"),
        ("a king on a sunny white beach", "beach"),
        ("a king, forest background", "forest"),
        ("a chef in a library", "library"),
        ("a chef in the woods", "forest"),
        ("a chef on the streets of a city", "city at night"),
        ("un roi dans la foret", "forest"),
        ("eine Königin am Strand", "beach"),
        ("an astronaut in space", None),
        ("a king in royal blue", None),
        ("a king in forest green", None),
        ("a beach king", None),
        ("a king in blue, library books", None),
        ("a king", None),
    ],
)
def test_words_put_a_figure_into_another_place(text: str, place: str | None):
    choice = chosen(text)
    assert (choice.place.backdrop.name if choice.place else None) == place


def test_without_a_background_there_is_a_plain_one():
    choice = chosen("a king", "background")
    assert choice.place is not None
    assert choice.place.backdrop.name == "studio"


def test_a_colour_of_the_background_is_not_worn():
    choice = chosen("a king in a studio, blue background")
    assert choice.palette == OWN
    assert choice.place is not None
    assert choice.place.palette.main == "#2453a6"


def test_what_is_not_wanted_is_told_to_the_artwork():
    choice = chosen("a king without a crown and no beard", "red hats")
    assert {"crown", "beard", "hat"} <= choice.without
    assert "crown" not in choice.words
    assert not choice.banned


@pytest.mark.parametrize(
    ("text", "name"),
    [("a beach at sunset", "beach"), ("Wald", "forest"), ("citys", "city at night")],
)
def test_words_choose_a_place(text: str, name: str):
    choice = choose_place(Wording(text), 1, PLACES)
    assert (choice.backdrop.name, choice.is_match) == (name, True)


def test_a_place_that_is_not_there_is_the_nearest_and_no_match():
    choice = choose_place(Wording("a submarine", ("beach",)), 1, PLACES)
    assert choice.backdrop in PLACES
    assert choice.backdrop.name != "beach"
    assert not choice.is_match


def test_a_place_takes_the_colours_asked_for():
    choice = choose_place(Wording("a studio in teal"), 1, PLACES)
    assert choice.palette.main == "#16777c"
