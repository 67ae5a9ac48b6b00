import io
import re
from html.parser import HTMLParser

import discord
import pytest
from discord import ui

from playground import Upload
from playground.page import render
from playground.page.html import Html, join, tag
from playground.page.markdown import Names, markdown
from playground.page.parts import Parts

VOID = {"br", "hr", "img", "meta"}
NAMES = Names(users={1: "Anna <b>"}, rooms={2: "pictures"}, roles={3: "Judge"}, now=1_000_000.0)


class Page(HTMLParser):
    """What a browser finds: every tag in order, links, pictures, and the visible text."""

    def __init__(self, source):
        super().__init__()
        self.open, self.links, self.pictures, self.words, self.ids = [], [], [], [], set()
        self.names = []
        self.feed(source)
        assert self.open == []
        self.text = " ".join("".join(self.words).split())

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.names.append(tag)
        self.ids.add(found.get("id"))
        if tag == "a":
            self.links.append(found["href"])
        if tag == "img":
            self.pictures.append((found["src"], found["alt"]))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(f"{data} ")


def add_studio(bot):
    class Sure(ui.View):
        @ui.button(label="Yes, delete", style=discord.ButtonStyle.danger)
        async def yes(self, interaction, button):
            await interaction.response.edit_message(content="All gone.", view=None)

    class Report(ui.Modal, title="Report"):
        why = ui.Label(text="Why", component=ui.TextInput())

        async def on_submit(self, interaction):
            await interaction.response.send_message(
                embed=discord.Embed(title="Thanks"), ephemeral=True
            )

    @bot.tree.command()
    async def swap(interaction, idname: str, image: discord.Attachment):
        """Swap."""
        await interaction.response.defer()
        data = await image.read()
        files = [
            discord.File(io.BytesIO(data), "before.png", description="Before the swap"),
            discord.File(io.BytesIO(data), "after.png", description="After the swap"),
        ]
        view = ui.LayoutView()
        box = ui.Container(ui.TextDisplay(f"# Swapped {idname}"), accent_color=0x5865F2)
        box.add_item(ui.MediaGallery(*(discord.MediaGalleryItem(file) for file in files)))
        box.add_item(ui.Separator())
        box.add_item(ui.Section("-# 1 credit", accessory=ui.Thumbnail(files[0], spoiler=True)))
        options = [discord.SelectOption(label="anna", description="today", default=True)]
        box.add_item(ui.ActionRow(ui.Select(options=options)))
        link = ui.Button(label="Help", url="https://example.org/help")
        box.add_item(ui.ActionRow(ui.Button(label="Again", emoji="🔁"), link))
        view.add_item(box)
        await interaction.edit_original_response(view=view, attachments=files)

    @bot.tree.command()
    async def delall(interaction):
        """Delete all."""
        await interaction.response.send_message("Really?", view=Sure(), ephemeral=True)

    @bot.tree.command()
    async def report(interaction):
        """Report."""
        await interaction.response.send_modal(Report())

    @bot.tree.context_menu(name="INSwapper")
    async def menu(interaction, message: discord.Message):
        await interaction.response.defer()
        bot.heard.put_nowait(message.id)


@pytest.fixture
async def visit(stage, start, png):
    """A conversation with everything in it."""
    bot = await start(add_studio)
    anna, ben, room = stage.anna, stage.ben, stage.room
    await anna.post(
        room, "hello <script>alert(1)</script>", files=[Upload("notes.txt", b"x" * 2048)]
    )
    await anna.post(room, "**still me**")
    swapped = await anna.slash(room, "swap", idname="a&b", image=Upload("me.png", png()))
    await swapped.reply()
    pressed = await anna.press(await (await anna.slash(room, "delall")).reply(), "Yes, delete")
    await pressed.reply()
    asked = await ben.slash(room, "report")
    await (await ben.submit(asked, {"Why": "not <me>"})).reply()
    painter = stage.discord.add_user("Painter", bot=True)
    stage.guild.add_member(painter)
    stage.discord.cdn.add_external("https://example.org/cat.png", png("gold"))
    embed = {"title": "Cat", "color": 255, "image": {"url": "https://example.org/cat.png"}}
    posted = await painter.post(room, embeds=[embed])
    await ben.menu("INSwapper", posted)
    await bot.heard.get()
    gone = await ben.post(room, "never mind", files=[Upload("gone.png", png("black"))])
    await ben.delete(gone)
    await anna.post(anna.dm, "just us")
    return stage


