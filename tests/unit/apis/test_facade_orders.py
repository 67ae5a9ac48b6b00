"""What the facade answers to orders that our client would not send."""

from __future__ import annotations

import asyncio

import pytest
from structlog.testing import capture_logs

from faceswap.domain.errors import BackendBusy, BackendDown
from tests.unit.apis.native_requests import (
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


async def test_an_order_is_taken(http, service):
    answer = await put(http)
    assert answer.status_code == 202
    assert answer.json()["id"] == "a"
    assert answer.json()["state"] == "processing"
    (order,) = service.taken["a"]
    assert order.target.data == b"picture"
    assert order.target.name == "party.jpg"
    assert [each.template.data for each in order.cast[0]] == [b"one", b"two"]
    assert order.cast[1] is None


async def test_the_parts_may_come_in_any_order(http):
    assert (await put(http, form(TWO, TARGET, ONE, ORDER))).status_code == 202


async def test_a_known_id_is_answered_unread(http, service):
    await put(http)
    body = Body(form(ORDER, ("target", b"another"), ONE, TWO))

    answer = await put(http, body)

    assert (answer.status_code, answer.json()["state"]) == (200, "processing")
    assert body.read == 0
    assert len(service.taken["a"]) == 1


async def test_the_same_id_at_the_same_time_is_read_once(http, service):
    service.hold = asyncio.Event()
    bodies = [Body(WHOLE) for _ in range(4)]
    puts = [asyncio.create_task(put(http, body)) for body in bodies]
    other = asyncio.create_task(put(http, swap_id="b"))
    for _ in range(5):
        await asyncio.sleep(0)
    service.hold.set()

    answers = await asyncio.gather(*puts)

    assert sorted(answer.status_code for answer in answers) == [200, 200, 200, 202]
    assert sorted(body.read for body in bodies) == [0, 0, 0, len(WHOLE)]
    assert len(service.taken["a"]) == 1
    assert (await other).status_code == 202


async def test_who_comes_second_takes_over_when_the_first_fails(http, service):
    gone = Body(WHOLE[:20])
    assert said(await put(http, gone)) == (422, "malformed")
    assert (await put(http)).status_code == 202


@pytest.mark.parametrize(
    ("content_type", "status"),
    [
        ("application/json", 415),
        ("application/x-www-form-urlencoded", 415),
        ("multipart/mixed; boundary=B", 415),
        ("multipart/form-data", 422),
        ("multipart/form-data; boundary=C", 422),
        ("", 415),
        ("\xff", 415),
    ],
)
@pytest.mark.parametrize("path", ["PUT /swaps/a", "POST /faces", "POST /templates"])
async def test_another_content_type_is_refused(http, path, content_type, status):
    method, path = path.split()
    headers = {"content-type": content_type.encode("latin-1")}
    answer = await http.request(method, path, content=WHOLE, headers=headers)
    assert answer.status_code == status


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"--B--\r\n",
        WHOLE[:-6],
        form(),
        form(ORDER, TARGET, ONE),
        form(ORDER, ONE, TWO),
        form(TARGET, ONE, TWO),
        form(ORDER, TARGET, ONE, TWO, ("template-3", b"")),
        form(ORDER, TARGET, ONE, TWO, TWO),
        form(ORDER, ORDER, TARGET, ONE, TWO),
        form(ORDER, TARGET, ONE, TWO, ("extra", b"")),
        form(ORDER, TARGET, ONE, TWO, ("template-0", b"")),
        form(ORDER, TARGET, ONE, TWO, ("template-100", b"")),
        form(("order", b"{"), TARGET, ONE, TWO),
        form(("order", b"[1]"), TARGET, ONE, TWO),
        form(("order", b"\xff"), TARGET, ONE, TWO),
        form(("order", ORDER[1].replace(b"0.5", b"0.4")), TARGET, ONE, TWO),
        form(("order", ORDER[1].replace(b"0.5", b"NaN")), TARGET, ONE, TWO),
        form(("order", ORDER[1].replace(b"template-2", b"template-9")), TARGET, ONE, TWO),
    ],
)
async def test_an_order_that_cannot_be_read_is_not_taken(http, service, body):
    assert said(await put(http, body)) == (422, "malformed")
    assert not service.taken


async def test_what_was_sent_is_not_said_back(http):
    body = form(("order", ORDER[1].replace(b"party.jpg", b"x" * 300)), TARGET, ONE, TWO)
    assert "xxx" not in (await put(http, body)).text


@pytest.mark.parametrize("swap_id", ["a/b", "a%2Fb", "..%2Fhealth", "%2e%2e", "", "/"])
@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
async def test_an_id_with_a_slash_leads_nowhere(http, service, method, swap_id):
    answer = await http.request(method, f"/swaps/{swap_id}", content=WHOLE, headers=TYPE)
    assert answer.status_code in {307, 404, 405, 422}
    assert not service.taken


@pytest.mark.parametrize("swap_id", ["-a", "a%20b", "a%0A", "%00", "é", "a" * 101])
async def test_an_id_must_be_plain(http, swap_id):
    assert said(await put(http, swap_id=swap_id)) == (422, "malformed")


@pytest.mark.parametrize("wait", ["-1", "61", "nan", "inf", "-inf", "soon", ""])
async def test_a_wait_must_be_a_number_of_seconds(http, wait):
    await put(http)
    assert said(await http.get(f"/swaps/a?wait={wait}")) == (422, "malformed")


async def test_a_picture_of_an_unfinished_swap_is_not_there(http):
    await put(http)
    assert said(await http.get("/swaps/a/result")) == (404, "not_there")
    assert said(await http.get("/swaps/b/result")) == (404, "backend_lost")
    assert said(await http.get("/swaps/a/poster")) == (422, "malformed")


async def test_busy_is_a_conflict_with_a_time_to_come_back(http, service):
    service.fails = BackendBusy()
    answer = await put(http)
    assert said(answer) == (409, "backend_busy")
    assert int(answer.headers["retry-after"]) > 0


async def test_down_is_unavailable(http, service):
    service.fails = BackendDown()
    answer = await http.post("/templates", content=form(("photo-1", b"x")), headers=TYPE)
    assert said(answer) == (503, "backend_down")


async def test_what_nobody_foresaw_is_logged_without_its_words(http, service):
    service.fails = ZeroDivisionError("the key is hunter2")
    with capture_logs() as lines:
        answer = await put(http)
    assert said(answer) == (500, "unexpected")
    assert "hunter2" not in answer.text + str(lines)
    assert any(line.get("error") == "ZeroDivisionError" for line in lines)


async def test_deleting_is_always_fine(http, service):
    await put(http)
    for _ in range(2):
        assert (await http.delete("/swaps/a")).status_code == 204
    assert not service.taken
