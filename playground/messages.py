"""Making and editing messages from what a request says."""

from collections.abc import Sequence
from dataclasses import dataclass

from playground import payloads
from playground.components import ComponentReader, walk
from playground.embeds import read_embeds, unfurled
from playground.errors import ApiError, Json, Refusal
from playground.form import Form, Path
from playground.limits import FILES_PER_MESSAGE
from playground.media import Media
from playground.mentions import read_allowed
from playground.model import Attachment, Channel, Flag, Interaction, Message, Revision, User
from playground.permissions import Permission
from playground.uploads import Parcel, Upload, pack
from playground.world import World

MOST_CONTENT = 2000
_SETTABLE = Flag.SUPPRESS_EMBEDS | Flag.SUPPRESS_NOTIFICATIONS | Flag.COMPONENTS_V2
_EDITABLE = Flag.SUPPRESS_EMBEDS | Flag.COMPONENTS_V2
_LEGACY_FIELDS = ("content", "embeds")


@dataclass(frozen=True, slots=True)
class Draft:
    """What a checked request makes of a message; nothing has happened yet."""

    content: str
    flags: Flag
    parcels: list[Parcel]
    attachments: list[Attachment]
    embeds: list[Json]
    components: list[Json]
    mentions: list[User]
    mentions_everyone: bool


