"""Our own API as a swap backend: requests out, answers back into our values and errors.

It translates and nothing else: no polling, no retries.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus

import httpx
import structlog
from pydantic import ValidationError

from faceswap.apis.native.forms import BadForm, PartTooLarge, read_form
from faceswap.apis.native.wire import (
    ANY_BYTES,
    ENGINE_HEADER,
    FACES_PART,
    FORM,
    LONGEST_WAIT,
    NUMBERED_PART,
    ORDER_PART,
    PHOTO_PARTS,
    PHOTOS_HEADER,
    PICTURE_PART,
    TARGET_PART,
    WIDTH_HEADER,
    ErrorWords,
    FacesWords,
    Health,
    Look,
    SwapState,
    SwapWords,
    error_from,
    is_swap_id,
    order_words,
    result_from,
    status_from,
)
from faceswap.domain.errors import (
    MEGABYTE,
    BackendBusy,
    BackendDown,
    BackendLost,
    Unexpected,
    VisageError,
)
from faceswap.domain.face import Template
from faceswap.domain.media import Encoded, NamedBytes
from faceswap.ports import SwapOrder, SwapResult, SwapStatus

log = structlog.get_logger()

PATIENCE = 120.0
"""Seconds a request may take from its first byte to the answer's last, beside what it waits for."""
REACH = httpx.Timeout(None, connect=5.0, pool=30.0)
MOST_WORDS = MEGABYTE
MOST_BYTES = 64 * MEGABYTE
"""How much of an answer is read: words, and pictures or templates."""

Files = list[tuple[str, tuple[str, bytes, str]]]


@dataclass(frozen=True, slots=True)
class Address:
    """Where a sidecar is, and the key it knows us by."""

    url: str
    key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class _Reply:
    """An answer that was read to its end."""

    status: int
    headers: httpx.Headers
    body: bytes


class NativeBackend:
    """A sidecar as `SwapBackend` and `Enroller`.

    `where` is asked before each request, so that a sidecar may come back at another address; it
    raises `BackendDown` while there is none.
    """

    def __init__(self, http: httpx.AsyncClient, where: Callable[[], Address]) -> None:
        self._http = http
        self._where = where

    async def submit(self, swap_id: str, order: SwapOrder) -> None:
        """Take an order; the same `swap_id` again is a no-op."""
        words, templates = order_words(order)
        files: Files = [
            (ORDER_PART, ("order.json", words.model_dump_json().encode(), "application/json")),
            (TARGET_PART, ("target", order.target.data, ANY_BYTES)),
            *((name, (name, data, ANY_BYTES)) for name, data in templates.items()),
        ]
        await self._ask("PUT", _path(swap_id), files=files)

    async def check(self, swap_id: str, wait: float = 0.0) -> SwapStatus:
        """Tell how far it is, waiting up to `wait` seconds, a minute at most, for its end."""
        return status_from(await self._swap(swap_id, max(0.0, min(wait, LONGEST_WAIT))))

    async def fetch(self, swap_id: str) -> SwapResult:
        """Return what came of an order that is done."""
        words = await self._swap(swap_id)
        if error := status_from(words).error:
            raise error
        if words.state is not SwapState.DONE:
            raise BackendLost
        pictures = {
            name: (await self._ask("GET", f"{_path(swap_id)}/{name}", most=MOST_BYTES)).body
            for name in words.pictures
        }
        with _understanding():
            if any(len(pictures[name]) != each.size for name, each in words.pictures.items()):
                raise ValueError("a picture is not as long as was said")
            return result_from(words, pictures)

    async def cancel(self, swap_id: str) -> None:
        """Forget an order, running or over; an unknown one is fine."""
        await self._ask("DELETE", _path(swap_id))

    async def enrol(self, photos: Sequence[NamedBytes]) -> Template:
        """Learn one face from one or more photos of it; the largest face of each is taken."""
        files: Files = [
            (part, (photo.name, photo.data, ANY_BYTES))
            for part, photo in zip(PHOTO_PARTS, photos, strict=False)
        ]
        reply = await self._ask("POST", "/templates", files=files, most=MOST_BYTES)
        with _understanding():
            return Template(
                engine=reply.headers[ENGINE_HEADER],
                data=reply.body,
                width=float(reply.headers[WIDTH_HEADER]),
                photos=int(reply.headers[PHOTOS_HEADER]),
            )

    async def faces(self, picture: NamedBytes) -> Look:
        """Find and number the faces of a picture, which may be none."""
        reply = await self._ask(
            "POST",
            "/faces",
            files=[(PICTURE_PART, (picture.name, picture.data, ANY_BYTES))],
            headers={"Accept": FORM},
            most=MOST_BYTES,
        )
        limits = {FACES_PART: MOST_WORDS, NUMBERED_PART: MOST_BYTES}
        with _understanding():
            content_type = reply.headers["content-type"]
            parts = await read_form(content_type, _whole(reply.body), limits.get)
            words = FacesWords.model_validate_json(parts[FACES_PART].data)
            about = words.numbered
            data = parts[NUMBERED_PART].data
            return Look(words.faces, Encoded(data, about.media_type, about.width, about.height))

    async def health(self) -> Health:
        """Tell how the sidecar is."""
        reply = await self._ask("GET", "/health")
        with _understanding():
            return Health.model_validate_json(reply.body)

    async def _swap(self, swap_id: str, wait: float = 0.0) -> SwapWords:
        reply = await self._ask("GET", f"{_path(swap_id)}?wait={wait:g}", wait=wait)
        with _understanding():
            return SwapWords.model_validate_json(reply.body)

    async def _ask(
        self,
        method: str,
        path: str,
        *,
        files: Files | None = None,
        headers: dict[str, str] | None = None,
        wait: float = 0.0,
        most: int = MOST_WORDS,
    ) -> _Reply:
        """Send a request and read its answer, of which `most` bytes are taken.

        Raises:
            VisageError: What the sidecar says went wrong, or `BackendDown` when it says nothing.
        """
        where = self._where()
        with _reaching():
            async with (
                asyncio.timeout(PATIENCE + wait),
                self._http.stream(
                    method,
                    where.url.rstrip("/") + path,
                    files=files,
                    headers=_headers(where) | (headers or {}),
                    timeout=REACH,
                ) as response,
            ):
                body = await _bounded(response, most if response.is_success else MOST_WORDS)
                reply = _Reply(response.status_code, response.headers, body)
        if response.is_success:
            return reply
        raise _error(reply)