async def test_the_page_shows_the_whole_conversation(visit, tmp_path):
    path = render(visit.discord, tmp_path / "out", title="A visit & more", intro="Played **here**.")
    source = path.read_text(encoding="utf-8")
    page = Page(source)
    assert path.name == "index.html"
    for words in (
        "A visit & more",
        "Played here .",
        "hello <script>alert(1)</script>",
        "notes.txt 2.00 KB",
        "Anna used /swap idname a&b image me.png",
        "Visage APP",
        "Swapped a&b",
        "anna today",
        "Help",
        "Anna used /delall",
        "Really? Yes, delete",
        "Only Anna can see this",
        "Anna pressed Yes, delete on this message",
        "All gone.",
        "Ben used /report and was asked: Report",
        "Ben filled in Report Why not <me>",
        "Thanks",
        "Only Ben can see this",
        "Cat",
        "Ben used INSwapper on Painter's message",
        "Visage is thinking…",
        "just us",
        "Message @Anna",
    ):
        assert words in page.text, words
    assert "never mind" not in page.text
    assert "script" not in page.names
    assert page.text.index("Really?") < page.text.index("pressed") < page.text.index("All gone.")


async def test_the_page_stands_alone(visit, tmp_path):
    path = render(visit.discord, tmp_path, title="Visit")
    source = path.read_text(encoding="utf-8")
    page = Page(source)
    outside = [link for link in page.links if ":" in link]
    assert outside == ["https://example.org/help"]
    assert not re.search(r'(src|srcset)="[^"]*:', source)
    assert "url(" not in source
    assert "@import" not in source
    for link in page.links:
        if link.startswith("#"):
            assert link[1:] in page.ids
        elif link not in outside:
            assert (tmp_path / link).is_file()


async def test_pictures_are_copied_described_and_open_at_full_size(visit, tmp_path, png):
    page = Page(render(visit.discord, tmp_path, title="Visit").read_text(encoding="utf-8"))
    alts = [alt for _, alt in page.pictures]
    assert "Before the swap" in alts
    assert "After the swap" in alts
    assert "image: me.png" in alts
    for source, alt in page.pictures:
        assert alt
        assert source in page.links
    after = next(source for source, alt in page.pictures if alt == "After the swap")
    assert (tmp_path / after).read_bytes() == png()
    assert not list(tmp_path.glob("media/*gone*"))


async def test_drawing_again_replaces_the_old_page(visit, tmp_path):
    render(visit.discord, tmp_path, title="Visit")
    (tmp_path / "media" / "old.png").write_bytes(b"")
    (tmp_path / "kept.txt").write_text("kept")
    first = sorted(path.name for path in tmp_path.glob("media/*") if path.name != "old.png")
    render(visit.discord, tmp_path, title="Visit")
    assert sorted(path.name for path in tmp_path.glob("media/*")) == first
    assert (tmp_path / "kept.txt").exists()


async def test_commands_that_failed_are_told(visit, tmp_path):
    visit.discord.clock.advance(15 * 60 + 1)
    page = Page(render(visit.discord, tmp_path, title="Visit").read_text(encoding="utf-8"))
    assert "is thinking" not in page.text
    assert "The application did not respond" in page.text


