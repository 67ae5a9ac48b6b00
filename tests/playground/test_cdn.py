import io

import aiohttp
import discord
import pytest
from PIL import Image

from playground import LinkGone, OutsideError, Upload


async def fetch(session, url):
    async with session.get(url) as reply:
        return reply.status, reply.content_type, await reply.read()


async def test_links_are_signed_and_expire(stage, session, png):
    posted = await stage.anna.post(stage.room, files=[Upload("a.png", png())])
    link = posted.attachments[0]["url"]
    assert {"ex=", "is=", "hm="} <= {part[:3] for part in link.partition("?")[2].split("&")}
    assert await fetch(session, link) == (200, "image/png", png())
    assert (await fetch(session, link.partition("?")[0]))[0] == 404
    assert (await fetch(session, link.replace("ex=", "ex=1")))[0] == 404
    stage.discord.clock.advance(24 * 3600 + 1)
    assert (await fetch(session, link))[0] == 404
    with pytest.raises(LinkGone):
        _ = posted.pictures[0].data
    fresh = stage.room.messages[0].attachments[0]["url"]
    assert (await fetch(session, fresh))[0] == 200


async def test_fetching_a_message_again_signs_its_links_again(stage, start, png):
    bot = await start(lambda bot: None)
    channel = bot.get_channel(stage.room.id)
    sent = await channel.send(file=discord.File(io.BytesIO(png()), "a.png"))
    stage.discord.clock.advance(24 * 3600 + 1)
    with pytest.raises(discord.NotFound):
        await sent.attachments[0].read()
    again = await channel.fetch_message(sent.id)
    assert await again.attachments[0].read() == png()


async def test_the_media_proxy_serves_pictures_and_makes_them_smaller(stage, session, png):
    files = [Upload("a.png", png(size=(400, 200))), Upload("a.txt", b"text")]
    posted = await stage.anna.post(stage.room, files=files)
    picture, text = posted.attachments
    assert await fetch(session, picture["proxy_url"]) == (200, "image/png", png(size=(400, 200)))
    status, _, data = await fetch(session, picture["proxy_url"] + "width=100&height=100")
    assert (status, Image.open(io.BytesIO(data)).size) == (200, (100, 50))
    assert (await fetch(session, text["proxy_url"]))[0] == 415
    assert (await fetch(session, text["url"]))[0] == 200


async def test_a_deleted_message_takes_its_files_along(stage, session, png):
    posted = await stage.anna.post(stage.room, files=[Upload("a.png", png())])
    await stage.anna.delete(posted)
    assert (await fetch(session, posted.attachments[0]["url"]))[0] == 404


async def test_pictures_elsewhere_come_through_the_proxy(stage, session, png):
    url = "https://example.org/pics/cat one.png"
    stage.discord.cdn.add_external(url, png(size=(50, 20)))
    painter = stage.discord.add_user("Painter", bot=True)
    stage.guild.add_member(painter)
    embeds = [{"image": {"url": url}}, {"image": {"url": "https://example.org/unknown.png"}}]
    posted = await painter.post(stage.room, embeds=embeds)
    known, unknown = (embed["image"] for embed in posted.embeds)
    assert (known["width"], known["height"]) == (50, 20)
    assert known["proxy_url"].startswith("https://images-ext-1.discordapp.net/external/")
    assert await fetch(session, known["proxy_url"]) == (200, "image/png", png(size=(50, 20)))
    assert "width" not in unknown
    assert (await fetch(session, unknown["proxy_url"]))[0] == 404
    assert posted.pictures[0].data == png(size=(50, 20))


async def test_avatars(stage, start, png):
    carla = stage.discord.add_user("Carla", avatar=png("gold"))
    bot = await start(lambda bot: None)
    user = await bot.fetch_user(carla.id)
    assert await user.display_avatar.with_format("png").read() == png("gold")
    plain = await bot.fetch_user(stage.anna.id)
    assert (await plain.display_avatar.read())[:4] == b"\x89PNG"


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/cat.png",
        "https://127.0.0.1:9/",
        "http://10.0.0.1/metadata",
        "https://discord.com.example.org/",
    ],
)
async def test_nothing_else_can_be_reached(session, url):
    with pytest.raises(aiohttp.ClientConnectorError) as caught:
        await session.get(url)
    assert isinstance(caught.value.os_error, OutsideError)


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("me at sea.png", "me_at_sea.png"),
        ("naïve (1).png", "nave_1.png"),
        ("写真.png", "unknown.png"),
        ("../../etc/passwd", "....etcpasswd"),
        ("写真", "unknown"),
    ],
)
async def test_filenames_are_simplified(stage, given, kept):
    posted = await stage.anna.post(stage.room, files=[Upload(given, b"x")])
    assert posted.attachments[0]["filename"] == kept


async def test_broken_and_huge_pictures_are_mere_files_or_keep_their_size(stage, png):
    buffer = io.BytesIO()
    Image.new("1", (12_000, 12_000)).save(buffer, "PNG")
    files = [
        Upload("cut.png", png()[:20]),
        Upload("text.jpg", b"no picture"),
        Upload("huge.png", buffer.getvalue()),
    ]
    posted = await stage.anna.post(stage.room, files=files)
    assert ["width" in one for one in posted.attachments] == [False, False, True]
    assert posted.attachments[2]["width"] == 12_000
    assert [one.filename for one in posted.pictures] == ["huge.png"]
