"""Any swap backend, served in the words of our own API.

    PUT    /swaps/{id}             take an order; the same id again is a no-op
    GET    /swaps/{id}             tell how far it is, waiting for its end if asked to
    GET    /swaps/{id}/{picture}   result, before or numbered
    DELETE /swaps/{id}             cancel or forget
    POST   /faces                  find and number the faces of a picture
    POST   /templates              learn a face

A swap that fails is answered with 200 and says why; only what could not be taken is an HTTP error.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncGenerator, Awaitable, Callable
from contextlib import aclosing
from dataclasses import dataclass
from typing import Annotated, Protocol, cast
from weakref import WeakValueDictionary

import structlog
from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.responses import JSONResponse
from fastapi.security import HTTPBearer
from pydantic import BaseModel

from faceswap.apis.native import openapi
from faceswap.apis.native.forms import BadForm, LimitOf, Part, PartTooLarge, read_form, render_form
from faceswap.apis.native.problems import NativeRoute, NotThere, TooSlow, problem
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
    SWAP_ID,
    TARGET_PART,
    WIDTH_HEADER,
    FacesWords,
    NumberedWords,
    OrderWords,
    PictureName,
    is_template_part,
    order_from,
    pictures_of,
    swap_words,
)
from faceswap.domain.errors import MEGABYTE, BackendLost, FileTooLarge
from faceswap.domain.face import FoundFace
from faceswap.domain.job import JobState
from faceswap.domain.media import Encoded, NamedBytes, PictureLimits
from faceswap.ports import Enroller, SwapBackend, SwapOrder, SwapStatus

log = structlog.get_logger()

MOST_ORDER_BYTES = 64 * 1024
PREFERRED_TEMPLATES = 8
"""How many templates of the largest size one order may bring; smaller ones may be more."""


class Seen(Protocol):
    """What is seen in a picture; `numbered` is a small copy with the faces numbered."""

    @property
    def faces(self) -> tuple[FoundFace, ...]:
        """Return the faces, numbered from left to right."""
        ...

    @property
    def numbered(self) -> Encoded:
        """Return the picture to pick from."""
        ...


class FaceFinder(Protocol):
    """Somebody who finds faces."""

    async def faces(self, picture: NamedBytes) -> Seen:
        """Find and number the faces of a picture, which may be none."""
        ...


class Service(SwapBackend, Enroller, FaceFinder, Protocol):
    """All that is served here.

    `fetch` is called for each picture and each answer about a swap that is done: it must be cheap.
    """


Admit = Callable[[Request], Awaitable[Service]]
"""Returns the service of whoever asks, or raises `Unauthorized`."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What is read: bytes of a picture and of a template, seconds a body may take to arrive.

    At most `uploads` bodies are read at the same time; the others wait on their connections.
    """

    picture_bytes: int = PictureLimits().most_bytes
    template_bytes: int = 4 * MEGABYTE
    upload_seconds: float = 60.0
    uploads: int = 4

    @property
    def order_bytes(self) -> int:
        """Return how many bytes an order may have with all it brings."""
        templates = PREFERRED_TEMPLATES * self.template_bytes
        return self.picture_bytes + templates + MOST_ORDER_BYTES


def native_router(admit: Admit, limits: Limits | None = None) -> APIRouter:
    """Return the routes over the services that `admit` lets in."""
    facade = _Facade(admit, limits or Limits())
    router = APIRouter(
        route_class=NativeRoute,
        dependencies=[Depends(HTTPBearer(auto_error=False)), Depends(facade.enter)],
        responses=openapi.REFUSALS,
    )
    add = router.add_api_route
    swap, picture = "/swaps/{swap_id}", "/swaps/{swap_id}/{picture}"
    add(swap, facade.put_swap, methods=["PUT"], **openapi.PUT_SWAP)
    add(swap, facade.get_swap, methods=["GET"], **openapi.GET_SWAP)
    add(picture, facade.get_picture, methods=["GET"], **openapi.GET_PICTURE)
    add(swap, facade.delete_swap, methods=["DELETE"], **openapi.DELETE_SWAP)
    add("/faces", facade.post_faces, methods=["POST"], **openapi.POST_FACES)
    add("/templates", facade.post_templates, methods=["POST"], **openapi.POST_TEMPLATES)
    return router


SwapId = Annotated[str, Path(pattern=SWAP_ID, description="The caller's own name for the swap.")]
Wait = Annotated[
    float,
    Query(
        ge=0,
        le=LONGEST_WAIT,
        allow_inf_nan=False,
        description="Seconds to wait for the swap's end before answering.",
    ),
]


class _Facade:
    """The routes' handlers."""

    def __init__(self, admit: Admit, limits: Limits) -> None:
        self._admit = admit
        self._limits = limits
        self._uploads = asyncio.Semaphore(limits.uploads)
        # One order at a time under each id, so that a second one finds the first and is not read.
        self._arrivals = WeakValueDictionary[str, asyncio.Lock]()

    async def enter(self, request: Request) -> None:
        """Let a request in before anything else of it is looked at."""
        request.state.service = await self._admit(request)

    async def put_swap(self, swap_id: SwapId, request: Request) -> Response:
        service = _service(request)
        async with self._arrivals.setdefault(swap_id, asyncio.Lock()):
            if known := await _known(service, swap_id):
                return _json(swap_words(swap_id, known))
            began = time.monotonic()
            order = await self._order(request)
            received = time.monotonic() - began
            await service.submit(swap_id, order)
        log.info(
            "order taken",
            swap=swap_id,
            receive_ms=round(received * 1000),
            target_bytes=len(order.target.data),
            templates=len({each.template for mix in order.cast if mix for each in mix}),
        )
        return _json(swap_words(swap_id, SwapStatus(JobState.PROCESSING)), 202)

    async def get_swap(self, swap_id: SwapId, request: Request, wait: Wait = 0.0) -> Response:
        service = _service(request)
        status = await service.check(swap_id, wait)
        result = await service.fetch(swap_id) if status.state is JobState.DONE else None
        urls = {
            name: request.url_for(openapi.PICTURE_ROUTE, swap_id=swap_id, picture=name.value).path
            for name in PictureName
        }
        return _json(swap_words(swap_id, status, result, urls))

    async def get_picture(
        self, swap_id: SwapId, picture: PictureName, request: Request
    ) -> Response:
        service = _service(request)
        status = await service.check(swap_id)
        if status.error:
            return problem(status.error)
        if status.state is not JobState.DONE:
            raise NotThere
        found = pictures_of(await service.fetch(swap_id)).get(picture)
        if found is None:
            raise NotThere
        return Response(found.data, media_type=found.media_type)

    async def delete_swap(self, swap_id: SwapId, request: Request) -> Response:
        await _service(request).cancel(swap_id)
        return Response(status_code=204)

    async def post_faces(self, request: Request) -> Response:
        parts = await self._form(
            request,
            lambda name: self._limits.picture_bytes if name == PICTURE_PART else None,
            self._limits.picture_bytes + MOST_ORDER_BYTES,
        )
        seen = await _service(request).faces(_file(_needed(parts, PICTURE_PART)))
        numbered = seen.numbered
        words = FacesWords(
            faces=seen.faces,
            numbered=NumberedWords(
                media_type=numbered.media_type, width=numbered.width, height=numbered.height
            ),
        )
        if FORM not in request.headers.get("accept", ""):
            return _json(words)
        content_type, body = render_form(
            [
                Part(FACES_PART, "", "application/json", words.model_dump_json().encode()),
                Part(NUMBERED_PART, "numbered.jpg", numbered.media_type, numbered.data),
            ]
        )
        return Response(body, media_type=content_type)

    async def post_templates(self, request: Request) -> Response:
        parts = await self._form(
            request,
            lambda name: self._limits.picture_bytes if name in PHOTO_PARTS else None,
            len(PHOTO_PARTS) * self._limits.picture_bytes + MOST_ORDER_BYTES,
        )
        _needed(parts, PHOTO_PARTS[0])
        photos = [_file(parts[name]) for name in PHOTO_PARTS if name in parts]
        del parts
        template = await _service(request).enrol(photos)
        return Response(
            template.data,
            media_type=ANY_BYTES,
            headers={
                ENGINE_HEADER: template.engine,
                WIDTH_HEADER: repr(template.width),
                PHOTOS_HEADER: str(template.photos),
            },
        )

    async def _order(self, request: Request) -> SwapOrder:
        def limit_of(name: str) -> int | None:
            if is_template_part(name):
                return self._limits.template_bytes
            return {ORDER_PART: MOST_ORDER_BYTES, TARGET_PART: self._limits.picture_bytes}.get(name)

        parts = await self._form(request, limit_of, self._limits.order_bytes)
        words = OrderWords.model_validate_json(_needed(parts, ORDER_PART).data)
        target = _needed(parts, TARGET_PART).data
        templates = {name: part.data for name, part in parts.items() if is_template_part(name)}
        if odd := templates.keys() ^ words.templates.keys():
            raise BadForm(f"the order and the parts name other templates: {', '.join(sorted(odd))}")
        return order_from(words, target, templates)

    async def _form(self, request: Request, limit_of: LimitOf, most: int) -> dict[str, Part]:
        length = request.headers.get("content-length", "")
        declared = int(length) if length.isdecimal() else 0
        if declared > most:
            raise FileTooLarge(size=declared, limit=most)
        try:
            async with (
                self._uploads,
                asyncio.timeout(self._limits.upload_seconds),
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


def _service(request: Request) -> Service:
    return cast("Service", request.state.service)


async def _known(service: Service, swap_id: str) -> SwapStatus | None:
    try:
        return await service.check(swap_id)
    except BackendLost:
        return None


def _needed(parts: dict[str, Part], name: str) -> Part:
    if name not in parts:
        raise BadForm(f'the part "{name}" is missing')
    return parts[name]


def _file(part: Part) -> NamedBytes:
    return NamedBytes(part.filename, part.data)


def _json(words: BaseModel, status: int = 200) -> Response:
    return JSONResponse(words.model_dump(mode="json"), status)
