"""`visage gateway`: the gateway alone, beside the bot whose results it hands over."""

from __future__ import annotations

import asyncio
import signal

from faceswap.gateway.serve import GatewayRefused, create_gateway, serving
from faceswap.settings import Settings, SettingsRefused, load_settings
from faceswap.sidecar.logs import configure_logs
from faceswap.storage.errors import StorageRefused
from faceswap.wiring import open_media
from visage.terminal import DONE, MISUSED, REFUSED, say


def serve_gateway() -> int:
    """Run the gateway until a signal ends it, and return the exit code."""
    try:
        settings = load_settings()
    except SettingsRefused as refused:
        say(str(refused))
        return MISUSED
    if not settings.gateway_port:
        say("VISAGE_GATEWAY_PORT is not set; choose the port on which the gateway listens.")
        return MISUSED
    configure_logs(settings.log, settings.log_level)
    try:
        asyncio.run(_until_signal(settings))
    except (StorageRefused, GatewayRefused) as refused:
        say(str(refused))
        return REFUSED
    return DONE


async def _until_signal(settings: Settings) -> None:
    stop = asyncio.Event()
    for each in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(each, stop.set)
    media = open_media(settings)
    app = create_gateway(media.blobs, media.links, media.clock.now)
    async with serving(app, settings.gateway_host, settings.gateway_port):
        await stop.wait()
