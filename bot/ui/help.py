"""The help, on one screen."""

from __future__ import annotations

from typing import Any

from discord import ui

from bot import words
from bot.ui.page import COLOUR, Page, layout
from faceswap.app import Rules


def help_page(rules: Rules) -> Page:
    """Return the help with the rules of this installation."""
    blocks = words.help_blocks(rules.allowance, rules.prices, rules.id_limit, rules.retention.days)
    parts: list[ui.Item[Any]] = []
    for block in blocks:
        parts += [ui.Separator()] if parts else []
        parts.append(ui.TextDisplay(block))
    return Page(layout(ui.Container(*parts, accent_colour=COLOUR)))
