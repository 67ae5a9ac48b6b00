"""More swaps than may wait at once."""

from faceswap.app import Rules
from faceswap.domain.caps import Caps
from tests.discord.stage import is_result, says


async def test_one_too_many_is_refused_and_costs_nothing(stage):
    stage.rules = Rules(caps=Caps(member=1))
    await stage.start()
    await stage.save("me")
    stage.engine.gate.clear()
    first = await stage.swap()
    await stage.engine.has_begun()
    seen = await (await stage.swap()).until(says("As many swaps of yours are open as may be (1)"))
    assert seen.ephemeral
    assert await stage.spent() == 1
    assert len(list(stage.data.glob("pictures/??/*"))) == 1
    stage.engine.gate.set()
    assert await first.until(is_result)
