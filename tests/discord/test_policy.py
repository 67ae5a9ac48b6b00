"""The rules of a server: who changes them, and whom they hold."""

import pytest

from faceswap.domain.policy import OPEN
from playground import Permission
from tests.discord.stage import clip, is_result, photo, picture, says


class Club:
    """Mia manages the server, Cleo has a role of it."""

    def __init__(self, stage):
        self.stage = stage
        self.mia = stage.discord.add_user("Mia")
        self.cleo = stage.discord.add_user("Cleo")
        self.role = stage.guild.add_role("helpers")
        self.lounge = stage.guild.add_channel("lounge")
        stage.guild.add_member(self.mia, Permission.MANAGE_GUILD)
        stage.guild.add_member(self.cleo, Permission(0), self.role)

    async def edit(self, page="Where and who", who=None):
        who = who or self.mia
        seen = await (await who.slash(self.stage.room, "policy edit")).reply()
        if page != "Where and who":
            seen = await (await who.press(seen, page)).reply()
        return seen

    async def choose(self, rule, values, page="Where and who", who=None):
        seen = await self.edit(page, who)
        return await (await (who or self.mia).choose(seen, f"policy:set:{rule}", values)).reply()

    async def turn(self, rule, to, page):
        seen = await self.edit(page)
        return await (await self.mia.press(seen, f"policy:turn:{rule}:{to}")).reply()

    async def fill(self, form, page, **values):
        asked = await self.mia.press(await self.edit(page), f"policy:form:{form}")
        return await (await self.mia.submit(asked, values)).reply()

    async def policy(self):
        return await self.stage.app.guilds.policy(str(self.stage.guild.id))


@pytest.fixture
async def club(stage):
    made = Club(stage)
    await stage.start()
    await stage.save("me")
    await stage.save("ben", who=stage.ben)
    await stage.save("cleo", who=made.cleo)
    return made


async def refused(asked, *words):
    seen = await asked.reply()
    assert seen.ephemeral
    assert all(word in seen.text for word in words), seen.text
    assert not any(is_result(each) for each in asked.messages)


async def test_the_rules_are_shown_to_whoever_moderates(stage, club):
    seen = await (await club.mia.slash(stage.room, "policy show")).reply()
    assert seen.ephemeral
    assert says("Rules of this server", "every channel", "**Banned:** nobody")(seen)
    for who in (stage.ben, club.cleo):
        for command in ("policy show", "policy edit"):
            await refused(await who.slash(stage.room, command), "Only this server's moderators")
        for command in ("policy ban", "policy unban"):
            asked = await who.slash(stage.room, command, member=stage.anna)
            await refused(asked, "Only this server's moderators")


async def test_it_is_offered_in_servers_with_the_bot_alone(stage, club):
    assert "policy" in stage.anna.offered(stage.room)
    assert "policy" not in stage.anna.offered(stage.anna.dm)
    elsewhere = stage.discord.add_guild("Elsewhere")
    room = elsewhere.add_channel("hall")
    elsewhere.add_member(stage.anna)
    stage.discord.install_for_user(stage.anna)
    assert "swapid" in stage.anna.offered(room)
    assert "policy" not in stage.anna.offered(room)


async def test_channels_are_opened_and_closed(stage, club):
    seen = await club.choose("allowed_channels", [club.lounge])
    assert seen.selects[0].chosen == (str(club.lounge.id),)
    await refused(await stage.swap(), f"in <#{club.lounge.id}> only")
    await refused(await stage.swap(who=club.mia), "only")
    assert is_result(await stage.swapped(room=club.lounge))
    await club.choose("forbidden_channels", [club.lounge])
    await refused(await stage.swap(room=club.lounge), "closed this channel")
    await club.choose("allowed_channels", [])
    assert is_result(await stage.swapped())
    assert await stage.spent() == 2


async def test_a_category_stands_for_all_in_it(stage, club):
    studio = stage.guild.add_category("studio")
    inside = stage.guild.add_channel("inside", category=studio)
    await club.choose("allowed_channels", [studio])
    thread = stage.guild.add_thread("thread", inside)
    for room in (inside, thread):
        assert is_result(await stage.swapped(room=room))
    await refused(await stage.swap(), f"in <#{studio.id}> only")


async def test_a_channel_stands_for_its_threads(stage, club):
    thread = stage.guild.add_thread("thread", club.lounge)
    await club.choose("forbidden_channels", [club.lounge])
    await refused(await stage.swap(room=thread), "closed this channel")
    assert is_result(await stage.swapped())


async def test_moderators_may_always_change_the_rules(stage, club):
    await club.choose("allowed_channels", [club.lounge])
    await club.choose("users", [club.role])
    assert (await club.choose("users", [])).selects[2].chosen == ()


async def test_roles_use_the_bot_and_save_ids(stage, club):
    await club.choose("users", [club.role])
    await refused(await stage.swap(), "Only members with certain roles can use me")
    assert is_result(await stage.swapped(who=club.cleo, ids="cleo"))
    await club.choose("users", [])
    await club.choose("savers", [club.role])
    asked = await stage.anna.slash(stage.room, "saveid", idname="new", image=photo("new"))
    await refused(asked, "can save ids")
    await stage.save("new", who=club.cleo)
    assert is_result(await stage.swapped())


async def test_roles_moderate_and_appoint_nobody(stage, club):
    await club.choose("moderators", [club.role])
    await club.choose("users", [club.role], who=club.cleo)
    assert (await club.policy()).users == {str(club.role.id)}
    asked = await club.cleo.choose(
        await club.edit(who=club.cleo), "policy:set:moderators", [club.role]
    )
    await refused(asked, "Only members who can manage this server")


