"""Our own API as a swap backend: requests out, answers back into our values and errors.

It translates and nothing else: no polling, no retries.
"""

from __future__ import annotations

import asyncio
import io
import re
from collections.abc import AsyncIterator, Callable, Generator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from http import HTTPStatus

import httpx
import structlog
from pydantic import ValidationError

from faceswap.apis.native.forms import BadForm, PartTooLarge, read_form
from faceswap.apis.native.translating import order_words
from faceswap.apis.native.wire import (
    ANY_BYTES,
    CLIP_PART,
    ENGINE_HEADER,
    FACES_PART,
    FORM,
    JSON,
    LEAST_RATE,
    LONGEST_WAIT,
    NOT_THERE,
    NUMBERED_PART,
    ORDER_PART,
    PHOTO_PARTS,
    PHOTOS_HEADER,
    PICTURE_PART,
    SIDES_HEADER,
    SURVEY_PART,
    WIDTH_HEADER,
    ClipWords,
    ErrorWords,
    FacesWords,
    Health,
    Look,
    PictureWords,
    SurveyWords,
    SwapState,
    SwapWords,
    condition_from,
    error_from,
    is_swap_id,
    numbered_from,
    result_from,
    status_from,
    survey_from,
)
from faceswap.domain.clip import ClipFacts
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
from faceswap.ports import Condition, Order, Survey, SwapResult, SwapStatus

log = structlog.get_logger()

PATIENCE = 120.0
"""Seconds a request may take from its first byte to the answer's last, beside what it waits for and
what its bytes may take at the least rate."""
SURVEY_PATIENCE = 600.0
"""Seconds to wait for a clip to be looked through, and for those that came before it."""
REACH = httpx.Timeout(None, connect=5.0, pool=30.0)
MOST_WORDS = MEGABYTE
MOST_BYTES = 64 * MEGABYTE
MOST_RESULT_BYTES = 1024 * MEGABYTE
"""How much of an answer is read: words, pictures or templates, and what came of a swap; of this, no
more than was said before."""

# Read piece by piece, so that a large one is never copied whole.
Files = list[tuple[str, tuple[str, io.BytesIO, str]]]


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
    """A sidecar as `SwapBackend`, `Enroller`, `Surveyor` and `Health`.

    `where` is asked before each request, so that a sidecar may come back at another address; it
    raises `BackendDown` while there is none.
    """

    def __init__(self, http: httpx.AsyncClient, where: Callable[[], Address]) -> None:
        self._http = http
        self._where = where

    async def submit(self, swap_id: str, order: Order) -> None:
        """Take an order; the same `swap_id` again is a no-op."""
        words, parts = order_words(order)
        files: Files = [
            (ORDER_PART, ("order.json", io.BytesIO(words.model_dump_json().encode()), JSON)),
            *((name, (name, io.BytesIO(data), ANY_BYTES)) for name, data in parts.items()),
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
            name: await self._picture(f"{_path(swap_id)}/{name}", each)
            for name, each in words.pictures.items()
        }
        with _understanding():
            return result_from(words, pictures)

    async def glimpse(self, swap_id: str) -> Encoded | None:
        """Return a small picture of what a clip that is being rendered looks like by now."""
        try:
            reply = await self._ask("GET", f"{_path(swap_id)}/glimpse", most=MOST_BYTES)
        except _NotThere:
            return None
        with _understanding():
            sides = re.fullmatch(r"(\d{1,5})x(\d{1,5})", reply.headers[SIDES_HEADER])
            if sides is None:
                raise ValueError("a picture without sides")
            kind = reply.headers["content-type"]
            return Encoded(reply.body, kind, int(sides[1]), int(sides[2]))

    async def cancel(self, swap_id: str) -> None:
        """Forget an order, running or over; an unknown one is fine."""
        await self._ask("DELETE", _path(swap_id))

    async def enrol(self, photos: Sequence[NamedBytes]) -> Template:
        """Learn one face from one or more photos of it; the largest face of each is taken."""
        files: Files = [
            (part, (photo.name, io.BytesIO(photo.data), ANY_BYTES))
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
        words, data = await self._look("/faces", _file(PICTURE_PART, picture), FACES_PART)
        with _understanding():
            found = FacesWords.model_validate_json(words)
            return Look(found.faces, numbered_from(found.numbered, data))

    async def measure(self, clip: NamedBytes) -> ClipFacts:
        """Tell what a clip is, without decoding it; takes no longer than a moment."""
        reply = await self._ask("POST", "/clips", files=_file(CLIP_PART, clip))
        with _understanding():
            return ClipWords.model_validate_json(reply.body).clip

    async def survey(self, clip: NamedBytes) -> Survey:
        """Look through a clip and tell who is seen in it and when."""
        files = _file(CLIP_PART, clip)
        words, data = await self._look(
            "/clips?faces=true", files, SURVEY_PART, wait=SURVEY_PATIENCE
        )
        with _understanding():
            return survey_from(SurveyWords.model_validate_json(words), data)

    async def health(self) -> Health:
        """Tell how the sidecar is."""
        reply = await self._ask("GET", "/health")
        with _understanding():
            return Health.model_validate_json(reply.body)

    async def condition(self) -> Condition:
        """Tell how the sidecar is, in our own words."""
        return condition_from(await self.health())

    async def _swap(self, swap_id: str, wait: float = 0.0) -> SwapWords:
        reply = await self._ask("GET", f"{_path(swap_id)}?wait={wait:g}", wait=wait)
        with _understanding():
            return SwapWords.model_validate_json(reply.body)

    async def _picture(self, path: str, words: PictureWords) -> bytes:
        """Fetch a picture that is as long as was said."""
        size = min(words.size, MOST_RESULT_BYTES)
        reply = await self._ask("GET", path, most=size, wait=size / LEAST_RATE)
        with _understanding():
            if len(reply.body) != words.size:
                raise ValueError("a picture is not as long as was said")
        return reply.body

    async def _look(
        self, path: str, files: Files, part: str, wait: float = 0.0
    ) -> tuple[bytes, bytes]:
        """Send one file, and return the words and the picture of the form that is the answer."""
        headers = {"Accept": FORM}
        reply = await self._ask(
            "POST", path, files=files, headers=headers, wait=wait, most=MOST_BYTES
        )
        limits = {part: MOST_WORDS, NUMBERED_PART: MOST_BYTES}
        with _understanding():
            content_type = reply.headers["content-type"]
            parts = await read_form(content_type, _whole(reply.body), limits.get)
            return parts[part].data, parts[NUMBERED_PART].data

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
        sent = sum(data.seek(0, io.SEEK_END) for _, (_, data, _) in files or [])
        with _reaching():
            async with (
                asyncio.timeout(PATIENCE + wait + sent / LEAST_RATE),
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


class _NotThere(BackendDown):
    """There is no such picture, which a sidecar of ours says of glimpses only."""


def _file(part: str, file: NamedBytes) -> Files:
    return [(part, (file.name, io.BytesIO(file.data), ANY_BYTES))]


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
    read = io.BytesIO()
    async for chunk in response.aiter_bytes():
        read.write(chunk)
        if read.tell() > most:
            log.error("the sidecar's answer is too long", most=most)
            raise BackendDown
    return read.getvalue()


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
    if words.code == NOT_THERE:
        return _NotThere()
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
