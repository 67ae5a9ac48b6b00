"""What Prometheus is told, over HTTP."""

import socket

import aiohttp
import pytest
from prometheus_client.parser import text_string_to_metric_families

from faceswap.domain.errors import BackendDown
from faceswap.ports import Condition, Readiness
from tests.discord.stage import is_result, picture, says


@pytest.fixture(autouse=True)
async def watched(stage):
    with socket.create_server(("127.0.0.1", 0)) as probe:
        stage.metrics_port = probe.getsockname()[1]
    await stage.start()
    await stage.save("me")


async def scrape(stage):
    """Return the samples by name and label."""
    url = f"http://127.0.0.1:{stage.metrics_port}/metrics"
    async with aiohttp.ClientSession() as http, http.get(url) as reply:
        assert reply.status == 200
        assert reply.headers["Content-Type"].startswith("text/plain; version=0.0.4")
        text = await reply.text()
    assert str(stage.anna.id) not in text
    return {
        (sample.name.removeprefix("visage_"), *sample.labels.values()): sample.value
        for family in text_string_to_metric_families(text)
        for sample in family.samples
    }


async def until_stored(stage, count):
    """Wait until so many jobs are there, two of them with the engine."""
    for _ in range(500):
        found = await scrape(stage)
        if found["jobs", "queued"] == count - 2 and found["jobs", "processing"] == 2:
            return
    pytest.fail(f"there are never {count} jobs")


async def test_jobs_are_counted_by_state_and_credits_by_movement(stage):
    await stage.swapped(2, ids="me,me")
    await (await stage.swap(0)).until(says("found no face"))
    found = await scrape(stage)
    assert (found["jobs", "done"], found["jobs", "failed"], found["jobs", "queued"]) == (1, 1, 0)
    assert found["credits", "hold"] == 3
    assert (found["credits", "settle"], found["credits", "refund"]) == (2, 1)


async def test_queues_tell_how_long_they_are_and_how_old(stage):
    stage.engine.gate.clear()
    asks = [await stage.swap() for _ in range(4)]
    await until_stored(stage, 4)
    stage.clock.advance(7)
    found = await scrape(stage)
    assert (found["queue_length", "stills"], found["queue_length", "clips"]) == (2, 0)
    assert found["queue_age_seconds", "stills"] == pytest.approx(7, abs=0.1)
    stage.engine.gate.set()
    for asked in asks:
        await asked.until(is_result)
    found = await scrape(stage)
    assert found["wait_seconds_count", "stills"] == 4
    assert found["wait_seconds_sum", "stills"] == pytest.approx(14, abs=0.1)
    assert found["work_seconds_sum", "stills"] == pytest.approx(14, abs=0.1)
    assert found["queue_age_seconds", "stills"] == 0


async def test_answers_and_acknowledgements_are_measured(stage):
    await stage.swapped()
    found = await scrape(stage)
    assert found["answer_seconds_count", "delivered"] == 1
    assert found["acknowledgement_seconds_count",] == 2


@pytest.mark.parametrize(
    ("told", "state"),
    [
        (Condition(Readiness.STARTING, "", "", "", "1"), "starting"),
        (Condition(Readiness.BUSY, "mesh", "CPU", "", "1"), "busy"),
        (BackendDown(), "down"),
    ],
)
async def test_the_sidecar_is_one_of_four(stage, told, state):
    stage.backend.on_health.append(told)
    found = await scrape(stage)
    states = {key[1]: value for key, value in found.items() if key[0] == "sidecar"}
    assert states == dict.fromkeys(["starting", "ready", "busy", "down"], 0) | {state: 1}


async def test_a_port_that_is_taken_keeps_the_bot_from_nothing(stage):
    await stage.stop()
    stage.expects_errors = True
    with socket.create_server(("127.0.0.1", stage.metrics_port)):
        await stage.start()
        assert is_result(await stage.swapped(image=picture()))
    assert "metrics are not served" in repr(stage.lines)


async def test_other_paths_lead_nowhere(stage):
    url = f"http://127.0.0.1:{stage.metrics_port}/"
    async with aiohttp.ClientSession() as http, http.get(url) as reply:
        assert reply.status == 404
