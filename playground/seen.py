"""A message as one look at a client shows it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit

from playground import payloads
from playground.cdn import Cdn
from playground.components import (
    BUTTON,
    FILE,
    GALLERY,
    LINK_STYLE,
    PREMIUM_STYLE,
    SELECTS,
    TEXT,
    THUMBNAIL,
    walk,
)
from playground.errors import Json
from playground.model import Flag, Message, User
from playground.world import World


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture or a video in a message."""

    filename: str
    url: str
    content_type: str | None
    width: int | None
    height: int | None
    description: str | None
    spoiler: bool
    _cdn: Cdn = field(repr=False, compare=False)

    @property
    def is_video(self) -> bool:
        """Whether a client plays it."""
        return (self.content_type or "").startswith("video/")

    @property
    def data(self) -> bytes:
        """The bytes, fetched by the link the client was given.

        Raises:
            LinkGone: The link has expired or its file is gone.
        """
        return self._cdn.open(self.url).data


@dataclass(frozen=True, slots=True)
class Button:
    """A button in a message."""

    label: str
    custom_id: str | None
    url: str | None
    disabled: bool
    emoji: str | None
    id: int
    premium: bool


@dataclass(frozen=True, slots=True)
class Option:
    """One option of a select."""

    label: str
    value: str
    description: str | None
    default: bool


@dataclass(frozen=True, slots=True)
class Select:
    """A select in a message."""

    kind: int
    custom_id: str
    placeholder: str | None
    options: tuple[Option, ...]
    least: int
    most: int
    disabled: bool
    id: int
    chosen: tuple[str, ...] = ()
    """Ids of the people, roles or channels that are chosen from the start."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A snapshot of a message: later edits do not change it.

    Attributes:
        raw: The message as Discord's JSON, with freshly signed links.
        message: The message itself, which goes on living.
    """

    raw: Json = field(repr=False)
    message: Message = field(repr=False)
    _cdn: Cdn = field(repr=False)

    @property
    def id(self) -> int:
        """The message's id."""
        return self.message.id

    @property
    def author(self) -> User:
        """Who wrote it."""
        return self.message.author

    @property
    def content(self) -> str:
        """The plain text above embeds and components."""
        return self.raw["content"]

    @property
    def ephemeral(self) -> bool:
        """Whether only one person sees it."""
        return bool(self.raw["flags"] & Flag.EPHEMERAL)

    @property
    def loading(self) -> bool:
        """Whether the client shows "is thinking"."""
        return bool(self.raw["flags"] & Flag.LOADING)

    @property
    def components(self) -> list[Json]:
        """The components, as Discord's JSON."""
        return self.raw["components"]

    @property
    def attachments(self) -> list[Json]:
        """`message.attachments`: without files that components or embeds show."""
        return self.raw["attachments"]

    @property
    def embeds(self) -> list[Json]:
        """The embeds, as Discord's JSON."""
        return self.raw["embeds"]

    @property
    def text(self) -> str:
        """All text a reader sees, buttons and selects left out."""
        lines = [self.content, *(line for embed in self.embeds for line in _embed_lines(embed))]
        lines += [one["content"] for one in walk(self.components) if one["type"] == TEXT]
        return "\n".join(line for line in lines if line)

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """Every picture and every video, in the order it is shown."""
        return tuple(self._pictures())

    @property
    def files(self) -> tuple[Json, ...]:
        """Files shown as a download: other attachments and file components."""
        shown = [one["file"] for one in walk(self.components) if one["type"] == FILE]
        return (*(one for one in self.attachments if not _is_picture(one)), *shown)

    @property
    def buttons(self) -> tuple[Button, ...]:
        """Every button, in the order it is shown."""
        return tuple(
            Button(
                label=one.get("label") or "",
                custom_id=one.get("custom_id"),
                url=one.get("url") if one["style"] == LINK_STYLE else None,
                disabled=bool(one.get("disabled")),
                emoji=(one.get("emoji") or {}).get("name"),
                id=one["id"],
                premium=one["style"] == PREMIUM_STYLE,
            )
            for one in walk(self.components)
            if one["type"] == BUTTON
        )

    @property
    def selects(self) -> tuple[Select, ...]:
        """Every select, in the order it is shown."""
        return tuple(_select(one) for one in walk(self.components) if one["type"] in SELECTS)

    def __str__(self) -> str:
        marks = [name for name in ("ephemeral", "loading") if getattr(self, name)]
        parts = [f"{self.author.name}: {self.text!r}", *marks]
        parts += [f"{len(self.pictures)} pictures"] if self.pictures else []
        parts += [f"[{button.label}]" for button in self.buttons]
        return " ".join(parts)

    def _pictures(self) -> Iterator[Picture]:
        for one in filter(_is_picture, self.attachments):
            yield self._picture(one, one)
        for embed in self.embeds:
            # Of a GIF picker's GIF, the thumbnail is what the video looks like before it plays.
            parts = ("video",) if embed["type"] == "gifv" else ("image", "thumbnail")
            for media in (embed[part] for part in parts if part in embed):
                yield self._picture(media, media)
        for one in walk(self.components):
            items = [one] if one["type"] == THUMBNAIL else []
            for item in one["items"] if one["type"] == GALLERY else items:
                yield self._picture(item["media"], item)

    def _picture(self, media: Json, item: Json) -> Picture:
        # A client loads outside pictures through Discord's proxy only.
        own = "discordapp." in urlsplit(media["url"]).netloc
        url = media["url"] if own else media.get("proxy_url", media["url"])
        return Picture(
            filename=unquote(urlsplit(media["url"]).path.rsplit("/", 1)[-1]),
            url=url,
            content_type=media.get("content_type"),
            width=media.get("width"),
            height=media.get("height"),
            description=item.get("description"),
            spoiler=bool(item.get("spoiler")) or bool(item.get("flags", 0) & 1 << 3),
            _cdn=self._cdn,
        )


def look(world: World, message: Message) -> Seen:
    """Take a snapshot."""
    return Seen(world.cdn.signed(payloads.message(message)), message, world.cdn)


def _is_picture(attachment: Json) -> bool:
    return attachment["content_type"].startswith(("image/", "video/")) and "width" in attachment


def _embed_lines(embed: Json) -> Iterator[str]:
    yield embed.get("author", {}).get("name", "")
    yield embed.get("title", "")
    yield embed.get("description", "")
    for one in embed.get("fields", []):
        yield one["name"]
        yield one["value"]
    yield embed.get("footer", {}).get("text", "")


def _select(one: Json) -> Select:
    return Select(
        kind=one["type"],
        custom_id=one["custom_id"],
        placeholder=one.get("placeholder"),
        options=tuple(
            Option(
                label=option["label"],
                value=option["value"],
                description=option.get("description"),
                default=bool(option.get("default")),
            )
            for option in one.get("options", [])
        ),
        least=one["min_values"],
        most=one["max_values"],
        disabled=bool(one.get("disabled")),
        id=one["id"],
        chosen=tuple(default["id"] for default in one.get("default_values", [])),
    )
