"""Which colours a prompt asks for, and what of a figure each of them is for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from faceswap.engine.scenes.colour import darker, lighter, rgb
from faceswap.engine.scenes.reading.colour_names import (
    COLOURS,
    HAIR_COLOURS,
    METALS,
    NO_COLOURS,
    SHADES,
    SHADES_OF_HAIR,
)
from faceswap.engine.scenes.reading.families import family, replaced
from faceswap.engine.scenes.reading.tokens import STOP
from faceswap.engine.scenes.scene import Palette

HAIR, PLACE, NOWHERE = "hair", "place", ""
_ROLES = {
    "main": "robe attire dress suit coat jacket uniform gown costume clothes clothing outfit tunic"
    " kimono blazer sweater overalls spacesuit garment kit apron",
    "second": "shirt collar trim fur lining trousers sleeve blouse vest waistcoat lapel ruff"
    " undershirt turtleneck lace",
    "metal": "crown armour armor sword button ring chain jewellery jewelry medal buckle tiara"
    " helmet shield badge diadem necklace earring goggles",
    "accent": "cape cloak scarf tie sash ribbon gem belt feather hat jewel bow bowtie glove plume"
    " mantle hood stripe flower glow",
    HAIR: "hair beard moustache mustache curl",
    PLACE: "background backdrop sky wall lights curtain",
    NOWHERE: "eye eyes skin lips lip teeth nose face",
}
ROLE_OF = {word: role for role, line in _ROLES.items() for word in line.split()}
"""What a colour before one of these words is for."""

COLOUR_WORDS = frozenset(name for name in COLOURS if " " not in name)
_PARTS = frozenset(word for name in (*COLOURS, *NO_COLOURS) for word in name.split())
KNOWN_WORDS = _PARTS | SHADES.keys() | HAIR_COLOURS.keys() | ROLE_OF.keys()

_REACH = 3
"""How many words after a colour its noun may come: "red velvet hooded cape"."""
_LIKE = 24.0
"""Two colours of the figure are told apart from so much on, of 255."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A colour of a prompt: `role` is what its noun is for, None where it has none."""

    colour: str
    role: str | None
    is_metal: bool


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours by what they are for: fields of a palette, `HAIR`, `PLACE`."""

    by_role: dict[str, str] = field(default_factory=dict[str, str])

    @property
    def hair(self) -> str:
        """Return the hair's, '' where it is not named."""
        return self.by_role.get(HAIR, "")


def colours_of(words: Sequence[str]) -> Colours:
    """Return the colours that words ask for.

    A colour is for the noun it stands before; of the others the first is most of what is worn, the
    second goes with it, the third catches the eye. Metals are for what is made of metal; one that
    stands alone is for all.
    """
    by_role: dict[str, str] = {}
    loose: list[Mention] = []
    for mention in _mentions(words):
        if mention.role is None:
            loose.append(mention)
        elif mention.role:
            by_role.setdefault(mention.role, mention.colour)
    for mention in loose:
        _place(mention, by_role, is_alone=len(loose) == 1 and not by_role)
    return Colours(by_role)


def _place(mention: Mention, by_role: dict[str, str], *, is_alone: bool) -> None:
    """Give a colour without a noun to what has none yet."""
    if mention.is_metal:
        by_role.setdefault("metal", mention.colour)
        if not is_alone:
            return
    free = (role for role in ("main", "second", "accent") if role not in by_role)
    role = next(free, None)
    if role:
        by_role[role] = mention.colour


def _mentions(words: Sequence[str]) -> Iterator[Mention]:
    at = 0
    while at < len(words):
        name, length = _name_at(words, at)
        if not length:
            at += 1
            continue
        if name:
            role = _role(words, at, at + length)
            yield Mention(_colour(words, at, name, role), role, name in METALS)
        at += length


def _name_at(words: Sequence[str], at: int) -> tuple[str, int]:
    """Return a colour's name and how many words it has; '' for what only looks like one."""
    for length in range(min(3, len(words) - at), 0, -1):
        name = " ".join(words[at : at + length])
        if name in NO_COLOURS:
            return "", length
        if name in COLOURS or name in HAIR_COLOURS:
            return name, length
    return "", 0


def _role(words: Sequence[str], start: int, end: int) -> str | None:
    """Return what a colour is for: the noun after it, or before it, perhaps with "in" or "of"."""
    if words[end - 1] in HAIR_COLOURS:
        return HAIR
    for word in words[end : end + _REACH]:
        if word == STOP or word in ("and", "with", "in", "on"):
            break
        if word in ROLE_OF:
            return ROLE_OF[word]
    before = start - 2 if start >= 2 and words[start - 1] in ("in", "of") else start - 1
    return ROLE_OF.get(words[before]) if before >= 0 else None


def _colour(words: Sequence[str], at: int, name: str, role: str | None) -> str:
    if role == HAIR:
        colour = HAIR_COLOURS.get(name) or SHADES_OF_HAIR.get(name) or COLOURS[name]
    else:
        colour = COLOURS[name]
    shade = SHADES.get(words[at - 1], 0.0) if at else 0.0
    return lighter(colour, shade) if shade > 0 else darker(colour, -shade) if shade else colour


def is_colour(words: Sequence[str], at: int) -> bool:
    """Tell whether a colour's name begins at a place: "forest" is none, but "forest green" is."""
    return bool(_name_at(words, at)[1])


def banned_by(words: Sequence[str]) -> frozenset[str]:
    """Return the families of the colours that are not wanted; "red hat" means the hat."""
    return frozenset(family(each.colour) for each in _mentions(words) if not each.role)


def palette_of(colours: Colours, own: Palette, banned: frozenset[str]) -> Palette:
    """Return a figure's palette in the colours asked for, with none of the families not wanted.

    What was to catch the eye and would no longer do so takes the colour that made way.
    """
    asked = {role: colour for role, colour in colours.by_role.items() if role in _FIELDS}
    palette = replace(own, **asked)
    if "main" in asked and "accent" not in asked and _is_like(palette.main, palette.accent):
        palette = replace(palette, accent=own.main)
    if "main" in asked and "second" not in asked and _is_like(palette.main, palette.second):
        palette = replace(palette, second=lighter(palette.main, 0.55))
    return each_colour(palette, lambda colour: replaced(colour, banned))


def each_colour(palette: Palette, change: Callable[[str], str]) -> Palette:
    """Return a palette with each of its colours changed."""
    return Palette(**{role: change(getattr(palette, role)) for role in _FIELDS})


_FIELDS = ("main", "second", "metal", "accent")


def _is_like(one: str, other: str) -> bool:
    pairs = zip(rgb(one), rgb(other), strict=True)
    return max(abs(high - low) for high, low in pairs) < _LIKE or (
        family(one) == family(other) and family(one) not in ("black", "white", "grey")
    )