def add_picker(bot):
    class Picker(ui.View):
        @ui.select(options=[discord.SelectOption(label=name) for name in "abc"])
        async def pick(self, interaction, select):
            await interaction.response.edit_message(content=f"Now {select.values[0]}.")

        @ui.button(label="Go")
        async def go(self, interaction, button):
            await interaction.response.defer()

    @bot.tree.command()
    async def choose(interaction):
        """Choose."""
        await interaction.response.send_message("First.", view=Picker())

    class Form(ui.Modal, title="Form"):
        one = ui.Label(text="One", component=ui.TextInput(required=False))
        two = ui.Label(text="Two", component=ui.TextInput())

        async def on_submit(self, interaction):
            await interaction.response.send_message("Thanks.")

    @bot.tree.command()
    async def fill(interaction):
        """Fill."""
        await interaction.response.send_modal(Form())


async def test_of_presses_in_a_row_the_last_one_shows_what_they_made(stage, start, tmp_path):
    await start(add_picker)
    seen = await (await stage.anna.slash(stage.room, "choose")).reply()
    for letter in "abc":
        seen = await (await stage.anna.choose(seen, seen.selects[0].custom_id, [letter])).until(
            lambda seen, letter=letter: letter in seen.text
        )
    await stage.anna.press(seen, "Go")
    await (await stage.anna.choose(seen, seen.selects[0].custom_id, ["a"])).reply()
    page = Page(render(stage.discord, tmp_path, title="Visit").read_text(encoding="utf-8"))
    told = ("First.", "Now a.", "Now b.", "Now c.")
    assert [page.text.count(words) for words in told] == [1, 1, 0, 1]
    assert page.text.index("chose c") < page.text.index("Now c.") < page.text.index("pressed Go")
    assert page.text.index("pressed Go") < page.text.index("Now a.")


def add_sheets(bot):
    """A message that shows another picture with each press."""

    class Turn(ui.DynamicItem[ui.Button], template=r"turn:(?P<number>\d)"):
        def __init__(self, number):
            super().__init__(ui.Button(label="Turn", custom_id=f"turn:{number}"))
            self.number = number

        @classmethod
        async def from_custom_id(cls, interaction, item, match):
            return cls(int(match["number"]))

        async def callback(self, interaction):
            view, file = sheet(self.number + 1)
            await interaction.response.edit_message(view=view, attachments=[file])

    def sheet(number):
        file = discord.File(io.BytesIO(b"x"), f"sheet{number}.png", description=f"Sheet {number}")
        view = ui.LayoutView()
        view.add_item(ui.MediaGallery(discord.MediaGalleryItem(file)))
        row = ui.ActionRow()
        row.add_item(Turn(number))
        view.add_item(row)
        view.stop()
        return view, file

    bot.add_dynamic_items(Turn)

    @bot.tree.command()
    async def leaf(interaction):
        """Leaf."""
        view, file = sheet(1)
        await interaction.response.send_message(view=view, file=file)


async def test_what_was_shown_between_two_presses_is_shown(stage, start, tmp_path):
    await start(add_sheets)
    seen = await (await stage.anna.slash(stage.room, "leaf")).reply()
    for _ in range(2):
        seen = await (await stage.anna.press(seen, "Turn")).reply()
    page = Page(render(stage.discord, tmp_path, title="Visit").read_text(encoding="utf-8"))
    shown = [alt for _, alt in page.pictures]
    assert shown == ["Sheet 1", "Sheet 2", "Sheet 3"]
    assert page.text.count("Anna pressed Turn") == 2


