"""Pictures on Discord: which there are in a message, and their bytes."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from http import HTTPStatus
from pathlib import PurePosixPath
from urllib.parse import unquote

import aiohttp
import discord
import structlog
from discord import components
from yarl import URL

from faceswap.domain.errors import AnimatedPicture, FileTooLarge, NoPicture, PictureGone
from faceswap.domain.media import NamedBytes

log = structlog.get_logger()

HOSTS = re.compile(r"(cdn|media)\.discordapp\.(com|net)|images-ext-\d+\.discordapp\.net")
"""Where Discord keeps files, and where it keeps its copies of what is elsewhere."""
MOST_PICTURES = 10
"""As many as one message can show."""
TOGETHER = 4
"""How many of the largest files one ask may come to."""
ASKS_AT_ONCE = 4
ATTEMPTS = 3
SERVER_FAULTS = 500
PAUSE = 0.5
PATIENCE = aiohttp.ClientTimeout(total=60, connect=10)
CHUNK = 64 * 1024
LONGEST_NAME = 80
BESIDE = re.compile(r"-(before|faces)\.[a-z]+$")
"""What a result shows beside the result, by our names."""
MEDIA = re.compile(r"\.(jpe?g|png|gif|webp|avif|bmp|tiff?|heic|mp4|mov|webm)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that is on Discord.

    `size` is in bytes, and None where nobody said; `pixels` is 0 then. `moves` tells of a GIF that
    is a video in truth, as GIF pickers post them.
    """

    name: str
    url: str
    size: int | None = None
    pixels: int = 0
    moves: bool = False


def of_attachment(attachment: discord.Attachment) -> Picture:
    """Return what was uploaded."""
    pixels = (attachment.width or 0) * (attachment.height or 0)
    return Picture(attachment.filename[:LONGEST_NAME], attachment.url, attachment.size, pixels)


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
    """Return the picture that shows most."""
    return max(pictures, key=lambda picture: (picture.pixels, picture.size or 0))


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
    """Tell whether it is worth a look; videos are, for they are refused by name."""
    if attachment.content_type:
        return attachment.content_type.startswith(("image/", "video/"))
    return MEDIA.search(attachment.filename) is not None


def _in_embed(embed: discord.Embed) -> Iterator[Picture]:
    moves = embed.type == "gifv"
    for media in (embed.image, embed.thumbnail):
        if media.proxy_url:
            pixels = (media.width or 0) * (media.height or 0)
            # What an embed shows is a copy, of which no size is told.
            yield Picture(_name(media.url or media.proxy_url), media.proxy_url, None, pixels, moves)


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
    if url and (media.content_type or "image/").startswith(("image/", "video/")):
        yield Picture(_name(media.url), url, None, (media.width or 0) * (media.height or 0))


def _name(url: str) -> str:
    return unquote(PurePosixPath(URL(url).path).name)[:LONGEST_NAME]


class Reader:
    """Downloads pictures, from Discord's hosts only, and no more of them than is taken.

    It shares the client's connections.
    """

    def __init__(self, connector: aiohttp.BaseConnector, pause: float = PAUSE) -> None:
        self._pause = pause
        self._session = aiohttp.ClientSession(
            connector=connector, connector_owner=False, timeout=PATIENCE
        )
        self.for_swaps = asyncio.Semaphore(ASKS_AT_ONCE)
        self.for_ids = asyncio.Semaphore(ASKS_AT_ONCE)
        """Held while pictures are in memory; who saves an id may have to wait for the engine."""

    async def close(self) -> None:
        """End the session; the connections are the client's."""
        await self._session.close()

    async def read(self, pictures: Iterable[Picture], limit: int) -> tuple[NamedBytes, ...]:
        """Return the bytes of pictures, each of at most `limit` bytes, together of a few times it.

        Raises:
            AnimatedPicture: One is known to move.
            FileTooLarge: One has more bytes, or they have together.
            PictureGone: One cannot be downloaded.
        """
        files: list[NamedBytes] = []
        left = limit * TOGETHER
        for picture in pictures:
            if picture.moves:
                raise AnimatedPicture(name="That GIF")
            data = await self._fetch(picture, limit)
            left -= len(data)
            if left < 0:
                most = limit * TOGETHER
                raise FileTooLarge(name="That message", size=most - left, limit=most)
            files.append(NamedBytes(picture.name, data))
        return tuple(files)

    async def _fetch(self, picture: Picture, limit: int) -> bytes:
        if (picture.size or 0) > limit:
            raise FileTooLarge(name=picture.name, size=picture.size or 0, limit=limit)
        url = URL(picture.url)
        if url.scheme != "https" or not HOSTS.fullmatch(url.host or ""):
            raise PictureGone(name=picture.name)
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return await self._download(url, picture.name, limit)
            except (aiohttp.ClientError, OSError, TimeoutError) as error:
                log.warning("download failed", attempt=attempt, error=type(error).__name__)
            await asyncio.sleep(self._pause * attempt)
        raise PictureGone(name=picture.name)

    async def _download(self, url: URL, name: str, limit: int) -> bytes:
        async with self._session.get(url, allow_redirects=False) as response:
            if response.status == HTTPStatus.TOO_MANY_REQUESTS or response.status >= SERVER_FAULTS:
                raise aiohttp.ClientError
            if response.status != HTTPStatus.OK:
                raise PictureGone(name=name)
            data = bytearray()
            async for chunk in response.content.iter_chunked(CHUNK):
                data += chunk
                if len(data) > limit:
                    raise FileTooLarge(name=name, size=len(data), limit=limit)
            return bytes(data)