async def test_clips_are_taken_or_not(stage, club):
    await club.turn("allow_gif", "off", "Swaps and results")
    await refused(await stage.swap(image=clip()), "dance.gif is animated")
    assert is_result(await stage.swapped())
    await club.turn("allow_gif", "on", "Swaps and results")
    assert is_result(await stage.swapped(image=clip()))


async def test_limits_are_typed(stage, club):
    seen = await club.fill("limits", "Swaps and results", seconds="1", hours="48")
    assert "Clips of up to 1 second; results are deleted after 48 hours." in seen.text
    await refused(await stage.swap(image=clip(frames=40)), "this server takes up to 1;")
    asked = await club.mia.press(await club.edit("Swaps and results"), "policy:form:limits")
    await refused(await club.mia.submit(asked, {"seconds": "many"}), '"many" is not a whole number')
    assert (await club.policy()).longest_seconds == 1


async def test_words_that_nothing_is_made_of_are_typed(stage, club):
    seen = await club.fill("words", "Swaps and results", words="gun, big sword")
    assert "**Blocked words.** big sword, gun" in seen.text
    await refused(await stage.headshot("me, a Gun"), 'do not allow "gun" in descriptions')
    shown = await (await club.mia.slash(stage.room, "policy show")).reply()
    assert "big sword, gun" in shown.text
    seen = await club.fill("words", "Swaps and results", words="")
    assert "**Blocked words.** none but my own" in seen.text


async def test_results_are_private_unless_their_asker_says_otherwise(stage, club):
    await club.turn("private", "on", "Swaps and results")
    assert (await stage.swapped()).ephemeral
    assert not (await stage.swapped(private=False)).ephemeral
    posted = await stage.ben.post(stage.room, "look", files=[picture()])
    assert (await (await stage.anna.menu("INSwapper", posted)).until(is_result)).ephemeral
    await club.turn("private", "off", "Swaps and results")
    assert not (await stage.swapped()).ephemeral
    assert (await stage.swapped(private=True)).ephemeral


async def test_results_are_marked(stage, club):
    await stage.swapped()
    await club.turn("mark", "on", "Mark, language, audit")
    await stage.swapped()
    seen = await club.fill("mark", "Mark, language, audit", text="made by *us*")
    assert r'"made by \*us\*"' in seen.text
    await stage.swapped()
    assert [order.mark for order in stage.backend.orders] == ["", "face swap", "made by *us*"]


async def test_words_are_chosen(stage, club):
    await club.choose("language", ["en"], "Mark, language, audit")
    await club.choose("backend", ["sidecar"], "Mark, language, audit")
    policy = await club.policy()
    assert (policy.language, policy.backend) == ("en", "sidecar")
    shown = await (await club.mia.slash(stage.room, "policy show")).reply()
    assert says("**Language:** English.", "**Who swaps:** sidecar.")(shown)


async def test_everything_works_after_a_restart(stage, club):
    pages = [await club.edit(page) for page in ("Where and who", "Swaps and results")]
    await stage.stop()
    await stage.start()
    people, swaps = pages
    await (await club.mia.choose(people, "policy:set:users", [club.role])).reply()
    await (await club.mia.press(swaps, "policy:turn:allow_video:off")).reply()
    seen = await (await club.mia.press(swaps, "Mark, language, audit")).reply()
    assert "A visible mark" in seen.text
    policy = await club.policy()
    assert (policy.users, policy.allow_video) == (frozenset({str(club.role.id)}), False)


async def test_who_moderates_no_longer_can_no_longer_change_anything(stage, club):
    people, swaps = await club.edit(), await club.edit("Swaps and results")
    stage.guild.take_roles(club.mia)
    words = "Only this server's moderators"
    await refused(await club.mia.choose(people, "policy:set:users", [club.role]), words)
    await refused(await club.mia.press(swaps, "policy:turn:allow_gif:off"), words)
    await refused(await club.mia.press(swaps, "policy:form:limits"), words)
    await refused(await club.mia.press(people, "Swaps and results"), words)
    assert await club.policy() == OPEN


async def test_a_form_that_was_open_when_its_member_lost_the_right(stage, club):
    asked = await club.mia.press(await club.edit("Swaps and results"), "policy:form:limits")
    stage.guild.take_roles(club.mia)
    done = await club.mia.submit(asked, {"seconds": "1", "hours": "1"})
    await refused(done, "Only this server's moderators")
    assert (await club.policy()).longest_seconds == 0


async def test_outside_of_servers_no_rules_hold(stage, club):
    await club.choose("users", [club.role])
    assert is_result(await stage.swapped(room=stage.anna.dm))


async def test_what_was_chosen_and_is_gone_is_not_shown(stage, club):
    guild = str(stage.guild.id)
    await stage.app.guilds.change(guild, {"users": frozenset({"123456789"}), "backend": "gone"})
    seen = await club.edit()
    assert seen.selects[2].chosen == ()


async def test_results_are_deleted_after_their_time(stage, club):
    await club.fill("limits", "Swaps and results", seconds="0", hours="2")
    seen = await stage.swapped()
    private = await stage.swapped(private=True)
    await stage.stop()
    stage.clock.advance(7200)
    await stage.start()
    await stage.discord.exchange(lambda each: each.method == "DELETE" and each.status == 204)
    assert not stage.anna.sees(seen)
    await stage.clock.until_asleep(600)
    assert list(stage.data.glob("pictures/*/*")) == []
    assert stage.anna.sees(private)
