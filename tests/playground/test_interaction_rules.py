import asyncio

import discord
import pytest

from playground import NoAnswer


def add_patient(bot):
    """`/wait` acknowledges when told to, then waits again before it answers."""
    bot.acknowledge = asyncio.Event()
    bot.answer = asyncio.Event()

    @bot.tree.command()
    async def wait(interaction, private: bool = False):
        """Wait."""
        await bot.acknowledge.wait()
        await interaction.response.defer(ephemeral=private)
        await bot.answer.wait()
        await interaction.edit_original_response(content="at last")


async def test_an_acknowledgement_after_three_seconds_is_refused(stage, start):
    stage.fails = True
    bot = await start(add_patient)
    asking = asyncio.create_task(stage.anna.slash(stage.room, "wait"))
    await stage.discord.world.bell.until(lambda: stage.discord.world.interactions or None, 10)
    stage.discord.clock.advance(3.1)
    asked = await asking
    assert asked.failed
    bot.acknowledge.set()
    late = await stage.discord.exchange(lambda one: "/callback" in one.path)
    assert (late.status, late.reply["code"]) == (404, 10062)
    with pytest.raises(NoAnswer, match="did not respond"):
        await asked.reply()
    assert stage.room.messages == []


async def test_an_acknowledgement_may_be_held_up_on_its_way(stage, start):
    stage.fails = True
    bot = await start(add_patient)
    bot.acknowledge.set()
    held = stage.discord.faults.hold(method="POST", path="/callback$")
    asking = asyncio.create_task(stage.anna.slash(stage.room, "wait"))
    await held.arrived()
    stage.discord.clock.advance(3.1)
    held.release()
    assert (await asking).failed
    late = await stage.discord.exchange(lambda one: "/callback" in one.path)
    assert late.reply["code"] == 10062


async def test_a_token_dies_after_fifteen_minutes(stage, start):
    stage.fails = True
    bot = await start(add_patient)
    bot.acknowledge.set()
    asked = await stage.anna.slash(stage.room, "wait")
    assert stage.room.messages[0].loading
    stage.discord.clock.advance(15 * 60 + 1)
    bot.answer.set()
    late = await stage.discord.exchange(lambda one: "@original" in one.path)
    assert (late.status, late.reply["code"]) == (401, 50027)
    assert isinstance(await bot.failures.get(), discord.HTTPException)
    with pytest.raises(NoAnswer):
        await asked.reply(timeout=0.01)


async def test_a_token_lives_just_under_fifteen_minutes(stage, start):
    bot = await start(add_patient)
    bot.acknowledge.set()
    asked = await stage.anna.slash(stage.room, "wait")
    stage.discord.clock.advance(15 * 60 - 30)
    bot.answer.set()
    assert (await asked.reply()).text == "at last"


async def test_a_second_acknowledgement_is_refused(stage, start):
    def setup(bot):
        @bot.tree.command()
        async def twice(interaction):
            """Twice."""
            await interaction.response.send_message("once")
            interaction.response._response_type = None
            try:
                await interaction.response.send_message("twice")
            except discord.HTTPException as error:
                bot.heard.put_nowait((error.status, error.code))

    bot = await start(setup)
    await stage.anna.slash(stage.room, "twice")
    assert await bot.heard.get() == (400, 40060)
    assert [seen.text for seen in stage.room.messages] == ["once"]


async def test_the_first_follow_up_fills_the_loading_message(stage, start):
    def setup(bot):
        @bot.tree.command()
        async def follow(interaction):
            """Follow."""
            await interaction.response.defer(ephemeral=True)
            first = await interaction.followup.send("first", ephemeral=False)
            second = await interaction.followup.send("second")
            await second.edit(content="second, edited")
            await interaction.followup.send("third")
            await interaction.delete_original_response()
            bot.heard.put_nowait(first.id)

    bot = await start(setup)
    asked = await stage.anna.slash(stage.room, "follow")
    first = await bot.heard.get()
    assert asked.interaction.original.id == first
    assert [(seen.text, seen.ephemeral) for seen in asked.messages] == [
        ("second, edited", False),
        ("third", False),
    ]
    assert asked.messages[1].raw["type"] == 19


