"""Choosing who goes to which face of a result, below it, or of a clip, before it is swapped.

The choices are kept in the message itself: each select shows what is chosen as its default.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Self

import discord
from discord import ui

from bot import words
from bot.asking import account, own_job, swap_again
from bot.errors import answering, say_privately
from bot.language import say
from bot.ui.buttons import JOB, JobButton
from bot.ui.page import row
from faceswap.app import Rules
from faceswap.app.credits import at_current_price
from faceswap.domain.face import FoundFace
from faceswap.domain.identity import Shelf
from faceswap.domain.idlist import LEAVE, MOST_SLOTS, SOURCE
from faceswap.domain.job import Job, JobState, SwappedPicture, SwapRequest

MOST_FACES = 10
"""Faces that can be chosen for: two components each, of the forty that a message has."""
MOST_OPTIONS = 25
CHOICE = re.compile(rf"face:{JOB}:(?P<face>[1-9][0-9]?)")

View = ui.View | ui.LayoutView
Choices = dict[int, str]
"""Who goes to which face, by number; `_` leaves it."""


def picked_from(job: Job) -> SwappedPicture | None:
    """Return the picture whose faces can be chosen, where it is not plain which was meant."""
    pictures = job.outcome.pictures if job.outcome else ()
    is_plain = job.request.ids is not None and not job.request.ids.is_single
    if len(pictures) != 1 or is_plain or not pictures[0].numbered:
        return None
    return pictures[0]


def picker_items(
    job: Job, picture: SwappedPicture, shelf: Shelf, numbered: discord.MediaGalleryItem
) -> list[ui.Item[Any]]:
    """Return the components, in which what was done is chosen."""
    return [
        ui.TextDisplay(say("picker-title")),
        ui.MediaGallery(numbered),
        *face_choices(job, shelf, done(job, picture)),
        row(SwapFaces(job.id, say("button-swap-faces", price=0), disabled=True)),
    ]


def face_choices(job: Job, shelf: Shelf, choices: Choices) -> list[ui.ActionRow[Any]]:
    """Return a select for each face, in which what is given is chosen."""
    values = _values(job, shelf)
    return [
        row(FaceChoice(job.id, face, _options(face, values, who))) for face, who in choices.items()
    ]


def done(job: Job, picture: SwappedPicture) -> Choices:
    """Return what a swap did to the largest faces, from left to right."""
    faces, who = within_reach(picture.faces), _put_in(job)
    return {face: who if face in picture.swapped else LEAVE for face in faces}


def meant(job: Job, faces: Sequence[FoundFace]) -> Choices:
    """Return what an ask would do to the largest faces of a clip, by their numbers."""
    slots = job.request.ids.slots if job.request.ids else ()
    if len(slots) > 1:
        asked = {number: str(slot) for number, slot in enumerate(slots, 1) if slot}
        return {face: asked.get(face, LEAVE) for face in within_reach(faces)}
    first = by_size(faces)[0].number if faces else 0
    return {face: _put_in(job) if face == first else LEAVE for face in within_reach(faces)}


def by_size(faces: Sequence[FoundFace]) -> list[FoundFace]:
    """Return faces that a list can name, the largest first."""
    nameable = (face for face in faces if face.number <= MOST_SLOTS)
    return sorted(nameable, key=lambda face: -face.box.area)


def within_reach(faces: Sequence[FoundFace]) -> list[int]:
    """Return the numbers of the faces that can be chosen for."""
    return sorted(face.number for face in by_size(faces)[:MOST_FACES])


def price(rules: Rules, request: SwapRequest, choices: Mapping[int, str]) -> int:
    """Return what the choices come to, at the price of a face that the request has."""
    faces = faces_chosen(choices)
    return rules.prices.of(request.targets[0].clip, faces, request.face_price)


def faces_chosen(choices: Mapping[int, str]) -> int:
    """Return how many faces are not left as they are."""
    return sum(who != LEAVE for who in choices.values())


def id_list(choices: Mapping[int, str]) -> str:
    """Return choices as members type them, `a,_,b`, as far as the last face that is chosen.

    It has two places at least: one alone would mean the largest face.
    """
    last = max(2, *(face for face, who in choices.items() if who != LEAVE), 0)
    return ",".join(choices.get(face, LEAVE) for face in range(1, last + 1))


def chosen(view: View) -> Choices:
    """Return what is chosen in a message."""
    return {
        face: next((option.value for option in select.options if option.default), LEAVE)
        for face, select in _selects(view)
    }


class FaceChoice(ui.DynamicItem[ui.Select[Any]], template=CHOICE):
    """Who goes to one face."""

    def __init__(self, job_id: str, face: int, options: list[discord.SelectOption]) -> None:
        super().__init__(ui.Select(custom_id=f"face:{job_id}:{face}", options=options))
        self.job_id, self.face = job_id, face

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Return the select that was used, with its options."""
        options = item.options if isinstance(item, ui.Select) else []
        return cls(match["job"], int(match["face"]), options)

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Keep the choice in the message, and offer what it comes to."""
        async with answering(interaction):
            job = await own_job(interaction, self.job_id)
            view = self.view
            if view is None or interaction.message is None:
                return
            if job.state is not JobState.OFFERED and picked_from(job) is None:
                await say_privately(
                    interaction, say("offer-over" if job.state.is_final else "offer-begun")
                )
                return
            async with interaction.client.choices.of(interaction.message.id) as kept:
                choices = chosen(view) | kept | {self.face: self.item.values[0]}
                cost = await _cost(interaction, job, choices)
                _show(view, choices, _button(job, choices, cost))
                view.stop()
                await interaction.response.edit_message(view=view)
                kept.update(choices)


class SwapFaces(JobButton, template=rf"faces:{JOB}"):
    """Swaps the faces as they are chosen."""

    name = "faces"
    style = discord.ButtonStyle.primary

    async def act(self, interaction: discord.Interaction[Any]) -> None:
        """Ask for a job with the choices as a list."""
        job = await own_job(interaction, self.job_id)
        if choices := await all_chosen(interaction, self.view):
            await swap_again(interaction, job, id_list(choices))


async def all_chosen(interaction: discord.Interaction[Any], view: View | None) -> Choices:
    """Return what is chosen in the message that somebody pressed a button of."""
    if view is None or interaction.message is None:
        return {}
    async with interaction.client.choices.of(interaction.message.id) as kept:
        return chosen(view) | kept


@dataclass(frozen=True, slots=True)
class _Button:
    """How the button looks that does what is chosen, by the beginning of its custom id."""

    begins: str
    label: str
    disabled: bool


async def _cost(interaction: discord.Interaction[Any], job: Job, choices: Choices) -> int:
    """Return what the choices come to: at the price that was offered, else at today's."""
    app, request = interaction.client.app, job.request
    if job.state is not JobState.OFFERED:
        request = await at_current_price(app, account(interaction), request)
    return price(app.rules, request, choices)


