"""Downloading pictures and clips."""

import aiohttp
import pytest
from aiohttp import web

from bot.pictures import Moves, Picture
from bot.reader import Reader, Sizes
from faceswap.domain.errors import AnimatedPicture, FileTooLarge, PictureGone
from playground import Ticket
from playground.connector import HOSTS
from playground.tls import make_authority

MOST = Sizes(still=100, clip=400)


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
    (file,) = await reader.read([there("/a", size=7)], MOST)
    assert (file.name, file.data) == ("a.png", b"picture")


@pytest.mark.parametrize("status", [403, 404, 302])
async def test_what_is_not_there_is_not_asked_for_twice(reader, cdn, status):
    elsewhere = {"Location": "https://cdn.discordapp.com/b"}
    cdn[0]["/a"] = web.Response(status=status, headers=elsewhere)
    with pytest.raises(PictureGone, match=r"a\.png could not be downloaded"):
        await reader.read([there("/a")], MOST)
    assert cdn[1] == ["/a"]


async def test_a_short_trouble_is_tried_again(reader, cdn):
    cdn[0]["/a"] = [web.Response(status=503), web.Response(status=429), web.Response(body=b"x")]
    (file,) = await reader.read([there("/a")], MOST)
    assert file.data == b"x"


async def test_a_long_trouble_is_not_tried_for_ever(reader, cdn):
    cdn[0]["/a"] = [web.Response(status=503) for _ in range(9)]
    with pytest.raises(PictureGone):
        await reader.read([there("/a")], MOST)
    assert len(cdn[1]) == 3


async def test_what_is_said_to_be_too_large_is_not_downloaded(reader, cdn):
    with pytest.raises(FileTooLarge):
        await reader.read([there("/a", size=101)], MOST)
    assert cdn[1] == []


async def test_what_turns_out_too_large_is_not_read_to_its_end(reader, cdn):
    cdn[0]["/a"] = web.Response(body=bytes(1_000_000))
    with pytest.raises(FileTooLarge):
        await reader.read([there("/a")], MOST)


@pytest.mark.parametrize("moves", [Moves.MAYBE, Moves.YES])
async def test_a_clip_may_be_larger_than_a_still(reader, cdn, moves):
    cdn[0]["/a"] = web.Response(body=bytes(400))
    (file,) = await reader.read([there("/a", moves=moves, size=400)], MOST)
    assert len(file.data) == 400
    with pytest.raises(FileTooLarge):
        await reader.read([there("/a", size=400)], MOST)


async def test_a_clip_that_turns_out_too_large(reader, cdn):
    cdn[0]["/a"] = web.Response(body=bytes(1_000_000))
    with pytest.raises(FileTooLarge):
        await reader.read([there("/a", moves=Moves.YES)], MOST)


async def test_a_video_is_no_photo_and_is_not_downloaded(reader, cdn):
    with pytest.raises(AnimatedPicture, match=r"a\.png is animated"):
        await reader.read_photos([there("/b"), there("/a", moves=Moves.YES)], 100)
    assert cdn[1] == []


async def test_a_photo_that_may_move_has_no_more_room_than_others(reader, cdn):
    cdn[0]["/a"] = web.Response(body=bytes(101))
    with pytest.raises(FileTooLarge):
        await reader.read_photos([there("/a", moves=Moves.MAYBE)], 100)


async def test_few_clips_are_in_memory_at_once(reader):
    stills, clips = [there("/a")], [there("/a"), there("/b", moves=Moves.MAYBE)]
    async with reader.for_swap(clips), reader.for_swap(clips):
        assert reader.for_swap(clips).locked()
        assert not reader.for_swap(stills).locked()
    assert not reader.for_swap(clips).locked()


async def test_what_is_too_large_together(reader, cdn):
    for name in "abcde":
        cdn[0][f"/{name}"] = web.Response(body=bytes(100))
    assert len(await reader.read([there(f"/{name}") for name in "abcd"], MOST)) == 4
    for name in "abcde":
        cdn[0][f"/{name}"] = web.Response(body=bytes(100))
    with pytest.raises(FileTooLarge, match="That message"):
        await reader.read([there(f"/{name}") for name in "abcde"], MOST)


@pytest.mark.parametrize(
    "url",
    [
        "http://cdn.discordapp.com/a",
        "https://example.org/a",
        "https://127.0.0.1/a",
        "https://cdn.discordapp.com.example.org/a",
        "https://user@evil.example/cdn.discordapp.com",
        "https://tenor.com/a",
        "https://media.tenor.com.example.org/a",
        "https://example.org/media.giphy.com",
        "file:///etc/passwd",
        "",
    ],
)
async def test_nothing_is_read_from_anywhere_else(nowhere, url):
    reader, asked = nowhere
    with pytest.raises(PictureGone):
        await reader.read([Picture("a.png", url)], MOST)
    assert asked == []


@pytest.mark.parametrize(
    "host", ["media.tenor.com", "media1.tenor.com", "media.giphy.com", "media4.giphy.com"]
)
async def test_a_gif_of_the_picker_is_read_where_it_is(nowhere, host):
    reader, asked = nowhere
    with pytest.raises(PictureGone):
        await reader.read([Picture("a.mp4", f"https://{host}/x/a.mp4")], MOST)
    assert asked[0] == host


async def test_a_server_that_is_not_there(nowhere):
    reader, asked = nowhere
    with pytest.raises(PictureGone):
        await reader.read([there("/a")], MOST)
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