async def test_a_deleted_loading_message_is_not_filled(stage, start):
    def setup(bot):
        @bot.tree.command()
        async def gone(interaction):
            """Gone."""
            await interaction.response.defer()
            await interaction.delete_original_response()
            await interaction.followup.send("only for you", ephemeral=True)

    await start(setup)
    asked = await stage.anna.slash(stage.room, "gone")
    reply = await asked.reply()
    assert (reply.text, reply.ephemeral) == ("only for you", True)
    assert [seen.id for seen in stage.room.messages] == [reply.id]


async def test_follow_ups_before_an_acknowledgement_are_refused(stage, start):
    stage.fails = True

    def setup(bot):
        @bot.tree.command()
        async def hasty(interaction):
            """Hasty."""
            await interaction.followup.send("too early")

    bot = await start(setup)
    asking = asyncio.create_task(stage.anna.slash(stage.room, "hasty"))
    refused = await stage.discord.exchange(lambda one: one.method == "POST")
    assert (refused.status, refused.reply["code"]) == (404, 10015)
    stage.discord.clock.advance(4)
    assert (await asking).failed
    assert isinstance(await bot.failures.get(), discord.NotFound)


async def test_ephemeral_messages_are_for_one_person_and_one_token(stage, start):
    def setup(bot):
        @bot.tree.command()
        async def secret(interaction):
            """Secret."""
            await interaction.response.send_message("psst", ephemeral=True)
            message = await interaction.original_response()
            results = [message.flags.ephemeral]
            for attempt in (
                interaction.channel.fetch_message(message.id),
                bot.http.edit_message(
                    message.channel.id,
                    message.id,
                    params=discord.http.handle_message_parameters(content="x"),
                ),
                bot.http.delete_message(message.channel.id, message.id),
            ):
                try:
                    await attempt
                except discord.NotFound as error:
                    results.append(error.code)
            await interaction.edit_original_response(content="PSST")
            bot.heard.put_nowait(results)

    bot = await start(setup)
    asked = await stage.anna.slash(stage.room, "secret")
    assert asked.acknowledged.ephemeral
    assert await bot.heard.get() == [True, 10008, 10008, 10008]
    reply = await asked.reply()
    assert reply.text == "PSST"
    assert stage.anna.sees(reply)
    assert not stage.ben.sees(reply)


async def test_deferring_may_set_no_other_flag_than_ephemeral(stage, start, rest):
    stage.sends_nonsense = True

    def setup(bot):
        @bot.tree.command()
        async def raw(interaction):
            """Raw."""
            path = f"/interactions/{interaction.id}/{interaction.token}/callback"
            body = {"type": 5, "data": {"flags": 1 << 15}}
            bot.heard.put_nowait(await rest("POST", path, json=body))
            body = {"type": 7, "data": {"content": "x"}}
            bot.heard.put_nowait(await rest("POST", path, json=body))
            await interaction.response.defer()
            await interaction.edit_original_response(content="fine")

    bot = await start(setup)
    asked = await stage.anna.slash(stage.room, "raw")
    status, body, _ = await bot.heard.get()
    assert (status, body["errors"]["data"]["flags"]["_errors"][0]["code"]) == (
        400,
        "BITFIELD_TYPE_INVALID",
    )
    status, body, _ = await bot.heard.get()
    assert (status, list(body["errors"])) == (400, ["type"])
    assert (await asked.reply()).text == "fine"


async def test_without_response_a_callback_answers_204(stage, start, rest):
    def setup(bot):
        @bot.tree.command()
        async def raw(interaction):
            """Raw."""
            path = f"/interactions/{interaction.id}/{interaction.token}/callback"
            body = {"type": 4, "data": {"content": "hello"}}
            bot.heard.put_nowait(await rest("POST", path, json=body))

    bot = await start(setup)
    asked = await stage.anna.slash(stage.room, "raw")
    assert (await bot.heard.get())[0] == 204
    assert (await asked.reply()).text == "hello"