def _button(job: Job, choices: Choices, cost: int) -> _Button:
    wanted = faces_chosen(choices)
    if job.state is JobState.OFFERED:
        return _Button("swap:", say("button-swap", price=cost), disabled=not wanted)
    picture = picked_from(job)
    is_same = picture is not None and id_list(choices) == id_list(done(job, picture))
    return _Button("faces:", say("button-swap-faces", price=cost), disabled=is_same or not wanted)


def _show(view: View, choices: Choices, button: _Button) -> None:
    for face, select in _selects(view):
        for option in select.options:
            option.default = option.value == choices[face]
    for item in view.walk_children():
        if isinstance(item, ui.Button) and str(item.custom_id).startswith(button.begins):
            item.label, item.disabled = button.label, button.disabled


def _selects(view: View) -> Iterator[tuple[int, ui.Select[Any]]]:
    for item in view.walk_children():
        select = item.item if isinstance(item, FaceChoice) else item
        match = CHOICE.fullmatch(getattr(select, "custom_id", None) or "")
        if match and isinstance(select, ui.Select):
            yield int(match["face"]), select


def _options(face: int, values: Sequence[str], chosen: str) -> list[discord.SelectOption]:
    return [
        discord.SelectOption(label=words.who_for(face, who), value=who, default=who == chosen)
        for who in values
    ]


def _put_in(job: Job) -> str:
    return str(job.request.ids) if job.request.ids else SOURCE


def _values(job: Job, shelf: Shelf) -> list[str]:
    """Return what can go to a face: nothing, the source, what was put in, ids newest first."""
    source = [SOURCE] if job.request.source else []
    slots = job.request.ids.slots if job.request.ids else ()
    asked = [str(slot) for slot in slots if slot] or [_put_in(job)]
    values = dict.fromkeys([LEAVE, *source, *asked, *reversed(shelf.names)])
    return list(values)[:MOST_OPTIONS]
