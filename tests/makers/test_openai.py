"""A maker that speaks OpenAI's images API."""

from __future__ import annotations

import io
from dataclasses import replace
from email.parser import BytesParser
from threading import Thread

import pytest
from PIL import Image

from faceswap.domain.errors import BackendBusy, Canceled, MakerDown, MakerRefused
from faceswap.makers.errands import Server
from faceswap.makers.openai import OpenAiMaker
from tests.makers.servers import BRIEF, PICTURE, Watching, png, serving, text

GENERATIONS, EDITS = "/v1/images/generations", "/v1/images/edits"
GOOD = {"created": 1, "data": [{"b64_json": text(PICTURE)}]}


def made(server, brief=BRIEF, watch=None, model="", **how):
    where = Server(f"{server.url}/v1", "a-key", **how)
    return OpenAiMaker(where, model).make(brief, watch or Watching())


def test_a_picture_comes_back_as_it_was_sent(server):
    server.says(GENERATIONS, GOOD)
    came = made(server)
    assert (came.data, came.media_type) == (PICTURE, "image/png")
    assert (came.width, came.height) == (64, 64)


def test_the_words_the_size_and_the_seed_are_sent_with_the_key(server):
    server.says(GENERATIONS, GOOD)
    made(server, model="flux")
    (asked,) = server.asked
    assert asked.headers["authorization"] == "Bearer a-key"
    assert asked.words == {
        "model": "flux",
        "prompt": "a king",
        "negative_prompt": "green, a hat",
        "n": 1,
        "size": "832x1216",
        "seed": 7,
        "response_format": "b64_json",
    }


def test_a_server_that_knows_fewer_fields_is_asked_more_simply(server):
    odd = {"error": {"code": "unknown_parameter", "message": "Unknown parameter: 'seed'."}}
    server.says(GENERATIONS, (400, odd), GOOD)
    assert made(server).data == PICTURE
    assert server.asked[1].words == {
        "prompt": "a king, without green, without a hat",
        "n": 1,
        "size": "1024x1536",
    }


@pytest.mark.parametrize("code", ["content_policy_violation", "moderation_blocked"])
def test_words_against_its_rules_are_refused_and_not_tried_again(server, code):
    server.says(GENERATIONS, (400, {"error": {"code": code, "message": "…"}}))
    with pytest.raises(MakerRefused):
        made(server)
    assert len(server.asked) == 1


def test_a_picture_may_be_fetched_from_where_it_is(server):
    server.says(GENERATIONS, {"data": [{"url": f"{server.url}/made/1.png"}]})
    server.says("/made/1.png", PICTURE)
    assert made(server).data == PICTURE
    assert server.to("/made/1.png")[0].headers["authorization"] == "Bearer a-key"


def test_an_address_without_a_host_is_the_servers_own(server):
    server.says(GENERATIONS, {"data": [{"url": "/made/1.png"}]})
    server.says("/made/1.png", PICTURE)
    assert made(server).data == PICTURE


def test_the_key_is_not_shown_to_another_server(server):
    with serving() as other:
        server.says(GENERATIONS, {"data": [{"url": f"{other.url}/made/1.png"}]})
        other.says("/made/1.png", PICTURE)
        assert made(server).data == PICTURE
        assert "authorization" not in other.asked[0].headers


def test_a_picture_and_a_mask_are_sent_as_files(server):
    server.says(EDITS, GOOD)
    mask = Image.new("L", (64, 64), 0)
    mask.paste(255, (0, 0, 32, 64))
    out = io.BytesIO()
    mask.save(out, "PNG")
    made(server, replace(BRIEF, picture=png("red"), mask=out.getvalue()))
    (asked,) = server.asked
    head = f"content-type: {asked.headers['content-type']}\r\n\r\n".encode()
    parts = {
        part.get_param("name", header="content-disposition"): part.get_payload(decode=True)
        for part in BytesParser().parsebytes(head + asked.body).get_payload()
    }
    assert parts["prompt"] == b"a king"
    assert parts["image"] == png("red")
    # What is to be made anew is transparent there, which is white here.
    alpha = Image.open(io.BytesIO(parts["mask"])).getchannel("A")
    assert (alpha.getpixel((10, 10)), alpha.getpixel((50, 10))) == (0, 255)


@pytest.mark.parametrize(
    "reply",
    [
        (500, b"boom"),
        (401, {"error": {"code": "invalid_api_key"}}),
        (200, b"not json"),
        (200, {"data": []}),
        (200, {"data": [{"b64_json": "no base64!"}]}),
        (200, {"data": [{"b64_json": text(b"no picture")}]}),
        (200, {"data": [{"revised_prompt": "a king"}]}),
        (302, b""),
    ],
)
def test_whatever_else_it_answers_it_is_down(server, reply):
    server.says(GENERATIONS, reply)
    with pytest.raises(MakerDown):
        made(server)


def test_a_server_with_too_much_to_do_is_busy(server):
    server.says(GENERATIONS, (429, {"error": {"code": "rate_limit_exceeded"}}))
    with pytest.raises(BackendBusy):
        made(server)


def test_a_server_that_is_not_there_is_down():
    with pytest.raises(MakerDown):
        OpenAiMaker(Server("http://127.0.0.1:9/v1")).make(BRIEF, Watching())


def test_a_server_that_takes_too_long_is_down(server):
    server.holds(GENERATIONS)
    with pytest.raises(MakerDown):
        made(server, seconds=0.05)


def test_a_picture_that_is_no_longer_wanted_is_not_waited_for(server):
    server.holds(GENERATIONS)
    watch = Watching()

    def cancel() -> None:
        server.arrived.wait(30)
        watch.cancel()

    canceling = Thread(target=cancel)
    canceling.start()
    with pytest.raises(Canceled):
        made(server, watch=watch)
    canceling.join()


def test_an_answer_without_end_is_not_read_to_it(server):
    server.says(GENERATIONS, lambda: (200, b" " * (65 * 1024 * 1024)))
    with pytest.raises(MakerDown):
        made(server)
