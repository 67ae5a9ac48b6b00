"""The sidecar is killed under a bot that lives: the bot starts another, and nobody is told."""

import pytest

from tests.crash.scenes import SCENES, is_end
from tests.discord.stage import is_result

EDGES = {
    "a still": ("backend.submit", "backend.check", "backend.fetch", "jobs.finish"),
    "a photo of a face": ("enroller.enrol", "jobs.keep_template"),
}
QUICK = {("backend.check", "before"), ("backend.submit", "after"), ("enroller.enrol", "before")}


def cells():
    return [
        pytest.param(
            *(scene, edge, when), marks=[] if (edge, when) in QUICK else [pytest.mark.slow]
        )
        for scene, edges in EDGES.items()
        for edge in edges
        for when in ("before", "after")
    ]


@pytest.mark.parametrize(("name", "edge", "when"), cells())
async def test_one_end_comes_of_it(house, name, edge, when):
    await house.start(at=edge, when=when, deed="kill sidecar")
    asked = await SCENES[name].play(house)
    await asked.until(is_result)
    await house.until_told()
    await house.stopped()
    await house.check()
    (end,) = [seen for seen in house.room.messages if is_end(seen)]
    assert "1 credit used" in end.text
