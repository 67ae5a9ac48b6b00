"""People at their Discord clients."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from playground import payloads
from playground.asked import DID_NOT_RESPOND, Asked
from playground.command_form import MESSAGE_MENU, SLASH, USER_MENU
from playground.components import ENTITY_SELECTS, SELECTS, walk
from playground.errors import ApiError, Json, NoAnswer, NotOffered
from playground.filling import fill, labels, select_values
from playground.interactions import Gesture, dispatch, owners_of
from playground.limits import upload_limit
from playground.messages import Desk, needed_permissions
from playground.model import Install, InteractionKind, Message, MessageKind, User
from playground.offers import descend, offers, pick
from playground.options import Resolved, read_values
from playground.places import Room
from playground.seen import Button, Seen, look
from playground.uploads import Upload
from playground.world import World


@dataclass(frozen=True, slots=True)
class Person:
    """A user at a client; what a client would not offer raises :class:`NotOffered`."""

    world: World
    user: User

    @property
    def id(self) -> int:
        """The user's id."""
        return self.user.id

    @property
    def name(self) -> str:
        """The display name."""
        return self.user.name

    @property
    def mention(self) -> str:
        """How a message mentions this person."""
        return f"<@{self.user.id}>"

    @property
    def dm(self) -> Room:
        """The DM with the bot under test."""
        return Room(self.world, self.world.dm(self.user))

    def sees(self, seen: Seen) -> bool:
        """Whether this client shows a message now."""
        return self.world.sees(self.user, seen.message)

    def offered(self, room: Room) -> list[str]:
        """Names of the commands this client shows in a room."""
        return [one.command["name"] for one in offers(self.world, self.user, room.channel)]

    async def slash(self, room: Room, command: str, /, **options: Any) -> Asked:
        """Use a slash command and wait until the bot acknowledged it, or did not.

        Args:
            room: Where.
            command: The name, with subcommands after spaces: "jobs list".
            options: Values by option name: str, int, float, bool, :class:`Upload`, a
                :class:`Person`, :class:`Room` or role.

        Raises:
            NotOffered: The client shows no such command there, or refuses a value.
        """
        gesture = self._command(InteractionKind.COMMAND, room, command, options, focused=None)
        return await self._do(gesture)

    async def autocomplete(
        self, room: Room, command: str, /, *, focused: str, **options: Any
    ) -> list[Json]:
        """The choices offered while typing in the option `focused`.

        Raises:
            NotOffered: The client would not ask for choices there.
            NoAnswer: The bot gave none in time.
        """
        values = {focused: "", **options}
        gesture = self._command(
            InteractionKind.AUTOCOMPLETE, room, command, values, focused=focused
        )
        asked = await self._do(gesture)
        if asked.failed:
            raise NoAnswer(f"{DID_NOT_RESPOND}\n{asked.story()}")
        return asked.choices

    async def menu(self, name: str, target: "Seen | Person", room: Room | None = None) -> Asked:
        """Use a context menu command on a message or on a person in `room`.

        Raises:
            NotOffered: The client shows no such entry there.
        """
        if isinstance(target, Seen):
            return await self._message_menu(name, target)
        if room is None:
            raise NotOffered("a person's menu opens in some room")
        offer = pick(self.world, self.user, room.channel, name, USER_MENU)
        resolved = Resolved(self.world, room.channel, self.user)
        data = {**_named(offer.command), "target_id": resolved.add(target.user)}
        gesture = Gesture(
            kind=InteractionKind.COMMAND,
            user=self.user,
            channel=room.channel,
            owners=owners_of(self.world, self.user, room.channel, set(offer.installs)),
            data={**data, "resolved": resolved.found},
            title=name,
            menu=True,
            target_user=target.user,
        )
        return await self._do(gesture)

    async def press(self, seen: Seen, button: str) -> Asked:
        """Press a button, named by its label, emoji or custom id.

        Raises:
            NotOffered: No such button, not visible, disabled, or it is only a link.
        """
        message = self._visible(seen)
        found = _button(look(self.world, message), button)
        data = {"custom_id": found.custom_id, "component_type": 2, "id": found.id}
        label = found.label or found.emoji or button
        return await self._component(message, data, label, verb="pressed")

    async def choose(self, seen: Seen, select: str, values: Sequence[Any]) -> Asked:
        """Choose in a select, named by its custom id or placeholder.

        Args:
            seen: The message.
            select: Custom id or placeholder.
            values: Values or labels; for entity selects, people, rooms or roles.

        Raises:
            NotOffered: No such select, not visible, disabled, or it has no such values.
        """
        message = self._visible(seen)
        found = _select(message, select)
        resolved = Resolved(self.world, message.channel, self.user)
        chosen = select_values(found, [_plain(value) for value in values], resolved)
        data: Json = {
            "custom_id": found["custom_id"],
            "component_type": found["type"],
            "id": found["id"],
            "values": chosen,
        }
        if found["type"] in ENTITY_SELECTS:
            data["resolved"] = resolved.found
        names = [one.name if hasattr(one, "name") else str(one) for one in values]
        title = ", ".join(labels(found, chosen) if "options" in found else names)
        return await self._component(message, data, title, verb="chose")

    async def submit(self, asked: Asked, values: dict[str, Any]) -> Asked:
        """Fill in and send the modal that `asked` opened.

        Args:
            asked: What opened the modal.
            values: By custom id or label: text, chosen values, uploads, or whether a box is
                ticked.

        Raises:
            NotOffered: No modal is open, or it does not take the values.
        """
        parent, modal = asked.interaction, asked.modal
        if modal is None or parent.user is not self.user:
            raise NotOffered(f"no modal is open for {self.name}")
        resolved = Resolved(self.world, parent.channel, self.user)
        entered = {key: _plain(value) for key, value in values.items()}
        components, given = fill(modal, entered, resolved)
        data: Json = {"custom_id": modal["custom_id"], "components": components}
        gesture = Gesture(
            kind=InteractionKind.MODAL_SUBMIT,
            user=self.user,
            channel=parent.channel,
            owners=parent.owners,
            data={**data, "resolved": resolved.found},
            title=modal["title"],
            verb="filled in",
            given=given,
            message=parent.message,
            parent=parent,
        )
        return await self._do(gesture)

    async def post(
        self,
        room: Room,
        text: str = "",
        *,
        files: Sequence[Upload] = (),
        embeds: Sequence[Json] = (),
        components: Sequence[Json] = (),
        flags: int = 0,
        reply_to: Seen | None = None,
    ) -> Seen:
        """Post a message. Embeds, components and flags are for other bots.

        Raises:
            NotOffered: Not allowed there, or Discord would refuse the message.
        """
        body: Json = {"content": text, "embeds": list(embeds), "components": list(components)}
        may = self.world.permissions(self.user, room.channel)
        if needed_permissions(body, files) & ~may:
            raise NotOffered(f"{self.name} may not post this in {room.name}")
        limit = upload_limit(room.channel, self.user)
        desk = Desk(self.world, room.channel, self.user, limit)
        named = [(f"files[{index}]", upload) for index, upload in enumerate(files)]
        try:
            draft = desk.write({**body, "flags": flags}, named)
        except ApiError as error:
            raise NotOffered(f"{error}: {error.errors}") from error
        message = Message(
            id=self.world.ids.next(),
            channel=room.channel,
            author=self.user,
            sent=self.world.clock.now(),
            kind=MessageKind.REPLY if reply_to else MessageKind.DEFAULT,
            reply_to=reply_to.id if reply_to else None,
        )
        return look(self.world, desk.post(draft, message))

    async def delete(self, seen: Seen) -> None:
        """Delete one's own message.

        Raises:
            NotOffered: It is someone else's.
        """
        if seen.message.author is not self.user:
            raise NotOffered(f"{self.name} did not write this message")
        self.world.remove(seen.message)

    async def _do(self, gesture: Gesture) -> Asked:
        return await Asked(self.world, dispatch(self.world, gesture)).settled()

    async def _message_menu(self, name: str, seen: Seen) -> Asked:
        message = self._visible(seen)
        if message.ephemeral_to is not None:
            raise NotOffered("a client offers no apps on an ephemeral message")
        offer = pick(self.world, self.user, message.channel, name, MESSAGE_MENU)
        target = {str(message.id): payloads.message(message)}
        data = {**_named(offer.command), "target_id": str(message.id)}
        gesture = Gesture(
            kind=InteractionKind.COMMAND,
            user=self.user,
            channel=message.channel,
            owners=owners_of(self.world, self.user, message.channel, set(offer.installs)),
            data={**data, "resolved": {"messages": target}},
            title=name,
            menu=True,
            target_message=message,
        )
        return await self._do(gesture)

    async def _component(self, message: Message, data: Json, title: str, *, verb: str) -> Asked:
        source = message.interaction
        owners = (
            owners_of(self.world, self.user, message.channel, {Install.GUILD})
            if source is None
            else source.owners
        )
        gesture = Gesture(
            kind=InteractionKind.COMPONENT,
            user=self.user,
            channel=message.channel,
            owners=owners,
            data=data,
            title=title,
            verb=verb,
            message=message,
        )
        return await self._do(gesture)

    def _command(
        self,
        kind: InteractionKind,
        room: Room,
        command: str,
        values: dict[str, Any],
        *,
        focused: str | None,
    ) -> Gesture:
        name, *path = command.split()
        offer = pick(self.world, self.user, room.channel, name, SLASH)
        chain = descend(offer, path)
        options = (chain[-1] if chain else offer.command).get("options", [])
        if focused is not None:
            _completable(options, focused)
        resolved = Resolved(self.world, room.channel, self.user)
        typed = {key: _plain(value) for key, value in values.items() if value is not None}
        wire, given = read_values(options, typed, resolved, focused=focused)
        for one in reversed(chain):
            wire = [{"name": one["name"], "type": one["type"], "options": wire}]
        data = {**_named(offer.command), "options": wire}
        return Gesture(
            kind=kind,
            user=self.user,
            channel=room.channel,
            owners=owners_of(self.world, self.user, room.channel, set(offer.installs)),
            data={**data, "resolved": resolved.found} if resolved.found else data,
            title=f"/{command}",
            given=given,
        )

    def _visible(self, seen: Seen) -> Message:
        if not self.sees(seen):
            raise NotOffered(f"{self.name} does not see this message: {seen}")
        return seen.message