def _path(swap_id: str) -> str:
    if not is_swap_id(swap_id):
        raise ValueError(f"not an id a swap can have: {swap_id!r}")
    return f"/swaps/{swap_id}"


def _headers(where: Address) -> dict[str, str]:
    # Pictures do not get smaller, and what is counted should be what arrives.
    return {"Authorization": f"Bearer {where.key}", "Accept-Encoding": "identity"}


async def _whole(data: bytes) -> AsyncIterator[bytes]:
    yield data


async def _bounded(response: httpx.Response, most: int) -> bytes:
    """Read an answer.

    Raises:
        BackendDown: It is longer than anything a sidecar would say.
    """
    read = bytearray()
    async for chunk in response.aiter_bytes():
        read += chunk
        if len(read) > most:
            log.error("the sidecar's answer is too long", most=most)
            raise BackendDown
    return bytes(read)


@contextmanager
def _reaching() -> Generator[None]:
    """Turn whatever keeps an answer from arriving into `BackendDown`."""
    try:
        yield
    except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as unreachable:
        log.warning("the sidecar does not answer", error=type(unreachable).__name__)
        raise BackendDown from unreachable


@contextmanager
def _understanding() -> Generator[None]:
    """Turn an answer that is not in our words into `BackendDown`: somebody else is speaking."""
    try:
        yield
    except (ValidationError, BadForm, PartTooLarge, KeyError, ValueError) as nonsense:
        log.error("the sidecar's answer makes no sense", error=type(nonsense).__name__)
        raise BackendDown from nonsense


def _error(reply: _Reply) -> VisageError:
    """Return the error that an answer tells of."""
    try:
        words = ErrorWords.model_validate_json(reply.body)
    except ValidationError:
        words = ErrorWords(code="")
    if words.code in VisageError.kinds:
        return error_from(words)
    log.error("the sidecar refused a request", status=reply.status, code=words.code)
    if reply.status == HTTPStatus.UNAUTHORIZED:
        log.error("the sidecar does not know our key: VISAGE_SIDECAR_KEY must be the same on both")
    if reply.status == HTTPStatus.CONFLICT:
        return BackendBusy()
    is_ours_to_mend = words.code != "" and reply.status in {
        HTTPStatus.UNSUPPORTED_MEDIA_TYPE,
        HTTPStatus.UNPROCESSABLE_ENTITY,
    }
    return Unexpected() if is_ours_to_mend else BackendDown()
