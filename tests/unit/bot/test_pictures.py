"""Finding pictures in messages, and downloading them."""

import aiohttp
import pytest
from aiohttp import web

from bot.pictures import Picture, Reader, in_message, largest
from faceswap.domain.errors import AnimatedPicture, FileTooLarge, NoPicture, PictureGone
from playground import Ticket
from playground.connector import HOSTS
from playground.tls import make_authority
from tests.quiet_discord import discord

CDN = "https://cdn.discordapp.com/attachments/1/2"
COPY = "https://images-ext-1.discordapp.net/external/abc/https/example.org"


def attachment(name, **more):
    kind = more.pop("content_type", "image/png")
    return {
        "id": "3",
        "filename": name,
        "size": 10,
        "url": f"{CDN}/{name}?ex=1&hm=2",
        "proxy_url": f"https://media.discordapp.net/attachments/1/2/{name}",
        "width": 40,
        "height": 30,
        **({"content_type": kind} if kind else {}),
        **more,
    }


def message(**parts):
    data = {
        "id": "1",
        "channel_id": "2",
        "author": {"id": "9", "username": "x", "discriminator": "0", "avatar": None},
        "content": "",
        "timestamp": "2026-11-20T12:00:00+00:00",
        "edited_timestamp": None,
        "tts": False,
        "mention_everyone": False,
        "mentions": [],
        "mention_roles": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "pinned": False,
        "type": 0,
        **parts,
    }
    client = discord.Client(intents=discord.Intents.none())
    channel = client.get_partial_messageable(2)
    return discord.Message(state=client._connection, channel=channel, data=data)


def names(**parts):
    return [picture.name for picture in in_message(message(**parts))]


async def test_files_that_may_be_pictures():
    files = [
        attachment("a.png"),
        attachment("b.txt", content_type="text/plain"),
        attachment("c.mp4", content_type="video/mp4"),
        attachment("d.JPG", content_type=None),
        attachment("e", content_type=None),
    ]
    assert names(attachments=files) == ["a.png", "c.mp4", "d.JPG"]


async def test_the_pictures_of_a_forwarded_message():
    snapshot = {
        "content": "",
        "timestamp": "2026-11-20T12:00:00+00:00",
        "edited_timestamp": None,
        "mentions": [],
        "attachments": [attachment("far.png")],
        "embeds": [],
        "components": [],
        "type": 0,
    }
    assert names(message_snapshots=[{"message": snapshot}]) == ["far.png"]


async def test_what_an_embed_shows_is_read_from_discords_copy():
    image = {"url": "https://example.org/cat.png", "proxy_url": f"{COPY}/cat.png"}
    (picture,) = in_message(message(embeds=[{"type": "image", "image": image}]))
    assert picture == Picture("cat.png", f"{COPY}/cat.png")


async def test_an_embed_of_which_discord_has_no_copy():
    with pytest.raises(NoPicture):
        names(embeds=[{"type": "rich", "image": {"url": "https://example.org/cat.png"}}])


async def test_the_same_picture_twice_is_one():
    file = attachment("a.png")
    embed = {"type": "rich", "image": {"url": "attachment://a.png", "proxy_url": file["url"]}}
    again = {**embed, "image": {**embed["image"], "proxy_url": f"{CDN}/a.png?ex=9&hm=9"}}
    assert names(attachments=[file], embeds=[embed, again]) == ["a.png"]


async def test_a_gif_from_a_picker_is_known_to_move(reader):
    thumbnail = {"url": "https://example.org/dance.png", "proxy_url": f"{COPY}/dance.png"}
    pictures = in_message(message(embeds=[{"type": "gifv", "thumbnail": thumbnail}]))
    with pytest.raises(AnimatedPicture, match="That GIF is animated"):
        await reader.read(pictures, 100)


async def test_ten_pictures_are_enough():
    assert len(names(attachments=[attachment(f"{n}.png") for n in range(12)])) == 10


async def test_of_our_own_messages_the_results():
    kinds = enumerate(["before", "swapped", "faces"])
    files = [attachment(f"{number}-party-{kind}.jpg") for number, kind in kinds]
    ours = in_message(message(attachments=files), is_ours=True)
    assert [picture.name for picture in ours] == ["1-party-swapped.jpg"]
    assert len(in_message(message(attachments=files))) == 3


def test_the_largest_is_the_one_with_most_pixels():
    small, large = Picture("a", "", 900, 10), Picture("b", "", 5, 20)
    assert largest([small, large, Picture("c", "")]) is large


