"""What the facade answers to requests that our client would not send."""

from __future__ import annotations

import asyncio
import json

import httpx
import pytest
from structlog.testing import capture_logs

from faceswap.apis.native.openapi import ORDER_EXAMPLE
from faceswap.apis.native.uploads import Limits
from faceswap.domain.clip import Appearance, ClipFacts, ClipKind, Progress
from faceswap.domain.errors import BackendBusy, BackendDown, BackendLost
from faceswap.domain.face import Template
from faceswap.domain.job import JobState
from faceswap.domain.media import Encoded
from faceswap.ports import Survey, SwapStatus
from tests.sidecar.engine import gif, png
from tests.sidecar.stack import served

FACTS = ClipFacts(ClipKind.VIDEO, 1280, 720, 900, 30.0, True)
TYPE = {"content-type": "multipart/form-data; boundary=B"}
LIMITS = Limits(picture_bytes=1000, clip_bytes=2000, template_bytes=500, uploads=2)


class Service:
    """Takes what it is given, and raises what it is told to."""

    def __init__(self) -> None:
        self.taken = {}
        self.fails = None
        self.learnt = []
        self.hold = None
        self.seen = None
        self.measured = []
        self.measuring = asyncio.Semaphore(0)
        self.status = SwapStatus(JobState.PROCESSING)
        self.surveying, self.stopped = asyncio.Event(), asyncio.Event()

    async def submit(self, swap_id, order):
        if self.hold:
            await self.hold.wait()
        if self.fails:
            raise self.fails
        self.taken.setdefault(swap_id, []).append(order)

    async def check(self, swap_id, wait=0.0):
        if swap_id not in self.taken:
            raise BackendLost
        return self.status

    async def fetch(self, swap_id):
        raise BackendLost

    async def cancel(self, swap_id):
        self.taken.pop(swap_id, None)

    async def enrol(self, photos):
        if self.fails:
            raise self.fails
        self.learnt.append(photos)
        return Template("fake", b"\0template", 80.0, len(photos))

    async def glimpse(self, swap_id):
        return self.seen

    async def measure(self, clip):
        self.measured.append(clip)
        self.measuring.release()
        if self.hold:
            await self.hold.wait()
        return FACTS

    async def survey(self, clip):
        self.surveying.set()
        try:
            if self.hold:
                await self.hold.wait()
        finally:
            self.stopped.set()
        numbered = Encoded(b"jpeg", "image/jpeg", 64, 48)
        return Survey(FACTS, (), (Appearance(1, 0.5, 2.0, 30),), numbered)

    async def faces(self, picture):
        raise self.fails or AssertionError(picture)


@pytest.fixture
def service():
    return Service()


@pytest.fixture
async def http(service):
    transport = httpx.ASGITransport(served(service, LIMITS))
    async with httpx.AsyncClient(transport=transport, base_url="http://sidecar/v1") as opened:
        yield opened


def form(*parts):
    """Return the body of a form of named bytes, duplicates and all."""
    head = 'Content-Disposition: form-data; name="{}"; filename="f"\r\n\r\n'
    pieces = [b"--B\r\n" + head.format(name).encode() + data + b"\r\n" for name, data in parts]
    return b"".join(pieces) + b"--B--\r\n"


ORDER = ("order", json.dumps(ORDER_EXAMPLE).encode())
TARGET = ("target", b"picture")
ONE, TWO = ("template-1", b"one"), ("template-2", b"two")
WHOLE = form(ORDER, TARGET, ONE, TWO)


async def put(http, body=WHOLE, swap_id="a", headers=TYPE):
    return await http.put(f"/swaps/{swap_id}", content=body, headers=headers)


def said(answer):
    return answer.status_code, answer.json()["code"]


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


class Body:
    """A body that remembers how much of it was read."""

    def __init__(self, *chunks) -> None:
        self.chunks = chunks
        self.read = 0

    async def __aiter__(self):
        for chunk in self.chunks:
            self.read += len(chunk)
            yield chunk


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


@pytest.mark.parametrize(
    "body",
    [
        form(),
        form(("photo-2", b"x")),
        form(("photo-4", b"x")),
        form(("photo-1", b"x"), ("photo-1", b"x")),
        form(("picture", b"x")),
    ],
)
async def test_photos_must_be_one_to_three(http, service, body):
    answer = await http.post("/templates", content=body, headers=TYPE)
    assert said(answer) == (422, "malformed")
    assert not service.learnt


async def test_a_template_is_bytes_with_headers(http):
    body = form(("photo-3", b"z"), ("photo-1", b"x"))
    answer = await http.post("/templates", content=body, headers=TYPE)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/octet-stream"
    assert answer.headers["visage-engine"] == "fake"
    assert answer.headers["visage-width"] == "80.0"
    assert answer.headers["visage-photos"] == "2"
    assert answer.content == b"\0template"


async def test_photos_keep_their_order(http, service):
    await http.post("/templates", content=form(("photo-2", b"2"), ("photo-1", b"1")), headers=TYPE)
    assert [photo.data for photo in service.learnt[0]] == [b"1", b"2"]


