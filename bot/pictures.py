"""Pictures and clips on Discord: which there are in a message."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import PurePosixPath
from urllib.parse import unquote

import discord
from discord import components
from yarl import URL

from faceswap.domain.errors import NoPicture

HOSTS = re.compile(r"(cdn|media)\.discordapp\.(com|net)|images-ext-\d+\.discordapp\.net")
"""Where Discord keeps files, and where it keeps its copies of what is elsewhere."""
MOST_PICTURES = 10
"""As many as one message can show."""
LONGEST_NAME = 80
BESIDE = re.compile(r"-(before|faces|now)\.[a-z]+$")
"""What we show beside results, and before them, by our names."""
VIDEO = re.compile(r"\.(mp4|m4v|mov|webm|mkv|avi|wmv|flv|rmvb?|mpe?g|3gp|ts)$", re.IGNORECASE)
STILL = re.compile(r"\.(jpe?g|png|bmp|tiff?|heic)$", re.IGNORECASE)
MOVABLE = re.compile(r"\.(gif|apng|webp|avif)$", re.IGNORECASE)
"""For files whose type Discord did not tell. PNGs may move, too; few do, and those are small."""


class Moves(StrEnum):
    """Whether something moves, as far as can be told without opening it."""

    NO = "no"
    MAYBE = "maybe"
    YES = "yes"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture or a clip that is on Discord.

    `size` is in bytes, and None where nobody said; `pixels` is 0 then.
    """

    name: str
    url: str
    size: int | None = None
    pixels: int = 0
    moves: Moves = Moves.NO


def of_attachment(attachment: discord.Attachment) -> Picture:
    """Return what was uploaded."""
    return Picture(
        attachment.filename[:LONGEST_NAME],
        attachment.url,
        attachment.size,
        (attachment.width or 0) * (attachment.height or 0),
        _moves(attachment.filename, attachment.content_type),
    )


def in_message(message: discord.Message, *, is_ours: bool = False) -> list[Picture]:
    """Return the pictures of a message: its files, its embeds', its components', its forwards'.

    Of a message of ours, they are the results.

    Raises:
        NoPicture: There are none.
    """
    found: dict[str, Picture] = {}
    for part in (message, *message.message_snapshots):
        for picture in _in_part(part):
            if not (is_ours and BESIDE.search(picture.name)):
                found.setdefault(str(URL(picture.url).with_query(None)), picture)
    if not found:
        raise NoPicture
    return list(found.values())[:MOST_PICTURES]


def largest(pictures: Sequence[Picture]) -> Picture:
    """Return the picture that shows most; a still one, where there is one."""
    return max(
        pictures,
        key=lambda each: (each.moves is not Moves.YES, each.pixels, each.size or 0),
    )


def may_move(pictures: Iterable[Picture]) -> bool:
    """Tell whether there may be clips among them."""
    return any(picture.moves is not Moves.NO for picture in pictures)


def told_apart(pictures: Sequence[Picture], what: Sequence[str]) -> list[Picture]:
    """Return the pictures, with what each is behind its name where names do not tell.

    Discord calls every picture that is pasted image.png.
    """
    if len({picture.name for picture in pictures}) == len(pictures):
        return list(pictures)
    return [
        replace(picture, name=f"{picture.name} ({is_what})")
        for picture, is_what in zip(pictures, what, strict=False)
    ]


def _in_part(part: discord.Message | discord.MessageSnapshot) -> Iterator[Picture]:
    for attachment in part.attachments:
        if _may_be_picture(attachment):
            yield of_attachment(attachment)
    for embed in part.embeds:
        yield from _in_embed(embed)
    for component in part.components:
        yield from _in_component(component)


def _may_be_picture(attachment: discord.Attachment) -> bool:
    """Tell whether it is worth a look."""
    if attachment.content_type:
        return _is_seen(attachment.content_type) or _is_video(attachment.filename)
    return any(kind.search(attachment.filename) for kind in (STILL, MOVABLE, VIDEO))


def _is_seen(content_type: str) -> bool:
    return content_type.startswith(("image/", "video/"))


def _is_video(name: str) -> bool:
    """Tell by a name whether it is a video; Discord knows no type of some that we take."""
    return VIDEO.search(name) is not None


def _moves(name: str, content_type: str | None) -> Moves:
    kind = content_type or ""
    if kind.startswith("video/") or (not kind.startswith("image/") and _is_video(name)):
        return Moves.YES
    may = kind.startswith(("image/gif", "image/webp", "image/avif", "image/apng"))
    return Moves.MAYBE if may or (not kind and MOVABLE.search(name)) else Moves.NO


def _in_embed(embed: discord.Embed) -> Iterator[Picture]:
    """Yield what an embed shows, which is a copy, of which no size is told."""
    # Of what is no file, such as a page with a player, Discord has no copy.
    link = embed.video.proxy_url or (embed.video.url if embed.type == "gifv" else None)
    if link:
        pixels = (embed.video.width or 0) * (embed.video.height or 0)
        yield Picture(_name(embed.video.url or link), link, None, pixels, Moves.YES)
        return
    for media in (embed.image, embed.thumbnail):
        if media.proxy_url:
            name = _name(media.url or media.proxy_url)
            pixels = (media.width or 0) * (media.height or 0)
            yield Picture(name, media.proxy_url, None, pixels, _moves(name, None))


def _in_component(component: components.Component) -> Iterator[Picture]:
    if isinstance(component, components.MediaGalleryComponent):
        for item in component.items:
            yield from _in_media(item.media)
    elif isinstance(component, components.ThumbnailComponent | components.FileComponent):
        yield from _in_media(component.media)
    elif isinstance(component, components.SectionComponent):
        yield from _in_component(component.accessory)
    elif isinstance(component, components.Container | components.ActionRow):
        for child in component.children:
            yield from _in_component(child)


def _in_media(media: discord.UnfurledMediaItem) -> Iterator[Picture]:
    own = HOSTS.fullmatch(URL(media.url).host or "") is not None
    url = media.url if own else media.proxy_url
    if url and _is_seen(media.content_type or "image/"):
        name, pixels = _name(media.url), (media.width or 0) * (media.height or 0)
        yield Picture(name, url, None, pixels, _moves(name, media.content_type))


def _name(url: str) -> str:
    return unquote(PurePosixPath(URL(url).path).name)[:LONGEST_NAME]
