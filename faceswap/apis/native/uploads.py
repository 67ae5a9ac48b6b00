"""Bodies as they arrive: bounded in bytes, in seconds, and in how many are read at once."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass

from fastapi import Request

from faceswap.apis.native.forms import LimitOf, Part, PartTooLarge, read_form
from faceswap.apis.native.problems import TooSlow
from faceswap.apis.native.wire import LEAST_RATE
from faceswap.domain.clip import ClipLimits
from faceswap.domain.errors import MEGABYTE, FileTooLarge
from faceswap.domain.media import PictureLimits

MOST_ORDER_BYTES = 64 * 1024
PREFERRED_TEMPLATES = 8
"""How many templates of the largest size one order may bring; smaller ones may be more."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read: bytes of a picture, a clip and a template, seconds any body may take to arrive.

    At most `uploads` bodies are read at the same time, and one of those that are larger than an
    order with a picture; the others wait on their connections.
    """

    picture_bytes: int = PictureLimits().most_bytes
    clip_bytes: int = ClipLimits().most_bytes
    template_bytes: int = 4 * MEGABYTE
    upload_seconds: float = 60.0
    uploads: int = 4

    @property
    def target_bytes(self) -> int:
        """Return how many bytes a target may have, whatever it is."""
        return max(self.picture_bytes, self.clip_bytes)

    @property
    def order_bytes(self) -> int:
        """Return how many bytes an order may have with all it brings."""
        # A picture may come with another to put behind its people.
        return max(self.target_bytes, 2 * self.picture_bytes) + self._beside_target

    @property
    def small_bytes(self) -> int:
        """Return up to how many bytes a body is read beside others."""
        return self.picture_bytes + self._beside_target

    @property
    def _beside_target(self) -> int:
        return PREFERRED_TEMPLATES * self.template_bytes + MOST_ORDER_BYTES


class Uploads:
    """Reads the bodies of requests."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._small = asyncio.Semaphore(limits.uploads)
        self._large = asyncio.Semaphore(1)

    async def form(self, request: Request, limit_of: LimitOf, most: int) -> dict[str, Part]:
        """Read a form of up to `most` bytes.

        Raises:
            FileTooLarge: It has more, or says so, or a part of it goes beyond its limit.
            TooSlow: It does not arrive in time.
            BadForm: It cannot be read.
        """
        length = request.headers.get("content-length", "")
        declared = int(length) if length.isdecimal() else 0
        if declared > most:
            raise FileTooLarge(size=declared, limit=most)
        # One that does not say how large it is may be large.
        is_small = 0 < (declared or most) <= self._limits.small_bytes
        try:
            async with (
                self._small if is_small else self._large,
                asyncio.timeout(self._limits.upload_seconds + declared / LEAST_RATE),
                aclosing(_counted(request, most)) as chunks,
            ):
                return await read_form(request.headers.get("content-type", ""), chunks, limit_of)
        except TimeoutError:
            raise TooSlow from None
        except PartTooLarge as large:
            raise FileTooLarge(size=max(declared, large.size), limit=large.limit) from None


async def _counted(request: Request, most: int) -> AsyncGenerator[bytes]:
    """Yield a body's bytes, and end it when there are too many, whatever its header says."""
    seen = 0
    async with aclosing(request.stream()) as chunks:
        async for chunk in chunks:
            seen += len(chunk)
            if seen > most:
                raise PartTooLarge("", seen, most)
            yield chunk
