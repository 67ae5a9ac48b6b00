import asyncio
import io

import discord
import pytest
from discord import app_commands

from playground import Callback, NoAnswer, NotOffered, Permission, Upload


def add_hello(bot):
    @bot.tree.command()
    async def hello(interaction):
        """Say hello."""
        await interaction.response.send_message(f"Hello {interaction.user.display_name}")


async def test_login_sync_and_read_back(stage, start):
    bot = await start(add_hello)
    assert bot.user.name == "Visage"
    assert bot.application_id == stage.discord.world.application.id
    assert [guild.name for guild in bot.guilds] == ["Film club"]
    assert [channel.name for channel in bot.guilds[0].text_channels] == ["pictures"]
    assert [command.name for command in await bot.tree.fetch_commands()] == ["hello"]


async def test_syncing_again_keeps_ids_and_unchanged_versions(stage, start):
    bot = await start(add_hello)
    before = stage.discord.world.commands.all(None)

    @bot.tree.command()
    async def second(interaction):
        """Another."""

    await bot.tree.sync()
    after = stage.discord.world.commands.all(None)
    assert after[0] == before[0]
    assert [one["name"] for one in after] == ["hello", "second"]


async def test_guild_commands_are_offered_in_their_guild_only(stage, start):
    other = stage.discord.add_guild("Other")
    elsewhere = other.add_channel("general")
    other.add_member(stage.anna)
    stage.discord.install_bot(other)

    def setup(bot):
        @bot.tree.command(guild=discord.Object(stage.guild.id))
        async def local(interaction):
            """Only here."""
            await interaction.response.send_message("local")

    bot = await start(setup)
    await bot.tree.sync(guild=discord.Object(stage.guild.id))
    assert stage.anna.offered(stage.room) == ["local"]
    assert stage.anna.offered(elsewhere) == []
    asked = await stage.anna.slash(stage.room, "local")
    assert (await asked.reply()).text == "local"


async def test_answer_at_once(stage, start):
    await start(add_hello)
    asked = await stage.anna.slash(stage.room, "hello")
    assert asked.acknowledged.kind is Callback.MESSAGE
    assert not asked.acknowledged.ephemeral
    reply = await asked.reply()
    assert reply.text == "Hello Anna"
    assert [one.id for one in stage.room.messages] == [reply.id]
    assert reply.raw["interaction_metadata"]["user"]["id"] == str(stage.anna.id)
    assert reply.raw["type"] == 20


def add_save(bot):
    bot.seen = seen = {}

    @bot.tree.command()
    async def save(interaction, idname: str, image: discord.Attachment, other: discord.Attachment):
        """Save."""
        await interaction.response.defer()
        seen.update(
            url=image.url,
            size=image.size,
            width=image.width,
            ephemeral=image.ephemeral,
            limit=interaction.filesize_limit,
            locale=str(interaction.locale),
            context=interaction.context,
            owners=interaction._integration_owners,
            may=interaction.app_permissions,
            channel=interaction.channel.name,
        )
        data = await image.read()
        file = discord.File(io.BytesIO(data), "result.png", description="The result")
        view = discord.ui.LayoutView()
        box = discord.ui.Container(discord.ui.TextDisplay(f"Saved **{idname}**"))
        box.add_item(discord.ui.MediaGallery(discord.MediaGalleryItem(file)))
        view.add_item(box)
        message = await interaction.edit_original_response(view=view, attachments=[file])
        seen["shown"] = message.components[0].children[1].items[0].media
        seen["listed"] = message.attachments
        bot.heard.put_nowait("edited")


async def test_attachments_defer_and_multipart_edit(stage, start, png):
    bot = await start(add_save)
    picture = png()
    asked = await stage.anna.slash(
        stage.room,
        "save",
        idname="me",
        image=Upload("me at sea.png", picture),
        other=Upload("b.bin", b"x"),
    )
    assert asked.acknowledged.kind is Callback.DEFERRED_MESSAGE
    reply = await asked.reply()
    await bot.heard.get()
    seen = bot.seen
    assert reply.text == "Saved **me**"
    assert reply.pictures[0].data == picture
    assert reply.pictures[0].description == "The result"
    assert reply.attachments == []
    assert reply.raw["flags"] == 1 << 15
    assert "/ephemeral-attachments/" in seen["url"]
    assert "me_at_sea.png" in seen["url"]
    assert (seen["size"], seen["width"], seen["ephemeral"]) == (len(picture), 32, True)
    assert seen["limit"] == 10 * 1024 * 1024
    assert seen["locale"] == "de"
    assert seen["context"].guild
    assert seen["owners"] == {0: stage.guild.id}
    assert seen["may"].attach_files
    assert seen["channel"] == "pictures"
    assert seen["shown"].attachment_id is not None
    assert seen["shown"].width == 32
    assert seen["listed"] == []
    upload = next(one for one in stage.discord.exchanges if one.method == "PATCH")
    assert [(one.field, one.filename, one.size) for one in upload.files] == [
        ("files[0]", "result.png", len(picture))
    ]


def add_typed(bot):
    group = app_commands.Group(name="jobs", description="Jobs")
    inner = app_commands.Group(name="mine", description="Mine", parent=group)

    @group.command(name="list")
    @app_commands.choices(order=[app_commands.Choice(name="Newest first", value="new")])
    async def list_(
        interaction,
        order: str,
        many: app_commands.Range[int, 1, 5] = 3,
        word: app_commands.Range[str, 2, 4] = "abc",
        ratio: float = 0.5,
        loud: bool = False,
        who: discord.Member | None = None,
        where: discord.TextChannel | None = None,
        role: discord.Role | None = None,
    ):
        """List."""
        who_text = who.display_name if who else None
        where_text = where.name if where else None
        text = f"{order} {many} {word} {ratio} {loud} {who_text} {where_text} {role}"
        await interaction.response.send_message(text)

    @inner.command()
    async def deep(interaction):
        """Deep."""
        await interaction.response.send_message("deep")

    bot.tree.add_command(group)


