"""Showing people their jobs, and keeping that up to date while they look."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import timedelta

import aiohttp
import discord
import structlog

from bot.asking import Interaction, visitor_of
from bot.language import say
from bot.ui.job_card import NO_PICTURES, Card, Pictures, card_of, card_page, pictures_of
from faceswap.domain.errors import VisageError
from faceswap.domain.trace import trace

log = structlog.get_logger()

ROUND = 2.0
"""Seconds from one look at a job to the next."""
LONGEST_LOOK = timedelta(minutes=14)
"""How long a reply is kept up to date: Discord lets it be edited for fifteen minutes."""


class Looking:
    """Keeps one job of each person up to date, the one they asked for last."""

    def __init__(self) -> None:
        self._following: dict[int, asyncio.Task[None]] = {}

    async def show(self, interaction: Interaction, job_id: str) -> None:
        """Show a job in the reply that was begun, and go on until its end.

        Raises:
            UnknownJob: There is none.
            NotYours: It is not for whoever asks.
        """
        look = _Look(interaction, job_id)
        if not await look.again():
            self._follow(interaction.user.id, look)

    async def close(self) -> None:
        """Keep nothing up to date any more."""
        tasks = list(self._following.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def _follow(self, person: int, look: _Look) -> None:
        if before := self._following.get(person):
            before.cancel()
        task = asyncio.create_task(look.go_on())
        self._following[person] = task
        task.add_done_callback(lambda done: self._forget(person, done))

    def _forget(self, person: int, done: asyncio.Task[None]) -> None:
        if self._following.get(person) is done:
            del self._following[person]


@dataclass
class _Look:
    """One reply that shows a job."""

    interaction: Interaction
    job_id: str
    shown: Card | None = None

    async def again(self) -> bool:
        """Show the job as it is now, if that has changed; tell whether nothing more will come."""
        app = self.interaction.client.app
        card = await card_of(app, visitor_of(self.interaction), self.job_id)
        if self.shown is None or card.lines != self.shown.lines or card.is_last:
            most = self.interaction.filesize_limit
            await self._edit(card, await pictures_of(app, card, most))
        self.shown = card
        return card.is_last

    async def go_on(self) -> None:
        """Show the job until its end, or as long as that can be done."""
        try:
            await self._go_on()
        except discord.HTTPException as error:
            log.info("no longer looked at", job=self.job_id, status=error.status, code=error.code)
        except (VisageError, aiohttp.ClientError, OSError) as error:
            log.info("no longer looked at", job=self.job_id, **trace(error))
        except Exception as error:  # noqa: BLE001 - nobody above could tell of it
            log.error("looking broke", job=self.job_id, **trace(error))

    async def _go_on(self) -> None:
        clock = self.interaction.client.app.clock
        until = clock.now() + LONGEST_LOOK
        while clock.now() < until:
            await clock.sleep(ROUND)
            if await self.again():
                return
        if self.shown:
            await self._edit(self.shown, NO_PICTURES, say("jobs-no-longer-live"))

    async def _edit(self, card: Card, pictures: Pictures, note: str = "") -> None:
        page = card_page(card, pictures, note)
        await self.interaction.edit_original_response(view=page.view, attachments=list(page.files))
