"""What members type where a picture is to be made from words: who, what, and flags anywhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from faceswap.domain.errors import (
    BadFlagValue,
    BadIdList,
    IdRefused,
    PromptTooLong,
    UnknownPromptFlags,
)
from faceswap.domain.identity import Shelf, name_key, nearest_name, parse_name, unknown_id
from faceswap.domain.idlist import MOST_MIXED, IdList, Mix
from faceswap.domain.options import (
    NO_OPTIONS,
    PACK_FLAGS,
    SWITCHES,
    Options,
    flags_apart,
    is_flag,
    parse_options,
)
from faceswap.domain.wording import MOST_SEED, Frame, Wording

LONGEST_PROMPT = 1000
"""Characters, flags included."""
NO, SEED, GRID = "--no", "--seed", "--grid"
FRAMES = {f"--{frame.value}": frame for frame in Frame}
CLIP_FLAGS = frozenset({"--mute", "--webm"})
PLACE_FLAGS = (NO, SEED, GRID)
PORTRAIT_FLAGS = (NO, *FRAMES, SEED, GRID, "-m", "-f", "-s")
"""What stands in a prompt for a new place, and for a portrait, as it is told to whoever errs."""
LONGEST_SHOWN = 40
NEAR = 0.6
"""How alike a first word and a saved name are where the word is taken for a name gone wrong."""


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt, taken apart: its words as they were typed, and what its flags say.

    What was not said is None: which frame, and which seed.
    """

    wording: Wording
    frame: Frame | None = None
    seed: int | None = None
    is_grid: bool = False
    options: Options = NO_OPTIONS


def parse_prompt(text: str, more: str = "", *, takes: Sequence[str] = PORTRAIT_FLAGS) -> Prompt:
    """Read a prompt, and `more` flags from where words would be amiss.

    `--no` takes all words up to the next flag, with commas between them; a seed takes one.

    Raises:
        PromptTooLong: There are too many characters.
        UnknownPromptFlags: A flag means nothing, or a word of `more` is none.
        BadFlagValue: A seed is no number, or too large a one.
        PackMissing: A flag needs models that no engine here has.
    """
    length = len(text.strip()) + len(more.strip())
    if length > LONGEST_PROMPT:
        raise PromptTooLong(length=length, limit=LONGEST_PROMPT)
    parts = [*_parts(text), *_parts(more)]
    extra = [word for flag, words in _parts(more) for word in _words_of(flag, words)]
    _refuse_unknown([flag for flag, _ in parts if flag], extra, takes)
    words = [word for flag, found in _parts(text) for word in _words_of(flag, found)]
    flags = {flag for flag, _ in parts}
    frames = [FRAMES[flag] for flag, _ in parts if flag in FRAMES]
    seeds = [_seed(found) for flag, found in parts if flag == SEED]
    return Prompt(
        Wording(_joined(words), tuple(_without(parts))),
        frame=frames[-1] if frames else None,
        seed=seeds[-1] if seeds else None,
        is_grid=GRID in flags,
        options=parse_options(" ".join(_options(parts))),
    )


def split_name(text: str, shelf: Shelf) -> tuple[Mix | None, str]:
    """Cut an id, or a mix of some, from before the first comma: `me, a king` -> `me`, `a king`.

    What might be an id is one when it is saved. It is meant as one, too, when it is nearly the name
    of one, or a mix with one that is saved, or when nothing is saved at all.

    Raises:
        UnknownId: It is meant as an id, and there is none such.
    """
    first, comma, rest = text.partition(",")
    names = _names(first)
    if not names:
        return None, text
    spelt = {name_key(name): name for name in shelf.names}
    missing = [name for name in names if name_key(name) not in spelt]
    if not missing:
        return Mix(tuple(spelt[name_key(name)] for name in names)), rest.strip(" ,")
    is_meant = len(missing) < len(names) or not spelt
    if comma and (is_meant or nearest_name(missing[0], shelf.names, NEAR)):
        raise unknown_id(missing[0], shelf)
    return None, text


def one_of(ids: IdList) -> IdList:
    """Return a list that names one person.

    Raises:
        BadIdList: It names several.
    """
    if not ids.is_single:
        raise BadIdList(text=str(ids), why="one")
    return ids


def first_of(ids: IdList) -> IdList:
    """Return a list of the first person that a list names."""
    return IdList(tuple(slot for slot in ids.slots if slot)[:1])


def _parts(text: str) -> list[tuple[str, list[str]]]:
    """Return each flag with the words behind it; those before any flag stand behind ''."""
    parts: list[tuple[str, list[str]]] = [("", [])]
    for word in flags_apart(text):
        # A dash between words is as lonely as this.
        if is_flag(word) and word != "--":
            parts.append((word, []))
        else:
            parts[-1][1].append(word)
    return parts


def _words_of(flag: str, words: Sequence[str]) -> Sequence[str]:
    """Return those of the words behind a flag that do not belong to it."""
    if flag == NO:
        return ()
    is_number = flag == SEED or (flag in PACK_FLAGS and PACK_FLAGS[flag].takes_number)
    return words[1:] if is_number else words


def _refuse_unknown(flags: Sequence[str], strays: Sequence[str], takes: Sequence[str]) -> None:
    known = {*takes, *PACK_FLAGS, *(_long_forms(takes))}
    unknown = [flag for flag in flags if flag not in known]
    if unknown or strays:
        raise UnknownPromptFlags(flags=[*unknown, *strays], takes=list(takes))


def _long_forms(takes: Sequence[str]) -> set[str]:
    """Return the other names of the switches that are taken, where any are."""
    return SWITCHES.keys() - CLIP_FLAGS if SWITCHES.keys() & set(takes) else set()


def _without(parts: Sequence[tuple[str, Sequence[str]]]) -> Iterator[str]:
    typed = (" ".join(words) for flag, words in parts if flag == NO)
    for each in dict.fromkeys(item.strip() for text in typed for item in text.split(",")):
        if each:
            yield each


def _seed(words: Sequence[str]) -> int:
    typed = words[0].strip(",") if words else ""
    is_number = typed.isdecimal() and len(typed) <= len(str(MOST_SEED))
    if not is_number or int(typed) > MOST_SEED:
        raise BadFlagValue(flag=SEED, value=typed[:LONGEST_SHOWN], least=0, most=MOST_SEED)
    return int(typed)


def _options(parts: Sequence[tuple[str, Sequence[str]]]) -> Iterator[str]:
    """Yield the flags of swaps, those that take a number with it."""
    for flag, words in parts:
        if flag in SWITCHES or flag in PACK_FLAGS:
            yield from (flag, *words[: len(words) - len(_words_of(flag, words))])


def _joined(words: Sequence[str]) -> str:
    return " ".join(words).replace(" ,", ",").strip(" ,")


def _names(text: str) -> tuple[str, ...]:
    """Return the names of what reads as an id or a mix of some, none where it does not."""
    typed = [part.strip() for part in text.split("+")]
    if len(typed) > MOST_MIXED:
        return ()
    try:
        return tuple(parse_name(name) for name in typed)
    except IdRefused:
        return ()
