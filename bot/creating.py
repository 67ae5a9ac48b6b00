"""From a wish on Discord to pictures that are made from words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.asking import (
    Interaction,
    account,
    begin,
    is_private,
    most_bytes,
    owner,
    place,
    standing,
)
from bot.errors import answering
from bot.pictures import Picture
from bot.reader import Sizes
from faceswap.app.making import MakeAsk, make
from faceswap.domain.job import Verb


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What somebody wants made; see `MakeAsk`.

    `files` are the picture with the people and a background, as far as there are any. `private`
    None leaves it to the server's rules.
    """

    verb: Verb
    prompt: str
    ids: str = ""
    options: str = ""
    files: Sequence[Picture] = ()
    private: bool | None = None


async def create(interaction: Interaction, wish: Wish) -> None:
    """Acknowledge, fetch what was uploaded and have the pictures made; the notifier answers."""
    bot = interaction.client
    async with answering(interaction):
        private = await is_private(interaction, wish.private)
        address = await begin(interaction, private=private)
        limit = bot.app.rules.limits.most_bytes
        async with bot.reader.for_swap(wish.files):
            files = await bot.reader.read(wish.files, Sizes(limit, bot.app.rules.most_bytes))
            target, background = (*files, None, None)[:2]
            ask = MakeAsk(
                verb=wish.verb,
                owner=owner(interaction),
                account=account(interaction),
                key=str(interaction.id),
                address=str(address),
                most_bytes=most_bytes(interaction, moves=False),
                prompt=wish.prompt,
                ids_text=wish.ids,
                options_text=wish.options,
                target=target,
                background=background,
                private=private,
                standing=standing(interaction),
                place=place(interaction),
            )
            job = await make(bot.app, ask)
        await bot.notifier.follow(job)
