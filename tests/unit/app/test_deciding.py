"""What moderators decide, and what is noted of it."""

from datetime import timedelta

import pytest

from faceswap.app.deciding import ban, change_rules, desk, unban
from faceswap.app.moderators import moderates
from faceswap.domain.errors import (
    BadUntil,
    ManagerNotBanned,
    ManagersOnly,
    NotAModerator,
    NotBanned,
    NotYourself,
    OnlyInServers,
)
from faceswap.domain.policy import OPEN, Policy
from faceswap.domain.standing import NOWHERE, Standing
from tests.fakes.clock import NOON

MANAGER = Standing("club", manages=True)
HELPER = Standing("club", roles=frozenset({"helpers"}))


async def noted(world):
    lines = await world.stores.audit.unposted(99)
    return [(line.actor, line.event, dict(line.words)) for line in lines]


async def test_each_rule_that_is_another_now_is_noted(world):
    await change_rules(world.app, MANAGER, "mia", {"delete_after": 5, "private": False})
    rules = {"delete_after": 5, "private": True, "users": frozenset({"2", "1"})}
    after = await change_rules(world.app, MANAGER, "mia", rules)
    assert after == Policy(delete_after=5, private=True, users=frozenset({"1", "2"}))
    assert await noted(world) == [
        ("mia", "policy-delete-after", {"value": 5}),
        ("mia", "policy-private", {"value": "yes"}),
        ("mia", "policy-users", {"value": "1,2"}),
    ]


@pytest.mark.parametrize(("standing", "error"), [(NOWHERE, OnlyInServers), (HELPER, NotAModerator)])
async def test_only_moderators_decide(world, standing, error):
    for asking in (
        change_rules(world.app, standing, "ben", {"private": True}),
        ban(world.app, standing, "ben", "anna", manages=False),
        unban(world.app, standing, "ben", "anna"),
        desk(world.app, standing),
    ):
        with pytest.raises(error):
            await asking
    assert await world.stores.guilds.policy("club") == OPEN
    assert await noted(world) == []


async def test_roles_that_moderate_do_all_but_appoint_others(world):
    assert not await moderates(world.app, HELPER)
    await change_rules(world.app, MANAGER, "mia", {"moderators": frozenset({"helpers"})})
    assert await moderates(world.app, HELPER)
    assert (await change_rules(world.app, HELPER, "ben", {"private": True})).private
    with pytest.raises(ManagersOnly):
        await change_rules(world.app, HELPER, "ben", {"moderators": frozenset({"all"})})
    assert (await desk(world.app, HELPER)).policy.moderators == {"helpers"}


async def test_a_ban_is_kept_noted_and_shown_until_it_is_over(world):
    made = await ban(
        world.app, MANAGER, "mia", "ben", manages=False, reason=" too \n much ", until="2h"
    )
    assert (made.reason, made.until) == ("too much", NOON + timedelta(hours=2))
    until = str(int(made.until.timestamp()))
    words = {"member": "ben", "reason": "too much", "until": until}
    assert await noted(world) == [("mia", "member-banned", words)]
    assert (await desk(world.app, MANAGER)).bans == (made,)
    world.clock.advance(7200)
    assert (await desk(world.app, MANAGER)).bans == ()
    with pytest.raises(NotBanned):
        await unban(world.app, MANAGER, "mia", "ben")


async def test_a_ban_is_lifted(world):
    await ban(world.app, MANAGER, "mia", "ben", manages=False)
    await unban(world.app, MANAGER, "mia", "ben")
    assert (await noted(world))[-1] == ("mia", "member-unbanned", {"member": "ben"})
    with pytest.raises(NotBanned):
        await unban(world.app, MANAGER, "mia", "ben")


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"member": "mia"}, NotYourself),
        ({"manages": True}, ManagerNotBanned),
        ({"until": "yesterday"}, BadUntil),
    ],
)
async def test_bans_that_cannot_be(world, change, error):
    wanted = {"member": "ben", "manages": False, **change}
    with pytest.raises(error):
        await ban(world.app, MANAGER, "mia", **wanted)
    assert await world.stores.guilds.bans("club") == []
    assert await noted(world) == []


async def test_nobody_lifts_their_own_ban(world):
    await change_rules(world.app, MANAGER, "mia", {"moderators": frozenset({"helpers"})})
    await ban(world.app, MANAGER, "mia", "ben", manages=False)
    with pytest.raises(NotYourself):
        await unban(world.app, HELPER, "ben", "ben")


async def test_a_trouble_with_the_audit_is_shown(world):
    await world.stores.guilds.note_trouble("club", NOON)
    assert (await desk(world.app, MANAGER)).trouble == NOON
