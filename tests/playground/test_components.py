import io

import discord
import pytest

from playground import Callback, NotOffered, Upload


def add_menu(bot):
    class Choice(discord.ui.View):
        @discord.ui.button(label="Again", custom_id="again")
        async def again(self, interaction, button):
            await interaction.response.edit_message(content="again", view=None)

        @discord.ui.button(label="Later", emoji="⏰")
        async def later(self, interaction, button):
            await interaction.response.defer()
            await interaction.edit_original_response(content="later")

        @discord.ui.button(label="New")
        async def new(self, interaction, button):
            await interaction.response.send_message("new", ephemeral=True)

        @discord.ui.button(label="Off", disabled=True)
        async def off(self, interaction, button): ...

        @discord.ui.select(
            placeholder="Face 1",
            options=[discord.SelectOption(label=f"Face {n}", value=str(n)) for n in range(3)],
            max_values=2,
        )
        async def face(self, interaction, select):
            await interaction.response.edit_message(content=f"faces {select.values}")

        @discord.ui.select(cls=discord.ui.UserSelect, custom_id="who")
        async def who(self, interaction, select):
            await interaction.response.edit_message(content=select.values[0].display_name)

    @bot.tree.command()
    async def menu(interaction):
        """Menu."""
        view = Choice()
        view.add_item(discord.ui.Button(label="Web", url="https://example.org"))
        await interaction.response.send_message("menu", view=view)


async def opened(stage):
    return await (await stage.anna.slash(stage.room, "menu")).reply()


async def test_a_button_updates_its_message(stage, start):
    await start(add_menu)
    menu = await opened(stage)
    assert [button.label for button in menu.buttons] == ["Again", "Later", "New", "Off", "Web"]
    asked = await stage.ben.press(menu, "Again")
    assert asked.acknowledged.kind is Callback.UPDATE
    reply = await asked.reply()
    assert (reply.id, reply.text, reply.buttons) == (menu.id, "again", ())
    assert reply.raw["edited_timestamp"] is not None
    assert menu.text == "menu"


async def test_a_deferred_update_has_no_reply_until_the_edit(stage, start):
    await start(add_menu)
    menu = await opened(stage)
    asked = await stage.anna.press(menu, "⏰")
    assert asked.acknowledged.kind is Callback.DEFERRED_UPDATE
    assert (await asked.reply()).text == "later"


async def test_a_button_answered_with_an_ephemeral_message(stage, start):
    await start(add_menu)
    menu = await opened(stage)
    asked = await stage.ben.press(menu, "New")
    reply = await asked.reply()
    assert (reply.text, reply.ephemeral) == ("new", True)
    assert stage.ben.sees(reply)
    assert not stage.anna.sees(reply)
    assert reply.raw["type"] == 19
    assert reply.raw["message_reference"]["message_id"] == str(menu.id)
    assert reply.raw["interaction_metadata"]["interacted_message_id"] == str(menu.id)


@pytest.mark.parametrize(
    ("button", "why"),
    [("Off", "disabled"), ("Web", "not the bot's"), ("Nothing", "0 buttons")],
)
async def test_a_client_refuses_a_button(stage, start, button, why):
    await start(add_menu)
    menu = await opened(stage)
    with pytest.raises(NotOffered, match=why):
        await stage.anna.press(menu, button)


async def test_selects_take_labels_values_and_people(stage, start):
    await start(add_menu)
    menu = await opened(stage)
    assert [select.placeholder for select in menu.selects] == ["Face 1", None]
    assert menu.selects[0].options[1].label == "Face 1"
    asked = await stage.anna.choose(menu, "Face 1", ["Face 2", "0"])
    assert (await asked.reply()).text == "faces ['2', '0']"
    asked = await stage.anna.choose(menu, "who", [stage.ben])
    assert (await asked.reply()).text == "Ben"


@pytest.mark.parametrize(
    ("select", "values", "why"),
    [
        ("Face 1", ["Face 9"], "offers Face 0, Face 1, Face 2"),
        ("Face 1", [], "takes 1 to 2 values"),
        ("Face 1", ["0", "1", "2"], "takes 1 to 2 values"),
        ("who", ["Ben"], "does not take"),
        ("Nothing", ["0"], "no select called"),
    ],
)
async def test_a_client_refuses_a_choice(stage, start, select, values, why):
    await start(add_menu)
    menu = await opened(stage)
    with pytest.raises(NotOffered, match=why):
        await stage.anna.choose(menu, select, values)


