"""The bytes of what is on Discord."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Iterable
from dataclasses import dataclass
from http import HTTPStatus

import aiohttp
import structlog
from yarl import URL

from bot.language import say
from bot.pictures import HOSTS, Moves, Picture, may_move
from faceswap.domain.errors import AnimatedPicture, FileTooLarge, PictureGone
from faceswap.domain.media import NamedBytes

log = structlog.get_logger()

GIF_HOSTS = re.compile(r"(media\d*|c)\.tenor\.com|(media\d*|i)\.giphy\.com")
"""Where the GIFs of Discord's picker are; of some, it has no copy."""
TOGETHER = 4
"""How many of the largest stills one ask may come to; one of the largest clips is as much."""
ASKS_AT_ONCE = 4
CLIPS_AT_ONCE = 2
ATTEMPTS = 3
SERVER_FAULTS = 500
PAUSE = 0.5
PATIENCE = aiohttp.ClientTimeout(total=60, connect=10)
LONG_PATIENCE = aiohttp.ClientTimeout(total=180, connect=10, sock_read=20)
"""Seconds a still may take, and a clip."""
CHUNK = 64 * 1024


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes of the largest still, and of the largest clip."""

    still: int
    clip: int

    def of(self, picture: Picture) -> int:
        """Return how many bytes a picture may have."""
        return self.still if picture.moves is Moves.NO else self.clip

    @property
    def together(self) -> int:
        """Return how many bytes the pictures of one ask may have."""
        return max(self.still * TOGETHER, self.clip)


class Reader:
    """Downloads pictures, from Discord's hosts only, and no more of them than is taken.

    It shares the client's connections.
    """

    def __init__(self, connector: aiohttp.BaseConnector, pause: float = PAUSE) -> None:
        self._pause = pause
        self._session = aiohttp.ClientSession(
            connector=connector, connector_owner=False, timeout=PATIENCE
        )
        self._stills = asyncio.Semaphore(ASKS_AT_ONCE)
        self._clips = asyncio.Semaphore(CLIPS_AT_ONCE)
        self.for_ids = asyncio.Semaphore(ASKS_AT_ONCE)
        """Held while photos are in memory; who saves an id may have to wait for the engine."""

    def for_swap(self, pictures: Iterable[Picture]) -> asyncio.Semaphore:
        """Return what is to be held while the pictures of one ask are in memory."""
        return self._clips if may_move(pictures) else self._stills

    async def close(self) -> None:
        """End the session; the connections are the client's."""
        await self._session.close()

    async def read_photos(self, photos: Iterable[Picture], most: int) -> tuple[NamedBytes, ...]:
        """Return the bytes of photos, each of at most `most` bytes.

        Raises:
            AnimatedPicture: One is known to be a video.
            FileTooLarge: One has more bytes, or they have together.
            PictureGone: One cannot be downloaded.
        """
        photos = tuple(photos)
        for photo in photos:
            if photo.moves is Moves.YES:
                raise AnimatedPicture(name=photo.name)
        return await self.read(photos, Sizes(most, most))

    async def read(self, pictures: Iterable[Picture], most: Sizes) -> tuple[NamedBytes, ...]:
        """Return the bytes of pictures and clips.

        Raises:
            FileTooLarge: One has more bytes than are taken, or they have together.
            PictureGone: One cannot be downloaded.
        """
        files: list[NamedBytes] = []
        left = most.together
        for picture in pictures:
            data = await self._fetch(picture, most.of(picture))
            left -= len(data)
            if left < 0:
                size = most.together - left
                raise FileTooLarge(name=say("files-that-message"), size=size, limit=most.together)
            files.append(NamedBytes(picture.name, data))
        return tuple(files)

    async def _fetch(self, picture: Picture, limit: int) -> bytes:
        if (picture.size or 0) > limit:
            raise FileTooLarge(name=picture.name, size=picture.size or 0, limit=limit)
        url = URL(picture.url)
        if url.scheme != "https" or not _is_trusted(url.host or ""):
            raise PictureGone(name=picture.name)
        for attempt in range(1, ATTEMPTS + 1):
            try:
                return await self._download(url, picture, limit)
            except (aiohttp.ClientError, OSError, TimeoutError) as error:
                log.warning("download failed", attempt=attempt, error=type(error).__name__)
            await asyncio.sleep(self._pause * attempt)
        raise PictureGone(name=picture.name)

    async def _download(self, url: URL, picture: Picture, limit: int) -> bytes:
        patience = PATIENCE if picture.moves is Moves.NO else LONG_PATIENCE
        async with self._session.get(url, allow_redirects=False, timeout=patience) as response:
            if response.status == HTTPStatus.TOO_MANY_REQUESTS or response.status >= SERVER_FAULTS:
                raise aiohttp.ClientError
            if response.status != HTTPStatus.OK:
                raise PictureGone(name=picture.name)
            data = bytearray()
            async for chunk in response.content.iter_chunked(CHUNK):
                data += chunk
                if len(data) > limit:
                    raise FileTooLarge(name=picture.name, size=len(data), limit=limit)
            return bytes(data)


def _is_trusted(host: str) -> bool:
    return HOSTS.fullmatch(host) is not None or GIF_HOSTS.fullmatch(host) is not None
