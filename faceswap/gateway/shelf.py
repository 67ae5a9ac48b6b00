"""Stored files, opened for those who are reading them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from faceswap.ports import Blobs


class ShelfFull(Exception):
    """So many different files are being read already."""


@dataclass(slots=True)
class _Opened:
    data: asyncio.Task[bytes]
    readers: int = 0


class Shelf:
    """Opens sealed files in memory, each once for all who read it, and so many at a time.

    A player asks for a film in many parts at once; a stranger may ask for many films.
    """

    def __init__(self, blobs: Blobs, most: int) -> None:
        self._blobs = blobs
        self._most = most
        self._opened: dict[str, _Opened] = {}

    @asynccontextmanager
    async def reading(self, key: str) -> AsyncGenerator[bytes]:
        """Give a file's bytes.

        Raises:
            KeyError: There are none under this key.
            ShelfFull: It has to be tried again.
        """
        opened = self._opened.get(key)
        if opened is None:
            if len(self._opened) >= self._most:
                raise ShelfFull
            opened = self._opened[key] = _Opened(asyncio.create_task(self._blobs.get(key)))
        opened.readers += 1
        try:
            yield await asyncio.shield(opened.data)
        finally:
            opened.readers -= 1
            if not opened.readers:
                del self._opened[key]
                # Nobody is left to hear what became of it.
                opened.data.cancel()
