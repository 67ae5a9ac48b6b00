"""Links over HTTP: whole and in parts, and what is refused."""

import asyncio
import socket
from dataclasses import replace
from datetime import timedelta
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit, urlunsplit

import aiohttp
import pytest

from faceswap.domain.job import StoredFile
from faceswap.gateway.media import CHUNK
from faceswap.gateway.serve import GatewayRefused, create_gateway, serving
from faceswap.gateway.shelf import Shelf
from faceswap.storage.blobs import FileBlobs
from faceswap.storage.cipher import Cipher
from faceswap.storage.links import SignedLinks
from tests.fakes.clock import HandClock
from tests.stores import KEY

FILM = bytes(range(256)) * 3000
"""More than goes out in one piece."""


class Place:
    """A gateway over a folder, and whoever asks it."""

    def __init__(self, folder):
        with socket.create_server(("127.0.0.1", 0)) as probe:
            self.port = probe.getsockname()[1]
        self.clock = HandClock()
        self.blobs = FileBlobs(folder, Cipher(KEY), self.clock)
        self.links = SignedLinks(Cipher(KEY), f"http://127.0.0.1:{self.port}/")
        self.app = create_gateway(self.blobs, self.links, self.clock.now)

    async def stored(self, name="dance (1).mp4", media_type="video/mp4", data=FILM):
        return StoredFile(await self.blobs.put(data), name, media_type, len(data))

    async def link(self, **about):
        return self.link_to(await self.stored(**about))

    def link_to(self, file):
        return self.links.link(file, self.clock.now() + timedelta(days=1))

    async def ask(self, url, method="GET", **headers):
        """Return the status, the headers and the body."""
        async with (
            aiohttp.ClientSession() as http,
            http.request(method, url, headers=headers, allow_redirects=False) as reply,
        ):
            return reply.status, reply.headers, await reply.read()


@pytest.fixture
async def place(tmp_path):
    place = Place(tmp_path / "pictures")
    async with serving(place.app, "127.0.0.1", place.port):
        yield place


def changed(url, **query):
    parts = urlsplit(url)
    asked = dict(parse_qsl(parts.query)) | query
    return urlunsplit(parts._replace(query=urlencode(asked)))


async def test_a_link_opens_the_file(place):
    assert len(FILM) > 2 * CHUNK
    status, headers, body = await place.ask(await place.link())

    assert (status, body) == (200, FILM)
    assert headers["Content-Type"] == "video/mp4"
    assert headers["Content-Disposition"] == "inline; filename*=UTF-8''dance%20%281%29.mp4"
    assert headers["Accept-Ranges"] == "bytes"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert "default-src 'none'" in headers["Content-Security-Policy"]
    assert "server" not in headers


@pytest.mark.parametrize("name", ["Füße & Hände.gif", "a/b.gif", "%2e%2e%2f.gif", "x;y?z#.gif"])
async def test_any_name_can_be_linked_to(place, name):
    status, headers, body = await place.ask(await place.link(name=name, media_type="image/gif"))

    assert (status, body) == (200, FILM)
    quoted = headers["Content-Disposition"].removeprefix("inline; filename*=UTF-8''")
    assert unquote(quoted) == name


async def test_a_player_gets_parts(place):
    url = await place.link()

    status, headers, body = await place.ask(url, Range="bytes=1000-1999")

    assert (status, body) == (206, FILM[1000:2000])
    assert headers["Content-Range"] == f"bytes 1000-1999/{len(FILM)}"
    assert headers["Content-Length"] == "1000"


async def test_a_part_behind_the_end_is_refused(place):
    status, headers, _ = await place.ask(await place.link(), Range="bytes=9999999-")

    assert (status, headers["Content-Range"]) == (416, f"bytes */{len(FILM)}")


async def test_its_head_is_told_without_it(place):
    status, headers, body = await place.ask(await place.link(), "HEAD")

    assert (status, headers["Content-Length"], body) == (200, str(len(FILM)), b"")


async def test_who_has_it_is_not_sent_it_again(place):
    url = await place.link()
    _, headers, _ = await place.ask(url)

    status, _, body = await place.ask(url, **{"If-None-Match": headers["ETag"]})

    assert (status, body) == (304, b"")


async def test_what_browsers_must_not_show_is_downloaded(place):
    for kind in ("text/html", "image/svg+xml\r\nX-Evil: 1", "", "video/mp4; x=1"):
        status, headers, _ = await place.ask(await place.link(media_type=kind))

        assert (status, headers["Content-Type"]) == (200, "application/octet-stream")
        assert headers["Content-Disposition"].startswith("attachment")
        assert "X-Evil" not in headers


