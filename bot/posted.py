"""What a message of ours consists of: its words and its files, with where these are just now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath
from urllib.parse import unquote

import discord
from discord import components
from yarl import URL

from faceswap.domain.delivery import Attachment, Posted
from faceswap.domain.job_object import Link

NO_SIZES: Mapping[str, int] = {}


def posted_with(message: discord.Message, sizes: Mapping[str, int] = NO_SIZES) -> Posted:
    """Return what is kept of a message; `sizes` has the bytes of its files, by their names."""
    return Posted(
        message=str(message.id),
        channel=str(message.channel.id),
        at=message.created_at,
        text="\n".join(_texts(message.components)),
        attachments=tuple(_attachment(media, sizes) for media in _media(message.components)),
        private=message.flags.ephemeral,
    )


def links_in(message: discord.Message) -> dict[str, Link]:
    """Return where the files of a message can be had for about a day, by their ids."""
    return {
        str(media.attachment_id): Link(media.url, media.proxy_url or media.url)
        for media in _media(message.components)
    }


def _attachment(media: discord.UnfurledMediaItem, sizes: Mapping[str, int]) -> Attachment:
    name = unquote(PurePosixPath(URL(media.url).path).name)
    return Attachment(
        id=str(media.attachment_id),
        name=name,
        media_type=media.content_type or "",
        size=sizes.get(name, 0),
        width=media.width,
        height=media.height,
    )


def _texts(parts: list[components.Component]) -> Iterator[str]:
    for part in _walk(parts):
        if isinstance(part, components.TextDisplay):
            yield part.content


def _media(parts: list[components.Component]) -> Iterator[discord.UnfurledMediaItem]:
    for part in _walk(parts):
        if isinstance(part, components.MediaGalleryComponent):
            yield from (item.media for item in part.items)


def _walk(parts: list[components.Component]) -> Iterator[components.Component]:
    for part in parts:
        yield part
        if isinstance(part, components.Container):
            yield from _walk(part.children)
