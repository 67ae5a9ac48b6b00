"""The bot's answers to an interaction: the callback, the original, the follow-ups."""

import time
from collections.abc import Sequence
from dataclasses import dataclass

from playground import payloads
from playground.errors import ApiError, Json, Refusal
from playground.form import Form, Path
from playground.interactions import answers_privately, overdue
from playground.limits import upload_limit
from playground.messages import Desk, Draft
from playground.modals import read_choices, read_modal
from playground.model import (
    NO_FLAGS,
    Acknowledgement,
    Callback,
    Flag,
    Interaction,
    InteractionKind,
    Message,
    MessageKind,
)
from playground.uploads import Upload
from playground.world import World

FOLLOWUPS_FOR_USER_INSTALL = 5
_MESSAGES = frozenset((Callback.MESSAGE, Callback.DEFERRED_MESSAGE))
_UPDATES = frozenset((Callback.UPDATE, Callback.DEFERRED_UPDATE))
_ALLOWED = {
    InteractionKind.COMMAND: _MESSAGES | {Callback.MODAL},
    InteractionKind.COMPONENT: _MESSAGES | _UPDATES | {Callback.MODAL},
    InteractionKind.AUTOCOMPLETE: frozenset((Callback.AUTOCOMPLETE,)),
    InteractionKind.MODAL_SUBMIT: _MESSAGES | _UPDATES,
}
Files = Sequence[tuple[str, Upload]]


