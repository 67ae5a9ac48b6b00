"""Which figure and which place the words of a prompt choose."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TypeVar

from faceswap.domain.wording import Wording
from faceswap.engine.scenes.reading.colours import (
    PLACE,
    Colours,
    colours_of,
    is_colour,
    palette_of,
)
from faceswap.engine.scenes.reading.manners import (
    STYLE_WORDS,
    finish_of,
    hair_of,
    is_grey,
    mood_of,
    suited,
)
from faceswap.engine.scenes.reading.prompt import BACKGROUND, PLACING, Prompt, read
from faceswap.engine.scenes.reading.tokens import STOP, words_of
from faceswap.engine.scenes.scene import Backdrop, Dice, Finish, Hair, Mood, Palette, Scene

Named = TypeVar("Named", Scene, Backdrop)

# How much a name, a kind and a word say for something; words say less the later they are listed.
_NAME, _KIND, _WORD, _LATER = 6.0, 0.8, 3.0, 0.07
_TYPO, _STYLE = 0.7, 0.4
"""How much is left of it where a letter was mended, and where the words may mean a style."""
_FIRST = 0.3
"""How much more the beginning of a prompt says than its end."""
_NEXT = 0.4
"""How much is added by further words that are found."""
_ALIKE = 0.72
"""How alike, 0 to 1, a word has to be to one of the artwork's to be meant perhaps."""
_REACH = 4
"""How many words after "in" a place may come: "on a sunny white beach"."""


@dataclass(frozen=True, slots=True)
class PlaceChoice:
    """A place, and how it is to be drawn; `banned` has the families of colours not wanted."""

    backdrop: Backdrop
    is_match: bool
    palette: Palette
    mood: Mood
    words: frozenset[str]
    without: frozenset[str]
    banned: frozenset[str]


@dataclass(frozen=True, slots=True)
class Choice:
    """A figure, and how it is to be drawn.

    `is_match` tells that a word chose it, `is_grey` that it is to be in black and white. `hair` and
    `finish` are None, `hair_colour` is '' and `place` is None where the words do not say: then the
    sitter's and the artwork's own are taken.
    """

    scene: Scene
    is_match: bool
    palette: Palette
    mood: Mood
    hair: Hair | None
    hair_colour: str
    finish: Finish | None
    is_grey: bool
    place: PlaceChoice | None
    words: frozenset[str]
    without: frozenset[str]
    banned: frozenset[str]


def choose(
    wording: Wording, seed: int, scenes: Sequence[Scene], backdrops: Sequence[Backdrop]
) -> Choice:
    """Return the figure that the words choose; without any, the closest, which the seed decides."""
    prompt = read(wording, _known(scenes, backdrops))
    colours, mood_asked = colours_of(prompt.words), mood_of(prompt.asked, frozenset())
    wanted = _wanted(scenes, prompt)
    scene, is_match = _best(wanted, prompt, Dice(seed), suited(mood_asked))
    return Choice(
        scene=scene,
        is_match=is_match,
        palette=palette_of(colours, scene.palette, prompt.banned),
        mood=mood_of(prompt.asked, frozenset(words_of(scene.name))),
        hair=hair_of(prompt.words),
        hair_colour=colours.hair,
        finish=finish_of(prompt.words),
        is_grey=is_grey(prompt.words),
        place=_place_behind(prompt, scene, colours, backdrops),
        words=prompt.asked,
        without=prompt.without,
        banned=prompt.banned,
    )


def choose_place(wording: Wording, seed: int, backdrops: Sequence[Backdrop]) -> PlaceChoice:
    """Return the place that the words choose; without any, the closest."""
    prompt = read(wording, _known(backdrops))
    backdrop, is_match = _best(_wanted(backdrops, prompt), prompt, Dice(seed), frozenset())
    return _placed(backdrop, prompt, colours_of(prompt.words), is_match=is_match)


def _known(*shelves: Sequence[Scene] | Sequence[Backdrop]) -> frozenset[str]:
    return frozenset(word for shelf in shelves for each in shelf for word in _vocabulary(each))


def _vocabulary(each: Scene | Backdrop) -> tuple[str, ...]:
    return words_of(" ".join((each.name, _kind(each), *each.words)))


def _kind(each: Scene | Backdrop) -> str:
    return each.family if isinstance(each, Scene) else ""


