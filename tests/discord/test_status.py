"""How the bot says it is."""

import platform

import discord
import pytest

from faceswap.domain.errors import BackendDown
from tests.discord.stage import clip


async def told(stage, who=None, room=None):
    seen = await (await (who or stage.ben).slash(room or stage.room, "status")).reply()
    assert seen.ephemeral
    return seen.text


async def test_anybody_is_told_engine_queues_and_versions(stage, bot):
    text = await told(stage)
    assert "🟢 The swap engine is ready." in text
    assert "Engine: **fake** · a test, on the CPU" in text
    assert "Models: none 1.0" in text
    assert "**Pictures:** none waiting, 0 of 2 at work" in text
    assert "**Clips:** none waiting, 0 of 1 at work" in text
    assert f"Python {platform.python_version()} · discord.py {discord.__version__}" in text
    assert "Started <t:" in text
    assert await told(stage, room=stage.ben.dm) == text


async def test_what_waits_is_told_and_for_how_long(stage, bot):
    await stage.save("me")
    await stage.swapped()
    stage.engine.gate.clear()
    stage.studio.gate.clear()
    for _ in range(3):
        stage.clock.advance(1)
        await stage.asked_job(await stage.swap())
    stage.clock.advance(1)
    await stage.asked_job(await stage.swap(image=clip()))
    await stage.engine.has_begun()
    await stage.studio.has_begun()
    stage.clock.advance(60)
    text = await told(stage)
    assert "**Pictures:** 1 waiting, 2 of 2 at work · the longest for 1 min" in text
    assert "a new one takes about 5 s" in text
    assert "**Clips:** none waiting, 1 of 1 at work" in text


@pytest.mark.parametrize("trouble", [BackendDown()])
async def test_an_engine_that_does_not_answer(stage, bot, trouble):
    stage.backend.on_health.append(trouble)
    text = await told(stage)
    assert "🔴 The swap engine is not answering" in text
    assert "Engine:" not in text


async def test_nothing_secret_is_told(stage, bot):
    text = await told(stage)
    for secret in (stage.discord.token, str(stage.data), "127.0.0.1", "http"):
        assert secret not in text