@dataclass(frozen=True, slots=True)
class Desk:
    """Where a message is written: the channel, the author and the limit for files.

    Attributes:
        ephemeral: Whether only one person sees the message.
        cause: The interaction that is being answered.
        path: Where the message stands in the request, for error paths.
    """

    world: World
    channel: Channel
    author: User
    limit: int
    ephemeral: bool = False
    path: Path = ()
    cause: Interaction | None = None

    def write(
        self, body: Json, files: Sequence[tuple[str, Upload]], before: Message | None = None
    ) -> Draft:
        """Check a request and say what it makes of the message.

        Args:
            body: The JSON; for edits, absent fields stay as they are.
            files: Multipart field name (`files[0]`) and upload.
            before: The message that is edited.

        Raises:
            ApiError: Discord would refuse the request.
        """
        form = Form()
        content = form.text(body, "content", self.path, longest=MOST_CONTENT)
        if before is not None and "content" not in body:
            content = before.content
        flags = _flags(body, before)
        parcels, kept, named = self._files(body, files, before, form)
        media = Media(self.world.cdn, self.world.ids, named, kept)
        embeds = self._embeds(body, form, media, before)
        components = self._components(body, form, media, before, flags)
        allowed = read_allowed(body, self.path, form)
        if Flag.COMPONENTS_V2 in flags:
            self._no_legacy(form, content=content, embeds=embeds)
        form.check()
        text = "\n".join([content or "", *(one.get("content", "") for one in walk(components))])
        draft = Draft(
            content=content or "",
            flags=flags,
            parcels=parcels,
            attachments=kept,
            embeds=embeds,
            components=components,
            mentions=allowed.mentioned(text, self.world.users),
            mentions_everyone=allowed.everyone_in(text) and self._may_ping_everyone(),
        )
        _not_empty(draft)
        return draft

    def apply(self, draft: Draft, message: Message) -> None:
        """Carry out a draft on a message."""
        for parcel in draft.parcels:
            parcel.deliver(self.world.cdn)
        for attachment in message.attachments:
            if attachment not in draft.attachments:
                self.world.cdn.drop(attachment.path)
        message.content = draft.content
        message.flags = draft.flags | (message.flags & Flag.EPHEMERAL)
        message.attachments = draft.attachments
        message.embeds = draft.embeds
        message.components = draft.components
        message.mentions = draft.mentions
        message.mentions_everyone = draft.mentions_everyone

    def post(self, draft: Draft, message: Message) -> Message:
        """Carry out a draft on a new message and show it in the channel."""
        self.apply(draft, message)
        self.channel.messages[message.id] = message
        self._remember(message)
        self.world.announce(message, "MESSAGE_CREATE")
        return message

    def edit(self, draft: Draft, message: Message) -> Message:
        """Carry out a draft on a message that is already there."""
        was_loading = message.loading
        self.apply(draft, message)
        if not was_loading:
            message.edited = self.world.clock.now()
        self._remember(message)
        self.world.announce(message, "MESSAGE_UPDATE")
        return message

    def _remember(self, message: Message) -> None:
        looks = message.revisions
        if looks and looks[-1].cause is self.cause:
            looks.pop()
        looks.append(Revision(payloads.message(message), self.cause))

    def _files(
        self,
        body: Json,
        files: Sequence[tuple[str, Upload]],
        before: Message | None,
        form: Form,
    ) -> tuple[list[Parcel], list[Attachment], dict[str, Attachment]]:
        """New parcels, every file of the message, and those `attachment://` may name."""
        listed = form.objects(body, "attachments", self.path, longest=FILES_PER_MESSAGE)
        said = {str(one.get("id")): one for _, one in listed}
        parcels = [self._pack(upload, said.get(_index(field), {})) for field, upload in files]
        old = list(before.attachments) if before else []
        kept = [one for one in old if str(one.id) in said] if "attachments" in body else old
        attachments = kept + [parcel.attachment for parcel in parcels]
        if len(attachments) > FILES_PER_MESSAGE:
            form.wrong(
                (*self.path, "attachments"),
                "BASE_TYPE_MAX_LENGTH",
                f"Must be {FILES_PER_MESSAGE} or fewer in length.",
            )
        # Discord lets `attachment://` name a kept file only when the request repeats its name.
        named = [
            one for one in kept if "attachments" not in body or said[str(one.id)].get("filename")
        ]
        named += [parcel.attachment for parcel in parcels]
        return parcels, attachments, {one.filename: one for one in reversed(named)}

    def _pack(self, upload: Upload, said: Json) -> Parcel:
        folder = "ephemeral-attachments" if self.ephemeral else "attachments"
        named = Upload(
            filename=said.get("filename") or upload.filename,
            data=upload.data,
            description=said.get("description") or upload.description,
            spoiler=bool(said.get("is_spoiler")) or upload.spoiler,
        )
        return pack(
            named,
            self.world.ids,
            folder=f"/{folder}/{self.channel.id}",
            limit=self.limit,
            ephemeral=self.ephemeral,
        )

    def _embeds(self, body: Json, form: Form, media: Media, before: Message | None) -> list[Json]:
        if before is not None and "embeds" not in body:
            return before.embeds
        made = read_embeds(body, self.path, form, media)
        return made or unfurled(str(body.get("content") or ""), self.world.cdn)

    def _components(
        self, body: Json, form: Form, media: Media, before: Message | None, flags: Flag
    ) -> list[Json]:
        if before is not None and "components" not in body:
            return before.components
        reader = ComponentReader(form, media)
        return reader.read(body, self.path, layout=Flag.COMPONENTS_V2 in flags)

    def _no_legacy(self, form: Form, **fields: object) -> None:
        for key in _LEGACY_FIELDS:
            if fields[key]:
                form.wrong(
                    (*self.path, key),
                    "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                    f"The '{key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2",
                )

    def _may_ping_everyone(self) -> bool:
        return Permission.MENTION_EVERYONE in self.world.permissions(self.author, self.channel)


def needed_permissions(body: Json, files: Sequence[object]) -> Permission:
    """What an account needs in a channel to send this."""
    needed = Permission.SEND_MESSAGES
    if files:
        needed |= Permission.ATTACH_FILES
    if body.get("embeds"):
        needed |= Permission.EMBED_LINKS
    return needed


def _flags(body: Json, before: Message | None) -> Flag:
    asked = Flag(int(body.get("flags") or 0))
    if before is None:
        return asked & _SETTABLE
    kept = before.flags & ~Flag.LOADING
    if "flags" not in body or body["flags"] is None:
        return kept
    # The components flag can be set by an edit but never taken away.
    return (kept & ~Flag.SUPPRESS_EMBEDS) | (asked & _EDITABLE)


def _index(field: str) -> str:
    return field.removeprefix("files[").removesuffix("]")


def _not_empty(draft: Draft) -> None:
    shown = draft.components if Flag.COMPONENTS_V2 in draft.flags else []
    if not (draft.content.strip() or draft.embeds or draft.attachments or shown):
        raise ApiError(Refusal.EMPTY_MESSAGE)
    if Flag.COMPONENTS_V2 in draft.flags and not shown:
        raise ApiError(Refusal.EMPTY_MESSAGE)
