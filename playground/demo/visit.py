"""A server with its members during the visit, and how answers are waited for."""

from __future__ import annotations

from typing import Any

from playground.asked import Asked
from playground.demo.checks import Expected, check_result, check_says
from playground.demo.clip_checks import check_clip
from playground.demo.clips import Clip
from playground.demo.keeping import Keeper
from playground.demo.samples import Sample, astronaut, group, portrait
from playground.host import Playground
from playground.people import Person
from playground.permissions import Permission
from playground.seen import Seen

MOST = 25.0
"""Seconds that an answer may take on a slow machine."""
WAITING = "⏳"
"""How the bot begins what it says while something is held."""


class Visit:
    """A server with two members and a moderator, and what they have seen so far."""

    def __init__(self, discord: Playground, keeper: Keeper) -> None:
        self.discord, self.keeper = discord, keeper
        guild = discord.add_guild("Film club")
        self.room = guild.add_channel("pictures")
        self.log = guild.add_channel("mod-log")
        self.anna, self.ben = discord.add_user("Anna"), discord.add_user("Ben")
        self.mia = discord.add_user("Mia")
        for member in (self.anna, self.ben):
            guild.add_member(member)
        guild.add_member(self.mia, Permission.MANAGE_GUILD)
        discord.install_bot(guild)
        self.group = group()
        self.portrait = portrait("portrait.png", 1)
        self.player = portrait("player.png", 3)
        self.selfie = portrait("selfie.jpg", 4, "JPEG")
        self.astronaut = astronaut()
        self.seen: Seen

    async def ask(self, who: Person, command: str, **options: Any) -> Seen:
        """Use a slash command and return what came of it."""
        uploads = {
            key: one.upload for key, one in options.items() if isinstance(one, Sample | Clip)
        }
        return await answer(await who.slash(self.room, command, **options | uploads))

    def was_told(self, words: str) -> bool:
        """Tell whether the bot has written something, though it may be gone by now."""
        return any(words in repr(each.body) for each in self.discord.exchanges)

    def clip(self, seen: Seen, target: Clip, *swapped: int, used: int, left: int) -> None:
        """Check and keep a clip's result, and remember it for the next step."""
        check_says(seen, f"{used} credits used · {left} of 50 left")
        check_clip(seen, target, swapped)
        self.keeper.keep_clip(seen, target)
        self.seen = seen

    def result(self, seen: Seen, target: Sample, *swapped: int, left: int) -> None:
        """Check and keep the result of a swap, and remember it for the next step."""
        check_result(seen, Expected(target, swapped, left))
        self.keeper.keep_result(seen, target)
        self.seen = seen


async def answer(asked: Asked) -> Seen:
    """Return what came of a gesture, past what is said while something is held."""
    return await asked.until(lambda seen: not is_waiting(seen), MOST)


def is_waiting(seen: Seen) -> bool:
    """Tell whether a message says that there is more to come, and what it then is."""
    return is_at_work(seen) or any(line.startswith(WAITING) for line in seen.text.splitlines())


def is_at_work(seen: Seen) -> bool:
    """Tell whether all that can be done about a swap is to stop it."""
    return [button.label for button in seen.buttons] == ["Cancel"]
