"""Credits, as members and moderators see them."""

import csv
import io

import pytest

from faceswap.app import Rules
from faceswap.domain.job import Verb
from playground import Permission
from tests.discord.stage import picture, says

OTHERS = "Only this server's moderators can do that"


@pytest.fixture
async def mia(stage):
    """A moderator."""
    person = stage.discord.add_user("Mia")
    stage.guild.add_member(person, Permission.MANAGE_GUILD)
    return person


async def ask(stage, who, command, room=None, **options):
    asked = await who.slash(room or stage.room, f"credits {command}", **options)
    seen = await asked.reply()
    assert seen.ephemeral
    return seen


async def audited(stage):
    return [(line.event, line.actor) for line in await stage.app.audit.unposted(99)]


# Members


async def test_a_balance_tells_what_is_left_and_when_there_is_more(stage, bot):
    await stage.save("me")
    await stage.swapped(1)
    seen = await ask(stage, stage.anna, "balance")
    assert says("You have **49 credits** left.", "Today's allowance: 49 of 50 left, refilled <t:")(
        seen
    )
    assert "pool" not in seen.text


async def test_a_balance_tells_of_every_pot(stage, bot, mia):
    await ask(stage, mia, "grant", member=stage.anna, amount=3)
    await ask(stage, mia, "pool", amount=100)
    seen = await ask(stage, stage.anna, "balance")
    for words in (
        "**153 credits** left",
        "Granted: 3, kept",
        "pool: 100 of 100 left today",
        "in the order shown",
    ):
        assert words in seen.text


async def test_a_member_sees_nobody_else_s_credits_and_a_moderator_does(stage, bot, mia):
    for command in ("balance", "history"):
        assert OTHERS in (await ask(stage, stage.ben, command, member=stage.anna)).text
    assert OTHERS not in (await ask(stage, stage.ben, "balance", member=stage.ben)).text
    seen = await ask(stage, mia, "balance", member=stage.anna)
    assert f"{stage.anna.mention} has **50 credits** left." in seen.text


async def test_a_balance_is_by_the_roles_of_whoever_it_is_of(stage, bot, mia):
    friend = stage.guild.add_role("Friend")
    cleo = stage.discord.add_user("Cleo")
    stage.guild.add_member(cleo, Permission(0), friend)
    seen = await ask(stage, mia, "allowance", amount=70, role=friend)
    assert f"set the allowance of <@&{friend.id}> to **70 credits a day**" in seen.text
    assert "70 of 70 left" in (await ask(stage, cleo, "balance")).text
    assert "70 of 70 left" in (await ask(stage, mia, "balance", member=cleo)).text
    assert "50 of 50 left" in (await ask(stage, mia, "balance")).text


async def test_history_lists_what_moved_the_latest_first(stage, bot, mia):
    await stage.save("me")
    assert "No credits have moved yet." in (await ask(stage, stage.anna, "history")).text
    await stage.swapped(1)
    await ask(stage, mia, "grant", member=stage.anna, amount=3, reason="a *prize*")
    lines = (await ask(stage, stage.anna, "history")).text.split("\n")
    assert lines[0] == "**Your credits, the latest first**"
    assert lines[1].endswith(f"**+3** granted by {mia.mention}: a \\*prize\\*")
    assert lines[2].endswith("1 of it spent: `swapid` is over")
    assert lines[3].endswith("**-1** for `swapid`, from the day's allowance")
    seen = await ask(stage, mia, "history", member=stage.anna)
    assert f"The credits of {stage.anna.mention}" in seen.text


async def test_history_s_pages_turn_after_a_restart(stage, bot, mia):
    for amount in range(1, 13):
        await ask(stage, mia, "grant", member=stage.anna, amount=amount)
    seen = await ask(stage, stage.anna, "history")
    assert says("**+12**", "Page 1 of 2")(seen)
    assert [button.disabled for button in seen.buttons] == [True, False]
    await stage.stop()
    await stage.start()
    turned = await (await stage.anna.press(seen, "▶️")).until(says("Page 2 of 2"))
    assert turned.id == seen.id
    assert says("**+2**", "**+1**")(turned)
    assert [button.disabled for button in turned.buttons] == [False, True]
    assert says("**+12**")(await (await stage.anna.press(turned, "◀️")).until(says("Page 1 of 2")))