def _wanted(shelf: Sequence[Named], prompt: Prompt) -> Sequence[Named]:
    """Return those whose names are not refused; all where none is left."""
    return [each for each in shelf if prompt.without.isdisjoint(words_of(each.name))] or shelf


def _best(
    shelf: Sequence[Named], prompt: Prompt, dice: Dice, liked: frozenset[str]
) -> tuple[Named, bool]:
    """Return the one the words say most for, and whether they say anything for it."""
    points = {each.name: _points(each, prompt) for each in shelf}
    most = max(points.values())
    if most > 0:
        best = [each for each in shelf if points[each.name] >= most - 1e-9]
        return dice.one_of("choice", best), True
    alike = {each.name: _alikeness(each, prompt) for each in shelf}
    nearest = max(shelf, key=lambda each: alike[each.name])
    if alike[nearest.name] >= _ALIKE:
        return nearest, False
    fitting = [each for each in shelf if not liked.isdisjoint(words_of(each.name))]
    return dice.one_of("choice", fitting or shelf), False


def _points(each: Scene | Backdrop, prompt: Prompt) -> float:
    """Return how much a prompt says for something, 0 for nothing."""
    listed = [(word, _WORD - _LATER * at) for at, word in enumerate(each.words)]
    said = [
        weight * _told(phrase, prompt)
        for phrase, weight in [(each.name, _NAME), (_kind(each), _KIND), *listed]
    ]
    most = max(said)
    return most + _NEXT * (sum(said) - most)


def _told(phrase: str, prompt: Prompt) -> float:
    """Return how clearly a prompt has all words of a phrase: about 1, or 0 for not at all."""
    wanted = words_of(phrase)
    places = [_first(word, prompt) for word in wanted]
    found = [at for at in places if at is not None]
    if not wanted or len(found) < len(wanted):
        return 0.0
    share = 1 + _FIRST * (1 - min(found) / len(prompt.terms))
    if not all(prompt.terms[at].is_exact for at in found):
        share *= _TYPO
    return share * (_STYLE if STYLE_WORDS.issuperset(wanted) else 1.0)


def _first(word: str, prompt: Prompt) -> int | None:
    return next((at for at, term in enumerate(prompt.terms) if term.word == word), None)


def _alikeness(each: Scene | Backdrop, prompt: Prompt) -> float:
    pairs = (
        SequenceMatcher(None, said, known).ratio()
        for said in prompt.asked
        if len(said) > 3
        for known in _vocabulary(each)
    )
    return max(pairs, default=0.0)


def _place_behind(
    prompt: Prompt, scene: Scene, colours: Colours, backdrops: Sequence[Backdrop]
) -> PlaceChoice | None:
    """Return the place that the words put a figure into, None for its own.

    What a scene has among its own words is its own place: an astronaut in space needs no other.
    """
    if BACKGROUND in prompt.without and backdrops:
        return _placed(backdrops[0], prompt, colours, is_match=True)
    own = set(_vocabulary(scene))
    for backdrop in _wanted(backdrops, prompt):
        words = set(_vocabulary(backdrop)) - own - {STOP}
        if any(
            _is_placed(prompt.words, at) for at, word in enumerate(prompt.words) if word in words
        ):
            return _placed(backdrop, prompt, colours, is_match=True)
    return None


def _is_placed(words: Sequence[str], at: int) -> bool:
    """Tell whether a word is said of where somebody is: "on a beach", "beach background"."""
    if is_colour(words, at):
        return False
    if BACKGROUND in words[at + 1 : at + 3]:
        return True
    before: Iterable[str] = reversed(words[max(0, at - _REACH) : at])
    for word in before:
        if word == STOP:
            return False
        if word in PLACING or word == BACKGROUND:
            return True
    return False


def _placed(backdrop: Backdrop, prompt: Prompt, colours: Colours, *, is_match: bool) -> PlaceChoice:
    """Return a place in the colours that are asked for it."""
    behind = colours.by_role.get(PLACE)
    asked = Colours({"main": behind}) if behind else colours
    return PlaceChoice(
        backdrop=backdrop,
        is_match=is_match,
        palette=palette_of(asked, backdrop.palette, prompt.banned),
        mood=mood_of(prompt.asked, frozenset()),
        words=prompt.asked,
        without=prompt.without,
        banned=prompt.banned,
    )
