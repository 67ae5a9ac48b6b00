"""A server's rules as one message to edit them in, of three pages.

What is chosen and pressed is found by its custom id: see `bot.ui.policy_items`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

import discord
from discord import ui
from discord.utils import escape_markdown, escape_mentions

from bot.language import LANGUAGES, say
from bot.ui.page import COLOUR, Page, layout
from faceswap.app.deciding import Desk
from faceswap.domain.policy import AUTO, Policy

MOST_CHOSEN = 25
LONGEST_WORDS = 300
NONE = "none"
"""Stands for nothing where a message tells the two apart."""
PEOPLE, SWAPS, MORE = "people", "swaps", "more"
PAGES = (PEOPLE, SWAPS, MORE)
PLACES = [
    discord.ChannelType.text,
    discord.ChannelType.news,
    discord.ChannelType.category,
    discord.ChannelType.forum,
    discord.ChannelType.voice,
    discord.ChannelType.stage_voice,
]
BOARDS = [discord.ChannelType.text, discord.ChannelType.news]
CHANNELS = ("allowed_channels", "forbidden_channels")
ROLES = ("users", "savers", "moderators")
LANGUAGE_NAMES = {
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "ja": "日本語",
    "pt-BR": "Português do Brasil",
    "zh-CN": "简体中文",
}
"""Languages in their own words."""


@dataclass(frozen=True, slots=True)
class Around:
    """What there is to choose from: the server, and the names of those who swap."""

    guild: discord.Guild | None
    backends: Sequence[str]


def policy_page(desk: Desk, around: Around, page: str) -> Page:
    """Return one page of the rules."""
    makers = {PEOPLE: _people, SWAPS: _swaps, MORE: _more}
    tabs: ui.ActionRow[Any] = ui.ActionRow(*(_tab(each, is_here=each == page) for each in PAGES))
    title = ui.TextDisplay[Any](f"{say('policy-title')}\n{say('policy-hint')}")
    items = [title, *makers[page](desk, around), tabs]
    return Page(layout(ui.Container(*items, accent_colour=COLOUR)))


def page_of(rule: str) -> str:
    """Return the page on which a rule is."""
    if rule in CHANNELS or rule in ROLES:
        return PEOPLE
    return MORE if rule in {"mark", "mark_text", "backend", "language", "audit_channel"} else SWAPS


def _people(desk: Desk, around: Around) -> list[ui.Item[Any]]:
    items: list[ui.Item[Any]] = []
    for rule in CHANNELS:
        items += _channels(rule, getattr(desk.policy, rule), around, PLACES, MOST_CHOSEN)
    for rule in ROLES:
        items += _roles(rule, getattr(desk.policy, rule), around)
    return items


def _swaps(desk: Desk, around: Around) -> list[ui.Item[Any]]:
    policy = desk.policy
    limits = say("policy-limits", seconds=policy.longest_seconds, hours=policy.delete_after)
    return [
        _switch("allow_gif", policy),
        _switch("allow_video", policy),
        _switch("private", policy),
        _form("limits", limits),
        _form("words", say("policy-blocked-words", words=blocked_words(policy))),
    ]


def _more(desk: Desk, around: Around) -> list[ui.Item[Any]]:
    policy = desk.policy
    languages = [(each, LANGUAGE_NAMES.get(each, each)) for each in LANGUAGES]
    board = frozenset({policy.audit_channel} - {""})
    items = [
        _switch("mark", policy),
        _form("mark", say("policy-mark-text", text=mark_text(policy))),
        *_words("backend", policy.backend, [(each, each) for each in around.backends]),
        *_words("language", policy.language, languages),
        *_channels("audit_channel", board, around, BOARDS, 1),
    ]
    return items + ([ui.TextDisplay(trouble(desk))] if desk.trouble else [])


def mark_text(policy: Policy) -> str:
    """Return what a mark says, were it drawn."""
    return escape_mentions(escape_markdown(replace(policy, mark=True).stamp))


def blocked_words(policy: Policy) -> str:
    """Return the words that a server blocks, the first of many, or 'none'."""
    words = ", ".join(sorted(policy.blocked_words))
    short = words if len(words) <= LONGEST_WORDS else f"{words[: LONGEST_WORDS - 1]}…"
    return escape_mentions(escape_markdown(short)) or NONE


def trouble(desk: Desk) -> str:
    """Say since when the audit channel takes nothing."""
    since = f"<t:{int(desk.trouble.timestamp())}:f>" if desk.trouble else ""
    return say("policy-trouble", since=since)


def _channels(
    rule: str,
    chosen: frozenset[str],
    around: Around,
    types: list[discord.ChannelType],
    most: int,
) -> list[ui.Item[Any]]:
    select: ui.ChannelSelect[Any] = ui.ChannelSelect(
        custom_id=f"policy:set:{rule}",
        channel_types=types,
        placeholder=say(f"{_message(rule)}-none"),
        min_values=0,
        max_values=most,
        default_values=[
            discord.SelectDefaultValue(id=each, type=discord.SelectDefaultValueType.channel)
            for each in _known(chosen, around, "get_channel", most)
        ],
    )
    return _titled(rule, select)


def _roles(rule: str, chosen: frozenset[str], around: Around) -> list[ui.Item[Any]]:
    select: ui.RoleSelect[Any] = ui.RoleSelect(
        custom_id=f"policy:set:{rule}",
        placeholder=say(f"{_message(rule)}-none"),
        min_values=0,
        max_values=MOST_CHOSEN,
        default_values=[
            discord.SelectDefaultValue(id=each, type=discord.SelectDefaultValueType.role)
            for each in _known(chosen, around, "get_role", MOST_CHOSEN)
        ],
    )
    return _titled(rule, select)


def _words(rule: str, chosen: str, named: Sequence[tuple[str, str]]) -> list[ui.Item[Any]]:
    values = [(AUTO, say(f"{_message(rule)}-auto")), *named]
    # What was chosen and is no longer there is as good as left open.
    now = chosen if chosen in dict(values) else AUTO
    options = [
        discord.SelectOption(label=name, value=value, default=value == now)
        for value, name in values
    ]
    return _titled(rule, ui.Select(custom_id=f"policy:set:{rule}", options=options))


def _titled(rule: str, select: ui.Item[Any]) -> list[ui.Item[Any]]:
    return [ui.TextDisplay(say(_message(rule))), ui.ActionRow(select)]


def _tab(page: str, *, is_here: bool) -> ui.Button[Any]:
    return ui.Button(
        style=discord.ButtonStyle.primary if is_here else discord.ButtonStyle.secondary,
        label=say(f"policy-page-{page}"),
        custom_id=f"policy:page:{page}",
        disabled=is_here,
    )


def _switch(rule: str, policy: Policy) -> ui.Section[Any]:
    is_on: bool = getattr(policy, rule)
    words = say(_message(rule), on="yes" if is_on else "no")
    message = "policy-turn-private" if rule == "private" else "policy-turn"
    button: ui.Button[Any] = ui.Button(
        label=say(message, on="yes" if is_on else "no"),
        # It says to what it turns, so that a press that is one too many changes nothing.
        custom_id=f"policy:turn:{rule}:{'off' if is_on else 'on'}",
    )
    return ui.Section(words, accessory=button)


def _form(name: str, words: str) -> ui.Section[Any]:
    button: ui.Button[Any] = ui.Button(label=say("policy-change"), custom_id=f"policy:form:{name}")
    return ui.Section(words, accessory=button)


def _known(chosen: frozenset[str], around: Around, getter: str, most: int) -> list[int]:
    """Return what is still there of what was chosen: Discord shows nothing else as chosen."""
    find = getattr(around.guild, getter, lambda _: None)
    return [int(each) for each in sorted(chosen) if each.isdecimal() and find(int(each))][:most]


def _message(rule: str) -> str:
    return f"policy-{rule.replace('_', '-')}"