async def test_prices_tell_what_everything_costs(stage, bot, mia):
    await ask(stage, mia, "price", verb="picsi", amount=0)
    await ask(stage, mia, "price", verb="swapid", amount=3)
    await ask(stage, mia, "allowance", amount=20)
    await ask(stage, mia, "pool", amount=500)
    seen = await ask(stage, stage.anna, "prices")
    for words in (
        "`swapid`: 3 credits in a picture, 0.3 for a frame of a GIF, 3 for a second of a video",
        "`faceswap`: 1 credit in a picture, 0.1 for a frame",
        "`picsi`: nothing",
        "Everybody: 20 credits",
        "All members together: 500 credits more",
    ):
        assert words in seen.text


async def test_outside_of_servers_there_is_an_account_and_no_desk(stage, bot):
    anna = stage.anna
    assert "You have **50 credits** left." in (await ask(stage, anna, "balance", anna.dm)).text
    assert "No credits have moved" in (await ask(stage, anna, "history", anna.dm)).text
    assert "Everybody: 50 credits" in (await ask(stage, anna, "prices", anna.dm)).text
    for command, options in MODERATORS.items():
        given = {**options, "member": anna} if "member" in options else options
        seen = await ask(stage, anna, command, anna.dm, **given)
        assert "please use it in one that I have been added to" in seen.text


# Moderators


MODERATORS = {
    "grant": {"member": None, "amount": 5},
    "revoke": {"member": None, "amount": 5},
    "allowance": {"amount": 5},
    "price": {"verb": "picsi", "amount": 2},
    "pool": {"amount": 9},
    "top": {},
    "report": {},
}


@pytest.mark.parametrize("command", MODERATORS)
async def test_the_desk_is_for_moderators(stage, bot, command):
    options = MODERATORS[command]
    given = {**options, "member": stage.ben} if "member" in options else options
    assert OTHERS in (await ask(stage, stage.anna, command, **given)).text
    assert await audited(stage) == []


async def test_a_grant_says_who_gave_whom_what_and_pays(stage, bot, mia):
    stage.rules = Rules(allowance=1)
    await stage.stop()
    await stage.start()
    await stage.save("me")
    seen = await ask(stage, mia, "grant", member=stage.anna, amount=2, reason="a prize")
    assert seen.text == (
        f"✅ {mia.mention} granted {stage.anna.mention} **2 credits**.\n"
        "Reason: a prize\n"
        "They have 2 granted credits now, beside each day's allowance."
    )
    assert await audited(stage) == [("credits-granted", str(mia.id))]
    for _ in range(3):
        await stage.swapped(1)
    told = await (await stage.swap(1)).until(says("This costs 1 credit and you have none left"))
    assert told.ephemeral


async def test_a_revocation_takes_what_is_there(stage, bot, mia):
    await ask(stage, mia, "grant", member=stage.anna, amount=2)
    seen = await ask(stage, mia, "revoke", member=stage.anna, amount=5)
    assert seen.text == (
        f"✅ {mia.mention} revoked **2 granted credits** of {stage.anna.mention}.\n"
        "They have no granted credits left."
    )
    seen = await ask(stage, mia, "revoke", member=stage.anna, amount=5)
    assert "has no granted credits, so nothing was revoked" in seen.text
    events = [event for event, _ in await audited(stage)]
    assert events == ["credits-granted", "credits-revoked"]


async def test_an_allowance_counts_at_once_and_is_taken_back_by_minus_one(stage, bot, mia):
    seen = await ask(stage, mia, "allowance", amount=0)
    assert seen.text == (
        f"✅ {mia.mention} set everybody's allowance to **0 credits a day**; it counts at once.\n"
        "Everybody: 0 credits"
    )
    await stage.save("me")
    assert await (await stage.swap(1)).until(says("you have none left today"))
    seen = await ask(stage, mia, "allowance", amount=-1)
    assert says("gave everybody the usual allowance back", "Everybody: 50 credits")(seen)
    await stage.swapped(1)


async def test_the_role_of_everybody_is_everybody(stage, bot, mia):
    everyone = stage.guild.guild.roles[stage.guild.id]
    seen = await ask(stage, mia, "allowance", amount=7, role=everyone)
    assert "set everybody's allowance to **7 credits" in seen.text
    assert "7 of 7 left" in (await ask(stage, stage.anna, "balance")).text


