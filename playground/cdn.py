"""Files with signed links that expire, as on cdn.discordapp.com."""

import hashlib
import hmac
import re
import secrets
from dataclasses import dataclass
from typing import Any
from urllib.parse import parse_qs, quote, unquote, urlsplit

from playground.clock import Clock
from playground.errors import Json
from playground.sniffing import content_type, dimensions

CDN = "https://cdn.discordapp.com"
MEDIA = "https://media.discordapp.net"
EXTERNAL = "https://images-ext-1.discordapp.net"
LINK_LIFETIME = 24 * 3600
"""Seconds a signed link works; Discord announced "about a day"."""

DROPPED_KEPT = 500
"""Files that a finished conversation can still be drawn with."""

_SIGNED = re.compile(rf"^({re.escape(CDN)}|{re.escape(MEDIA)})/(ephemeral-)?attachments/")
_LINKS = ("url", "proxy_url")


@dataclass(frozen=True, slots=True)
class Blob:
    """Stored bytes and what they are."""

    data: bytes
    content_type: str
    width: int | None = None
    height: int | None = None

    @property
    def is_image(self) -> bool:
        """Whether a client shows it as a picture."""
        return self.content_type.startswith("image/") and self.width is not None

    @property
    def is_video(self) -> bool:
        """Whether a client plays it."""
        return self.content_type.startswith("video/") and self.width is not None


def inspect(data: bytes, filename: str) -> Blob:
    """Describe a file the way Discord does."""
    kind = content_type(data, filename)
    return Blob(data, kind, *dimensions(data, kind))


class LinkGone(Exception):
    """The link expired, was tampered with, or never existed."""


class Cdn:
    """Stores files by path, hands out signed links and honours them until they expire."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._key = secrets.token_bytes(32)
        self._blobs: dict[str, Blob] = {}
        self._dropped: dict[str, Blob] = {}
        self._external: dict[str, Blob] = {}
        self._gifs: dict[str, str] = {}

    def put(self, path: str, blob: Blob) -> None:
        """Store a file under `path`, for example `/attachments/1/2/cat.png`."""
        self._blobs[path] = blob

    def drop(self, path: str) -> None:
        """Take a file away, as when its message is deleted."""
        blob = self._blobs.pop(path, None)
        if blob is not None:
            self._dropped[path] = blob
            while len(self._dropped) > DROPPED_KEPT:
                self._dropped.pop(next(iter(self._dropped)))

    def recall(self, media: Json) -> Blob | None:
        """What a component's or embed's media showed when it was there, links aside."""
        path = unquote(urlsplit(media["url"]).path)
        found = self._blobs.get(path) or self._dropped.get(path)
        return found or self._external.get(media["url"])

    def add_external(self, url: str, data: bytes) -> None:
        """Let `data` be what Discord's proxy finds at an outside `url`."""
        self._external[url] = inspect(data, urlsplit(url).path)

    def add_gif(self, link: str, data: bytes, still: bytes) -> None:
        """Let `link` be a page of a GIF picker; behind it are a video and a picture of it."""
        address = f"https://media.tenor.com/{len(self._gifs) + 1:010}/{link.rsplit('/', 1)[-1]}"
        self.add_external(f"{address}.mp4", data)
        self.add_external(f"{address}.png", still)
        self._gifs[link] = address

    def gif(self, link: str) -> Json | None:
        """The embed that Discord makes of a link to a picker's GIF."""
        address = self._gifs.get(link)
        if address is None:
            return None
        return {
            "type": "gifv",
            "url": link,
            "provider": {"name": "Tenor", "url": "https://tenor.co"},
            "thumbnail": self.external_media(f"{address}.png"),
            "video": self.external_media(f"{address}.mp4"),
        }

    def sign(self, url: str) -> str:
        """Add a fresh expiry and signature to a link to an attachment."""
        parts = urlsplit(url)
        now = int(self._clock.now())
        until, since = f"{now + LINK_LIFETIME:x}", f"{now:x}"
        mark = self._mark(unquote(parts.path), until, since)
        return f"{parts.scheme}://{parts.netloc}{parts.path}?ex={until}&is={since}&hm={mark}&"

    def signed(self, payload: Any) -> Any:
        """A copy of `payload` in which every link to an attachment is freshly signed."""
        if isinstance(payload, list):
            return [self.signed(value) for value in payload]
        if not isinstance(payload, dict):
            return payload
        return {
            key: self.sign(value)
            if key in _LINKS and isinstance(value, str) and _SIGNED.match(value)
            else self.signed(value)
            for key, value in payload.items()
        }

    def open(self, url: str) -> Blob:
        """Follow a link as a client does.

        Raises:
            LinkGone: Discord would answer 404.
        """
        parts = urlsplit(url)
        host = f"{parts.scheme}://{parts.netloc}"
        path = unquote(parts.path)
        if host == EXTERNAL:
            return self._open_external(path)
        if _SIGNED.match(url):
            self._verify(path, parse_qs(parts.query))
        if host not in (CDN, MEDIA) or path not in self._blobs:
            raise LinkGone(url)
        return self._blobs[path]

    def external_media(self, url: str) -> Json:
        """How Discord describes a picture at an outside address."""
        parts = urlsplit(url)
        mark = self._mark(url, "", "")[:43]
        proxied = quote(f"{parts.netloc}{parts.path}")
        media: Json = {
            "url": url,
            "proxy_url": f"{EXTERNAL}/external/{mark}/{parts.scheme}/{proxied}",
        }
        blob = self._external.get(url)
        if blob is not None and blob.width is not None:
            media |= {"width": blob.width, "height": blob.height}
            media["content_type"] = blob.content_type
        return media

    def _open_external(self, path: str) -> Blob:
        for url, blob in self._external.items():
            if urlsplit(self.external_media(url)["proxy_url"]).path == quote(path):
                return blob
        raise LinkGone(path)

    def _verify(self, path: str, query: dict[str, list[str]]) -> None:
        until, since, mark = (query.get(key, [""])[0] for key in ("ex", "is", "hm"))
        if not hmac.compare_digest(mark, self._mark(path, until, since)):
            raise LinkGone(path)
        if int(until, 16) < self._clock.now():
            raise LinkGone(path)

    def _mark(self, path: str, until: str, since: str) -> str:
        text = f"{path}|{until}|{since}".encode()
        return hmac.new(self._key, text, hashlib.sha256).hexdigest()
