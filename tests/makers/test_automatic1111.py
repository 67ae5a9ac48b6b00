"""A maker that speaks the API of a Stable Diffusion web UI."""

from __future__ import annotations

import base64
from dataclasses import replace
from threading import Thread

import pytest

from faceswap.domain.errors import Canceled, MakerDown
from faceswap.makers.automatic1111 import Automatic1111Maker
from faceswap.makers.errands import Server
from tests.makers.servers import BRIEF, PICTURE, Watching, png, text

TEXT, PICTURES = "/sdapi/v1/txt2img", "/sdapi/v1/img2img"
PROGRESS, INTERRUPT = "/sdapi/v1/progress", "/sdapi/v1/interrupt"
GOOD = {"images": [text(PICTURE)], "parameters": {}, "info": "{}"}


def made(server, brief=BRIEF, watch=None, model="", **how):
    where = Server(server.url, ("me", "secret"), **how)
    maker = Automatic1111Maker(where, model, look_every=0.01)
    return maker.make(brief, watch or Watching())


def test_a_picture_comes_back_as_it_was_sent(server):
    server.says(TEXT, GOOD)
    assert made(server).data == PICTURE


def test_the_words_the_size_and_the_seed_are_sent_with_name_and_password(server):
    server.says(TEXT, GOOD)
    made(server, model="sdxl")
    (asked,) = server.to(TEXT)
    assert asked.headers["authorization"] == "Basic " + base64.b64encode(b"me:secret").decode()
    words = asked.words
    assert (words["prompt"], words["negative_prompt"]) == ("a king", "green, a hat")
    assert (words["width"], words["height"], words["seed"]) == (832, 1216, 7)
    assert words["override_settings"] == {"sd_model_checkpoint": "sdxl"}
    assert words["save_images"] is False


def test_a_picture_may_come_as_a_data_url(server):
    server.says(TEXT, {"images": ["data:image/png;base64," + text(PICTURE)]})
    assert made(server).data == PICTURE


def test_a_picture_and_a_mask_go_along(server):
    server.says(PICTURES, GOOD)
    mask = png(255, mode="L")
    made(server, replace(BRIEF, picture=png("red"), mask=mask))
    words = server.to(PICTURES)[0].words
    assert words["init_images"] == [text(png("red"))]
    assert (words["mask"], words["inpainting_mask_invert"]) == (text(mask), 0)
    assert words["denoising_strength"] == 1.0


def test_it_is_told_how_far_the_picture_is(server):
    watch = Watching()

    def when_told():
        watch.told.wait(30)
        return 200, b'{"images": ["' + text(PICTURE).encode() + b'"]}'

    server.says(TEXT, when_told)
    server.says(PROGRESS, {"progress": 0.4, "state": {"sampling_step": 12, "sampling_steps": 30}})
    made(server, watch=watch)
    assert watch.seen[0] == (12, 30)


def test_a_picture_that_is_no_longer_wanted_is_interrupted(server):
    server.holds(TEXT)
    server.says(INTERRUPT, {})
    watch = Watching()

    def cancel() -> None:
        server.arrived.wait(30)
        watch.cancel()

    canceling = Thread(target=cancel)
    canceling.start()
    with pytest.raises(Canceled):
        made(server, watch=watch)
    canceling.join()
    assert len(server.to(INTERRUPT)) == 1


def test_a_picture_that_takes_too_long_is_interrupted(server):
    server.holds(TEXT)
    server.says(INTERRUPT, {})
    with pytest.raises(MakerDown):
        made(server, seconds=0.2)
    assert len(server.to(INTERRUPT)) == 1


@pytest.mark.parametrize(
    "reply",
    [
        (500, {"error": "OutOfMemoryError"}),
        (422, {"detail": []}),
        (200, {"images": []}),
        (200, {"images": ["!"]}),
        (200, b"[]"),
    ],
)
def test_whatever_else_it_answers_it_is_down(server, reply):
    server.says(TEXT, reply)
    with pytest.raises(MakerDown):
        made(server)
