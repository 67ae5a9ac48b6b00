"""Any swap backend, served in the words of our own API.

    PUT    /swaps/{id}             take an order; the same id again is a no-op
    GET    /swaps/{id}             tell how far it is, waiting for its end if asked to
    GET    /swaps/{id}/glimpse     what a clip that is being rendered looks like by now
    GET    /swaps/{id}/{picture}   result, before or numbered
    DELETE /swaps/{id}             cancel or forget
    POST   /faces                  find and number the faces of a picture
    POST   /clips                  measure a clip, or tell who is seen in it and when
    POST   /templates              learn a face

A swap that fails is answered with 200 and says why; only what could not be taken is an HTTP error.
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Coroutine
from typing import Annotated, Any, Protocol, TypeVar, cast
from weakref import WeakValueDictionary

import structlog
from fastapi import APIRouter, Depends, Path, Query, Request, Response
from fastapi.responses import JSONResponse
from fastapi.security import HTTPBearer
from pydantic import BaseModel
from starlette.requests import ClientDisconnect

from faceswap.apis.native import openapi
from faceswap.apis.native.forms import BadForm, Part, render_form
from faceswap.apis.native.orders import PortraitOrderWords, is_template_part, read_order
from faceswap.apis.native.problems import NativeRoute, NotThere, problem
from faceswap.apis.native.translating import order_from
from faceswap.apis.native.uploads import MOST_ORDER_BYTES, Limits, Uploads
from faceswap.apis.native.wire import (
    ANY_BYTES,
    BACKGROUND_PART,
    CLIP_PART,
    ENGINE_HEADER,
    FACES_PART,
    FORM,
    JSON,
    LONGEST_WAIT,
    NUMBERED_PART,
    ORDER_PART,
    PHOTO_PARTS,
    PHOTOS_HEADER,
    PICTURE_PART,
    SIDES_HEADER,
    SURVEY_PART,
    SWAP_ID,
    TARGET_PART,
    WIDTH_HEADER,
    ClipWords,
    FacesWords,
    PictureName,
    numbered_words,
    pictures_of,
    survey_words,
    swap_words,
)
from faceswap.domain.errors import BackendLost, FileTooLarge
from faceswap.domain.face import FoundFace
from faceswap.domain.job import JobState
from faceswap.domain.kinds import moving_kind
from faceswap.domain.media import Encoded, NamedBytes
from faceswap.ports import Enroller, Order, Surveyor, SwapBackend, SwapStatus

log = structlog.get_logger()

Result = TypeVar("Result")

# Clips are large and are held until they have been looked at.
MEASURES, SURVEYS = 2, 1
"""How many clips are measured and surveyed at once; the others wait on their connections."""


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


class Service(SwapBackend, Enroller, FaceFinder, Surveyor, Protocol):
    """All that is served here.

    `fetch` is called for each picture and each answer about a swap that is done: it must be cheap.
    """


Admit = Callable[[Request], Awaitable[Service]]
"""Returns the service of whoever asks, or raises `Unauthorized`."""


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
    glimpse = "/swaps/{swap_id}/glimpse"
    add(swap, facade.put_swap, methods=["PUT"], **openapi.PUT_SWAP)
    add(swap, facade.get_swap, methods=["GET"], **openapi.GET_SWAP)
    # Before the other pictures, none of which has its name.
    add(glimpse, facade.get_glimpse, methods=["GET"], **openapi.GET_GLIMPSE)
    add(picture, facade.get_picture, methods=["GET"], **openapi.GET_PICTURE)
    add(swap, facade.delete_swap, methods=["DELETE"], **openapi.DELETE_SWAP)
    add("/faces", facade.post_faces, methods=["POST"], **openapi.POST_FACES)
    add("/clips", facade.post_clips, methods=["POST"], **openapi.POST_CLIPS)
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

WithFaces = Annotated[
    bool, Query(description="Look through the clip, and tell who is seen in it and when.")
]


class _Facade:
    """The routes' handlers."""

    def __init__(self, admit: Admit, limits: Limits) -> None:
        self._admit = admit
        self._limits = limits
        self._uploads = Uploads(limits)
        self._measures = asyncio.Semaphore(MEASURES)
        self._surveys = asyncio.Semaphore(SURVEYS)
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
            order, about = await self._order(request)
            received = time.monotonic() - began
            await service.submit(swap_id, order)
        log.info("order taken", swap=swap_id, receive_ms=round(received * 1000), **about)
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

    async def get_glimpse(self, swap_id: SwapId, request: Request) -> Response:
        found = await _service(request).glimpse(swap_id)
        if found is None:
            raise NotThere
        return Response(
            found.data,
            media_type=found.media_type,
            headers={SIDES_HEADER: f"{found.width}x{found.height}"},
        )

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
        picture = await self._file(request, PICTURE_PART, self._limits.picture_bytes)
        seen = await _service(request).faces(picture)
        words = FacesWords(faces=seen.faces, numbered=numbered_words(seen.numbered))
        return _pictured(request, Part(FACES_PART, "", JSON, _dumped(words)), seen.numbered)

    async def post_clips(self, request: Request, faces: WithFaces = False) -> Response:
        service = _service(request)
        if not faces:
            async with self._measures:
                clip = await self._file(request, CLIP_PART, self._limits.clip_bytes)
                return _json(ClipWords(clip=await service.measure(clip)))
        async with self._surveys:
            clip = await self._file(request, CLIP_PART, self._limits.clip_bytes)
            survey = await _while_there(request, service.survey(clip))
        words = _dumped(survey_words(survey))
        return _pictured(request, Part(SURVEY_PART, "", JSON, words), survey.numbered)

    async def post_templates(self, request: Request) -> Response:
        parts = await self._uploads.form(
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

    async def _order(self, request: Request) -> tuple[Order, dict[str, object]]:
        """Return what is ordered, and what the log tells of it."""
        form = await self._uploads.form(request, self._limit_of, self._limits.order_bytes)
        words = read_order(_needed(form, ORDER_PART).data)
        parts = {name: part.data for name, part in form.items() if name != ORDER_PART}
        if odd := parts.keys() ^ words.parts:
            raise BadForm(f"the order and the form name other parts: {', '.join(sorted(odd))}")
        target, most = parts.get(TARGET_PART, b""), self._limits.picture_bytes
        if not isinstance(words, PortraitOrderWords) and len(target) > most:
            _refuse_large_still(words.target.name, target, most)
        about: dict[str, object] = {
            "kind": words.kind,
            "target_bytes": len(target),
            "templates": sum(map(is_template_part, parts)),
        }
        return order_from(words, parts), about

    def _limit_of(self, name: str) -> int | None:
        """Return how many bytes a part of an order may have."""
        if is_template_part(name):
            return self._limits.template_bytes
        limits = {
            ORDER_PART: MOST_ORDER_BYTES,
            TARGET_PART: self._limits.target_bytes,
            BACKGROUND_PART: self._limits.picture_bytes,
        }
        return limits.get(name)

    async def _file(self, request: Request, name: str, most: int) -> NamedBytes:
        """Read a form of one part."""
        parts = await self._uploads.form(request, {name: most}.get, most + MOST_ORDER_BYTES)
        return _file(_needed(parts, name))


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


def _refuse_large_still(name: str, data: bytes, most: int) -> None:
    """Refuse a still that is as large as only clips may be.

    Raises:
        FileTooLarge: It is one.
    """
    if moving_kind(data) is None:
        raise FileTooLarge(name, size=len(data), limit=most)


async def _while_there(request: Request, work: Coroutine[Any, Any, Result]) -> Result:
    """Do what takes long, and give it up when whoever asked for it goes away.

    Raises:
        ClientDisconnect: They did.
    """
    doing = asyncio.create_task(work)
    # The body has been read: the next that is received is the end of the connection.
    leaving = asyncio.create_task(cast("Coroutine[Any, Any, object]", request.receive()))
    try:
        await asyncio.wait([doing, leaving], return_when=asyncio.FIRST_COMPLETED)
        if not doing.done():
            raise ClientDisconnect
        return doing.result()
    finally:
        leaving.cancel()
        doing.cancel()
        await asyncio.wait([doing, leaving])


def _pictured(request: Request, words: Part, numbered: Encoded) -> Response:
    """Answer with words, and with the picture they tell of where that is asked for."""
    if FORM not in request.headers.get("accept", ""):
        return Response(words.data, media_type=words.media_type)
    picture = Part(NUMBERED_PART, "numbered.jpg", numbered.media_type, numbered.data)
    content_type, body = render_form([words, picture])
    return Response(body, media_type=content_type)


def _dumped(words: BaseModel) -> bytes:
    return words.model_dump_json().encode()


def _json(words: BaseModel, status: int = 200) -> Response:
    return JSONResponse(words.model_dump(mode="json"), status)