def _named(command: Json) -> Json:
    found = {key: command[key] for key in ("id", "name", "type")}
    return {**found, "guild_id": command["guild_id"]} if "guild_id" in command else found


def _completable(options: list[Json], focused: str) -> None:
    for option in options:
        if option["name"] == focused and option.get("autocomplete"):
            return
    raise NotOffered(f"option {focused!r} has no autocompletion")


def _button(seen: Seen, name: str) -> Button:
    fitting = [one for one in seen.buttons if name in (one.custom_id, one.label, one.emoji)]
    if len(fitting) != 1:
        labels = ", ".join(one.label or one.emoji or "?" for one in seen.buttons) or "none"
        raise NotOffered(f"{len(fitting)} buttons are called {name!r}; there are: {labels}")
    found = fitting[0]
    if found.disabled or found.custom_id is None:
        why = "disabled" if found.disabled else "not the bot's to answer"
        raise NotOffered(f"the button {name!r} is {why}")
    return found


def _select(message: Message, name: str) -> Json:
    selects = [one for one in walk(message.components) if one["type"] in SELECTS]
    fitting = [one for one in selects if name in (one["custom_id"], one.get("placeholder"))]
    if len(fitting) != 1 or fitting[0].get("disabled"):
        names = ", ".join(one["custom_id"] for one in selects) or "none"
        raise NotOffered(f"no select called {name!r} to choose in; there are: {names}")
    return fitting[0]


def _plain(value: Any) -> Any:
    """The fact behind what a test names: a user for a person, a channel for a room."""
    if isinstance(value, Person):
        return value.user
    if isinstance(value, Room):
        return value.channel
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value
