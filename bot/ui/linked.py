"""Links to results that are too large for Discord."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from discord import ui

from bot.language import say
from faceswap.app.linking import Link
from faceswap.domain.errors import MEGABYTE

MOST_BUTTONS = 5
"""Of one row."""
LONGEST_LABEL = 80


def linked(link: Link) -> str:
    """Return where a result is and until when, as one line."""
    size = f"{link.file.size / MEGABYTE:.1f}"
    until = f"<t:{int(link.until.timestamp())}:D>"
    return say("result-linked", name=link.file.name, size=size, until=until)


def open_buttons(links: Sequence[Link]) -> list[ui.Item[Any]]:
    """Return a row of buttons that open results, none where there are none."""
    buttons: list[Any] = [
        ui.Button(label=_label(link.file.name), url=link.url) for link in links[:MOST_BUTTONS]
    ]
    return [ui.ActionRow(*buttons)] if buttons else []


def _label(name: str) -> str:
    label = say("button-open", name=name)
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1]}…"