class Job(discord.ui.DynamicItem[discord.ui.Button], template=r"job:(?P<id>\d+)"):
    def __init__(self, number):
        super().__init__(discord.ui.Button(label="Again", custom_id=f"job:{number}"))
        self.number = number

    @classmethod
    async def from_custom_id(cls, interaction, item, match, /):
        return cls(int(match["id"]))

    async def callback(self, interaction):
        view = discord.ui.LayoutView.from_message(interaction.message)
        for item in view.walk_children():
            if isinstance(item, discord.ui.Button):
                item.disabled = True
            if isinstance(item, discord.ui.TextDisplay):
                item.content = f"job {self.number} again"
        await interaction.response.edit_message(view=view)


def add_job(bot):
    bot.add_dynamic_items(Job)

    @bot.tree.command()
    async def job(interaction):
        """Job."""
        await interaction.response.defer()
        buffer = io.BytesIO(b"\x89PNG")
        file = discord.File(buffer, "job.png", spoiler=True)
        view = discord.ui.LayoutView(timeout=None)
        section = discord.ui.Section("A job", accessory=Job(7))
        box = discord.ui.Container(section, discord.ui.File(file), accent_color=0x5865F2)
        view.add_item(box)
        view.stop()
        await interaction.edit_original_response(view=view, attachments=[file])


async def test_a_dynamic_item_works_after_a_restart_and_keeps_the_file(stage, start):
    first = await start(add_job)
    asked = await stage.anna.slash(stage.room, "job")
    old = await asked.until(lambda seen: bool(seen.buttons))
    assert old.files[0]["url"].split("?")[0].endswith("SPOILER_job.png")
    await first.close()
    await start(add_job)
    pressed = await stage.ben.press(old, "Again")
    reply = await pressed.until(lambda seen: "again" in seen.text)
    assert reply.text == "job 7 again"
    assert reply.buttons[0].disabled
    assert reply.files[0]["attachment_id"] == old.files[0]["attachment_id"]
    assert stage.discord.cdn.open(reply.files[0]["url"]).data == b"\x89PNG"
    before, after = old.components[0], reply.components[0]
    assert [one["id"] for one in after["components"]] == [one["id"] for one in before["components"]]


class Ask(discord.ui.Modal, title="Save as ID"):
    about = discord.ui.TextDisplay("Who is it?")
    name = discord.ui.Label(text="Name", component=discord.ui.TextInput(max_length=10))
    note = discord.ui.TextInput(label="Note", required=False, default="none")
    photos = discord.ui.Label(
        text="Photos", component=discord.ui.FileUpload(min_values=1, max_values=2)
    )
    kind = discord.ui.Label(
        text="Kind",
        component=discord.ui.Select(
            options=[
                discord.SelectOption(label="Friend", value="f"),
                discord.SelectOption(label="Self", value="s"),
            ]
        ),
    )

    async def on_submit(self, interaction):
        files = self.photos.component.values
        data = [len(await file.read()) for file in files]
        await interaction.response.send_message(
            f"{self.name.component.value} {self.note.value} {data} {self.kind.component.values}"
        )
        await interaction.followup.send("and done", ephemeral=True)


class Agree(discord.ui.Modal, title="Consent"):
    group = discord.ui.Label(
        text="Consent",
        component=discord.ui.CheckboxGroup(
            options=[discord.CheckboxGroupOption(label="I agree", value="yes")]
        ),
    )
    box = discord.ui.Label(text="News", component=discord.ui.Checkbox())

    async def on_submit(self, interaction):
        text = f"{self.group.component.values} {self.box.component.value}"
        await interaction.response.edit_message(content=text, view=None)


def add_modal(bot):
    @bot.tree.command()
    async def ask(interaction):
        """Ask."""
        await interaction.response.send_modal(Ask())

    @bot.tree.command()
    async def agree(interaction):
        """Agree."""
        view = discord.ui.View()
        button = discord.ui.Button(label="Read")

        async def pressed(inner):
            await inner.response.send_modal(Agree())

        button.callback = pressed
        view.add_item(button)
        await interaction.response.send_message("please", view=view)


