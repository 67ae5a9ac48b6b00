"""Results that are linked to: `GET /media/{blob}/{name}`, for whoever has the link."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from datetime import datetime
from http import HTTPStatus
from urllib.parse import quote

from fastapi import APIRouter, Request, Response
from fastapi.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from faceswap.gateway.ranges import Unsatisfiable, part_of
from faceswap.gateway.shelf import Shelf, ShelfFull
from faceswap.ports import Blobs
from faceswap.storage.links import SignedLinks, Ticket

MOST_OPEN = 4
"""Different files in memory at once."""
CHUNK = 1 << 18
LONGEST = 900.0
"""Seconds that one answer may take."""
SHOWN = re.compile(r"(image|video)/[a-z0-9.+-]{1,40}")
"""What browsers may show; SVG, which can hold scripts, is never a result."""
HEADERS = {
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, max-age=3600",
    "Content-Security-Policy": "default-src 'none'; img-src 'self'; media-src 'self'; "
    "style-src 'unsafe-inline'",
    "Cross-Origin-Resource-Policy": "cross-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Robots-Tag": "noindex, nofollow",
}
NOT_OURS = "This link is not whole; please copy all of it."
ENDED = "This link has ended."
GONE = "What this link led to has been deleted."
FULL = "Too much is being opened just now; please try again in a minute."


def media_routes(blobs: Blobs, links: SignedLinks, now: Callable[[], datetime]) -> APIRouter:
    """Return the routes; `now` tells the time by which links end."""
    router = APIRouter()
    shelf = Shelf(blobs, MOST_OPEN)

    @router.api_route("/media/{blob}/{name:path}", methods=["GET", "HEAD"])
    async def media(request: Request, blob: str, name: str) -> Response:
        asked = request.query_params
        ticket = Ticket(blob, name, asked.get("type", ""), _whole(asked.get("until")))
        if not links.is_ours(ticket, asked.get("signature", "")):
            return _words(HTTPStatus.FORBIDDEN, NOT_OURS)
        if ticket.until <= now().timestamp():
            return _words(HTTPStatus.GONE, ENDED)
        return _Media(shelf, ticket)

    return router


class _Media(Response):
    """A stored file, or a part of it, read for as long as it is being sent."""

    def __init__(self, shelf: Shelf, ticket: Ticket) -> None:
        super().__init__()
        self._shelf = shelf
        self._ticket = ticket

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            async with asyncio.timeout(LONGEST), self._shelf.reading(self._ticket.blob) as data:
                await self._answer(Request(scope), data)(scope, receive, send)
        except KeyError:
            await _words(HTTPStatus.NOT_FOUND, GONE)(scope, receive, send)
        except ShelfFull:
            await _words(HTTPStatus.SERVICE_UNAVAILABLE, FULL)(scope, receive, send)

    def _answer(self, request: Request, data: bytes) -> Response:
        size, ticket = len(data), self._ticket
        headers = HEADERS | {"ETag": f'"{ticket.blob}"'}
        if request.headers.get("if-none-match") == headers["ETag"]:
            return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
        try:
            part = part_of(request.headers.get("range"), size)
        except Unsatisfiable:
            return _words(
                HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                "The file ends before that.",
                {"Content-Range": f"bytes */{size}"},
            )
        status = HTTPStatus.OK if part is None else HTTPStatus.PARTIAL_CONTENT
        part = range(size) if part is None else part
        is_shown = SHOWN.fullmatch(ticket.media_type) is not None
        headers |= {
            "Content-Type": ticket.media_type if is_shown else "application/octet-stream",
            "Content-Length": str(len(part)),
            "Content-Disposition": f"{'inline' if is_shown else 'attachment'}; "
            f"filename*=UTF-8''{quote(ticket.name, safe='')}",
        }
        if status is HTTPStatus.PARTIAL_CONTENT:
            headers["Content-Range"] = f"bytes {part.start}-{part.stop - 1}/{size}"
        is_head = request.method == "HEAD"
        return _Chunks(memoryview(data)[part.start : 0 if is_head else part.stop], status, headers)


class _Chunks(Response):
    """Bytes that are sent one piece after another, as fast as they are taken."""

    def __init__(self, data: memoryview, status: int, headers: dict[str, str]) -> None:
        self._data = data
        self._pairs = [(k.lower().encode(), v.encode("latin-1")) for k, v in headers.items()]
        super().__init__(status_code=status)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        start = {"status": self.status_code, "headers": self._pairs}
        await send({"type": "http.response.start", **start})
        for at in range(0, len(self._data), CHUNK):
            piece = bytes(self._data[at : at + CHUNK])
            await send({"type": "http.response.body", "body": piece, "more_body": True})
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def _words(status: int, sentence: str, headers: dict[str, str] | None = None) -> Response:
    plain = HEADERS | {"Cache-Control": "no-store"} | (headers or {})
    return PlainTextResponse(f"{sentence}\n", status, plain)


def _whole(text: str | None) -> int:
    """Return a number of seconds, 0 where it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 16 else 0
