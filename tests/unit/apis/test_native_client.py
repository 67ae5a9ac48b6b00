"""How the client takes answers that a sidecar of ours would not give, or none."""

from __future__ import annotations

import asyncio
import json

import httpx
import pytest
from structlog.testing import capture_logs

from faceswap.apis.native.client import Address, NativeBackend
from faceswap.domain.errors import (
    BackendBusy,
    BackendDown,
    BackendLost,
    FileTooLarge,
    Unexpected,
)
from faceswap.domain.media import NamedBytes
from faceswap.ports import Condition, Readiness
from tests.sidecar.engine import order

ADDRESS = Address("http://gpu.example:8787", "secret-key")
PHOTO = NamedBytes("me.png", b"photo")


class Sidecar:
    """Answers every request the same way, or fails to."""

    def __init__(self, status=200, body=b"", headers=None, error=None) -> None:
        self.answer = (status, body, headers or {})
        self.error = error
        self.requests: list[httpx.Request] = []

    def __call__(self, request: httpx.Request) -> httpx.Response:
        self.requests.append(request)
        if self.error:
            raise self.error
        status, body, headers = self.answer
        return httpx.Response(status, content=body, headers=headers)


@pytest.fixture
async def calling():
    opened = []

    def call(sidecar, where=lambda: ADDRESS):
        http = httpx.AsyncClient(transport=httpx.MockTransport(sidecar))
        opened.append(http)
        return NativeBackend(http, where)

    yield call
    for http in opened:
        await http.aclose()


def told(code, data=None):
    return json.dumps({"code": code, "data": data or {}, "message": "…"}).encode()


async def all_of(backend):
    """Return what each call of a backend raises."""
    calls = [
        backend.submit("a", order()),
        backend.check("a"),
        backend.fetch("a"),
        backend.cancel("a"),
        backend.enrol([PHOTO]),
        backend.faces(PHOTO),
        backend.glimpse("a"),
        backend.measure(PHOTO),
        backend.survey(PHOTO),
        backend.health(),
    ]
    return [type(error) for error in await asyncio.gather(*calls, return_exceptions=True)]


@pytest.mark.parametrize(
    "error",
    [
        httpx.ConnectError("refused"),
        httpx.ReadError("reset"),
        httpx.WriteError("broken pipe"),
        httpx.RemoteProtocolError("server disconnected"),
        httpx.ConnectTimeout("slow"),
        httpx.PoolTimeout("full"),
        TimeoutError(),
    ],
    ids=lambda error: type(error).__name__,
)
async def test_what_cannot_be_reached_is_down(calling, error):
    assert await all_of(calling(Sidecar(error=error))) == [BackendDown] * 10


@pytest.mark.parametrize(
    ("status", "body", "error"),
    [
        (500, b"", BackendDown),
        (502, b"<html>Bad gateway</html>", BackendDown),
        (503, told("backend_down"), BackendDown),
        (500, told("unexpected"), Unexpected),
        (409, told("backend_busy"), BackendBusy),
        (409, b"", BackendBusy),
        (404, told("backend_lost"), BackendLost),
        (404, b"not found", BackendDown),
        (404, told("no_such_route"), BackendDown),
        (401, told("unauthorized"), BackendDown),
        (302, b"", BackendDown),
        (408, told("too_slow"), BackendDown),
        (422, told("malformed"), Unexpected),
        (415, told("not_a_form"), Unexpected),
        (413, told("file_too_large", {"size": 9, "limit": 8}), FileTooLarge),
        (413, b"<html>Request too large</html>", BackendDown),
        (422, b"\xff\xfe", BackendDown),
    ],
)
async def test_errors_are_translated(calling, status, body, error):
    headers = {"location": "http://elsewhere.example/"}
    assert await all_of(calling(Sidecar(status, body, headers))) == [error] * 10


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"null",
        b"<html></html>",
        b'{"id": "a", "state": "sleeping"}',
        b'{"id": "a", "state": "done", "pictures": {"poster": {}}}',
        b'{"id": "a", "state": "done", "progress": 7}',
    ],
)
async def test_nonsense_is_taken_for_somebody_else(calling, body):
    backend = calling(Sidecar(200, body, {"content-type": "text/html"}))
    for call in (
        backend.check("a"),
        backend.fetch("a"),
        backend.enrol([PHOTO]),
        backend.faces(PHOTO),
        backend.glimpse("a"),
        backend.measure(PHOTO),
        backend.survey(PHOTO),
        backend.health(),
    ):
        with pytest.raises(BackendDown):
            await call


async def test_how_the_sidecar_is(calling):
    words = {"state": "busy", "queue": 3, "slots": 2, "engine": "mesh", "version": "1.2.3"}
    more = {"provider": "a processor", "models": "some 1.0"}
    for told_of, provider, models in (({}, "", ""), (more, "a processor", "some 1.0")):
        reply = Sidecar(200, json.dumps(words | told_of).encode())
        condition = await calling(reply).condition()
        assert condition == Condition(Readiness.BUSY, "mesh", provider, models, "1.2.3")


async def test_no_glimpse_is_no_failure(calling):
    assert await calling(Sidecar(404, told("not_there"))).glimpse("a") is None
    with pytest.raises(BackendDown):
        await calling(Sidecar(404, told("not_there"))).check("a")


