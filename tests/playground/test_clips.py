"""Videos and GIFs: what they are told to be, how they are served, and how a page shows them."""

import io

import aiohttp
import av
import numpy as np
import pytest
from PIL import Image

from playground import Upload
from playground.page import render
from playground.sniffing import content_type, dimensions

LINK = "https://tenor.com/view/dance-gif-1"


def movie(kind="mp4", codec="libx264", size=(64, 48)):
    """A video of three frames."""
    stream = io.BytesIO()
    with av.open(stream, "w", format=kind) as container:
        video = container.add_stream(codec, rate=10)
        video.width, video.height = size
        video.pix_fmt = "yuv420p"
        for level in (0, 100, 200):
            pixels = np.full((size[1], size[0], 3), level, np.uint8)
            container.mux(video.encode(av.VideoFrame.from_ndarray(pixels)))
        container.mux(video.encode())
    return stream.getvalue()


def gif():
    frames = [Image.new("RGB", (20, 10), color) for color in ("red", "blue")]
    stream = io.BytesIO()
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:])
    return stream.getvalue()


def picture(kind):
    stream = io.BytesIO()
    Image.new("RGB", (20, 10), "red").save(stream, kind)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (gif(), "image/gif"),
        (picture("PNG"), "image/png"),
        (picture("JPEG"), "image/jpeg"),
        (picture("WEBP"), "image/webp"),
        (picture("AVIF"), "image/avif"),
        (movie("mp4"), "video/mp4"),
        (movie("mov"), "video/quicktime"),
        (movie("matroska"), "video/x-matroska"),
        (movie("webm", "libvpx"), "video/webm"),
        (movie("avi", "mpeg4"), "video/x-msvideo"),
        (movie("flv", "flv"), "video/x-flv"),
    ],
)
def test_what_a_file_is_is_told_by_its_bytes(data, kind):
    assert content_type(data, "note.txt") == kind
    assert dimensions(data, kind) == ((20, 10) if kind.startswith("image/") else (64, 48))


def test_what_has_no_known_start_is_told_by_its_name():
    assert content_type(b"hello", "a.txt") == "text/plain"
    assert content_type(b"hello", "a") == "application/octet-stream"


@pytest.mark.parametrize("data", [b"", b"\0\0\0\x18ftypisom", movie()[:200]])
def test_a_broken_video_has_no_size(data):
    assert dimensions(data, "video/mp4") == (None, None)


async def test_a_video_is_posted_and_played(stage):
    posted = await stage.anna.post(stage.room, files=[Upload("a.mp4", movie())])
    (listed,) = posted.attachments
    assert (listed["content_type"], listed["width"], listed["height"]) == ("video/mp4", 64, 48)
    assert {"duration_secs", "waveform"}.isdisjoint(listed)
    (shown,) = posted.pictures
    assert shown.is_video
    assert shown.data == movie()
    assert posted.files == ()


async def test_a_link_to_a_pickers_gif_becomes_the_video(stage):
    stage.discord.cdn.add_gif(LINK, movie(), picture("PNG"))
    posted = await stage.anna.post(stage.room, f"look {LINK}")
    (embed,) = posted.embeds
    assert (embed["type"], embed["url"], embed["provider"]["name"]) == ("gifv", LINK, "Tenor")
    assert embed["thumbnail"]["url"] == "https://media.tenor.com/0000000001/dance-gif-1.png"
    assert embed["video"]["url"] == "https://media.tenor.com/0000000001/dance-gif-1.mp4"
    assert (embed["video"]["width"], embed["video"]["height"]) == (64, 48)
    assert embed["video"]["proxy_url"].startswith("https://images-ext-1.discordapp.net/external/")
    (shown,) = posted.pictures
    assert (shown.filename, shown.data) == ("dance-gif-1.mp4", movie())


async def test_other_links_stay_links(stage):
    assert (await stage.anna.post(stage.room, "https://example.org/x")).embeds == []


async def test_the_proxy_passes_videos_on_as_they_are(stage):
    stage.discord.cdn.add_gif(LINK, movie(), picture("PNG"))
    posted = await stage.anna.post(stage.room, LINK)
    url = posted.embeds[0]["video"]["proxy_url"]
    session = aiohttp.ClientSession(connector=stage.discord.connector())
    async with session, session.get(f"{url}?width=10&height=10") as response:
        assert response.content_type == "video/mp4"
        assert await response.read() == movie()


async def test_a_page_plays_what_moves(stage, tmp_path):
    stage.discord.cdn.add_gif(LINK, movie(size=(32, 32)), picture("PNG"))
    await stage.anna.post(stage.room, files=[Upload("a.mp4", movie()), Upload("b.gif", gif())])
    await stage.anna.post(stage.room, LINK)
    page = render(stage.discord, tmp_path, title="x").read_text(encoding="utf-8")
    assert '<video src="media/001-a.mp4" aria-label="Video a.mp4" width="64" height="48" ' in page
    assert '<img src="media/002-b.gif" alt="Picture b.gif"' in page
    (player,) = (line for line in page.split("<video") if "003-dance-gif-1.mp4" in line)
    assert {"autoplay", "loop", "muted", "playsinline"} <= set(player.partition(">")[0].split())
    assert "controls" not in player.partition(">")[0]
    assert (tmp_path / "media" / "001-a.mp4").read_bytes() == movie()
