"""What members can pay with, what it is for, and what moderators give and decide."""

from datetime import timedelta

import pytest

from faceswap.app import credit_desk
from faceswap.app.canceling import cancel
from faceswap.app.credit_desk import Asker
from faceswap.app.credits import balance, face_price, history, report, top
from faceswap.app.offers import accept, quote
from faceswap.app.swaps import again, smaller, submit
from faceswap.app.worker import work
from faceswap.domain.errors import NotAModerator, NotEnoughCredits, OnlyInServers
from faceswap.domain.job import JobState, Verb
from faceswap.domain.movements import Revoked, Spender, Spent
from faceswap.domain.pots import Parts
from faceswap.domain.standing import NOWHERE, Standing
from tests.fakes.clock import NOON
from tests.unit.app.conftest import clip, picture

GUILD, OTHER, MEMBER = "42", "43", "member"
ACCOUNT = f"discord:{GUILD}:{MEMBER}"
MOD = Asker("mod", Standing(guild=GUILD, manages=True))
PLAIN = Standing(guild=GUILD)
FRIEND = Standing(guild=GUILD, roles=frozenset({"friend"}))


def ask(world, standing=PLAIN, **more):
    return world.ask(**{"account": ACCOUNT, "standing": standing, **more})


async def lines(world):
    return [(line.event, line.actor, line.words) for line in await world.stores.audit.unposted(99)]


async def pots(world, standing=PLAIN):
    return (await balance(world.app, ACCOUNT, standing)).pots


# Allowances


async def test_the_operator_s_allowance_holds_where_nothing_is_decided(world):
    assert await pots(world, FRIEND) == Parts(50)


async def test_the_highest_allowance_of_a_member_s_roles_wins(world):
    await credit_desk.set_allowance(world.app, MOD, 10)
    await credit_desk.set_allowance(world.app, MOD, 30, "friend")
    assert await pots(world) == Parts(10)
    assert await pots(world, FRIEND) == Parts(30)
    await credit_desk.set_allowance(world.app, MOD, None, "friend")
    assert await pots(world, FRIEND) == Parts(10)
    await credit_desk.set_allowance(world.app, MOD, None)
    assert await pots(world, FRIEND) == Parts(50)


async def test_an_allowance_pays_for_what_it_is_for(world):
    await credit_desk.set_allowance(world.app, MOD, 0)
    await credit_desk.set_allowance(world.app, MOD, 1, "friend")
    with pytest.raises(NotEnoughCredits):
        await submit(world.app, ask(world))
    assert world.stored() == []
    await submit(world.app, ask(world, FRIEND))
    assert await pots(world, FRIEND) == Parts()


async def test_a_raised_allowance_counts_at_once_and_a_lowered_one_takes_nothing_back(world):
    await submit(world.app, ask(world, ids_text="anna,bo"))
    await credit_desk.set_allowance(world.app, MOD, 1)
    have = await balance(world.app, ACCOUNT, PLAIN)
    assert (have.spent, have.left) == (2, 0)
    await credit_desk.set_allowance(world.app, MOD, 3)
    assert await pots(world) == Parts(1)


async def test_where_roles_are_not_known_the_allowance_last_paid_from_counts(world):
    await credit_desk.set_allowance(world.app, MOD, 30, "friend")
    assert await pots(world, NOWHERE) == Parts(50)
    await submit(world.app, ask(world, FRIEND))
    assert await pots(world, NOWHERE) == Parts(29)


async def test_an_offer_tells_of_the_allowance_of_whoever_asked(world):
    await credit_desk.set_allowance(world.app, MOD, 70, "friend")
    offer = await submit(world.app, ask(world, FRIEND, targets=(clip(1, 60),)))
    assert offer.state is JobState.OFFERED
    assert await pots(world, NOWHERE) == Parts(70)


async def test_a_smaller_result_is_paid_like_the_one_it_is_for(world):
    await credit_desk.set_allowance(world.app, MOD, 0)
    await credit_desk.set_allowance(world.app, MOD, 2, "friend")
    job = await submit(world.app, ask(world, FRIEND))
    assert (await smaller(world.app, job)).held == 1


async def test_outside_of_the_server_its_rules_do_not_hold(world):
    await credit_desk.set_allowance(world.app, MOD, 0)
    await credit_desk.set_pool(world.app, MOD, 9)
    assert (await balance(world.app, f"discord:dm:{MEMBER}")).pots == Parts(50)
    elsewhere = Standing(guild=OTHER)
    assert (await balance(world.app, f"discord:{OTHER}:{MEMBER}", elsewhere)).pots == Parts(50)


