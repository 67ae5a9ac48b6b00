"""Results that are too large for Discord, with a gateway and without one."""

import socket
from dataclasses import replace
from datetime import timedelta

import aiohttp
import pytest

from faceswap.domain.job import JobState
from faceswap.domain.media import MEGABYTE
from faceswap.gateway.serve import GatewayRefused
from tests.discord.stage import clip, is_result, job_id, says


@pytest.fixture(autouse=True)
async def heavy(stage):
    """Have clips come out at 11 MB, where Discord takes 10."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        stage.gateway_port = probe.getsockname()[1]
    # The gateway goes by the real time, not by the stage's.
    stage.rules = replace(
        stage.rules, linked_bytes=100 * MEGABYTE, retention=timedelta(days=100 * 365)
    )
    stage.studio.heavier = 11 * MEGABYTE
    await stage.start()
    await stage.save("me")


async def opened(url):
    async with aiohttp.ClientSession() as http, http.get(url) as reply:
        return reply.status, await reply.read()


def link_of(seen):
    (button,) = [each for each in seen.buttons if each.url]
    assert button.label == "Open dance-swapped.gif"
    return button.url


async def test_a_result_that_cannot_fit_is_shown_small_and_linked_to(stage):
    seen = await stage.swapped(image=clip())

    assert "dance-swapped.gif has 11.0 MB, more than may be posted here" in seen.text
    assert "2 credits used · 48 of 50 left" in seen.text
    (shown,) = seen.pictures
    assert shown.filename == "1-dance-now.jpg"
    status, data = await opened(link_of(seen))
    assert (status, data[:6], len(data) > 11 * MEGABYTE) == (200, b"GIF89a", True)


async def test_the_job_has_the_link_too(stage):
    seen = await stage.swapped(image=clip())

    card = await (await stage.anna.slash(stage.room, "jobs show", job=job_id(seen))).reply()

    assert next(each.url for each in card.buttons if each.url) == link_of(seen)
    assert [each.filename for each in card.pictures] == ["1-dance-now.jpg"]


async def test_a_result_that_is_deleted_can_no_longer_be_opened(stage):
    seen = await stage.swapped(image=clip())
    url = link_of(seen)
    assert (await opened(url))[0] == 200

    await stage.anna.press(seen, "Delete")
    await stage.discord.exchange(lambda each: each.method == "DELETE")
    # What was begun is finished before the end.
    await stage.stop()
    await stage.start()

    assert await opened(url) == (404, b"What this link led to has been deleted.\n")


async def test_the_link_is_told_after_a_restart(stage):
    stage.studio.gate.clear()
    asked = await stage.swap(image=clip())
    await stage.studio.has_begun()
    await stage.kill()
    stage.studio.gate.set()
    await stage.start()

    seen = await asked.until(is_result)

    assert (await opened(link_of(seen)))[0] == 200


async def test_without_a_gateway_it_is_refused_and_nothing_is_charged(stage):
    await stage.stop()
    stage.gateway_port, stage.rules = 0, replace(stage.rules, linked_bytes=0)
    await stage.start()

    told = await (await stage.swap(image=clip())).until(says("MB"))

    assert "The result has 11.0 MB and at most 10 MB may be posted here" in told.text
    assert "so nothing was charged" in told.text


async def test_who_was_not_told_before_the_gateway_was_turned_off_pays_nothing(stage):
    unreachable = stage.discord.faults.add(method="PATCH", path="@original", status=None, times=99)
    asked = await stage.swap(image=clip())
    await stage.clock.until(lambda waits: 2.0 in waits)
    assert (await stage.until_job(lambda job: job.state is JobState.DONE)).answered is False
    await stage.kill()
    unreachable.left = 1
    stage.gateway_port, stage.rules = 0, replace(stage.rules, linked_bytes=0)
    await stage.start()

    told = await asked.until(says("MB"))

    assert "so nothing was charged" in told.text
    assert await stage.spent() == 0


async def test_a_port_that_is_taken_is_told_at_once(stage):
    await stage.stop()
    taken = socket.create_server(("127.0.0.1", stage.gateway_port))
    with taken, pytest.raises(GatewayRefused, match="cannot listen"):
        await stage.start()
    await stage.start()