async def test_a_price_is_what_a_swap_costs_then(stage, bot, mia):
    await stage.save("me")
    seen = await ask(stage, mia, "price", verb="swapid", amount=4)
    assert says("set the price of `swapid` to **4 credits for each face**", "keep their price")(
        seen
    )
    assert "4 credits used" in (await stage.swapped(1)).text
    seen = await ask(stage, mia, "price", verb="swapid", amount=0)
    assert says("made `swapid` free", "`swapid`: nothing")(seen)
    assert "0 credits used" in (await stage.swapped(1)).text
    assert await stage.spent() == 4


async def test_a_button_names_the_price_of_now(stage, bot, mia):
    await stage.save("me")
    seen = await stage.swapped(2)
    await ask(stage, mia, "price", verb="swapid", amount=4)
    select = seen.selects[1]
    chosen = await stage.anna.choose(seen, select.custom_id, ["me"])
    again = await chosen.until(lambda seen: any("8 credits" in each.label for each in seen.buttons))
    await (await stage.anna.press(again, "Swap these faces (8 credits)")).until(
        says("8 credits used")
    )


async def test_a_pool_pays_for_everybody_and_its_refusal_tells_of_it(stage, bot, mia):
    await stage.save("me")
    await stage.save("me", who=stage.ben)
    await ask(stage, mia, "allowance", amount=0)
    seen = await ask(stage, mia, "pool", amount=3)
    assert "set this server's pool to **3 credits a day** for all members together" in seen.text
    await stage.swapped(1)
    await stage.swapped(1, who=stage.ben)
    told = await (await stage.swap(2, ids="me,me")).until(says("This costs 2 credits"))
    assert "you have 1 left: 0 of today's, 0 granted and 1 in the server's pool" in told.text
    assert "closed this server's pool" in (await ask(stage, mia, "pool", amount=0)).text


async def test_top_tells_who_spent_most(stage, bot, mia):
    assert "Nobody has spent any credits in 30 days." in (await ask(stage, mia, "top")).text
    await stage.save("me")
    await stage.save("me", who=stage.ben)
    await stage.swapped(2, ids="me,me")
    await stage.swapped(1, who=stage.ben)
    assert (await ask(stage, mia, "top")).text == (
        "**Who spent most in 30 days**\n"
        f"1. {stage.anna.mention}: 2 credits\n"
        f"2. {stage.ben.mention}: 1 credit"
    )


async def test_a_report_has_a_chart_a_table_and_a_file(stage, bot, mia):
    await stage.save("me")
    await stage.swapped(2, ids="me,me")
    asked = await stage.anna.slash(
        stage.room, "faceswap", source=picture(1, "me.png"), target=picture(1)
    )
    await asked.until(lambda seen: bool(seen.pictures))
    seen = await ask(stage, mia, "report", days=7)
    assert "**3 credits** spent from 2026-11-14 to 2026-11-20" in seen.text
    assert (
        "```\n"
        "day         swapid  faceswap  total\n"
        "2026-11-20       2         1      3\n"
        "total            2         1      3\n"
        "```"
    ) in seen.text
    (chart,) = seen.pictures
    assert chart.data.startswith(b"\x89PNG")
    assert (chart.width, chart.height) == (1300, 676)
    (file,) = seen.files
    assert "/credits-2026-11-14-2026-11-20.csv?" in file["url"]
    text = stage.discord.cdn.open(file["url"]).data.decode()
    rows = list(csv.reader(io.StringIO(text)))
    assert rows == [
        ["day", "verb", "credits"],
        ["2026-11-20", "faceswap", "1"],
        ["2026-11-20", "swapid", "2"],
    ]


async def test_a_report_of_nothing_says_so(stage, bot, mia):
    seen = await ask(stage, mia, "report")
    assert seen.text == "No credits were spent from 2026-10-22 to 2026-11-20."
    assert seen.files == ()


async def test_every_verb_can_have_a_price(stage, bot, mia):
    for verb in Verb:
        assert f"`{verb.value}`" in (await ask(stage, mia, "price", verb=verb, amount=2)).text
