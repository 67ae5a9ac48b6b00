"""Telling askers what became of their jobs: in their reply while they can, else beside it.

A reply is the interaction's own message, edited. Words that only the asker needs replace it by a
message that only the asker sees. After fifteen minutes, the answer is a message of its own that
mentions the asker and nobody else. How far a clip or a picture that is made is, is told in the
reply alone, as long as that can be edited.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

import structlog

from bot import post, words
from bot.address import Address
from bot.audit import post_lines
from bot.erasing import delete_answer
from bot.errors import words_for
from bot.language import say, speaking
from bot.live import Live
from bot.ui.made import made_page
from bot.ui.offer import offer_page
from bot.ui.page import Page, text_page
from bot.ui.progress import progress_page, waiting_page
from bot.ui.result import Result, result_page, shown_files, sizes_of
from faceswap.app.credits import balance
from faceswap.app.identities import list_ids
from faceswap.app.linking import linked_files, links_of
from faceswap.domain.audit import AuditLine
from faceswap.domain.clip import Progress
from faceswap.domain.delivery import Undelivered
from faceswap.domain.errors import Canceled, JobGone, Unexpected, VisageError
from faceswap.domain.job import Job, JobState
from faceswap.domain.media import Encoded
from faceswap.domain.trace import trace
from faceswap.ports import Board, Delivery, Promise, Receipt

if TYPE_CHECKING:
    from bot.client import VisageBot

log = structlog.get_logger()

SOON = 1.5
"""Seconds a job may take before its asker is told that it is worked on."""


class DiscordNotifier:
    """`Notifier` on Discord."""

    def __init__(self, bot: VisageBot) -> None:
        self._bot = bot
        self._following: set[asyncio.Task[None]] = set()
        self._live = Live(lambda: bot.app.clock)

    async def tell(self, job: Job) -> Receipt:
        """Answer a job that is over, at its `address`."""
        await self._live.end(job.id)
        address = Address.read(job.address)
        if address is None:
            return Receipt(Delivery.IMPOSSIBLE, undelivered=Undelivered.NO_PLACE)
        if linked_files(job) and self._bot.app.links is None:
            # The gateway was there when it was made.
            return Receipt(Delivery.TOO_LARGE)
        with speaking(address.language):
            receipt = await self._deliver(address, await self._answer(job, address), job.id)
            return replace(receipt, undelivered=await self._why_not(job, receipt))

    async def progress(self, job: Job, progress: Progress, glimpse: Encoded | None) -> None:
        """Show how far a job is, in its reply; the edit goes on by itself."""
        address = self._reply(job)
        if address:
            page = partial(progress_page, job, address.user, progress, glimpse)
            self._live.show(job.id, partial(self._edit, address, page))

    async def waiting(self, job: Job, reason: VisageError) -> None:
        """Say that the job is held and will be tried again."""
        await self._note(job.id, partial(words.waiting, reason))

    async def erase(self, job: Job) -> Delivery:
        """Delete the answer of a job."""
        address = Address.read(job.address)
        return await delete_answer(self._bot, address) if address else Delivery.IMPOSSIBLE

    async def post(self, board: Board, lines: Sequence[AuditLine]) -> Delivery:
        """Post lines of the audit as one message that mentions nobody."""
        return await post_lines(self._bot, board, lines)

    async def offer(self, job: Job) -> None:
        """Show what is offered, and its price, while the reply can be edited."""
        address = self._reply(job)
        if address:
            credit = await balance(self._bot.app, job.account)
            await self._edit(address, partial(offer_page, job, address.user, credit))

    async def apologize(self, promise: Promise) -> Receipt:
        """Say that what was asked was lost with a process."""
        address = Address.read(promise.address)
        if address is None:
            return Receipt(Delivery.IMPOSSIBLE)
        answer = post.Answer(
            lambda greeting: text_page(greeting + say("restart-sorry")), is_aside=True
        )
        with speaking(address.language):
            return await self._deliver(address, answer, promise.key)

    async def follow(self, job: Job, *, at_once: bool = False) -> None:
        """Tell what is offered; say that a job is worked on, if not at once, when it takes long."""
        if job.state is JobState.OFFERED:
            await self.offer(job)
            return
        task = asyncio.create_task(self._say_working(job, at_once=at_once))
        self._following.add(task)
        task.add_done_callback(self._following.discard)

    async def close(self) -> None:
        """Say no more that jobs are worked on."""
        for task in self._following:
            task.cancel()
        await asyncio.gather(*self._following, return_exceptions=True)
        await self._live.close()

    async def _deliver(self, address: Address, answer: post.Answer, nonce: str) -> Receipt:
        """Answer in the reply while that can be had, else with a message."""
        if address.takes_replies(self._bot.app.clock.now()):
            with suppress(post.TokenGone):
                return await post.reply(self._bot, address, answer)
        return await post.message(self._bot, address, answer, nonce)

    async def _answer(self, job: Job, address: Address) -> post.Answer:
        """Return what there is to tell: the result, or why there is none."""
        reason = job.error or JobGone()
        if job.state is JobState.DONE:
            try:
                result = await self._result(job, address.user)
                sizes = sizes_of(job)
                page = made_page if job.request.making else result_page
                return post.Answer(lambda _: page(result), is_aside=False, sizes=sizes)
            except KeyError:
                reason = JobGone()
        text = _reason_in_words(job, reason)
        return post.Answer(lambda greeting: text_page(greeting + text), is_aside=True)

    async def _result(self, job: Job, asker: int) -> Result:
        """Return what is shown of a job that is done.

        Raises:
            KeyError: Its pictures are no longer stored.
        """
        app = self._bot.app
        return Result(
            job=job,
            asker=asker,
            balance=await balance(app, job.account),
            shelf=await list_ids(app, job.owner),
            links=links_of(app, job),
            data={file.blob: await app.blobs.get(file.blob) for file in shown_files(job)},
        )

    async def _why_not(self, job: Job, receipt: Receipt) -> Undelivered | None:
        """Return why a job cannot be answered; a server that is left hides all its channels."""
        is_hidden = receipt.undelivered in {Undelivered.CHANNEL_GONE, Undelivered.NOT_ALLOWED}
        is_left = is_hidden and await post.has_left(self._bot, job.place.server)
        return Undelivered.LEFT_SERVER if is_left else receipt.undelivered

    async def _say_working(self, job: Job, *, at_once: bool) -> None:
        clock = self._bot.app.clock
        try:
            if at_once:
                await self._note(job.id, partial(say, "waiting-starting"))
            await clock.sleep(SOON)
            if at_once or not self._live.is_shown(job.id):
                await self._say_what_it_does(job.id, is_begun=at_once)
        except Exception as error:  # noqa: BLE001 - the job goes on unannounced
            log.warning("asker not told of the work", job=job.id, **trace(error))

    async def _say_what_it_does(self, job_id: str, *, is_begun: bool) -> None:
        """Say that a job is worked on, unless that was said, or that it waits for its turn."""
        job = await self._bot.app.jobs.job(job_id)
        if job is None:
            return
        if not job.request.clips:
            await self._note(job_id, partial(say, "waiting-working"))
        elif job.state is JobState.QUEUED and job.error is None:
            await self._note(job_id, partial(say, "waiting-in-line"))
        elif not is_begun:
            await self._note(job_id, partial(say, "waiting-starting"))

    async def _note(self, job_id: str, text: Callable[[], str]) -> None:
        """Put words into the reply of a job that is not over.

        Its answer comes after them: discord.py sends what goes to one reply in the order given.
        """
        job = await self._bot.app.jobs.job(job_id)
        if job is None or job.state.is_final:
            return
        address = self._reply(job)
        if address is None:
            return
        if job.request.shows_progress:
            waiting = partial(_waiting_page, job, address.user, text)
            self._live.show(job.id, partial(self._edit, address, waiting))
        else:
            await self._edit(address, lambda: text_page(text()))

    async def _edit(self, address: Address, page: Callable[[], Page]) -> None:
        """Put a page into a reply, made in the language of whoever reads it."""
        with speaking(address.language):
            await post.edit(self._bot, address, page())

    def _reply(self, job: Job) -> Address | None:
        """Return a job's address while its reply can be edited."""
        address = Address.read(job.address)
        is_open = address is not None and address.takes_replies(self._bot.app.clock.now())
        return address if is_open else None


def _waiting_page(job: Job, asker: int, text: Callable[[], str]) -> Page:
    return waiting_page(job, asker, text())


def _reason_in_words(job: Job, reason: VisageError) -> str:
    match reason:
        case Unexpected():
            return say("error-unexpected", reference=job.id)
        case Canceled():
            return words.canceled(reason.done, reason.total, job.charged, job.held)
        case _:
            return words_for(reason)
