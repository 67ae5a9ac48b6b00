"""The forms for rules that have to be typed."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import discord
from discord import ui

from bot.errors import Interaction, answering
from bot.language import say
from faceswap.domain.content import parse_blocked
from faceswap.domain.mark import LONGEST_MARK, checked_mark
from faceswap.domain.policy import (
    MOST_HOURS,
    MOST_SECONDS,
    Policy,
    Rule,
    parse_number,
)

OPEN_FOR = 15 * 60.0
"""Seconds after which a form that was left is forgotten; nobody tells that it was closed."""

LONGEST_LIST = 4000
"""Letters of a list of words, as many as a form takes; a longer one cannot have been typed."""

Setter = Callable[[Interaction, dict[str, Rule]], Awaitable[None]]
"""Sets rules, and shows them."""


class Limits(ui.Modal):
    """Asks how long clips may be, and how long results stay."""

    def __init__(self, now: Policy, set_rules: Setter) -> None:
        super().__init__(title=say("policy-limits-title"), timeout=OPEN_FOR)
        self._set_rules = set_rules
        self._seconds = self._add("seconds", now.longest_seconds)
        self._hours = self._add("hours", now.delete_after)

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Set both."""
        async with answering(interaction):
            seconds = parse_number(self._seconds.value, MOST_SECONDS)
            hours = parse_number(self._hours.value, MOST_HOURS)
            rules: dict[str, Rule] = {"longest_seconds": seconds, "delete_after": hours}
            await self._set_rules(interaction, rules)

    def _add(self, name: str, now: int) -> ui.TextInput[Any]:
        field: ui.TextInput[Any] = ui.TextInput(
            custom_id=name, required=False, max_length=9, default=str(now)
        )
        text, hint = say(f"policy-limits-{name}"), say(f"policy-limits-{name}-hint")
        self.add_item(ui.Label(text=text, description=hint, component=field))
        return field


class MarkText(ui.Modal):
    """Asks what a mark says."""

    def __init__(self, now: Policy, set_rules: Setter) -> None:
        super().__init__(title=say("policy-mark-title"), timeout=OPEN_FOR)
        self._set_rules = set_rules
        self._text: ui.TextInput[Any] = ui.TextInput(
            custom_id="text",
            required=False,
            max_length=LONGEST_MARK,
            default=now.mark_text or None,
        )
        label = say("policy-mark-label", most=LONGEST_MARK)
        self.add_item(ui.Label(text=label, component=self._text))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Set the text."""
        async with answering(interaction):
            await self._set_rules(interaction, {"mark_text": checked_mark(self._text.value)})


class BlockedWords(ui.Modal):
    """Asks which words nothing is made of."""

    def __init__(self, now: Policy, set_rules: Setter) -> None:
        super().__init__(title=say("policy-blocked-words-title"), timeout=OPEN_FOR)
        self._set_rules = set_rules
        self._words: ui.TextInput[Any] = ui.TextInput(
            custom_id="words",
            style=discord.TextStyle.paragraph,
            required=False,
            max_length=LONGEST_LIST,
            default=", ".join(sorted(now.blocked_words))[:LONGEST_LIST] or None,
        )
        label, hint = say("policy-blocked-words-label"), say("policy-blocked-words-hint")
        self.add_item(ui.Label(text=label, description=hint, component=self._words))

    async def on_submit(self, interaction: discord.Interaction[Any]) -> None:
        """Set the words."""
        async with answering(interaction):
            words = parse_blocked(self._words.value)
            await self._set_rules(interaction, {"blocked_words": words})
