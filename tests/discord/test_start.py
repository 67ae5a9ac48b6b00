"""Coming up: the token, the commands, what is asked of Discord."""

import asyncio

import discord
import pytest

from bot.run import run
from faceswap.settings import Settings
from tests.discord.stage import is_result

SLASH, MESSAGE = 1, 3


def puts(stage):
    return stage.requests("PUT", "/applications/{application_id}/commands")


async def test_the_commands_are_what_was_agreed(stage, bot):
    (put,) = puts(stage)
    commands = {command["name"]: command for command in put.body}
    names = {
        name: [option["name"] for option in command.get("options", [])]
        for name, command in commands.items()
        if command["type"] == SLASH
    }
    assert names == {
        "saveid": ["idname", "image", "image2", "image3"],
        "setid": ["idname"],
        "listid": [],
        "delid": ["idname"],
        "delall": [],
        "swapid": ["idname", "image", "options", "private"],
        "faceswap": ["source", "target", "options", "private"],
        "picsi": ["source_image", "target_image_gif_or_video", "options", "private"],
        "headshot": ["prompt", "idname", "options", "private"],
        "changebg": ["image", "a_background_photo_of", "background", "options", "private"],
        "jobs": ["list", "show", "cancel", "retry", "export"],
        "privacy": ["show", "export", "delete"],
        "status": [],
        "help": [],
        "policy": ["show", "edit", "ban", "unban"],
        "credits": [
            "balance",
            "history",
            "prices",
            "grant",
            "revoke",
            "allowance",
            "price",
            "pool",
            "top",
            "report",
        ],
    }
    menus = {name for name, command in commands.items() if command["type"] == MESSAGE}
    assert menus == {"INSwapper", "Save as ID"}


async def test_they_are_offered_everywhere_to_everyone(stage, bot):
    (put,) = puts(stage)
    for command in put.body:
        is_of_servers = command["name"] == "policy"
        assert sorted(command["contexts"]) == ([0] if is_of_servers else [0, 1, 2])
        assert sorted(command["integration_types"]) == ([0] if is_of_servers else [0, 1])
        assert command["default_member_permissions"] is None
        assert not command["nsfw"]
    described = [command for command in put.body if command["type"] == SLASH]
    texts = [command["description"] for command in described]
    # The face of a one-shot swap is kept for Again, and pictures for a month.
    assert not any("nothing" in text or "all that is kept" in text for text in texts)
    texts += [option["description"] for each in described for option in each.get("options", [])]
    assert all(10 <= len(text) <= 100 or text == "Which one" for text in texts)


async def test_ids_and_options_are_completed_wherever_they_are_asked(stage, bot):
    (put,) = puts(stage)
    completed = {
        (command["name"], option["name"]): bool(option.get("autocomplete"))
        for command in put.body
        for option in command.get("options", [])
        if option["name"] in {"idname", "options"}
    }
    assert len(completed) == 10
    assert all(completed.values())


async def test_the_commands_are_registered_when_they_have_changed(stage, bot):
    assert len(puts(stage)) == 1
    await stage.stop()
    await stage.start()
    assert len(puts(stage)) == 1
    await stage.stop()
    (stage.data / "commands.sha256").write_text("of another version")
    await stage.start()
    assert len(puts(stage)) == 2


async def test_no_more_is_asked_of_discord_than_is_needed(stage, bot):
    (session,) = stage.discord.gateway.live
    assert session.intents == discord.Intents(guilds=True).value


async def test_a_token_that_discord_does_not_know(stage, tmp_path):
    settings = Settings(discord_token="wrong", data=tmp_path)
    with pytest.raises(discord.LoginFailure):
        await run(settings, asyncio.Event(), connector=stage.discord.connector())
    assert list(tmp_path.glob("*")) == [stage.data]


async def test_a_stop_before_the_bot_is_up(stage, tmp_path):
    hold = stage.discord.faults.hold(method="GET", path="/users/@me")
    stop = asyncio.Event()
    settings = Settings(discord_token=stage.discord.token, data=tmp_path)
    running = asyncio.create_task(run(settings, stop, connector=stage.discord.connector()))
    await hold.arrived()
    stop.set()
    await running
    hold.release()


async def test_a_gateway_that_refuses_ends_the_bot(stage):
    stage.expects_errors = True
    await stage.start()
    stage.discord.gateway.close(4004)
    with pytest.raises(discord.ConnectionClosed):
        await stage._running
    stage._running = None


@pytest.mark.parametrize("disturb", ["drop", "reconnect"])
async def test_a_connection_that_is_lost_is_found_again(stage, bot, disturb):
    await stage.save("me")
    getattr(stage.discord.gateway, disturb)()
    seen = await stage.swapped()
    assert is_result(seen)


async def test_a_command_of_another_version(stage, bot):
    for command in stage.discord.world.commands.all(None):
        if command["name"] == "listid":
            command["name"] = "oldlist"
    seen = await (await stage.anna.slash(stage.room, "oldlist")).reply()
    assert seen.text == "That command has changed. Please try again in a minute."
    assert seen.ephemeral


async def test_a_stop_waits_for_answers_that_are_on_their_way(stage, bot):
    await stage.save("me")
    seen = await stage.swapped()
    hold = stage.discord.faults.hold(method="DELETE", path="@original")
    pressed = asyncio.create_task(stage.anna.press(seen, "Delete"))
    await hold.arrived()
    stopping = asyncio.create_task(stage.stop())
    await asyncio.sleep(0)
    hold.release()
    await asyncio.gather(pressed, stopping)
    assert list(stage.data.glob("pictures/*/*")) == []
