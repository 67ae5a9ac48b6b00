"""From a drawing and a person to a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Generic, TypeVar

import cv2
import numpy as np

from faceswap.domain.wording import Frame
from faceswap.engine.protocol import Pixels
from faceswap.engine.scenes.choosing import Choice, PlaceChoice
from faceswap.engine.scenes.finishes import Work, finished
from faceswap.engine.scenes.frames import VIEWS
from faceswap.engine.scenes.heads import HeadPainter, HeadWanted, PaintedHead
from faceswap.engine.scenes.layers import Floats, Size, alpha_of, lay, layer, soft
from faceswap.engine.scenes.meeting import cast_shadow, wrap
from faceswap.engine.scenes.reading.families import is_like_skin, replaced, without_families
from faceswap.engine.scenes.scene import Dice, Drawing, Hair, Light, Look, Place, Sitter, View
from faceswap.engine.scenes.turning import framed, mirrored

Source = TypeVar("Source")
Step = Callable[[int, int], None]
"""Is told how many steps of how many are done; may raise to stop."""

_SOLID = 190
_NEARER = 0.7
"""Headgear lies closer to the head than the head to the body."""
MIRRORED = 0.5
"""How many of all seeds show a drawing the other way round."""
STEPS = 4
"""Drawing the backdrop, painting the head, laying the layers, finishing."""


@dataclass(frozen=True, slots=True)
class PortraitTask:
    """A portrait to be made: what the words chose, in which form, of which seed."""

    choice: Choice
    frame: Frame
    seed: int


class Easel(Generic[Source]):
    """Makes pictures of people whose heads a painter paints; several threads may call at once."""

    def __init__(self, painter: HeadPainter[Source]) -> None:
        self._painter = painter

    def portrait(self, source: Source, task: PortraitTask, step: Step) -> Pixels:
        """Return a portrait, (height, width, 3) uint8 RGB."""
        choice, (width, height) = task.choice, task.frame.sides
        view = framed(VIEWS[task.frame], Dice(task.seed))
        size = Size(view, width, height)
        look = self._look(source, task, view)
        drawing = drawn_by(choice, look)
        picture = soft(drawing.backdrop, size, drawing.softness)
        step(1, STEPS)
        head = self._painter.head(source, _head_wanted(choice, drawing, look, size))
        step(2, STEPS)
        work = _composed(picture, drawing, head, size)
        work = replace(work, is_grey=work.is_grey or choice.is_grey)
        step(3, STEPS)
        done = finished(work, choice.finish or drawing.finish, task.seed)
        step(4, STEPS)
        return done

    def _look(self, source: Source, task: PortraitTask, view: View) -> Look:
        choice = task.choice
        return Look(
            palette=choice.palette,
            sitter=sitter_for(choice, self._painter.sitter(source)),
            mood=choice.mood,
            dice=Dice(task.seed),
            view=view,
            words=choice.words,
            without=choice.without,
        )


def sitter_for(choice: Choice, sitter: Sitter) -> Sitter:
    """Return a person as the words want their hair."""
    return replace(
        sitter, hair=choice.hair_colour or sitter.hair, style=choice.hair or sitter.style
    )


def drawn_by(choice: Choice, look: Look) -> Drawing:
    """Return the figure's drawing, before the place that was chosen, without colours not wanted."""
    drawing = choice.scene.draw(look)
    if choice.place:
        place = place_drawn(choice.place, look)
        drawing = replace(
            drawing, backdrop=place.svg, softness=max(place.softness, 5.0), light=place.light
        )
    if look.dice.share("mirrored") < MIRRORED:
        drawing = mirrored(drawing)
    banned, skin = choice.banned, look.sitter.skin

    def keeps(colour: str) -> bool:
        return is_like_skin(colour, skin)

    return replace(
        drawing,
        backdrop=without_families(drawing.backdrop, banned),
        body=without_families(drawing.body, banned, keeps),
        front=without_families(drawing.front, banned, keeps),
        light=_light_without(drawing.light, banned),
    )


def place_drawn(choice: PlaceChoice, look: Look) -> Place:
    """Return a place's drawing, in its own palette and without colours not wanted."""
    own = replace(look, palette=choice.palette)
    place = choice.backdrop.draw(own)
    light = _light_without(place.light, choice.banned)
    return replace(place, svg=without_families(place.svg, choice.banned), light=light)


def _light_without(light: Light, banned: frozenset[str]) -> Light:
    """Return a light whose colours are none that are not wanted; white and grey light may stay."""
    tints = banned - {"white", "grey", "black"}
    return replace(
        light,
        colour=replaced(light.colour, tints),
        ambient=replaced(light.ambient, tints),
        rim=light.rim and replaced(light.rim, tints),
    )


def _head_wanted(choice: Choice, drawing: Drawing, look: Look, size: Size) -> HeadWanted:
    return HeadWanted(
        head=drawing.head,
        light=drawing.light,
        sitter=look.sitter,
        hair=_hair(choice, drawing, look.sitter),
        mood=look.mood,
        view=size.view,
        width=size.width,
        height=size.height,
    )


def _hair(choice: Choice, drawing: Drawing, sitter: Sitter) -> Hair:
    """Return how hair is worn: what covers it decides, then the words, the artwork, the sitter."""
    if drawing.hair is Hair.HIDDEN:
        return Hair.HIDDEN
    return choice.hair or drawing.hair or sitter.style


def _composed(picture: Floats, drawing: Drawing, head: PaintedHead, size: Size) -> Work:
    """Lay all layers over the backdrop, in place."""
    body, front = layer(drawing.body, size), layer(drawing.front, size)
    over, sides = drawing.head.height * size.scale, (size.height, size.width)
    body_alpha, head_alpha = alpha_of(body, *sides), alpha_of(head.front, *sides)
    # Snow and mist before a figure, which are not solid, throw no shadows and have no outline.
    worn = cv2.threshold(alpha_of(front, *sides), _SOLID, 255, cv2.THRESH_TOZERO)[1]
    figure = cv2.max(cv2.max(body_alpha, head_alpha), alpha_of(head.behind, *sides))
    backdrop = picture.copy()
    lay(picture, head.behind)
    lay(picture, body)
    is_grey = _is_grey(picture)
    cast_shadow(picture, head_alpha, body_alpha, drawing.light, over)
    lay(picture, head.front)
    cast_shadow(picture, worn, head_alpha, drawing.light, over * _NEARER)
    wrap(picture, backdrop, figure, drawing.light)
    lay(picture, front)
    return Work(picture, cv2.max(figure, worn), is_grey)


def _is_grey(picture: Floats) -> bool:
    small = cv2.resize(picture, (48, 48), interpolation=cv2.INTER_AREA)
    return bool(np.mean(small.max(axis=2) - small.min(axis=2)) < 9.0)
