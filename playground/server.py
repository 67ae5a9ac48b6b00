"""The HTTPS server on the loopback address that plays all of Discord's hosts."""

import asyncio
import ssl
from collections.abc import Mapping
from io import BytesIO
from urllib.parse import unquote

from aiohttp import web
from PIL import Image

from playground.cdn import Blob, LinkGone
from playground.connector import API, GATEWAY, LOOPBACK, RESUME_GATEWAY
from playground.gateway import Gateway
from playground.rest import ROUTES
from playground.rest.pipeline import PREFIX, Pipeline
from playground.world import World

MOST_BODY = 512 * 1024 * 1024
"""Bytes: ten files of the largest upload limit fit several times over the usual."""
_AVATAR_COLORS = ("#5865f2", "#757e8a", "#3ba55c", "#faa61a", "#ed4245", "#eb459e")
_LONGEST_SIDE = 4096


class Server:
    """Listens on 127.0.0.1 and sends each request to the host it asked for."""

    def __init__(self, world: World, gateway: Gateway) -> None:
        self._world = world
        self._gateway = gateway
        self.pipeline = Pipeline(world)
        self._runner: web.AppRunner | None = None
        self.port = 0

    async def start(self, tls: ssl.SSLContext) -> None:
        """Listen on a free port."""
        application = web.Application(client_max_size=MOST_BODY)
        for route in ROUTES:
            application.router.add_route(
                route.method, f"{PREFIX}{route.path}", self.pipeline.handler(route)
            )
        application.router.add_route("*", "/{path:.*}", self._elsewhere)
        self._runner = web.AppRunner(application, access_log=None, shutdown_timeout=2.0)
        await self._runner.setup()
        site = web.TCPSite(self._runner, LOOPBACK, 0, ssl_context=tls)
        await site.start()
        self.port = self._runner.addresses[0][1]

    async def stop(self) -> None:
        """Stop listening and close what is open."""
        self._world.faults.release_all()
        self._gateway.close(1001)
        # One turn of the loop lets the close frames out.
        await asyncio.sleep(0)
        if self._runner is not None:
            await self._runner.cleanup()

    async def _elsewhere(self, request: web.Request) -> web.StreamResponse:
        host = request.host.partition(":")[0]
        if host in (GATEWAY, RESUME_GATEWAY):
            return await self._gateway.serve(request)
        if host == API:
            return await self.pipeline.serve(request, None)
        if request.method not in ("GET", "HEAD"):
            return web.Response(status=405)
        return self._file(request, host)

    def _file(self, request: web.Request, host: str) -> web.Response:
        if request.path.startswith(("/avatars/", "/embed/avatars/")):
            blob = self._avatar(request.path)
        else:
            try:
                blob = self._world.cdn.open(f"https://{host}{request.rel_url}")
            except LinkGone:
                blob = None
        if blob is None:
            return web.Response(status=404, text="This content is no longer available.")
        if not host.startswith("cdn."):
            if not (blob.is_image or blob.is_video):
                return web.Response(status=415)
            blob = _resized(blob, request.query) if blob.is_image else blob
        return web.Response(body=blob.data, content_type=blob.content_type)

    def _avatar(self, path: str) -> Blob | None:
        try:
            return self._world.cdn.open(f"https://cdn.discordapp.com{unquote(path)}")
        except LinkGone:
            if not path.startswith("/embed/avatars/"):
                return None
        stem = path.rsplit("/", 1)[-1].partition(".")[0]
        color = _AVATAR_COLORS[int(stem) % len(_AVATAR_COLORS)] if stem.isdigit() else "#5865f2"
        buffer = BytesIO()
        Image.new("RGB", (256, 256), color).save(buffer, "PNG")
        return Blob(buffer.getvalue(), "image/png", 256, 256)


def _resized(blob: Blob, query: Mapping[str, str]) -> Blob:
    """What the media proxy makes of `width` and `height`: smaller, never larger."""
    try:
        size = int(query["width"]), int(query["height"])
    except (KeyError, ValueError):
        return blob
    buffer = BytesIO()
    with Image.open(BytesIO(blob.data)) as picture:
        kind = picture.format
        picture.thumbnail((min(size[0], _LONGEST_SIDE), min(size[1], _LONGEST_SIDE)))
        picture.save(buffer, kind)
        return Blob(buffer.getvalue(), blob.content_type, picture.width, picture.height)
