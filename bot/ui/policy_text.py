"""A server's rules to read."""

from __future__ import annotations

from collections.abc import Collection

from discord.utils import escape_markdown, escape_mentions

from bot.language import say
from bot.ui.policy_page import LANGUAGE_NAMES, NONE, blocked_words, mark_text, trouble
from faceswap.app.deciding import Desk
from faceswap.domain.ban import Ban
from faceswap.domain.policy import Policy

MOST_BANS = 10
MOST_NAMED = 25
LONGEST_TEXT = 3900
"""Letters of one message, of which Discord takes four thousand."""


def policy_text(desk: Desk) -> str:
    """Return all of a server's rules in words."""
    lines = [*_people(desk.policy), *_swaps(desk.policy), *_rest(desk), *_bans(desk.bans)]
    return "\n".join([say("policy-title"), *lines, say("policy-show-edit")])[:LONGEST_TEXT]


def banned_text(ban: Ban) -> str:
    """Say who is banned, and until when."""
    return say("policy-banned", member=ban.member, until=_end(ban))


def _people(policy: Policy) -> list[str]:
    return [
        say(
            "policy-show-where",
            open=_names(policy.allowed_channels, "<#{}>"),
            closed=_names(policy.forbidden_channels, "<#{}>"),
        ),
        say("policy-show-users", roles=_names(policy.users, "<@&{}>")),
        say("policy-show-savers", roles=_names(policy.savers, "<@&{}>")),
        say("policy-show-moderators", roles=_names(policy.moderators, "<@&{}>")),
    ]


def _swaps(policy: Policy) -> list[str]:
    return [
        say("policy-allow-gif", on=_yes(policy.allow_gif)),
        say("policy-allow-video", on=_yes(policy.allow_video)),
        say("policy-private", on=_yes(policy.private)),
        say("policy-limits", seconds=policy.longest_seconds, hours=policy.delete_after),
        say("policy-blocked-words", words=blocked_words(policy)),
        say("policy-mark", on=_yes(policy.mark)),
        *([say("policy-show-mark-text", text=mark_text(policy))] if policy.mark else []),
    ]


def _rest(desk: Desk) -> list[str]:
    policy = desk.policy
    language = LANGUAGE_NAMES.get(policy.language, policy.language)
    channel = f"<#{policy.audit_channel}>" if policy.audit_channel else NONE
    return [
        say("policy-show-backend", name=policy.backend),
        say("policy-show-language", name=language),
        say("policy-show-audit", channel=channel),
        *([trouble(desk)] if desk.trouble else []),
    ]


def _bans(bans: Collection[Ban]) -> list[str]:
    shown = [
        say(
            "policy-show-ban",
            member=ban.member,
            until=_end(ban),
            reason=escape_mentions(escape_markdown(ban.reason)) or NONE,
        )
        for ban in list(bans)[:MOST_BANS]
    ]
    more = len(bans) - len(shown)
    rest = [say("policy-show-more", count=more)] if more else []
    return [say("policy-show-banned", count=len(bans)), *shown, *rest]


def _names(ids: frozenset[str], form: str) -> str:
    return ", ".join(form.format(each) for each in sorted(ids)[:MOST_NAMED]) or NONE


def _end(ban: Ban) -> str:
    return str(int(ban.until.timestamp())) if ban.until else NONE


def _yes(is_on: bool) -> str:
    return "yes" if is_on else "no"
