"""The form that asks for other ids."""

from __future__ import annotations

from typing import Any

import discord
from discord import ui

from bot.asking import swap_again
from bot.errors import answering
from bot.language import say
from faceswap.domain.errors import NobodyChosen
from faceswap.domain.identity import Shelf
from faceswap.domain.job import Job
from faceswap.domain.options import split_flags

OPEN_FOR = 15 * 60.0
"""Seconds after which a form that was left is forgotten; nobody tells that it was closed."""
MOST_OPTIONS = 25
LONGEST_LIST = 300


class AnotherId(ui.Modal):
    """Takes one of the member's ids, or a typed list, which goes first, and flags for either.

    Of what is made from words, the seed stays, so that only the person is another.
    """

    def __init__(self, job: Job, shelf: Shelf) -> None:
        kind = "portrait" if job.request.making else "another"
        super().__init__(title=say(f"form-{kind}-title"), timeout=OPEN_FOR)
        self._job = job
        self._pick: ui.Select[Any] = ui.Select(
            custom_id="id",
            required=False,
            min_values=0,
            placeholder=say(f"form-{kind}-pick-hint"),
            options=[discord.SelectOption(label=name) for name in _newest(shelf)],
        )
        self._typed: ui.TextInput[Any] = ui.TextInput(
            custom_id="list",
            required=False,
            max_length=LONGEST_LIST,
            placeholder=say(f"form-{kind}-typed-hint"),
        )
        if shelf.identities:
            self.add_item(ui.Label(text=say("form-another-pick-label"), component=self._pick))
        self.add_item(ui.Label(text=say(f"form-{kind}-typed-label"), component=self._typed))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Have the job done with these ids."""
        async with answering(interaction):
            ids = self._chosen()
            if not ids:
                raise NobodyChosen
            await swap_again(interaction, self._job, ids)

    def _chosen(self) -> str:
        typed = self._typed.value.strip()
        names_ids = bool(split_flags(typed)[0])
        picked = "" if names_ids else next(iter(self._pick.values), "")
        return f"{picked} {typed}".strip()


def _newest(shelf: Shelf) -> list[str]:
    return shelf.names[::-1][:MOST_OPTIONS]
