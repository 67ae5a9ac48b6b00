"""Desks, facades and clients put on top of each other, in memory."""

from __future__ import annotations

import sys
from collections.abc import AsyncGenerator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass

import httpx
from fastapi import FastAPI

from faceswap.apis.native.client import Address, NativeBackend
from faceswap.apis.native.facade import Service, native_router
from faceswap.apis.native.uploads import Limits
from faceswap.sidecar.desk import Bounds, Desk
from tests.sidecar.engine import FakeEngine, FakeStudio, studio

KEY = "the key of the tests"
FAKE_COMMAND = (sys.executable, "-m", "tests.sidecar.fake_main", "--child")
"""A sidecar process with the fake engine; to be run in the root of the checkout."""


@dataclass
class Stack:
    """What is called, the desk under it, the studio under that and its engine."""

    backend: Service
    desk: Desk
    studio: FakeStudio
    engine: FakeEngine


@asynccontextmanager
async def open_desk(engine: FakeEngine, bounds: Bounds | None = None) -> AsyncGenerator[Desk]:
    async with open_desk_over(studio(engine), bounds) as desk:
        yield desk


@asynccontextmanager
async def open_desk_over(studio: FakeStudio, bounds: Bounds | None = None) -> AsyncGenerator[Desk]:
    desk = Desk(bounds or Bounds(), "1.2.3")
    await desk.open(lambda: studio)
    try:
        yield desk
    finally:
        studio.engine.gate.set()
        studio.maker.gate.set()
        await desk.close(5.0)


def served(service: Service, limits: Limits | None = None) -> FastAPI:
    """Return an application that lets everybody in."""

    async def admit(_: object) -> Service:
        return service

    app = FastAPI()
    app.include_router(native_router(admit, limits), prefix="/v1")
    return app


@asynccontextmanager
async def client_of(app: FastAPI) -> AsyncGenerator[NativeBackend]:
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport) as http:
        yield NativeBackend(http, lambda: Address("http://sidecar/v1", KEY))


@asynccontextmanager
async def open_stack(
    layers: int, bounds: Bounds | None = None, *, is_slow: bool = False
) -> AsyncGenerator[Stack]:
    """Open a desk under so many pairs of facade and client; its maker may be slow."""
    fake = studio(FakeEngine(), is_slow=is_slow)
    async with AsyncExitStack() as stack:
        desk = await stack.enter_async_context(open_desk_over(fake, bounds))
        backend: Service = desk
        for _ in range(layers):
            backend = await stack.enter_async_context(client_of(served(backend)))
        yield Stack(backend, desk, fake, fake.engine)