# Grants and the pool


async def test_granted_credits_pay_when_the_allowance_is_spent_and_then_the_pool(world):
    await credit_desk.set_allowance(world.app, MOD, 1)
    await credit_desk.set_pool(world.app, MOD, 5)
    assert await credit_desk.grant(world.app, MOD, MEMBER, 2, "a prize") == 2
    job = await submit(world.app, ask(world, ids_text="anna,anna,bo,bo,bo"))
    assert await pots(world) == Parts(0, 0, 3)
    claimed = await world.jobs.claim(NOON)
    await work(world.app, claimed)
    assert (await world.look(job)).charged == 1
    assert await pots(world) == Parts(0, 2, 5)


async def test_a_refusal_tells_what_is_in_which_pot(world):
    await credit_desk.set_allowance(world.app, MOD, 1)
    await credit_desk.set_pool(world.app, MOD, 2)
    await credit_desk.grant(world.app, MOD, MEMBER, 1, "")
    with pytest.raises(NotEnoughCredits, match=r"1 of today's, 1 granted and 2 of the server's"):
        await submit(world.app, ask(world, ids_text="anna,anna,bo,bo,bo"))
    assert await world.stores.ledger.count(ACCOUNT) == 1


async def test_a_revocation_says_how_much_there_was(world):
    await credit_desk.grant(world.app, MOD, MEMBER, 2, "a prize")
    assert await credit_desk.revoke(world.app, MOD, MEMBER, 5, "a mistake") == Revoked(2, 0)
    assert await credit_desk.revoke(world.app, MOD, MEMBER, 5, "again") == Revoked(0, 0)
    assert [event for event, *_ in await lines(world)] == ["credits-granted", "credits-revoked"]


# Prices


async def test_a_face_costs_what_moderators_decided_for_the_verb(world):
    await credit_desk.set_price(world.app, MOD, Verb.SWAPID, 3)
    assert await face_price(world.app, ACCOUNT, Verb.SWAPID) == 3
    assert await face_price(world.app, ACCOUNT, Verb.PICSI) == 1
    assert (await submit(world.app, ask(world, ids_text="anna,bo"))).price == 6
    assert (await submit(world.app, ask(world, targets=(clip(1, 4),)))).price == 12


async def test_what_is_free_costs_nothing_and_is_done(world):
    await credit_desk.set_price(world.app, MOD, Verb.SWAPID, 0)
    await credit_desk.set_allowance(world.app, MOD, 0)
    job = await world.worked(ask(world, targets=(picture(), clip(1, 40))))
    assert (job.state, job.held, job.charged) == (JobState.DONE, 0, 0)


async def test_the_price_agreed_stays_while_a_job_runs(world):
    await credit_desk.set_price(world.app, MOD, Verb.SWAPID, 3)
    job = await world.claimed(ask(world, ids_text="anna,bo", targets=(picture(1),)))
    await credit_desk.set_price(world.app, MOD, Verb.SWAPID, 5)
    await work(world.app, job)
    assert (await world.look(job)).charged == 3


async def test_an_offer_keeps_its_price_and_asking_again_does_not(world):
    await credit_desk.set_price(world.app, MOD, Verb.SWAPID, 2)
    offer = await submit(world.app, ask(world, targets=(clip(2, 10),)))
    assert (offer.state, offer.price) == (JobState.OFFERED, 20)
    await credit_desk.set_price(world.app, MOD, Verb.SWAPID, 1)
    assert await quote(world.app, offer.id, MEMBER, "anna,bo") == 40
    accepted = await accept(world.app, offer.id, MEMBER, standing=PLAIN)
    assert (accepted.state, accepted.held) == (JobState.QUEUED, 20)
    assert await quote(world.app, offer.id, MEMBER) == 10
    repeat = world.repeat(offer, account=ACCOUNT, standing=PLAIN)
    assert (await again(world.app, repeat)).price == 10


async def test_an_offer_is_paid_from_the_allowance_of_whoever_accepts_it(world):
    await credit_desk.set_allowance(world.app, MOD, 20)
    offer = await submit(world.app, ask(world, targets=(clip(1, 20),)))
    await credit_desk.set_allowance(world.app, MOD, 19)
    with pytest.raises(NotEnoughCredits):
        await accept(world.app, offer.id, MEMBER, standing=PLAIN)
    await credit_desk.set_allowance(world.app, MOD, 20, "friend")
    accepted = await accept(world.app, offer.id, MEMBER, standing=FRIEND)
    assert accepted.state is JobState.QUEUED