@dataclass(frozen=True, slots=True)
class Answers:
    """Everything the bot can do with one interaction's token."""

    world: World
    interaction: Interaction

    def acknowledge(self, body: Json, files: Files) -> Json:
        """Carry out a callback and describe it.

        Raises:
            ApiError: Too late (404, 10062), a second time (400, 40060), or a bad body.
        """
        interaction = self.interaction
        if interaction.acknowledged is not None:
            raise ApiError(Refusal.ACKNOWLEDGED)
        if overdue(self.world, interaction):
            raise ApiError(Refusal.UNKNOWN_INTERACTION)
        kind = self._kind(body)
        data = body.get("data") or {}
        message: Message | None = None
        if kind is Callback.MODAL:
            interaction.modal = read_modal(data, ("data",))
        elif kind is Callback.AUTOCOMPLETE:
            interaction.choices = read_choices(data, ("data",))
        elif kind in _MESSAGES:
            message = self._respond(kind, data, files)
        else:
            message = self._update(kind, data, files)
        took = (time.monotonic() - interaction.dispatched) * 1000
        private = message is not None and message.ephemeral_to is not None
        interaction.acknowledged = Acknowledgement(kind, took, private)
        self.world.bell.ring()
        return self._reply(kind, message)

    def follow_up(self, body: Json, files: Files) -> Message:
        """Post a follow-up; the first one after a deferral fills the loading message.

        Raises:
            ApiError: A bad body, or the sixth follow-up of an app only its user installed.
        """
        interaction, first = self.interaction, self.interaction.original
        if first is not None and first.loading and first.id in first.channel.messages:
            return self.edit(first, body, files)
        if (
            interaction.user_install_only
            and len(interaction.followups) >= FOLLOWUPS_FOR_USER_INSTALL
        ):
            raise ApiError(Refusal.FOLLOWUPS)
        private = answers_privately(self.world, interaction, int(body.get("flags") or 0))
        desk = self._desk(private=private)
        draft = desk.write(body, files)
        message = self._message(draft.flags, private=private)
        message.kind = MessageKind.REPLY
        message.reply_to = interaction.original.id if interaction.original else None
        interaction.followups.append(message)
        desk.post(draft, message)
        self._touch(message)
        return message

    def edit(self, message: Message, body: Json, files: Files) -> Message:
        """Edit the original or a follow-up."""
        desk = self._desk(private=message.ephemeral_to is not None)
        desk.edit(desk.write(body, files, message), message)
        self._touch(message)
        return message

    def delete(self, message: Message) -> None:
        """Delete the original or a follow-up."""
        self.world.remove(message)

    def find(self, name: str) -> Message:
        """A message of this token, by id or as "@original".

        Raises:
            ApiError: 404, code 10008.
        """
        own = [self.interaction.original, *self.interaction.followups]
        for message in own:
            if message is None or message.id not in message.channel.messages:
                continue
            if name == str(message.id) or (name == "@original" and message is own[0]):
                return message
        raise ApiError(Refusal.UNKNOWN_MESSAGE)

    def _kind(self, body: Json) -> Callback:
        allowed = _ALLOWED[self.interaction.kind]
        if self.interaction.message is None:
            allowed = allowed - _UPDATES
        form = Form()
        form.choice(body.get("type"), allowed, ("type",))
        form.check()
        return Callback(body["type"])

    def _respond(self, kind: Callback, data: Json, files: Files) -> Message:
        flags = int(data.get("flags") or 0)
        private = answers_privately(self.world, self.interaction, flags)
        desk = self._desk(private=private, path=("data",))
        if kind is Callback.MESSAGE:
            draft = desk.write(data, files)
        else:
            if flags & ~Flag.EPHEMERAL:
                form = Form()
                form.wrong(
                    ("data", "flags"),
                    "BITFIELD_TYPE_INVALID",
                    "Only the EPHEMERAL flag can be set while deferring",
                )
                form.check()
            draft = Draft("", Flag.LOADING, [], [], [], [], [], mentions_everyone=False)
        message = self._message(draft.flags, private=private)
        self.interaction.original = message
        desk.post(draft, message)
        self._touch(message)
        return message

    def _update(self, kind: Callback, data: Json, files: Files) -> Message | None:
        message = self.interaction.message
        self.interaction.original = message
        if kind is Callback.UPDATE and message is not None:
            desk = self._desk(private=message.ephemeral_to is not None, path=("data",))
            desk.edit(desk.write(data, files, message), message)
            self._touch(message)
        return message

    def _desk(self, *, private: bool, path: Path = ()) -> Desk:
        interaction = self.interaction
        return Desk(
            self.world,
            interaction.channel,
            self.world.bot,
            limit=upload_limit(interaction.channel, interaction.user),
            ephemeral=private,
            path=path,
            cause=interaction,
        )

    def _message(self, flags: Flag, *, private: bool) -> Message:
        interaction = self.interaction
        message = Message(
            id=self.world.ids.next(),
            channel=interaction.channel,
            author=self.world.bot,
            sent=self.world.clock.now(),
            flags=flags | (Flag.EPHEMERAL if private else NO_FLAGS),
            interaction=interaction,
            ephemeral_to=interaction.user if private else None,
            application_id=self.world.application.id,
        )
        command = interaction.parent or interaction
        if interaction.message is not None:
            message.kind, message.reply_to = MessageKind.REPLY, interaction.message.id
        elif command.menu:
            message.kind = MessageKind.CONTEXT_MENU_COMMAND
        else:
            message.kind = MessageKind.CHAT_INPUT_COMMAND
        return message

    def _touch(self, message: Message) -> None:
        if message not in self.interaction.touched:
            self.interaction.touched.append(message)
        self.world.bell.ring()

    def _reply(self, kind: Callback, message: Message | None) -> Json:
        interaction = self.interaction
        described: Json = {"id": str(interaction.id), "type": int(interaction.kind)}
        if message is None:
            return {"interaction": described}
        described |= {
            "response_message_id": str(message.id),
            "response_message_loading": message.loading,
            "response_message_ephemeral": message.ephemeral_to is not None,
            "channel_id": str(interaction.channel.id),
        }
        if interaction.channel.guild is not None:
            described["guild_id"] = str(interaction.channel.guild.id)
        if kind not in (Callback.MESSAGE, Callback.UPDATE):
            return {"interaction": described}
        resource = {"type": int(kind), "message": payloads.message(message)}
        return {"interaction": described, "resource": resource}
