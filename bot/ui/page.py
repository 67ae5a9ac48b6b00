"""A message to be: its components, and the files they show."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

import discord
from discord import ui

COLOUR = discord.Colour(0x5865F2)


@dataclass(frozen=True, slots=True)
class Page:
    """Made for one sending: discord.py closes the files behind it."""

    view: ui.LayoutView
    files: tuple[discord.File, ...] = ()


def layout(*items: ui.Item[Any]) -> ui.LayoutView:
    """Return a view of these items.

    It is stopped from the start: its buttons are dynamic items, found by their custom ids, and
    discord.py need not remember the message.
    """
    view = ui.LayoutView(timeout=None)
    for item in items:
        view.add_item(item)
    view.stop()
    return view


def row(*items: ui.DynamicItem[Any]) -> ui.ActionRow[Any]:
    """Return items side by side; by its types, a row takes no dynamic items."""
    children: tuple[Any, ...] = items
    return ui.ActionRow(*children)


def text_page(text: str) -> Page:
    """Return a message of words."""
    return Page(layout(ui.TextDisplay(text)))


def file_of(name: str, data: bytes, description: str) -> discord.File:
    """Return a file to be shown."""
    return discord.File(io.BytesIO(data), filename=name, description=description)
