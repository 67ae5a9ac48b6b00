"""Moods, hair and finishes by the words that ask for them."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from faceswap.engine.scenes.scene import Finish, Hair, Mood

MOODS = {
    Mood.EVIL: "evil mad wicked sinister cruel villainous devilish demonic insane crazy crazed"
    " menacing diabolical smirk smirking smug scheming mischievous",
    Mood.ANGRY: "angry furious raging rage grim fierce scowling wrathful outraged annoyed",
    Mood.SAD: "sad crying gloomy melancholy melancholic sorrowful lonely tearful mournful tragic",
    Mood.HAPPY: "happy smile smiling joyful cheerful laughing laugh merry jolly grinning grin"
    " friendly glad funny delighted",
    Mood.PROUD: "proud noble heroic regal majestic brave dignified triumphant confident strong"
    " victorious stately",
}
"""Words of a mood; of several moods the first one named here wins: an evil smile is evil."""

_MOOD_OF = {word: mood for mood, line in MOODS.items() for word in line.split()}

# What some figures feel where the words say nothing.
_NATURAL = {
    Mood.EVIL: "villain vampire",
    Mood.PROUD: "superhero hero king queen pharaoh",
    Mood.HAPPY: "birthday party carnival winter",
}
_NATURE_OF = {word: mood for mood, line in _NATURAL.items() for word in line.split()}

_HAIR_ALONE = {
    "bald": Hair.NONE,
    "hairless": Hair.NONE,
    "curly": Hair.CURLY,
    "curl": Hair.CURLY,
    "afro": Hair.CURLY,
    "bun": Hair.BUN,
    "chignon": Hair.BUN,
    "topknot": Hair.BUN,
}
_HAIR_BEFORE = {"long": Hair.LONG, "short": Hair.SHORT, "flowing": Hair.LONG, "wavy": Hair.CURLY}
_REACH = 3
"""How many words after "long" the hair may come: "long golden wavy hair"."""

FINISHES = {
    Finish.OIL: "oil painting painted painterly renaissance baroque impressionist canvas",
    Finish.COMIC: "comic cartoon pop inked",
    Finish.FILM: "film cinematic noir movie vintage retro",
    Finish.PHOTO: "photo photograph photographic photorealistic realistic",
}
"""Words of a finish; they choose a figure less than its own words do."""

_FINISH_OF = {word: finish for finish, line in FINISHES.items() for word in line.split()}
_GREY = frozenset({"noir", "monochrome"})
HAIR_WORDS = frozenset({"hair", *_HAIR_ALONE, *_HAIR_BEFORE})
MOOD_WORDS = frozenset(_MOOD_OF)
STYLE_WORDS = frozenset(_FINISH_OF) | _GREY


def mood_of(words: AbstractSet[str], name: AbstractSet[str]) -> Mood:
    """Return the mood the words ask for, or that of the figure of a name."""
    asked = {_MOOD_OF[word] for word in words & MOOD_WORDS}
    natural = {_NATURE_OF[word] for word in name & _NATURE_OF.keys()}
    return next((mood for mood in MOODS if mood in (asked or natural)), Mood.CALM)


def suited(mood: Mood) -> frozenset[str]:
    """Return words of the names of figures that a mood suits."""
    return frozenset(word for word, natural in _NATURE_OF.items() if natural is mood)


def hair_of(words: tuple[str, ...]) -> Hair | None:
    """Return how hair is to be worn, None where the words do not say."""
    for at, word in enumerate(words):
        if word in _HAIR_ALONE:
            return _HAIR_ALONE[word]
        if word in _HAIR_BEFORE and "hair" in words[at + 1 : at + 1 + _REACH]:
            return _HAIR_BEFORE[word]
    return None


def finish_of(words: tuple[str, ...]) -> Finish | None:
    """Return the finish that the words ask for first, None for the artwork's own."""
    asked = next((_FINISH_OF[word] for word in words if word in _FINISH_OF), None)
    return Finish.FILM if asked is None and is_grey(words) else asked


def is_grey(words: tuple[str, ...]) -> bool:
    """Tell whether words ask for a picture in black and white."""
    phrases = zip(words, words[1:], words[2:], strict=False)
    return not _GREY.isdisjoint(words) or ("black", "and", "white") in phrases
