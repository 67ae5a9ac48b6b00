"""The lines of a channel: messages, who used what, and what happened in between."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import zip_longest

from playground import payloads
from playground.asked import DID_NOT_RESPOND
from playground.components import GALLERY, walk
from playground.errors import Json
from playground.interactions import TOKEN_LIFETIME, overdue
from playground.model import (
    Channel,
    Flag,
    Given,
    Interaction,
    InteractionKind,
    Message,
    MessageKind,
    Revision,
    User,
)
from playground.page.html import Html, join, tag
from playground.page.icons import ARROW, EYE
from playground.page.parts import Parts
from playground.world import World

_COLORS = ("#5865f2", "#ed4245", "#3ba55c", "#eb459e", "#c27c0e", "#9b59b6", "#1f8b9e", "#e67e22")
_TOGETHER = 7 * 60.0
"""Seconds within which messages of one author stand together, as in Discord's client."""
_SNIPPET = 90


@dataclass(frozen=True, slots=True)
class _Look:
    """A message as it is to be drawn once."""

    message: Message
    raw: Json
    number: int
    """0 where the message was posted, then counted for each press that changed it."""


@dataclass(frozen=True, slots=True)
class Talk:
    """Draws one world's conversations."""

    world: World
    parts: Parts

    def lines(self, channel: Channel) -> list[Html]:
        """Everything in a channel, in order of time."""
        found: list[Html] = []
        before: _Look | None = None
        events = [event for _, event in sorted(self._events(channel), key=lambda pair: pair[0])]
        for event, following in zip_longest(events, events[1:]):
            if _is_passing(event, following):
                continue
            if isinstance(event, Interaction):
                found.append(self._gesture(event))
                before = None
            else:
                found.append(self._message(event, before))
                before = event
        return found

    def avatar(self, user: User, size: str = "") -> Html:
        """A coloured circle with initials."""
        initials = "".join(word[0] for word in user.name.split()[:2]).upper()
        # The bot comes second, after its owner, and so gets the first colour.
        color = _COLORS[(list(self.world.users).index(user.id) - 1) % len(_COLORS)]
        return tag(
            "span",
            initials,
            class_=f"avatar {size}".strip(),
            style=f"background: {color}",
            aria_hidden="true",
        )

    def _events(self, channel: Channel) -> Iterator[tuple[tuple[int, int], _Look | Interaction]]:
        for message in channel.messages.values():
            for number, look in enumerate(_looks(message)):
                moment = look.cause.id if number and look.cause else message.id
                yield (moment, 1), _Look(message, look.raw, number)
        for interaction in self.world.interactions.values():
            if interaction.channel is channel and self._is_told(interaction):
                yield (interaction.id, 0), interaction

    def _is_told(self, interaction: Interaction) -> bool:
        """Whether a line of its own tells about it, as no message carries its header."""
        if interaction.kind is InteractionKind.AUTOCOMPLETE:
            return False
        return interaction.kind is InteractionKind.COMPONENT or _carrier(interaction) is None

    def _message(self, look: _Look, before: _Look | None) -> Html:
        message, raw = look.message, look.raw
        head = None if look.number else self._head(message)
        together = head is None and _stands_with(look, before)
        classes = ["message"]
        classes += ["together"] if together else []
        classes += ["private"] if message.ephemeral_to else []
        side = _time(message.sent, "%H:%M") if together else self.avatar(message.author)
        body = join(
            None if together else self._byline(message, raw),
            self._loading(message) if raw["flags"] & Flag.LOADING else None,
            self.parts.text(raw["content"]),
            self.parts.attachments(raw["attachments"]),
            *(self.parts.embed(embed) for embed in raw["embeds"]),
            self.parts.components(raw["components"]),
            self._private(message),
        )
        return tag(
            "li",
            head,
            tag("div", side, class_="side"),
            tag("div", body, class_="body"),
            class_=" ".join(classes),
            id=f"m{message.id}-{look.number}" if look.number else f"m{message.id}",
        )

    def _byline(self, message: Message, raw: Json) -> Html:
        author = message.author
        badge = (
            tag("span", "APP", class_="badge", title="An app, not a person") if author.bot else None
        )
        edited = tag("small", "(edited)") if raw["edited_timestamp"] else None
        stamp = _time(message.sent, "%d %b %Y %H:%M")
        return tag("h3", tag("span", author.name, class_="name"), badge, stamp, edited)

    def _head(self, message: Message) -> Html | None:
        """The small line above a message: what it answers."""
        source = message.interaction
        if (
            source is not None
            and source.kind is not InteractionKind.COMPONENT
            and message is _carrier(source)
        ):
            return tag("p", *self._deed(source), class_="head")
        if message.kind is not MessageKind.REPLY or message.reply_to is None:
            return None
        earlier = message.channel.messages.get(message.reply_to)
        if earlier is None:
            return tag("p", "Original message was deleted", class_="head")
        snippet = earlier.content or "Click to see the message"
        return tag(
            "p",
            self.avatar(earlier.author, "tiny"),
            tag("b", earlier.author.name),
            tag("a", snippet[:_SNIPPET], href=f"#m{earlier.id}"),
            class_="head",
        )

    def _gesture(self, interaction: Interaction) -> Html:
        line = self._deed(interaction)
        target = interaction.message
        if target is not None:
            there = target.id in target.channel.messages
            note = "on this message" if there else "and the message went away"
            line.append(
                tag("a" if there else "span", note, href=f"#m{target.id}" if there else None)
            )
        if interaction.modal is not None:
            line.append(tag("span", f"and was asked: {interaction.modal['title']}"))
        if overdue(self.world, interaction):
            line.append(tag("span", DID_NOT_RESPOND, class_="failed"))
        return tag("li", ARROW, tag("p", *line, class_="head"), class_="gesture")

    def _deed(self, interaction: Interaction) -> list[Html]:
        """Who did what, with the options given."""
        line = [
            self.avatar(interaction.user, "tiny"),
            tag("b", interaction.user.name),
            tag("span", interaction.verb),
            tag("span", interaction.title, class_="command"),
            *(self._given(one) for one in interaction.given if one.text),
        ]
        if interaction.target_user is not None:
            line.append(tag("span", f"on {interaction.target_user.name}"))
        if interaction.target_message is not None:
            target = interaction.target_message
            line.append(tag("a", f"on {target.author.name}'s message", href=f"#m{target.id}"))
        return line

    def _given(self, given: Given) -> Html:
        shown: str = given.text
        attachment = given.attachment
        if attachment is not None and attachment.width is not None:
            link = self.parts.album.keep(payloads.attachment(attachment))
            alt = f"{given.name}: {given.text}"
            small = tag("img", src=link, alt=alt, loading="lazy")
            if attachment.content_type.startswith("video/"):
                small = tag("video", src=link, aria_label=alt, muted=True, preload="metadata")
            shown = join(given.text, tag("a", small, href=link, class_="upload"))
        return tag("span", tag("i", given.name), shown, class_="given")

    def _loading(self, message: Message) -> Html:
        source = message.interaction
        if source is not None and self.world.clock.now() > source.created + TOKEN_LIFETIME:
            return tag("p", DID_NOT_RESPOND, class_="failed")
        dots = tag("span", "•••", class_="dots", aria_hidden="true")
        return tag("p", dots, f"{self.world.bot.name} is thinking…", class_="loading")

    def _private(self, message: Message) -> Html | None:
        if message.ephemeral_to is None:
            return None
        return tag("p", EYE, f"Only {message.ephemeral_to.name} can see this", class_="only")


