"""Choosing who goes to which face of a result, below it.

The choices are kept in the message itself: each select shows what is chosen as its default.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Self

import discord
from discord import ui

from bot import words
from bot.asking import own_job, swap_again
from bot.errors import answering
from bot.ui.buttons import JOB, JobButton
from bot.ui.page import row
from faceswap.domain.credits import price
from faceswap.domain.identity import Shelf
from faceswap.domain.idlist import LEAVE, MOST_SLOTS, SOURCE
from faceswap.domain.job import Job, SwappedPicture

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
    choices = done(job, picture)
    values = _values(job, shelf)
    return [
        ui.TextDisplay(words.PICK_FACES),
        ui.MediaGallery(numbered),
        *(row(FaceChoice(job.id, face, values, choices[face])) for face in choices),
        row(SwapFaces(job.id, words.swap_these(0), disabled=True)),
    ]


def done(job: Job, picture: SwappedPicture) -> Choices:
    """Return what a swap did to the largest faces, from left to right."""
    by_size = sorted(picture.faces, key=lambda face: -face.box.width * face.box.height)
    within_reach = [face.number for face in by_size if face.number <= MOST_SLOTS]
    faces, who = sorted(within_reach[:MOST_FACES]), _put_in(job)
    return {face: who if face in picture.swapped else LEAVE for face in faces}


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

    def __init__(self, job_id: str, face: int, values: list[str], chosen: str) -> None:
        options = [
            discord.SelectOption(
                label=words.who_for(face, value), value=value, default=value == chosen
            )
            for value in values
        ]
        super().__init__(ui.Select(custom_id=f"face:{job_id}:{face}", options=options))
        self.job_id, self.face = job_id, face

    @classmethod
    async def from_custom_id(
        cls, interaction: discord.Interaction[Any], item: ui.Item[Any], match: re.Match[str], /
    ) -> Self:
        """Return the select that was used, with its options."""
        values = [option.value for option in item.options] if isinstance(item, ui.Select) else []
        return cls(match["job"], int(match["face"]), values, "")

    async def callback(self, interaction: discord.Interaction[Any]) -> None:
        """Keep the choice in the message, and offer what it comes to."""
        async with answering(interaction):
            job = await own_job(interaction, self.job_id)
            picture = picked_from(job)
            view = self.view
            if picture is None or view is None or interaction.message is None:
                return
            async with interaction.client.choices.of(interaction.message.id) as kept:
                choices = chosen(view) | kept | {self.face: self.item.values[0]}
                _show(view, choices, before=done(job, picture))
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
        if self.view is None or interaction.message is None:
            return
        async with interaction.client.choices.of(interaction.message.id) as kept:
            choices = chosen(self.view) | kept
        await swap_again(interaction, job, id_list(choices))


def _show(view: View, choices: Choices, before: Choices) -> None:
    for face, select in _selects(view):
        for option in select.options:
            option.default = option.value == choices[face]
    wanted = sum(who != LEAVE for who in choices.values())
    for item in view.walk_children():
        if isinstance(item, ui.Button) and str(item.custom_id).startswith("faces:"):
            item.label = words.swap_these(price(wanted))
            item.disabled = wanted == 0 or id_list(choices) == id_list(before)


def _selects(view: View) -> Iterator[tuple[int, ui.Select[Any]]]:
    for item in view.walk_children():
        select = item.item if isinstance(item, FaceChoice) else item
        match = CHOICE.fullmatch(getattr(select, "custom_id", None) or "")
        if match and isinstance(select, ui.Select):
            yield int(match["face"]), select


def _put_in(job: Job) -> str:
    return str(job.request.ids) if job.request.ids else SOURCE


def _values(job: Job, shelf: Shelf) -> list[str]:
    """Return what can go to a face: nothing, the source, what was put in, ids newest first."""
    source = [SOURCE] if job.request.source else []
    values = dict.fromkeys([LEAVE, *source, _put_in(job), *reversed(shelf.names)])
    return list(values)[:MOST_OPTIONS]