async def test_a_canceled_swap_gives_each_pot_its_own_back(world):
    await credit_desk.set_allowance(world.app, MOD, 1)
    await credit_desk.grant(world.app, MOD, MEMBER, 4, "")
    job = await submit(world.app, ask(world, targets=(clip(1, 4),)))
    assert await pots(world) == Parts(0, 1, 0)
    await cancel(world.app, job.id, MEMBER)
    assert await pots(world) == Parts(1, 4, 0)


# Who may


CHANGES = {
    "credits-granted": lambda app, who: credit_desk.grant(app, who, MEMBER, 2, "a prize"),
    "credits-allowance": lambda app, who: credit_desk.set_allowance(app, who, 5),
    "credits-allowance-role": lambda app, who: credit_desk.set_allowance(app, who, 5, "friend"),
    "credits-allowance-cleared": lambda app, who: credit_desk.set_allowance(app, who, None),
    "credits-allowance-cleared-role": lambda app, who: credit_desk.set_allowance(
        app, who, None, "friend"
    ),
    "credits-price": lambda app, who: credit_desk.set_price(app, who, Verb.PICSI, 2),
    "credits-pool": lambda app, who: credit_desk.set_pool(app, who, 9),
}


@pytest.mark.parametrize("event", CHANGES)
async def test_a_change_is_made_by_moderators_alone_and_noted(world, event):
    for standing, refusal in ((PLAIN, NotAModerator), (NOWHERE, OnlyInServers)):
        with pytest.raises(refusal):
            await CHANGES[event](world.app, Asker("member", standing))
    assert await lines(world) == []
    assert await balance(world.app, ACCOUNT) == await balance(world.app, ACCOUNT, PLAIN)
    await CHANGES[event](world.app, MOD)
    assert [(name, actor) for name, actor, _ in await lines(world)] == [(event, "mod")]


async def test_others_accounts_are_for_moderators_of_their_server(world):
    await credit_desk.refuse_others(world.app, MOD, ACCOUNT)
    await credit_desk.refuse_others(world.app, Asker(MEMBER, PLAIN), ACCOUNT)
    await credit_desk.refuse_others(world.app, Asker(MEMBER, NOWHERE), f"discord:dm:{MEMBER}")
    elsewhere = Asker("mod", Standing(guild=OTHER, manages=True))
    for other in (Asker("ben", PLAIN), elsewhere):
        with pytest.raises(NotAModerator):
            await credit_desk.refuse_others(world.app, other, ACCOUNT)
    with pytest.raises(OnlyInServers):
        await credit_desk.refuse_others(world.app, Asker("ben", NOWHERE), "discord:dm:member")


@pytest.mark.parametrize("look", [top, lambda app, standing: report(app, standing, 7)])
async def test_what_all_spent_is_for_moderators(world, look):
    with pytest.raises(NotAModerator):
        await look(world.app, PLAIN)
    with pytest.raises(OnlyInServers):
        await look(world.app, NOWHERE)


# What is looked up


async def test_the_report_ends_today_and_has_so_many_days(world):
    await world.worked(ask(world, ids_text="anna"))
    assert (await report(world.app, MOD.standing, 7)).first == (NOON - timedelta(days=6)).date()
    one = await report(world.app, MOD.standing, 1)
    assert (one.first, one.last) == (NOON.date(), NOON.date())
    assert one.spent == [Spent(NOON.date(), Verb.SWAPID, 1)]
    assert await top(world.app, MOD.standing) == [Spender(ACCOUNT, 1)]
    world.clock.advance(30 * 86_400)
    assert await top(world.app, MOD.standing) == []


async def test_history_has_pages_the_last_for_those_beyond(world):
    for amount in range(1, 13):
        await credit_desk.grant(world.app, MOD, MEMBER, amount, "")
    first = await history(world.app, ACCOUNT)
    assert [line.amount for line in first.movements] == list(range(12, 2, -1))
    assert (first.page, first.pages) == (0, 2)
    last = await history(world.app, ACCOUNT, 7)
    assert [line.amount for line in last.movements] == [2, 1]
    assert last.page == 1
    assert (await history(world.app, "discord:42:nobody")).pages == 1