async def test_what_was_left_empty_is_not_shown(stage, start, tmp_path):
    await start(add_picker)
    form = await stage.anna.slash(stage.room, "fill")
    await (await stage.anna.submit(form, {"Two": "2"})).reply()
    page = Page(render(stage.discord, tmp_path, title="Visit").read_text(encoding="utf-8"))
    assert "Anna filled in Form Two 2 V Visage" in page.text


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("plain <b>", "<p>plain &lt;b&gt;</p>"),
        ("one\ntwo", "<p>one<br>two</p>"),
        ("**bold** *it* _it_ __under__ ~~gone~~",
         "<p><strong>bold</strong> <em>it</em> <em>it</em> <u>under</u> <s>gone</s></p>"),
        ("**bold *both***", "<p><strong>bold <em>both</em></strong></p>"),
        ("snake_case_name 2*3*4", "<p>snake_case_name 2<em>3</em>4</p>"),
        ("`a*b*<` ``x`y``", "<p><code>a*b*&lt;</code> <code>x`y</code></p>"),
        ("```py\nx = **1**\n```after", "<pre><code>x = **1**</code></pre><p>after</p>"),
        ("||hidden||", '<p><span class="md-spoiler">hidden</span></p>'),
        (r"\*not it\*", "<p>*not it*</p>"),
        ("# Big\n### Small\ntext", "<h3>Big</h3><h5>Small</h5><p>text</p>"),
        ("-# sub **b**", '<div class="md-subtext">sub <strong>b</strong></div>'),
        ("- one\n* two", '<div class="md-item">one</div><div class="md-item">two</div>'),
        ("> quoted", '<blockquote class="md-quote">quoted</blockquote>'),
        ("<@1> <@!9> <#2> <@&3> </saveid:5>",
         '<p><span class="mention">@Anna &lt;b&gt;</span> <span class="mention">@unknown</span> '
         '<span class="mention">#pictures</span> <span class="mention">@Judge</span> '
         '<span class="mention">/saveid</span></p>'),
        ("[site](https://example.org/a?b=1&c=2)",
         '<p><a href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer">site</a></p>'),
        ("see https://example.org/x.",
         '<p>see <a href="https://example.org/x" rel="noopener noreferrer">https://example.org/x</a>.</p>'),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("<:smile:123>", "<p>:smile:</p>"),
        ("<t:99999999999999:R>", "<p>&lt;t:99999999999999:R&gt;</p>"),
        ("<t:9999999999999>", "<p>Invalid Date</p>"),
        ("", ""),
    ],
)  # fmt: skip
def test_markdown(text, html):
    assert markdown(text, NAMES) == html


@pytest.mark.parametrize(
    ("mark", "text"),
    [
        ("<t:1000000:t>", "13:46"),
        ("<t:1000000:T>", "13:46:40"),
        ("<t:1000000:d>", "12/01/1970"),
        ("<t:1000000:D>", "12 January 1970"),
        ("<t:1000000>", "12 January 1970 13:46"),
        ("<t:1000000:F>", "Monday, 12 January 1970 13:46"),
        ("<t:1000000:R>", "just now"),
        ("<t:1000030:R>", "in a few seconds"),
        ("<t:1000120:R>", "in 2 minutes"),
        ("<t:996400:R>", "1 hour ago"),
        ("<t:33557600:R>", "in 1 year"),
    ],
)
def test_timestamps(mark, text):
    assert re.sub("<[^>]+>", "", markdown(mark, NAMES)) == text


def test_hostile_markdown_ends():
    for text in ("*" * 3000, "**" * 1500 + "x", "||" * 2000, "[" * 3000, "<t:" * 1000, "`" * 2999):
        assert Page(markdown(text, NAMES)).open == []
    deep = "**a __b ~~c ||d *e " * 50 + "* ||~~__**" * 50
    assert Page(markdown(deep, NAMES)).open == []


def test_html_escapes_what_is_not_html():
    made = tag("a", "<x>", Html("<b>"), None, href='"&', data_id=3, hidden=True, class_=None)
    assert made == '<a href="&quot;&amp;" data-id="3" hidden>&lt;x&gt;<b></a>'
    assert join("<", None, Html("<")) == "&lt;<"
    assert tag("br") == "<br>"


def test_a_select_shows_who_is_chosen():
    chosen = [
        {"id": "1", "type": "user"},
        {"id": "3", "type": "role"},
        {"id": "2", "type": "channel"},
    ]
    shown = Parts(None, NAMES).components([{"type": 7, "default_values": chosen}])
    assert "Anna &lt;b&gt;, Judge, pictures" in shown
    gone = {"type": 6, "default_values": [{"id": "99", "type": "role"}]}
    assert "unknown" in Parts(None, NAMES).components([gone])
