"""What exists in the playground: people, servers, channels, messages, interactions.

These are the mutable facts; :mod:`playground.payloads` turns them into Discord's JSON.
"""

from dataclasses import dataclass, field
from enum import IntEnum, IntFlag

from playground.errors import Json
from playground.permissions import Overwrite, Permission


class ChannelKind(IntEnum):
    """Discord's channel types that the playground has."""

    TEXT = 0
    DM = 1
    GROUP = 3
    CATEGORY = 4
    THREAD = 11


class Context(IntEnum):
    """Where an interaction happens, as Discord numbers it."""

    GUILD = 0
    BOT_DM = 1
    PRIVATE_CHANNEL = 2


class Install(IntEnum):
    """How an app came to a place."""

    GUILD = 0
    USER = 1


class Flag(IntFlag):
    """Message flags."""

    SUPPRESS_EMBEDS = 1 << 2
    EPHEMERAL = 1 << 6
    LOADING = 1 << 7
    SUPPRESS_NOTIFICATIONS = 1 << 12
    COMPONENTS_V2 = 1 << 15


NO_FLAGS = Flag(0)


class MessageKind(IntEnum):
    """Discord's message types that the playground has."""

    DEFAULT = 0
    REPLY = 19
    CHAT_INPUT_COMMAND = 20
    CONTEXT_MENU_COMMAND = 23


class InteractionKind(IntEnum):
    """Discord's interaction types."""

    COMMAND = 2
    COMPONENT = 3
    AUTOCOMPLETE = 4
    MODAL_SUBMIT = 5


class Callback(IntEnum):
    """Discord's answers to an interaction."""

    MESSAGE = 4
    DEFERRED_MESSAGE = 5
    DEFERRED_UPDATE = 6
    UPDATE = 7
    AUTOCOMPLETE = 8
    MODAL = 9


@dataclass(eq=False, slots=True)
class User:
    """An account, of a person or a bot."""

    id: int
    name: str
    bot: bool = False
    locale: str = "en-US"
    premium: int = 0
    """0 without, 1 classic, 2 Nitro, 3 Nitro Basic."""
    avatar: str | None = None
    accepts_dms: bool = True

    @property
    def username(self) -> str:
        """The unique lower-case name under the display name."""
        kept = "".join(c for c in self.name.lower().replace(" ", "_") if c.isalnum() or c in "_.")
        return kept[:32] or f"user{self.id}"


@dataclass(eq=False, slots=True)
class Role:
    """A role of a guild; the everyone role carries the guild's id."""

    id: int
    name: str
    permissions: Permission
    position: int = 0
    color: int = 0
    bot_id: int | None = None


@dataclass(eq=False, slots=True)
class Member:
    """A user inside a guild."""

    user: User
    joined: float
    role_ids: list[int] = field(default_factory=list)


@dataclass(eq=False, slots=True)
class Guild:
    """A server."""

    id: int
    name: str
    owner: User
    boost_tier: int = 0
    locale: str = "en-US"
    roles: dict[int, Role] = field(default_factory=dict)
    members: dict[int, Member] = field(default_factory=dict)
    channels: "dict[int, Channel]" = field(default_factory=dict)
    system_channel: "Channel | None" = None
    """Where the client writes who joined."""
    unavailable: bool = False
    """Out of order: there, and nothing is known of it."""


@dataclass(eq=False, slots=True)
class Channel:
    """A place with its messages in order of id."""

    id: int
    kind: ChannelKind
    name: str
    guild: Guild | None = None
    people: list[User] = field(default_factory=list)
    """Everyone in a DM or group DM."""
    overwrites: dict[int, Overwrite] = field(default_factory=dict)
    nsfw: bool = False
    position: int = 0
    parent: "Channel | None" = None
    """The category of a channel, the channel of a thread."""
    messages: "dict[int, Message]" = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that belongs to a message or to a command's option."""

    id: int
    filename: str
    path: str
    """Path on the CDN; links are signed only when they are handed out."""
    size: int
    content_type: str
    width: int | None = None
    height: int | None = None
    description: str | None = None
    spoiler: bool = False
    ephemeral: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """How a message once looked.

    Attributes:
        raw: The message as Discord's JSON, with unsigned links.
        cause: The interaction whose answer made it so, if one did.
    """

    raw: Json
    cause: "Interaction | None"


@dataclass(eq=False, slots=True)
class Message:
    """A message as it stands now."""

    id: int
    channel: Channel
    author: User
    sent: float
    kind: MessageKind = MessageKind.DEFAULT
    content: str = ""
    flags: Flag = NO_FLAGS
    attachments: list[Attachment] = field(default_factory=list)
    embeds: list[Json] = field(default_factory=list)
    components: list[Json] = field(default_factory=list)
    mentions: list[User] = field(default_factory=list)
    mentions_everyone: bool = False
    edited: float | None = None
    reply_to: int | None = None
    interaction: "Interaction | None" = None
    ephemeral_to: User | None = None
    application_id: int | None = None
    nonce: str | None = None
    revisions: list[Revision] = field(default_factory=list)
    """Its looks so far; those of one cause are kept as one, the newest."""

    @property
    def loading(self) -> bool:
        """Whether the client still shows "is thinking"."""
        return Flag.LOADING in self.flags


@dataclass(frozen=True, slots=True)
class Acknowledgement:
    """How an interaction was first answered."""

    kind: Callback
    milliseconds: float
    """Real time from dispatch to callback."""
    ephemeral: bool = False


@dataclass(frozen=True, slots=True)
class Given:
    """One option of a command as the client shows it."""

    name: str
    text: str
    attachment: Attachment | None = None


@dataclass(eq=False, slots=True)
class Interaction:
    """One use of a command, component or modal, from dispatch to its last message."""

    id: int
    token: str
    kind: InteractionKind
    user: User
    channel: Channel
    context: Context
    owners: dict[str, str]
    """`authorizing_integration_owners`: install type to guild or user id."""
    created: float
    dispatched: float
    """Monotonic seconds, to measure the acknowledgement."""
    verb: str
    """How a person would tell it: "used", "pressed", "chose", "filled in"."""
    title: str
    """What the client prints: "/jobs list", "INSwapper", a button's label."""
    given: list[Given] = field(default_factory=list)
    menu: bool = False
    target_user: User | None = None
    target_message: Message | None = None
    message: Message | None = None
    """The message of the component, also through a modal it opened."""
    parent: "Interaction | None" = None
    """For a modal submission, the interaction that opened the modal."""
    acknowledged: Acknowledgement | None = None
    original: Message | None = None
    followups: list[Message] = field(default_factory=list)
    touched: list[Message] = field(default_factory=list)
    """Messages made or edited through the token, in order of first touch."""
    modal: Json | None = None
    choices: list[Json] = field(default_factory=list)

    @property
    def user_install_only(self) -> bool:
        """Whether only the user, not the server, brought the app here."""
        return set(self.owners) == {str(int(Install.USER))}


@dataclass(eq=False, slots=True)
class Application:
    """The bot under test, as registered with the playground."""

    id: int
    bot: User
    owner: User
    token: str
    verify_key: str
    privileged_intents: int
    guild_installs: dict[int, Guild] = field(default_factory=dict)
    user_installs: dict[int, User] = field(default_factory=dict)
    entitlements: list[Json] = field(default_factory=list)
