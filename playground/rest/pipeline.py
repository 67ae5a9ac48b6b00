"""What every REST request goes through: body, faults, token, rate limit, handler, record."""

import asyncio
import json
from dataclasses import dataclass
from typing import Any

from aiohttp import BodyPartReader, web

from playground.errors import ApiError, Json, Refusal
from playground.faults import Fault
from playground.recorder import Exchange, SentFile
from playground.rest.call import Call, Route
from playground.uploads import Upload
from playground.world import World

PREFIX = "/api/v10"
_MAJOR = ("channel_id", "guild_id", "webhook_id", "webhook_token", "interaction_token")
_VIA = {"Via": "1.1 google"}
"""Present on a real 429; without it discord.py takes the reply for a ban."""


@dataclass(frozen=True, slots=True)
class _Body:
    data: Any
    files: tuple[tuple[str, Upload], ...] = ()
    sent: tuple[SentFile, ...] = ()


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    body: Any = None
    headers: Json | None = None


class Pipeline:
    """Serves one playground's REST API."""

    def __init__(self, world: World) -> None:
        self._world = world

    def handler(self, route: Route) -> Any:
        """An aiohttp handler for `route`."""

        async def handle(request: web.Request) -> web.StreamResponse:
            return await self.serve(request, route)

        return handle

    async def serve(self, request: web.Request, route: Route | None) -> web.StreamResponse:
        """Answer one request; `route` is None when no path matched."""
        body = await _read(request)
        path = request.path.removeprefix(PREFIX)
        hold = self._world.faults.take_hold(request.method, path)
        if hold is not None:
            await hold.keep()
        fault = self._world.faults.take(request.method, path)
        answer = await self._answer(request, route, body, fault)
        signed = self._world.cdn.signed(answer.body) if answer.status == 200 else answer.body
        injected = fault is not None and not fault.slow_only
        self._world.recorder.add(
            Exchange(
                method=request.method,
                route=route.path if route else None,
                path=path,
                query=dict(request.query),
                body=body.data,
                files=body.sent,
                status=answer.status or None,
                reply=signed,
                fault=injected,
            )
        )
        self._world.bell.ring()
        return _respond(request, _Answer(answer.status, signed, answer.headers))

    async def _answer(
        self, request: web.Request, route: Route | None, body: _Body, fault: Fault | None
    ) -> _Answer:
        if fault is None:
            return self._work(request, route, body)
        await asyncio.sleep(fault.delay)
        if fault.slow_only:
            return self._work(request, route, body)
        if fault.applied:
            self._work(request, route, body)
        return _injected(fault)

    def _work(self, request: web.Request, route: Route | None, body: _Body) -> _Answer:
        """Do what the request asks; every refusal becomes an answer."""
        if route is None:
            return _refusal(ApiError(Refusal.NOT_FOUND))
        if route.needs_token and not self._authorized(request):
            return _refusal(ApiError(Refusal.UNAUTHORIZED))
        params = dict(request.match_info)
        major = "/".join(params[name] for name in _MAJOR if name in params)
        allowance = self._world.rates.take(str(route), major)
        if allowance.exceeded:
            return _limited(allowance.reset_after, everywhere=False, extra=allowance.headers())
        call = Call(self._world, params, dict(request.query), body.data, body.files)
        try:
            answer = route.handle(call)
        except ApiError as error:
            refused = _refusal(error)
            return _Answer(refused.status, refused.body, allowance.headers())
        return _Answer(200 if answer is not None else 204, answer, allowance.headers())

    def _authorized(self, request: web.Request) -> bool:
        expected = f"Bot {self._world.application.token}"
        return request.headers.get("Authorization") == expected


async def _read(request: web.Request) -> _Body:
    if request.content_type.startswith("multipart/"):
        return await _read_multipart(request)
    return _Body(_parsed(await request.read()))


def _parsed(content: bytes) -> Any:
    try:
        return json.loads(content) if content else None
    except ValueError:
        return None


async def _read_multipart(request: web.Request) -> _Body:
    data: Any = None
    files: list[tuple[str, Upload]] = []
    sent: list[SentFile] = []
    reader = await request.multipart()
    while (part := await reader.next()) is not None:
        if not isinstance(part, BodyPartReader) or part.name is None:
            continue
        content = bytes(await part.read(decode=True))
        if part.name == "payload_json":
            data = _parsed(content)
        elif part.filename is not None:
            files.append((part.name, Upload(part.filename, content)))
            kind = part.headers.get("Content-Type")
            sent.append(SentFile(part.name, part.filename, len(content), kind))
    return _Body(data, tuple(files), tuple(sent))


def _refusal(error: ApiError) -> _Answer:
    return _Answer(error.refusal.status, error.body())


def _limited(retry_after: float, *, everywhere: bool, extra: Json | None = None) -> _Answer:
    body = {
        "message": "You are being rate limited.",
        "code": 0,
        "retry_after": retry_after,
        "global": everywhere,
    }
    headers = {
        **(extra or {}),
        **_VIA,
        "Retry-After": f"{retry_after:.3f}",
        "X-RateLimit-Scope": "global" if everywhere else "user",
    }
    return _Answer(429, body, headers)


def _injected(fault: Fault) -> _Answer:
    if fault.status == 429:
        return _limited(fault.retry_after, everywhere=fault.everywhere)
    status = fault.status or 0
    return _Answer(status, {"message": f"{status}: injected by the playground", "code": 0})


def _respond(request: web.Request, answer: _Answer) -> web.StreamResponse:
    if not answer.status:
        if request.transport is not None:
            request.transport.abort()
        return web.Response(status=500)
    headers = dict(answer.headers or {})
    if answer.status == 204:
        return web.Response(status=204, headers=headers)
    # discord.py parses a body only when the type is exactly this, without a charset.
    headers["Content-Type"] = "application/json"
    payload = json.dumps(answer.body).encode()
    return web.Response(status=answer.status, body=payload, headers=headers)