async def test_a_modal_with_text_files_and_select(stage, start):
    await start(add_modal)
    asked = await stage.anna.slash(stage.room, "ask")
    assert asked.acknowledged.kind is Callback.MODAL
    assert asked.modal["title"] == "Save as ID"
    entered = {"Name": "me", "Photos": Upload("a.png", b"12345"), "Kind": "Friend"}
    done = await stage.anna.submit(asked, entered)
    assert (await done.reply()).text == "me none [5] ['f']"
    extra = await done.until(lambda seen: seen.ephemeral)
    assert extra.text == "and done"
    assert [seen.text for seen in stage.room.messages if stage.ben.sees(seen)] == [
        "me none [5] ['f']"
    ]


@pytest.mark.parametrize(
    ("entered", "why"),
    [
        ({}, "'Name' takes 1 to 10 characters, not 0"),
        ({"Name": "x" * 11}, "'Name' takes 1 to 10 characters, not 11"),
        ({"Name": "x"}, "'Photos' takes 1 to 2 files, not 0"),
        ({"Name": "x", "Photos": "a.png"}, "'Photos' takes files"),
        ({"Name": "x", "Photos": Upload("a", b""), "Kind": "Foe"}, "offers Friend, Self"),
        ({"Name": "x", "Photos": Upload("a", b""), "Kind": "Self", "Age": "3"}, "no field Age"),
    ],
)
async def test_a_client_refuses_a_form(stage, start, entered, why):
    await start(add_modal)
    asked = await stage.anna.slash(stage.room, "ask")
    with pytest.raises(NotOffered, match=why):
        await stage.anna.submit(asked, entered)


async def test_a_modal_from_a_button_updates_the_message(stage, start):
    await start(add_modal)
    message = await (await stage.anna.slash(stage.room, "agree")).reply()
    pressed = await stage.anna.press(message, "Read")
    with pytest.raises(NotOffered, match="no modal is open for Ben"):
        await stage.ben.submit(pressed, {})
    done = await stage.anna.submit(pressed, {"Consent": ["I agree"], "News": True})
    reply = await done.reply()
    assert (reply.id, reply.text) == (message.id, "['yes'] True")


async def test_message_menu_shows_attachments_without_the_content_intent(stage, start, png):
    bot = await start(lambda bot: None)

    @bot.tree.context_menu(name="INSwapper")
    async def swap(interaction, message: discord.Message):
        await interaction.response.defer(ephemeral=True)
        data = await message.attachments[0].read()
        await interaction.edit_original_response(content=f"{message.content} {len(data)}")

    @bot.tree.context_menu(name="Portrait")
    async def portrait(interaction, member: discord.Member):
        data = await member.display_avatar.read()
        await interaction.response.send_message(f"{member.display_name} {data[:4]!r}")

    await bot.tree.sync()
    posted = await stage.ben.post(stage.room, "look", files=[Upload("a.png", png())])
    asked = await stage.anna.menu("INSwapper", posted)
    reply = await asked.reply()
    assert (reply.text, reply.ephemeral) == (f"look {len(png())}", True)
    assert reply.raw["type"] == 23
    assert reply.raw["interaction_metadata"]["target_message_id"] == str(posted.id)
    with pytest.raises(NotOffered, match="ephemeral"):
        await stage.anna.menu("INSwapper", reply)
    other = await stage.anna.menu("Portrait", stage.ben, stage.room)
    assert (await other.reply()).text == f"Ben {png()[:4]!r}"


async def test_a_menu_on_another_bots_message_sees_its_embed(stage, start, png):
    stage.discord.cdn.add_external("https://example.org/cat.png", png(size=(40, 30)))
    painter = stage.discord.add_user("Painter", bot=True)
    stage.guild.add_member(painter)
    bot = await start(lambda bot: None)

    @bot.tree.context_menu(name="INSwapper")
    async def swap(interaction, message: discord.Message):
        image = message.embeds[0].image
        async with bot.http._HTTPClient__session.get(image.proxy_url) as reply:
            data = await reply.read()
        await interaction.response.send_message(f"{image.width}x{image.height} {len(data)}")

    await bot.tree.sync()
    embeds = [{"title": "Cat", "image": {"url": "https://example.org/cat.png"}}]
    posted = await painter.post(stage.room, embeds=embeds)
    assert posted.pictures[0].data == png(size=(40, 30))
    reply = await (await stage.anna.menu("INSwapper", posted)).reply()
    assert reply.text == f"40x30 {len(png(size=(40, 30)))}"