async def test_a_link_ends(place):
    url = await place.link()
    place.clock.advance(timedelta(days=1).total_seconds())

    assert await place.ask(url) == (410, *(await place.ask(url))[1:])
    assert (await place.ask(url))[2] == b"This link has ended.\n"


@pytest.mark.parametrize(
    "query",
    [
        {"until": "99999999999"},
        {"until": "-1"},
        {"until": "²"},
        {"type": "text/html"},
        {"signature": ""},
        {"signature": "0" * 64},
        {"signature": "ü"},
    ],
    ids=str,
)
async def test_a_link_that_was_changed_opens_nothing(place, query):
    status, headers, body = await place.ask(changed(await place.link(), **query))

    assert (status, body) == (403, b"This link is not whole; please copy all of it.\n")
    assert headers["Cache-Control"] == "no-store"


async def test_a_signature_is_for_one_file_and_one_name(place):
    one, other = await place.stored(), await place.stored()
    url = place.link_to(one)

    assert (await place.ask(url.replace(one.blob, other.blob)))[0] == 403
    assert (await place.ask(url.replace("dance", "trance")))[0] == 403


async def test_another_key_signs_nothing_here(place):
    others = SignedLinks(Cipher(bytes(32)), f"http://127.0.0.1:{place.port}")
    url = others.link(await place.stored(), place.clock.now() + timedelta(days=1))

    assert (await place.ask(url))[0] == 403


async def test_what_is_deleted_is_gone(place):
    file = await place.stored()
    await place.blobs.delete([file.blob])

    assert (await place.ask(place.link_to(file)))[::2] == (
        404,
        b"What this link led to has been deleted.\n",
    )


async def test_a_signed_way_out_of_the_folder_leads_nowhere(place, tmp_path):
    (tmp_path / "secret").write_bytes(b"secret")
    file = replace(await place.stored(), blob="..%2Fsecret")

    status, _, body = await place.ask(place.link_to(file))

    assert status in {403, 404}
    assert b"secret" not in body


@pytest.mark.parametrize("path", ["/", "/media", "/media/", "/docs", "/openapi.json"])
async def test_there_is_nothing_else(place, path):
    assert (await place.ask(f"http://127.0.0.1:{place.port}{path}"))[0] == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE"])
async def test_it_only_hands_out(place, method):
    assert (await place.ask(await place.link(), method))[0] == 405


async def test_it_tells_that_it_is_there(place):
    assert (await place.ask(f"http://127.0.0.1:{place.port}/health"))[::2] == (200, b"ready\n")


async def test_readers_of_one_film_share_it_and_others_wait_their_turn(place):
    films = [await place.stored() for _ in range(5)]
    opened, release = asyncio.Semaphore(0), asyncio.Event()
    get = place.blobs.get

    async def slowly(key):
        opened.release()
        await release.wait()
        return await get(key)

    place.blobs.get = slowly
    asks = [asyncio.create_task(place.ask(place.link_to(film))) for film in films[:4]]
    for _ in asks:
        await asyncio.wait_for(opened.acquire(), 10)
    late = await place.ask(place.link_to(films[4]))
    again = asyncio.create_task(place.ask(place.link_to(films[0])))
    release.set()

    assert late[::2] == (503, b"Too much is being opened just now; please try again in a minute.\n")
    assert [(await ask)[0] for ask in (*asks, again)] == [200] * 5
    place.blobs.get = get
    assert (await place.ask(place.link_to(films[4])))[0] == 200


async def test_what_nobody_waits_for_any_more_is_let_go():
    begun, never = asyncio.Event(), asyncio.Event()

    class Slow:
        async def get(self, key):
            begun.set()
            await never.wait()

    shelf = Shelf(Slow(), 1)

    async def read():
        async with shelf.reading("film"):
            pass

    reader = asyncio.create_task(read())
    await begun.wait()
    (opening,) = [each for each in asyncio.all_tasks() if "get" in repr(each.get_coro())]
    reader.cancel()

    await asyncio.wait({reader, opening}, timeout=10)

    assert (reader.cancelled(), opening.cancelled()) == (True, True)


async def test_a_port_that_is_taken_is_refused_in_a_sentence(tmp_path):
    place = Place(tmp_path)
    taken = socket.create_server(("127.0.0.1", place.port))
    with taken, pytest.raises(GatewayRefused, match=r"cannot listen on .*; choose another"):
        async with serving(place.app, "127.0.0.1", place.port):
            pass
