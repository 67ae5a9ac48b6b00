"""Portraits and places that are drawn: our own scenes, without any generator."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, Protocol, TypeVar

import numpy as np

from faceswap.domain.face import Template
from faceswap.domain.wording import Made, Wording
from faceswap.engine.making import MadePlace, Portrait, PortraitWanted
from faceswap.engine.media.scaling import covering
from faceswap.engine.scenes.catalogue import BACKDROPS, SCENES
from faceswap.engine.scenes.choosing import Choice, choose, choose_place
from faceswap.engine.scenes.frames import view_of
from faceswap.engine.scenes.heads import HeadPainter
from faceswap.engine.scenes.layers import Size, soft
from faceswap.engine.scenes.portrait import Easel, PortraitTask, place_drawn
from faceswap.engine.scenes.scene import Backdrop, Dice, Look, Scene
from faceswap.engine.watch import Watch

MOST_SIDE = 2048
"""Pixels of a place's longer side; beyond that it is enlarged."""
MAKER = "scenes"
"""What a picture that was drawn says of its maker."""

Source = TypeVar("Source")


class Portrayer(HeadPainter[Source], Protocol[Source]):
    """An engine that opens templates and paints the heads of those they are of."""

    def open(self, cast: Sequence[tuple[Template, float]]) -> Source:
        """Make the templates of one mix ready for use; the weights sum to 1."""
        ...


class DrawnPortraits(Generic[Source]):
    """A `Portraitist` of the figures there are."""

    def __init__(
        self,
        engine: Portrayer[Source],
        scenes: Sequence[Scene] = SCENES,
        backdrops: Sequence[Backdrop] = BACKDROPS,
    ) -> None:
        self._engine = engine
        self._easel = Easel(engine)
        self._scenes = scenes
        self._backdrops = backdrops

    def portrait(self, wanted: PortraitWanted, watch: Watch) -> Portrait:
        """Make a portrait of the figure that the words choose.

        Raises:
            IdUnreadable: A template is not of this engine.
            Canceled: The watch was told to.
        """
        source = self._engine.open([(each.template, each.weight) for each in wanted.cast])
        choice = choose(wanted.wording, wanted.seed, self._scenes, self._backdrops)
        task = PortraitTask(choice, wanted.frame, wanted.seed)
        pixels = self._easel.portrait(source, task, watch.steps)
        return Portrait(pixels, _made(choice, wanted.seed))


def _made(choice: Choice, seed: int) -> Made:
    title = choice.scene.title
    if choice.place:
        title = f"{choice.scene.name}, {choice.place.backdrop.title}"
    return Made(MAKER, seed, choice.scene.name, title, choice.is_match)


class DrawnPlaces:
    """A `PlaceMaker` of the backdrops there are."""

    def __init__(self, backdrops: Sequence[Backdrop] = BACKDROPS) -> None:
        self._backdrops = backdrops

    def place(self, wording: Wording, sides: tuple[int, int], seed: int, watch: Watch) -> MadePlace:
        """Make the place that the words choose, of a width and a height in pixels.

        Raises:
            Canceled: The watch was told to.
        """
        choice = choose_place(wording, seed, self._backdrops)
        watch.steps(0, 1)
        size = _size_of(*sides)
        look = Look(
            palette=choice.palette,
            mood=choice.mood,
            dice=Dice(seed),
            view=size.view,
            words=choice.words,
            without=choice.without,
        )
        place = place_drawn(choice, look)
        drawn = soft(place.svg, size, place.softness) + np.float32(0.5)
        watch.steps(1, 1)
        backdrop, view = choice.backdrop, size.view
        scale = sides[1] / (view.bottom - view.top)
        return MadePlace(
            pixels=covering(np.asarray(np.clip(drawn, 0, 255), np.uint8), *sides),
            made=Made(MAKER, seed, backdrop.name, backdrop.title, choice.is_match),
            light=place.light,
            floor=None if place.floor is None else (place.floor - view.top) * scale,
        )


def _size_of(width: int, height: int) -> Size:
    """Return how large a place is drawn: as the picture, or smaller, since it is out of focus."""
    shrink = max(1.0, max(width, height) / MOST_SIDE)
    small = max(1, round(width / shrink)), max(1, round(height / shrink))
    return Size(view_of(width, height), *small)
