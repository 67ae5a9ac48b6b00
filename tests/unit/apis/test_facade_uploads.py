"""What the facade does with bodies that are too large, too slow or too many."""

from __future__ import annotations

import asyncio

import httpx
import pytest

from faceswap.apis.native.uploads import Limits
from tests.sidecar.stack import served
from tests.unit.apis.native_requests import (
    LIMITS,
    ONE,
    ORDER,
    TARGET,
    TWO,
    TYPE,
    WHOLE,
    Body,
    form,
    put,
    said,
)


@pytest.mark.parametrize(
    ("body", "limit"),
    [
        (form(ORDER, ("target", b"x" * 1001), ONE, TWO), 1000),
        (form(ORDER, TARGET, ("template-1", b"x" * 501), TWO), 500),
        (form(ORDER, ("target", b"x" * 2001), ONE, TWO), 2000),
        (form(("order", b" " * 80_000), TARGET), LIMITS.order_bytes),
        (form(("order", b" " * 65_537), TARGET), 65_536),
    ],
)
async def test_a_part_beyond_its_limit_is_too_large(http, service, body, limit):
    answer = await put(http, body)
    assert said(answer) == (413, "file_too_large")
    assert answer.json()["data"]["limit"] == limit
    assert not service.taken


async def test_a_body_that_says_it_is_too_large_is_not_read(http):
    body = Body(WHOLE)
    answer = await put(http, body, headers=TYPE | {"content-length": "10000000"})
    assert said(answer) == (413, "file_too_large")
    assert answer.json()["data"]["size"] == 10_000_000
    assert body.read == 0


async def test_a_body_that_does_not_say_so_is_not_read_to_its_end(http):
    begun = form(ORDER, ("target", b"picture")).removesuffix(b"\r\n--B--\r\n")
    body = Body(begun, *[b"x" * 100] * 10_000)
    assert said(await put(http, body)) == (413, "file_too_large")
    assert body.read < len(begun) + 2100


async def test_an_epilogue_without_end_is_cut_off(http, service):
    body = Body(WHOLE, *[b"x" * 10_000] * 10_000)
    assert (await put(http, body)).status_code in {413, 422}
    assert body.read <= LIMITS.order_bytes + 10_000
    assert not service.taken


async def test_a_body_that_does_not_arrive_is_given_up(service):
    limits = Limits(upload_seconds=0.01)
    closed = asyncio.Event()

    async def stalls():
        try:
            yield WHOLE[:50]
            await asyncio.Event().wait()
        finally:
            closed.set()

    transport = httpx.ASGITransport(served(service, limits))
    async with httpx.AsyncClient(transport=transport, base_url="http://sidecar/v1") as http:
        answer = await put(http, stalls())
    assert said(answer) == (408, "too_slow")
    assert answer.headers["connection"] == "close"
    async with asyncio.timeout(5):
        await closed.wait()


async def test_only_so_many_bodies_are_read_at_once(http):
    reading, go = [], asyncio.Event()

    async def body(name):
        reading.append(name)
        await go.wait()
        yield WHOLE

    headers = TYPE | {"content-length": str(len(WHOLE))}
    large = [asyncio.create_task(put(http, body(name), swap_id=name)) for name in "LM"]
    small = [asyncio.create_task(put(http, body(name), name, headers)) for name in "abcd"]
    for _ in range(10):
        await asyncio.sleep(0)
    assert sorted(reading) == ["L", "a", "b"]
    go.set()
    assert {answer.status_code for answer in await asyncio.gather(*large, *small)} == {202}


async def test_a_client_that_goes_away_leaves_nothing(service):
    messages = [
        {"type": "http.request", "body": WHOLE[:50], "more_body": True},
        {"type": "http.disconnect"},
    ]
    sent = []

    async def receive():
        return messages.pop(0)

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "method": "PUT",
        "path": "/v1/swaps/a",
        "query_string": b"",
        "headers": [(b"content-type", TYPE["content-type"].encode())],
    }
    await served(service)(scope, receive, send)
    assert sent[0]["status"] == 400
    assert not service.taken
