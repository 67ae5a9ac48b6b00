"""The sidecar's application: the native facade over a desk that loads while it already answers."""

from __future__ import annotations

import asyncio
import hmac
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass

import structlog
from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from faceswap.apis.native.facade import Service, native_router
from faceswap.apis.native.problems import Unauthorized
from faceswap.apis.native.wire import ErrorWords, Health
from faceswap.domain.trace import trace
from faceswap.sidecar.desk import Desk
from faceswap.sidecar.settings import SidecarSettings
from faceswap.sidecar.work import AnyStudio

log = structlog.get_logger()

DESCRIPTION = """\
Swaps faces in pictures, animations and videos, makes portraits from words and puts people before
other backgrounds, for whoever has the key. Send it as `Authorization: Bearer KEY`.

Order any of these with `PUT /swaps/{id}`, wait for it with `GET /swaps/{id}?wait=30`, fetch its
pictures, then drop it with `DELETE /swaps/{id}`. Templates come from `POST /templates`; `POST
/clips` tells what an animation or a video is, and who is seen in it. Files travel as they are,
never as text. Whatever is refused is told with a `code`, its `data` and a `message`.
"""
GRACE = 2.0
"""Seconds that running swaps have when the application ends; nobody can fetch their results."""


@dataclass(frozen=True, slots=True)
class Sidecar:
    """The application, and the desk behind it."""

    app: FastAPI
    desk: Desk


def create_sidecar(
    settings: SidecarSettings,
    load: Callable[[], AnyStudio],
    *,
    version: str,
    give_up: Callable[[], None],
) -> Sidecar:
    """Return the application; it calls `load` on a thread, and `give_up` when that fails."""
    desk = Desk(settings.bounds, version)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncGenerator[None]:
        loading = asyncio.create_task(_open(desk, load, give_up))
        yield
        loading.cancel()
        await desk.close(GRACE)
        await asyncio.wait([loading])

    async def admit(request: Request) -> Service:
        if not _has_key(request, settings.key.get_secret_value()):
            raise Unauthorized
        return desk

    async def health() -> Health:
        return desk.health()

    app = FastAPI(
        title="Visage sidecar",
        version=version,
        description=DESCRIPTION,
        lifespan=lifespan,
        # Their pages load scripts from elsewhere; the description itself is at /openapi.json.
        docs_url=None,
        redoc_url=None,
    )
    app.add_exception_handler(HTTPException, _no_such_route)
    app.include_router(native_router(admit, settings.limits))
    app.add_api_route(
        "/health",
        health,
        tags=["Health"],
        summary="Ask whether a swap would be taken now",
        description="Needs no key. `starting` until the engine is loaded, `busy` when full; "
        "`clips` tells the same of animations and videos. `maker` is who makes pictures from "
        "words, `scenes` and `backdrops` are what can be asked for by name.",
    )
    return Sidecar(app, desk)


async def _open(desk: Desk, load: Callable[[], AnyStudio], give_up: Callable[[], None]) -> None:
    try:
        await desk.open(load)
    except Exception as error:  # noqa: BLE001 - whatever it is, a sidecar without engine is none
        log.error("the engine cannot be loaded", **trace(error), reason=str(error)[:500])
        give_up()


def _has_key(request: Request, key: str) -> bool:
    scheme, _, given = request.headers.get("authorization", "").partition(" ")
    is_same = hmac.compare_digest(given.strip().encode(), key.encode())
    return scheme.lower() == "bearer" and is_same and key != ""


def _no_such_route(_: Request, error: Exception) -> Response:
    """Answer what no route answers in the same words."""
    status = error.status_code if isinstance(error, HTTPException) else 500
    words = ErrorWords(code="no_such_route", message="There is nothing at this address.")
    headers = getattr(error, "headers", None)
    return JSONResponse(words.model_dump(mode="json"), status, headers=headers)
