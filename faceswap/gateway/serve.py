"""The gateway as a server: beside the bot, or alone."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Callable, Generator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime

import structlog
import uvicorn
from fastapi import FastAPI
from fastapi.responses import PlainTextResponse

from faceswap.apis.listening import listen
from faceswap.gateway.media import media_routes
from faceswap.ports import Blobs
from faceswap.storage.links import SignedLinks

log = structlog.get_logger()

MOST_CONNECTIONS = 64
DRAIN = 2
"""Seconds that open answers have when the server ends."""
LONGEST_HEADERS = 1 << 14
"""Bytes."""


class GatewayRefused(Exception):
    """The gateway cannot be served; the text is one readable sentence."""


def create_gateway(blobs: Blobs, links: SignedLinks, now: Callable[[], datetime]) -> FastAPI:
    """Return the gateway; `now` tells the time by which links end."""
    # What is offered in public is told by its documents, not by pages that name our libraries.
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    app.include_router(media_routes(blobs, links, now))

    @app.get("/health")
    async def health() -> PlainTextResponse:
        return PlainTextResponse("ready\n")

    return app


@asynccontextmanager
async def serving(app: FastAPI, host: str, port: int) -> AsyncGenerator[None]:
    """Answer at an address for as long as this is open.

    Raises:
        GatewayRefused: The address is taken, or not ours.
    """
    try:
        listener = listen(host, port)
    except OSError as error:
        raise GatewayRefused(
            f"The gateway cannot listen on {host}:{port} ({error.strerror}); choose another "
            "VISAGE_GATEWAY_PORT or VISAGE_GATEWAY_HOST."
        ) from error
    with listener:
        server = _server(app)
        task = asyncio.create_task(server.serve([listener]))
        log.info("the gateway listens", host=host, port=listener.getsockname()[1])
        try:
            yield
        finally:
            server.should_exit = True
            await task


class _Server(uvicorn.Server):
    """A server that leaves signals to the program it is a part of."""

    @contextmanager
    def capture_signals(self) -> Generator[None]:
        """Capture none."""
        yield


def _server(app: FastAPI) -> _Server:
    return _Server(
        uvicorn.Config(
            app,
            http="h11",
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            # Whoever stands before us is told of by no header that others could send, too.
            proxy_headers=False,
            timeout_graceful_shutdown=DRAIN,
            limit_concurrency=MOST_CONNECTIONS,
            h11_max_incomplete_event_size=LONGEST_HEADERS,
        )
    )