async def test_a_clip_may_be_larger_than_a_picture(http, service):
    moves = gif(frames=20).data.ljust(1500, b"\0")
    assert (await put(http, form(ORDER, ("target", moves), ONE, TWO))).status_code == 202
    stands = png().data.ljust(1500, b"\0")
    answer = await put(http, form(ORDER, ("target", stands), ONE, TWO), swap_id="b")
    assert said(answer) == (413, "file_too_large")
    assert answer.json()["data"] == {"name": "party.jpg", "size": 1500, "limit": 1000}
    assert service.taken.keys() == {"a"}


async def test_a_clip_at_work_tells_its_frames(http, service):
    await put(http)
    service.status = SwapStatus(JobState.PROCESSING, 0.25, clip=Progress(25, 100, 12.5))
    swap = (await http.get("/swaps/a")).json()
    assert swap["progress"] == 0.25
    assert swap["clip"] == {"done": 25, "total": 100, "fps": 12.5}


async def test_a_glimpse_is_a_picture_or_not_there(http, service):
    await put(http)
    assert said(await http.get("/swaps/a/glimpse")) == (404, "not_there")
    service.seen = Encoded(b"jpeg", "image/jpeg", 64, 48)
    answer = await http.get("/swaps/a/glimpse")
    assert (answer.status_code, answer.content) == (200, b"jpeg")
    assert answer.headers["content-type"] == "image/jpeg"
    assert answer.headers["visage-sides"] == "64x48"


CLIP = form(("clip", b"moves"))
TOLD = {
    "kind": "video",
    "width": 1280,
    "height": 720,
    "frames": 900,
    "seconds": 30.0,
    "has_audio": True,
}


async def test_a_clip_is_measured(http, service):
    answer = await http.post("/clips", content=CLIP, headers=TYPE)
    assert (answer.status_code, answer.json()) == (200, {"clip": TOLD})
    (clip,) = service.measured
    assert (clip.name, clip.data) == ("f", b"moves")


async def test_a_survey_is_words_and_a_picture_where_it_is_asked_for(http):
    plain = await http.post("/clips?faces=true", content=CLIP, headers=TYPE)
    words = plain.json()
    assert words["clip"] == TOLD
    assert words["appearances"] == [{"number": 1, "first": 0.5, "last": 2.0, "frames": 30}]
    assert words["numbered"] == {"media_type": "image/jpeg", "width": 64, "height": 48}
    accept = TYPE | {"accept": "multipart/form-data"}
    both = await http.post("/clips?faces=true", content=CLIP, headers=accept)
    assert both.headers["content-type"].startswith("multipart/form-data; boundary=")
    assert json.loads(both.content.partition(b"\r\n\r\n")[2].partition(b"\r\n")[0]) == words
    assert b"jpeg" in both.content


@pytest.mark.parametrize("query", ["", "?faces=true"])
@pytest.mark.parametrize(
    ("body", "status"),
    [
        (form(), 422),
        (form(("picture", b"x")), 422),
        (form(("clip", b"x"), ("clip", b"x")), 422),
        (form(("clip", b"x" * 2001)), 413),
        (b"", 422),
    ],
)
async def test_a_clip_must_be_one_part(http, service, query, body, status):
    answer = await http.post(f"/clips{query}", content=body, headers=TYPE)
    assert answer.status_code == status
    assert not service.measured
    assert not service.surveying.is_set()


async def test_a_question_nobody_defined_is_not_guessed_at(http):
    answer = await http.post("/clips?faces=perhaps", content=CLIP, headers=TYPE)
    assert said(answer) == (422, "malformed")


async def test_only_two_clips_are_measured_at_once_and_surveys_do_not_count(http, service):
    service.hold = asyncio.Event()
    survey = asyncio.create_task(http.post("/clips?faces=true", content=CLIP, headers=TYPE))
    bodies = [Body(CLIP) for _ in range(3)]
    asked = [asyncio.create_task(http.post("/clips", content=b, headers=TYPE)) for b in bodies]
    async with asyncio.timeout(5):
        await service.surveying.wait()
        for _ in range(2):
            await service.measuring.acquire()
    for _ in range(10):
        await asyncio.sleep(0)

    assert len(service.measured) == 2
    assert [body.read for body in bodies] == [len(CLIP), len(CLIP), 0]
    service.hold.set()
    answers = await asyncio.gather(survey, *asked)
    assert [answer.status_code for answer in answers] == [200] * 4


async def test_a_survey_is_given_up_when_the_asker_goes_away(service):
    service.hold = asyncio.Event()
    gone = asyncio.Event()
    body = iter([{"type": "http.request", "body": CLIP, "more_body": False}])
    sent = []

    async def receive():
        if message := next(body, None):
            return message
        await gone.wait()
        return {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    scope = {
        "type": "http",
        "method": "POST",
        "path": "/v1/clips",
        "query_string": b"faces=true",
        "headers": [(b"content-type", TYPE["content-type"].encode())],
    }
    serving = asyncio.create_task(served(service)(scope, receive, send))
    async with asyncio.timeout(5):
        await service.surveying.wait()
        assert not service.stopped.is_set()
        gone.set()
        await service.stopped.wait()
        await serving
    assert sent[0]["status"] == 400