async def test_options_of_every_type_reach_the_bot(stage, start):
    stage.guild.add_role("Editors")
    role = next(one for one in stage.guild.guild.roles.values() if one.name == "Editors")
    await start(add_typed)
    asked = await stage.anna.slash(
        stage.room,
        "jobs list",
        order="Newest first",
        many=5,
        word="abcd",
        ratio=2,
        loud=True,
        who=stage.ben,
        where=stage.room,
        role=role,
    )
    assert (await asked.reply()).text == "new 5 abcd 2.0 True Ben pictures Editors"
    assert [one.text for one in asked.interaction.given[:2]] == ["Newest first", "5"]
    deep = await stage.anna.slash(stage.room, "jobs mine deep")
    assert (await deep.reply()).text == "deep"


@pytest.mark.parametrize(
    ("command", "options", "why"),
    [
        ("nothing", {}, "not shown"),
        ("jobs", {}, "needs one of its subcommands"),
        ("jobs nothing", {}, "no subcommand"),
        ("jobs list", {}, "'order' is required"),
        ("jobs list", {"order": "old"}, "Newest first"),
        ("jobs list", {"order": "new", "many": 6}, "from 1 to 5"),
        ("jobs list", {"order": "new", "many": "5"}, "does not take"),
        ("jobs list", {"order": "new", "many": True}, "does not take"),
        ("jobs list", {"order": "new", "word": "a"}, "from 2 to 4"),
        ("jobs list", {"order": "new", "colour": "red"}, "no such option: colour"),
    ],
)
async def test_a_client_refuses(stage, start, command, options, why):
    await start(add_typed)
    with pytest.raises(NotOffered, match=why):
        await stage.anna.slash(stage.room, command, **options)
    assert not any("/interactions/" in one.path for one in stage.discord.exchanges)


async def test_default_member_permissions_hide_a_command(stage, start):
    def setup(bot):
        @bot.tree.command()
        @app_commands.default_permissions(manage_messages=True)
        async def clean(interaction):
            """Clean."""
            await interaction.response.send_message("clean")

    carla = stage.discord.add_user("Carla")
    stage.guild.add_member(carla, Permission.MANAGE_MESSAGES)
    await start(setup)
    assert stage.anna.offered(stage.room) == []
    assert carla.offered(stage.room) == ["clean"]
    with pytest.raises(NotOffered):
        await stage.anna.slash(stage.room, "clean")


async def test_commands_need_their_permission_in_the_channel(stage, start):
    await start(add_hello)
    stage.room.deny(stage.anna, Permission.USE_APPLICATION_COMMANDS)
    assert stage.anna.offered(stage.room) == []
    assert stage.ben.offered(stage.room) == ["hello"]


async def test_age_restricted_commands_need_such_a_channel(stage, start):
    def setup(bot):
        @bot.tree.command(nsfw=True)
        async def dark(interaction):
            """Dark."""

    night = stage.guild.add_channel("night", nsfw=True)
    await start(setup)
    assert stage.anna.offered(stage.room) == []
    assert stage.anna.offered(night) == ["dark"]


def add_complete(bot):
    @bot.tree.command()
    async def pick(interaction, idname: str, kind: str = "x"):
        """Pick."""
        await interaction.response.send_message(idname)

    @pick.autocomplete("idname")
    async def complete(interaction, current):
        names = [f"{current}{number:02}" for number in range(25)]
        return [
            app_commands.Choice(name=f"{interaction.namespace.kind}-{one}", value=one)
            for one in names
        ]


async def test_autocomplete(stage, start):
    await start(add_complete)
    choices = await stage.anna.autocomplete(
        stage.room, "pick", focused="idname", idname="m", kind="k"
    )
    assert len(choices) == 25
    assert choices[3] == {"name": "k-m03", "value": "m03"}
    with pytest.raises(NotOffered, match="no autocompletion"):
        await stage.anna.autocomplete(stage.room, "pick", focused="kind")


async def test_more_than_25_choices_are_refused(stage, start):
    stage.sends_nonsense = stage.fails = True

    def setup(bot):
        @bot.tree.command()
        async def pick(interaction, idname: str):
            """Pick."""

        @pick.autocomplete("idname")
        async def complete(interaction, current):
            names = [str(number) for number in range(26)]
            return [app_commands.Choice(name=one, value=one) for one in names]

    await start(setup)
    held = stage.discord.faults.hold(method="POST", path="/callback")
    asking = asyncio.create_task(stage.anna.autocomplete(stage.room, "pick", focused="idname"))
    await held.arrived()
    held.release()
    refused = await stage.discord.exchange(lambda one: one.status == 400)
    stage.discord.clock.advance(4)
    with pytest.raises(NoAnswer, match="did not respond"):
        await asking
    assert (
        refused.reply["errors"]["data"]["choices"]["_errors"][0]["code"] == "BASE_TYPE_MAX_LENGTH"
    )


async def test_the_story_of_a_missing_answer_names_what_happened(stage, start):
    def setup(bot):
        @bot.tree.command()
        async def quiet(interaction):
            """Quiet."""
            await interaction.response.send_message("half")

    await start(setup)
    asked = await stage.anna.slash(stage.room, "quiet")
    with pytest.raises(NoAnswer) as caught:
        await asked.until(lambda seen: "whole" in seen.text, timeout=0.05)
    assert "Anna used /quiet in pictures" in str(caught.value)
    assert "half" in str(caught.value)
    assert "/callback -> 200" in str(caught.value)