# ── Downloads ───────────────────────────────────────────────────────────────────────────────────


@pytest.fixture
async def cdn():
    """Something that plays Discord's CDN: it answers with what a test puts into it."""
    answers = {}
    asked = []

    async def answer(request):
        asked.append(request.path)
        made = answers[request.path]
        return made.pop(0) if isinstance(made, list) else made

    app = web.Application()
    app.router.add_get("/{path:.*}", answer)
    runner = web.AppRunner(app)
    await runner.setup()
    authority = make_authority(HOSTS)
    site = web.TCPSite(runner, "127.0.0.1", 0, ssl_context=authority.server_context())
    await site.start()
    connector = Ticket(runner.addresses[0][1], authority.ca, "").connector()
    yield answers, asked, connector
    await connector.close()
    await runner.cleanup()


@pytest.fixture
async def reader(cdn):
    made = Reader(cdn[2], pause=0.0)
    yield made
    await made.close()


def there(path, **more):
    return Picture("a.png", f"https://cdn.discordapp.com{path}", **more)


async def test_a_download(reader, cdn):
    cdn[0]["/a"] = web.Response(body=b"picture")
    (file,) = await reader.read([there("/a", size=7)], 100)
    assert (file.name, file.data) == ("a.png", b"picture")


@pytest.mark.parametrize("status", [403, 404, 302])
async def test_what_is_not_there_is_not_asked_for_twice(reader, cdn, status):
    elsewhere = {"Location": "https://cdn.discordapp.com/b"}
    cdn[0]["/a"] = web.Response(status=status, headers=elsewhere)
    with pytest.raises(PictureGone, match=r"a\.png could not be downloaded"):
        await reader.read([there("/a")], 100)
    assert cdn[1] == ["/a"]


async def test_a_short_trouble_is_tried_again(reader, cdn):
    cdn[0]["/a"] = [web.Response(status=503), web.Response(status=429), web.Response(body=b"x")]
    (file,) = await reader.read([there("/a")], 100)
    assert file.data == b"x"


async def test_a_long_trouble_is_not_tried_for_ever(reader, cdn):
    cdn[0]["/a"] = [web.Response(status=503) for _ in range(9)]
    with pytest.raises(PictureGone):
        await reader.read([there("/a")], 100)
    assert len(cdn[1]) == 3


async def test_what_is_said_to_be_too_large_is_not_downloaded(reader, cdn):
    with pytest.raises(FileTooLarge):
        await reader.read([there("/a", size=101)], 100)
    assert cdn[1] == []


async def test_what_turns_out_too_large_is_not_read_to_its_end(reader, cdn):
    cdn[0]["/a"] = web.Response(body=bytes(1_000_000))
    with pytest.raises(FileTooLarge):
        await reader.read([there("/a")], 100)


async def test_what_is_too_large_together(reader, cdn):
    for name in "abcde":
        cdn[0][f"/{name}"] = web.Response(body=bytes(100))
    assert len(await reader.read([there(f"/{name}") for name in "abcd"], 100)) == 4
    for name in "abcde":
        cdn[0][f"/{name}"] = web.Response(body=bytes(100))
    with pytest.raises(FileTooLarge, match="That message"):
        await reader.read([there(f"/{name}") for name in "abcde"], 100)


@pytest.mark.parametrize(
    "url",
    [
        "http://cdn.discordapp.com/a",
        "https://example.org/a",
        "https://127.0.0.1/a",
        "https://cdn.discordapp.com.example.org/a",
        "https://user@evil.example/cdn.discordapp.com",
        "file:///etc/passwd",
        "",
    ],
)
async def test_nothing_is_read_from_anywhere_else(nowhere, url):
    reader, asked = nowhere
    with pytest.raises(PictureGone):
        await reader.read([Picture("a.png", url)], 100)
    assert asked == []


async def test_a_server_that_is_not_there(nowhere):
    reader, asked = nowhere
    with pytest.raises(PictureGone):
        await reader.read([there("/a")], 100)
    assert asked == ["cdn.discordapp.com"] * 3


@pytest.fixture
async def nowhere():
    """A reader that reaches nobody, and whom it tried to reach."""
    asked = []

    class Nowhere(aiohttp.TCPConnector):
        async def connect(self, request, *_, **__):
            asked.append(request.url.host)
            raise aiohttp.ClientConnectionError

    connector = Nowhere()
    reader = Reader(connector, pause=0.0)
    yield reader, asked
    await reader.close()
    await connector.close()
