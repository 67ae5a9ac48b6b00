"""The fields that clients of job APIs look for."""

import json
from dataclasses import replace
from datetime import timedelta

import pytest

from faceswap.domain.delivery import Attachment, Place, Posted, Undelivered
from faceswap.domain.errors import NoFace
from faceswap.domain.idlist import parse_ids
from faceswap.domain.job import Job, JobState, Making, StoredFile, SwapRequest, Verb
from faceswap.domain.job_object import Link, job_object
from faceswap.domain.options import Options
from faceswap.domain.wording import Wording
from tests.fakes.clock import NOON
from tests.stores import swap_request

POSTED = Posted(
    message="50",
    channel="70",
    at=NOON,
    text="me for you",
    attachments=(Attachment("5", "1-a.jpg", "image/jpeg", 7, 640, 480),),
)


def job(**more) -> Job:
    values = {
        "id": "0123456789abcdef",
        "key": "a key",
        "owner": "8",
        "account": "discord:7:8",
        "request": swap_request("anna,_"),
        "address": "a token",
        "state": JobState.DONE,
        "attempt": 1,
        "price": 2,
        "held": 2,
        "charged": 1,
        "created": NOON,
        "updated": NOON + timedelta(seconds=1.5),
        "deadline": NOON,
        "place": Place("7", "70", "700"),
    }
    return Job(**{**values, **more})


def test_a_job_that_is_done_has_all_its_fields():
    found = job_object(job(parent="fedcba9876543210", posted=POSTED))
    assert found == {
        "jobid": "0123456789abcdef",
        "parentJobId": "fedcba9876543210",
        "verb": "faceswap-swapid",
        "status": "completed",
        "created": "2026-11-20T12:00:00.000Z",
        "updated": "2026-11-20T12:00:01.500Z",
        "options": "-m",
        "idname": "anna,_",
        "image": {"size": 1234, "type": "image/png"},
        "targetMessageId": "700",
        "server": "7",
        "channel": "70",
        "messageId": "50",
        "content": "me for you",
        "timestamp": "2026-11-20T12:00:00+00:00",
        "attachments": [
            {
                "id": "5",
                "content_type": "image/jpeg",
                "filename": "1-a.jpg",
                "size": 7,
                "width": 640,
                "height": 480,
            }
        ],
        "embeds": [],
        "code": 200,
        "credits": 1,
    }
    assert json.loads(json.dumps(found)) == found


@pytest.mark.parametrize(
    ("name", "kind"),
    [("a.JPEG", "image/jpeg"), ("a.png", "image/png"), ("a.exe", "application/octet-stream")],
)
def test_a_file_that_nobody_opened_is_what_its_name_claims(name, kind):
    file = StoredFile("blob", name, "application/octet-stream", 9)
    found = job_object(job(request=replace(swap_request(), targets=(file,))))
    assert found["image"] == {"size": 9, "type": kind}


def test_addresses_are_those_of_now():
    found = job_object(job(posted=POSTED), {"5": Link("https://a/1", "https://b/1")})
    (file,) = found["attachments"]
    assert (file["url"], file["proxy_url"]) == ("https://a/1", "https://b/1")


def test_nothing_that_lets_anyone_answer_is_told():
    told = repr(job_object(job()))
    assert "a token" not in told
    assert "a key" not in told


@pytest.mark.parametrize(
    ("state", "status"),
    [
        (JobState.OFFERED, "created"),
        (JobState.QUEUED, "created"),
        (JobState.PREPARING, "started"),
        (JobState.PROCESSING, "progress"),
        (JobState.FAILED, "failed"),
        (JobState.CANCELED, "cancelled"),
        (JobState.MODERATED, "moderated"),
    ],
)
def test_each_state_has_its_status(state, status):
    assert job_object(job(state=state))["status"] == status


def test_a_failure_is_explained():
    found = job_object(job(state=JobState.FAILED, error=NoFace(name="a.png")))
    assert found["error"].startswith("I found no face in a.png")
    assert (found["errorDetails"], found["code"]) == ("no_face", 200)


def test_an_answer_that_could_not_be_given_says_why():
    assert job_object(job(undelivered=Undelivered.DMS_CLOSED))["undelivered"] == "dms closed"


def test_of_an_expired_job_verb_times_and_cost_are_left():
    empty = replace(swap_request(), targets=(), ids=None)
    found = job_object(job(state=JobState.EXPIRED, request=empty, place=Place("7", "70")))
    assert (found["status"], found["code"], found["error"]) == ("expired", 410, "Job has expired")
    assert (found["verb"], found["credits"]) == ("faceswap-swapid", 1)
    assert "created" in found
    assert found.keys().isdisjoint({"image", "idname", "content", "attachments"})


@pytest.mark.parametrize(
    ("verb", "name", "fields"),
    [
        (Verb.INSWAPPER, "faceswap-INSwapper", {"image"}),
        (Verb.PICSI, "faceswap-picsi", {"source_image", "target_image_gif_or_video"}),
        (Verb.FACESWAP, "faceswap-swap", {"source_image", "swapid_image"}),
    ],
)
def test_pictures_are_named_as_their_verb_names_them(verb, name, fields):
    request = replace(swap_request(None, source="me"), verb=verb)
    found = job_object(job(request=request))
    assert found["verb"] == name
    assert fields == found.keys() & {
        "image",
        "source_image",
        "swapid_image",
        "target_image_gif_or_video",
    }


def test_what_is_made_from_words_has_its_prompt():
    making = Making(7, Wording("a king", ("green", "red")))
    portrait = SwapRequest(
        Verb.HEADSHOT, (), parse_ids("me"), None, Options(), False, 99, making=making
    )
    found = job_object(job(request=portrait))
    assert (found["verb"], found["idname"]) == ("faceswap-headshot", "me")
    assert found["prompt"] == "a king --no green, red"
    assert "image" not in found
    target = StoredFile("blob", "party.png", "image/png", 12)
    place = replace(portrait, verb=Verb.CHANGEBG, targets=(target,), ids=None)
    found = job_object(job(request=place))
    assert found["verb"] == "faceswap-changebg"
    assert found["a_background_photo_of"] == "a king --no green, red"
    assert found["image"] == {"size": 12, "type": "image/png"}
    on_own = replace(place, making=replace(making, wording=None, background=target))
    assert "a_background_photo_of" not in job_object(job(request=on_own))
