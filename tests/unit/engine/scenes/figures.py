"""Figures and places to choose from; they draw nothing."""

from __future__ import annotations

from faceswap.engine.scenes.scene import Backdrop, Drawing, Light, Look, Palette, Place, Scene

OWN = Palette(main="#7a1f2b", second="#f3efe6", metal="#d9b24c", accent="#2f7d46")


def _nothing(look: Look) -> Drawing:
    return Drawing(backdrop="", body="", front="")


def figure(name: str, family: str, words: str) -> Scene:
    """Return a figure with a name, a family and words."""
    return Scene(name, family, f"a {name}", tuple(words.split()), OWN, _nothing)


def place(name: str, words: str) -> Backdrop:
    """Return a place with a name and words."""
    palette = Palette(main="#7b8087", second="#c9ccd1")
    return Backdrop(name, f"a {name}", tuple(words.split()), palette, lambda _: Place("", Light()))


FIGURES = (
    figure("king", "royalty", "king crown throne royal medieval monarch"),
    figure("queen", "royalty", "queen crown royal tiara"),
    figure("knight", "royalty", "knight armour sword medieval castle"),
    figure("astronaut", "voyages", "astronaut space helmet moon spacesuit"),
    figure("pirate", "voyages", "pirate ship sea captain"),
    figure("chef", "trades", "chef kitchen cook apron"),
    figure("office portrait", "trades", "office business suit headshot professional"),
    figure("rock star", "festival", "rock guitar concert stage singer"),
    figure("birthday party", "festival", "birthday party balloons cake"),
    figure("oil painting", "gallery", "oil painting renaissance"),
    figure("silver-screen star", "gallery", "film cinema hollywood movie"),
    figure("superhero", "comics", "superhero hero cape comic"),
    figure("villain", "comics", "villain evil mastermind"),
    figure("vampire", "comics", "vampire fangs castle night"),
)

PLACES = (
    place("studio", "studio plain paper grey"),
    place("beach", "beach sand ocean"),
    place("forest", "forest woods trees"),
    place("space", "space stars galaxy"),
    place("library", "library books shelves"),
    place("city at night", "city street skyline"),
)