@pytest.mark.parametrize("sides", ["", "64", "64x", "-64x48", "64x48x2", "9999999x1"])
async def test_a_glimpse_needs_sides(calling, sides):
    headers = {"content-type": "image/jpeg", "visage-sides": sides}
    with pytest.raises(BackendDown):
        await calling(Sidecar(200, b"jpeg", headers)).glimpse("a")
    seen = await calling(Sidecar(200, b"jpeg", headers | {"visage-sides": "64x48"})).glimpse("a")
    assert (seen.data, seen.media_type, seen.width, seen.height) == (b"jpeg", "image/jpeg", 64, 48)


async def test_a_large_target_is_sent_in_small_pieces():
    sizes = []

    class Line(httpx.AsyncBaseTransport):
        async def handle_async_request(self, request):
            sizes.extend([len(chunk) async for chunk in request.stream])
            assert sum(sizes) == int(request.headers["content-length"])
            return httpx.Response(202)

    async with httpx.AsyncClient(transport=Line()) as http:
        sent = order(NamedBytes("clip.mp4", bytes(3_000_000)))
        await NativeBackend(http, lambda: ADDRESS).submit("a", sent)
    assert sum(sizes) > 3_000_000
    assert max(sizes) <= 65_536


@pytest.mark.parametrize("said", [5, 10**12])
async def test_no_more_of_a_result_is_read_than_was_said(calling, said):
    picture = {"media_type": "video/mp4", "width": 1, "height": 1, "size": 5, "url": "/x"}
    pictures = {"result": picture | {"size": said}, "before": picture}
    swap = {"id": "a", "state": "done", "pictures": pictures}
    sent = []

    async def endless():
        while len(sent) < 1000:
            sent.append(1)
            yield b"x"

    def answer(request):
        is_result = request.url.path.endswith("/result")
        return httpx.Response(200, content=endless() if is_result else json.dumps(swap))

    with pytest.raises(BackendDown):
        await calling(answer).fetch("a")
    assert len(sent) == (6 if said == 5 else 1000)


async def test_a_picture_that_is_cut_short_is_not_taken(calling):
    picture = {"media_type": "image/png", "width": 1, "height": 1, "size": 3, "url": "/x"}
    swap = {"id": "a", "state": "done", "pictures": {"result": picture, "before": picture}}

    def answer(request):
        is_picture = request.url.path.count("/") == 3
        return httpx.Response(200, content=b"ab" if is_picture else json.dumps(swap))

    with pytest.raises(BackendDown):
        await calling(answer).fetch("a")


async def test_pictures_are_fetched_from_the_sidecar_whatever_it_says(calling):
    picture = {
        "media_type": "image/png",
        "width": 1,
        "height": 1,
        "size": 2,
        "url": "http://elsewhere.example/x",
    }
    swap = {"id": "a", "state": "done", "pictures": {"result": picture, "before": picture}}
    asked = []

    def answer(request):
        asked.append(str(request.url))
        is_picture = request.url.path.count("/") == 3
        return httpx.Response(200, content=b"ab" if is_picture else json.dumps(swap))

    assert (await calling(answer).fetch("a")).result.data == b"ab"
    assert all(url.startswith(ADDRESS.url) for url in asked)


async def test_an_endless_answer_is_left(calling):
    sent = []

    async def endless():
        while True:
            sent.append(1)
            yield b"x" * 100_000

    def answer(_):
        return httpx.Response(200, content=endless())

    with pytest.raises(BackendDown):
        await calling(answer).check("a")
    assert len(sent) < 20


async def test_a_wrong_key_is_said_in_the_log_and_the_key_is_not(calling):
    with capture_logs() as lines, pytest.raises(BackendDown):
        await calling(Sidecar(401, told("unauthorized"))).check("a")

    assert any("VISAGE_SIDECAR_KEY" in line["event"] for line in lines)
    assert ADDRESS.key not in str(lines)
    assert ADDRESS.key not in repr(ADDRESS)


async def test_the_address_is_asked_each_time(calling):
    sidecar = Sidecar(204)
    addresses = iter(
        [Address("http://127.0.0.1:1111", "one"), Address("http://[::1]:2222/", "two")]
    )
    backend = calling(sidecar, lambda: next(addresses))

    await backend.cancel("a")
    await backend.cancel("a")

    assert [str(request.url) for request in sidecar.requests] == [
        "http://127.0.0.1:1111/swaps/a",
        "http://[::1]:2222/swaps/a",
    ]
    keys = [request.headers["authorization"] for request in sidecar.requests]
    assert keys == ["Bearer one", "Bearer two"]


async def test_without_an_address_it_is_down(calling):
    def nowhere():
        raise BackendDown

    assert await all_of(calling(Sidecar(), nowhere)) == [BackendDown] * 10


@pytest.mark.parametrize("wait", [-1.0, 3600.0, float("nan")])
async def test_a_wait_is_kept_within_what_is_served(calling, wait):
    sidecar = Sidecar(200, b'{"id": "a", "state": "processing"}')
    await calling(sidecar).check("a", wait)
    assert 0 <= float(sidecar.requests[0].url.params["wait"]) <= 60


@pytest.mark.parametrize("swap_id", ["", "../health", "a/b", "a?wait=1"])
async def test_an_id_that_is_none_is_not_sent(calling, swap_id):
    sidecar = Sidecar()
    with pytest.raises(ValueError, match="not an id"):
        await calling(sidecar).cancel(swap_id)
    assert not sidecar.requests


async def test_cancellation_is_not_swallowed(calling):
    asked = asyncio.Event()

    async def answer(_):
        asked.set()
        await asyncio.Event().wait()

    call = asyncio.create_task(calling(answer).check("a"))
    await asked.wait()
    call.cancel()
    with pytest.raises(asyncio.CancelledError):
        await call
