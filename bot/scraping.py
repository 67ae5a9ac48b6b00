"""`/metrics`: what Prometheus asks for, served beside the bot."""

from __future__ import annotations

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager

import structlog
from aiohttp import web

from faceswap.app import App
from faceswap.settings import Settings

log = structlog.get_logger()

PATH = "/metrics"
TEXT = "text/plain; version=0.0.4; charset=utf-8"


@asynccontextmanager
async def scraped(app: App, settings: Settings) -> AsyncGenerator[None]:
    """Serve the measures, where a port is set for them; the bot goes on where that is taken."""
    if not settings.metrics_port:
        yield
        return

    async def show(_: web.Request) -> web.Response:
        measures = await app.meter.scrape(app.clock.now())
        return web.Response(body=measures, headers={"Content-Type": TEXT})

    server = web.Application()
    server.router.add_get(PATH, show)
    runner = web.AppRunner(server, access_log=None, shutdown_timeout=1.0)
    await runner.setup()
    try:
        await _listen(runner, settings)
        yield
    finally:
        await runner.cleanup()


async def _listen(runner: web.AppRunner, settings: Settings) -> None:
    where = f"{settings.metrics_host}:{settings.metrics_port}"
    try:
        await web.TCPSite(runner, settings.metrics_host, settings.metrics_port).start()
    except OSError as error:
        log.error("metrics are not served", listen=where, error=error.strerror)
    else:
        log.info("metrics are served", listen=where)
