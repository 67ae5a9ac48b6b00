"""What the facade answers of clips to requests that our client would not send."""

from __future__ import annotations

import asyncio
import json

import pytest

from faceswap.domain.clip import Progress
from faceswap.domain.job import JobState
from faceswap.domain.media import Encoded
from faceswap.ports import SwapStatus
from tests.sidecar.engine import gif, png
from tests.sidecar.stack import served
from tests.unit.apis.native_requests import ONE, ORDER, TWO, TYPE, Body, form, put, said


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
