import pytest

from faceswap.app.moderators import moderated_guild, moderates
from faceswap.domain.errors import NotAModerator, OnlyInServers
from faceswap.domain.standing import NOWHERE, Standing


async def test_whoever_may_manage_the_server_moderates_it(world):
    standing = Standing(guild="film club", manages=True)
    assert await moderates(world.app, standing)
    assert await moderated_guild(world.app, standing) == "film club"


@pytest.mark.parametrize(
    ("standing", "refusal"),
    [
        (NOWHERE, OnlyInServers),
        (Standing(manages=True), OnlyInServers),
        (Standing(guild="film club", roles=frozenset({"friend"})), NotAModerator),
    ],
)
async def test_nobody_else_does(world, standing, refusal):
    assert not await moderates(world.app, standing)
    with pytest.raises(refusal):
        await moderated_guild(world.app, standing)
