"""Finding pictures and clips in messages."""

import pytest

from bot.pictures import Moves, Picture, in_message, largest
from faceswap.domain.errors import NoPicture
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


def forwarded(**parts):
    return {
        "content": "",
        "timestamp": "2026-11-20T12:00:00+00:00",
        "edited_timestamp": None,
        "mentions": [],
        "attachments": [],
        "embeds": [],
        "components": [],
        "type": 0,
        **parts,
    }


async def test_the_pictures_of_a_forwarded_message():
    snapshot = forwarded(attachments=[attachment("far.png")])
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


@pytest.mark.parametrize(
    ("name", "content_type", "moves"),
    [
        ("a.png", "image/png", Moves.NO),
        ("a.jpg", None, Moves.NO),
        ("a.gif", "image/gif", Moves.MAYBE),
        ("a.webp", "image/webp", Moves.MAYBE),
        ("a.gif", None, Moves.MAYBE),
        ("a.mp4", "video/mp4", Moves.YES),
        ("a.MOV", None, Moves.YES),
        ("a.mkv", "application/octet-stream", Moves.YES),
        ("a.png", "video/mp4", Moves.YES),
    ],
)
async def test_what_moves_is_told_by_type_and_name(name, content_type, moves):
    (picture,) = in_message(message(attachments=[attachment(name, content_type=content_type)]))
    assert picture.moves is moves


def gifv(**video):
    thumbnail = {"url": "https://media.tenor.com/x/dance.png", "proxy_url": f"{COPY}/dance.png"}
    video = {"url": "https://media.tenor.com/x/dance.mp4", "width": 20, "height": 10, **video}
    return {"type": "gifv", "thumbnail": thumbnail, "video": video}


async def test_a_gif_from_a_picker_is_the_video_it_is():
    (picture,) = in_message(message(embeds=[gifv(proxy_url=f"{COPY}/dance.mp4")]))
    assert picture == Picture("dance.mp4", f"{COPY}/dance.mp4", None, 200, Moves.YES)


async def test_a_gif_of_which_discord_has_no_copy():
    (picture,) = in_message(message(embeds=[gifv()]))
    assert picture.url == "https://media.tenor.com/x/dance.mp4"


async def test_a_gif_from_a_picker_that_was_forwarded():
    snapshot = forwarded(embeds=[gifv(proxy_url=f"{COPY}/dance.mp4")])
    assert names(message_snapshots=[{"message": snapshot}]) == ["dance.mp4"]


async def test_a_link_to_a_video_file():
    video = {"url": "https://example.org/a.mp4", "proxy_url": f"{COPY}/a.mp4"}
    assert names(embeds=[{"type": "video", "video": video}]) == ["a.mp4"]


async def test_a_page_with_a_player_shows_its_thumbnail():
    video = {"url": "https://www.youtube.com/embed/x", "width": 20, "height": 10}
    thumbnail = {"url": "https://i.ytimg.com/x.jpg", "proxy_url": f"{COPY}/x.jpg"}
    embed = {"type": "video", "video": video, "thumbnail": thumbnail}
    assert names(embeds=[embed]) == ["x.jpg"]


async def test_clips_in_components():
    def item(name, **more):
        url = f"{CDN}/{name}?ex=1&hm=2"
        return {"media": {"url": url, "proxy_url": url, "width": 4, "height": 3, **more}}

    items = [item("a.mp4", content_type="video/mp4"), item("b.gif", content_type="image/gif")]
    gallery = {"type": 12, "id": 2, "items": items}
    found = in_message(message(components=[{"type": 17, "id": 1, "components": [gallery]}]))
    assert [each.moves for each in found] == [Moves.YES, Moves.MAYBE]


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


def test_a_still_picture_shows_a_face_better_than_a_video():
    still, video = Picture("a", "", 900, 10), Picture("b", "", 5, 20, Moves.YES)
    assert largest([video, still]) is still
    assert largest([video]) is video
