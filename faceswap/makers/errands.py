"""Requests to a maker's server, from a thread that somebody may stop."""

from __future__ import annotations

import asyncio
import base64
import binascii
import json
from collections.abc import Coroutine, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, TypeVar, cast

import httpx
import structlog

from faceswap.domain.errors import MEGABYTE, BackendBusy, Canceled, MakerDown, MakerRefused
from faceswap.ports import MakerWatch

log = structlog.get_logger()

MOST_BYTES = 64 * MEGABYTE
"""How much of an answer is read."""
CONNECT_SECONDS = 10.0

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Server:
    """Where a maker's server is, how it knows us, and how long it may take for one picture.

    `auth` is a bearer key, or a name and a password.
    """

    url: str
    auth: str | tuple[str, str] = field(default="", repr=False)
    seconds: float = 300.0

    def client(self) -> httpx.AsyncClient:
        """Return a client for it; where it sends us to is not followed."""
        bearer = isinstance(self.auth, str) and self.auth
        return httpx.AsyncClient(
            base_url=self.url.rstrip("/") + "/",
            headers={"Authorization": f"Bearer {self.auth}"} if bearer else {},
            auth=self.auth if isinstance(self.auth, tuple) else None,
            timeout=httpx.Timeout(None, connect=CONNECT_SECONDS),
            follow_redirects=False,
        )


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that was read to its end."""

    status: int
    body: bytes

    @property
    def is_good(self) -> bool:
        """Tell whether it is what was asked for."""
        return 200 <= self.status < 300

    def words(self) -> dict[str, Any]:
        """Return the JSON object that it is, an empty one if it is none."""
        try:
            read: object = json.loads(self.body)
        except ValueError:
            return {}
        return cast("dict[str, Any]", read) if isinstance(read, dict) else {}


def run_until_canceled(
    work: Coroutine[Any, Any, Result], watch: MakerWatch, seconds: float
) -> Result:
    """Do what waits for a server, on this thread, for so many seconds and while it is wanted.

    Raises:
        Canceled: It is no longer wanted.
        MakerDown: The server cannot be reached, or took too long.
    """

    async def doing() -> Result:
        loop = asyncio.get_running_loop()
        task = asyncio.ensure_future(work)

        def stop() -> None:
            # The picture may be there by now, and the loop closed.
            with suppress(RuntimeError):
                loop.call_soon_threadsafe(task.cancel)

        watch.on_cancel(stop)
        return await asyncio.wait_for(task, seconds)

    try:
        return asyncio.run(doing())
    except asyncio.CancelledError:
        raise Canceled(0, 0) from None
    except (httpx.HTTPError, httpx.InvalidURL, TimeoutError) as unreachable:
        log.warning("the maker does not answer", error=type(unreachable).__name__)
        raise MakerDown from unreachable


async def asked(http: httpx.AsyncClient, method: str, path: str, **body: Any) -> Answer:
    """Send a request and read its answer, up to a bound.

    Raises:
        MakerDown: The answer is too long.
    """
    async with http.stream(method, path, **body) as response:
        read = bytearray()
        async for chunk in response.aiter_bytes():
            read += chunk
            if len(read) > MOST_BYTES:
                log.error("the maker's answer is too long", most=MOST_BYTES)
                raise MakerDown
        return Answer(response.status_code, bytes(read))


def code_of(words: Mapping[str, Any]) -> str:
    """Return the code of an error, '' where it has none."""
    return str(words.get("code") or words.get("type") or "")


def is_over_content(code: str) -> bool:
    """Tell whether a code says that the prompt asks for what the server does not make."""
    return any(sign in code for sign in ("content_policy", "moderation", "safety"))


def refused(answer: Answer, words: Mapping[str, Any] | None = None) -> Exception:
    """Return the error that an answer tells of; what we did wrong is for the log.

    `words` are those of the answer's error, where its API has one with a code.
    """
    code = code_of(words or {})
    if is_over_content(code):
        return MakerRefused()
    if answer.status == HTTPStatus.TOO_MANY_REQUESTS:
        return BackendBusy()
    # What it says may repeat the prompt, which is nobody else's business.
    log.error("the maker refused a request", status=answer.status, code=code[:60])
    return MakerDown()


def picture_of(text: object) -> bytes:
    """Return the bytes of a picture in base64, with or without the head of a data URL.

    Raises:
        MakerDown: It is none.
    """
    if not isinstance(text, str):
        raise MakerDown
    try:
        return base64.b64decode(text.rpartition(",")[2], validate=True)
    except binascii.Error as nonsense:
        log.error("the maker's answer makes no sense")
        raise MakerDown from nonsense