def _looks(message: Message) -> list[Revision]:
    """The message as it was posted and after each press that changed it."""
    found = message.revisions[:1]
    for one in message.revisions[1:]:
        pressed = one.cause is not None and one.cause.message is message
        if pressed and one.cause is not found[-1].cause:
            found.append(one)
        else:
            found[-1] = Revision(one.raw, found[-1].cause)
    return found


def _is_passing(event: _Look | Interaction, following: _Look | Interaction | None) -> bool:
    """Whether the next press changes a changed message once more, so that it is drawn after it.

    One that showed what is gone afterwards is drawn, all the same.
    """
    if not isinstance(event, _Look) or not event.number or not isinstance(following, Interaction):
        return False
    after = [one.raw for one in event.message.revisions if one.cause is following]
    return bool(after) and _shown(event.raw) <= _shown(after[-1])


def _shown(raw: Json) -> set[str]:
    """The addresses of the pictures in a message's galleries."""
    galleries = (one for one in walk(raw["components"]) if one["type"] == GALLERY)
    return {item["media"]["url"] for one in galleries for item in one["items"]}


def _carrier(interaction: Interaction) -> Message | None:
    """The message above which the client prints who used what."""
    if interaction.original is interaction.message and interaction.message is not None:
        return None
    answers = [interaction.original, *interaction.followups]
    return next((one for one in answers if one and one.id in one.channel.messages), None)


def _stands_with(look: _Look, before: _Look | None) -> bool:
    if before is None or look.number or before.number:
        return False
    message, earlier = look.message, before.message
    return (
        earlier.author is message.author
        and earlier.ephemeral_to is message.ephemeral_to
        and message.sent - earlier.sent < _TOGETHER
    )


def _time(seconds: float, shape: str) -> Html:
    moment = datetime.fromtimestamp(seconds, UTC)
    return tag("time", moment.strftime(shape), datetime=moment.isoformat(timespec="seconds"))
