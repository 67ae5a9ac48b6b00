"""Turning what a person typed into the options of a command, as a client does."""

from dataclasses import dataclass, field
from typing import Any

from playground import payloads
from playground.command_form import (
    BOOLEAN,
    CHANNEL,
    FILE,
    INTEGER,
    MENTIONABLE,
    NUMBER,
    ROLE,
    STRING,
    USER,
)
from playground.errors import ApiError, Json, NotOffered
from playground.limits import upload_limit
from playground.model import Attachment, Channel, Given, Role, User
from playground.uploads import Upload, pack
from playground.world import World

MOST_TYPED = 6000
_SAFE_INTEGER = 2**53 - 1
_TYPES: dict[int, tuple[type, ...]] = {
    STRING: (str,),
    INTEGER: (int,),
    BOOLEAN: (bool,),
    NUMBER: (int, float),
    USER: (User,),
    CHANNEL: (Channel,),
    ROLE: (Role,),
    MENTIONABLE: (User, Role),
    FILE: (Upload,),
}


@dataclass(slots=True)
class Resolved:
    """The `resolved` part of an interaction, collected while values are read."""

    world: World
    channel: Channel
    user: User
    found: dict[str, Json] = field(default_factory=dict)
    uploads: dict[str, Attachment] = field(default_factory=dict)

    def add(self, value: User | Role | Channel) -> str:
        """Describe an entity; the answer is its id."""
        key = str(value.id)
        if isinstance(value, Role):
            self._put("roles", key, payloads.role(value))
        elif isinstance(value, Channel):
            may = self.world.permissions(self.user, value)
            described = {**payloads.channel(value), "permissions": str(int(may))}
            self._put("channels", key, described)
        else:
            self._put("users", key, payloads.user(value))
            guild = self.channel.guild
            if guild is not None and value.id in guild.members:
                may = self.world.permissions(value, self.channel)
                described = payloads.member(guild.members[value.id], may)
                described.pop("user")
                self._put("members", key, described)
        return key

    def upload(self, upload: Upload) -> Attachment:
        """Upload a file for an option or modal; it lives under `/ephemeral-attachments/`.

        Raises:
            NotOffered: It is over the limit of this person here.
        """
        limit = upload_limit(self.channel, self.user)
        folder = f"/ephemeral-attachments/{self.world.application.id}"
        try:
            parcel = pack(upload, self.world.ids, folder=folder, limit=limit, ephemeral=True)
        except ApiError:
            raise NotOffered(
                f"{upload.filename} has {len(upload.data)} bytes, over the limit of {limit}"
            ) from None
        attachment = parcel.deliver(self.world.cdn)
        self.uploads[str(attachment.id)] = attachment
        self._put("attachments", str(attachment.id), payloads.attachment(attachment))
        return attachment

    def _put(self, kind: str, key: str, value: Json) -> None:
        self.found.setdefault(kind, {})[key] = value


def read_values(
    options: list[Json], values: dict[str, Any], resolved: Resolved, *, focused: str | None
) -> tuple[list[Json], list[Given]]:
    """Check typed values against a command's options.

    Args:
        options: The options of the command or subcommand.
        values: What was typed, by option name.
        resolved: Collects entities and uploads.
        focused: While typing, the option whose choices are asked for; nothing is required then.

    Returns:
        The interaction's options, and what the client shows of them.

    Raises:
        NotOffered: A client would refuse.
    """
    unknown = values.keys() - {one["name"] for one in options}
    if unknown:
        raise NotOffered(f"no such option: {', '.join(sorted(unknown))}")
    wire: list[Json] = []
    shown: list[Given] = []
    for option in options:
        name = option["name"]
        if name not in values:
            if option.get("required") and focused is None:
                raise NotOffered(f"option {name!r} is required")
            continue
        if name == focused:
            wire.append(
                {"name": name, "type": option["type"], "value": values[name], "focused": True}
            )
            continue
        value, given = _read(option, values[name], resolved)
        wire.append({"name": name, "type": option["type"], "value": value})
        shown.append(given)
    return wire, shown


def _read(option: Json, value: Any, resolved: Resolved) -> tuple[Any, Given]:
    kind, name = option["type"], option["name"]
    wrong_bool = isinstance(value, bool) and kind != BOOLEAN
    if wrong_bool or not isinstance(value, _TYPES[kind]):
        raise NotOffered(f"option {name!r} does not take {value!r}")
    if isinstance(value, Upload):
        attachment = resolved.upload(value)
        return str(attachment.id), Given(name, attachment.filename, attachment)
    if isinstance(value, User | Role | Channel):
        return resolved.add(value), Given(name, f"@{value.name}")
    if "choices" in option:
        return _choice(option, value)
    _in_range(option, value)
    return value, Given(name, str(value))


def _choice(option: Json, value: Any) -> tuple[Any, Given]:
    for choice in option["choices"]:
        if value in (choice["value"], choice["name"]):
            return choice["value"], Given(option["name"], choice["name"])
    names = ", ".join(choice["name"] for choice in option["choices"])
    raise NotOffered(f"option {option['name']!r} offers {names}, not {value!r}")


def _in_range(option: Json, value: Any) -> None:
    if isinstance(value, bool):
        return
    measure, suffix = (len(value), "length") if isinstance(value, str) else (value, "value")
    lowest = option.get(f"min_{suffix}", 0 if suffix == "length" else -_SAFE_INTEGER)
    highest = option.get(f"max_{suffix}", MOST_TYPED if suffix == "length" else _SAFE_INTEGER)
    if not lowest <= measure <= highest:
        raise NotOffered(
            f"option {option['name']!r} takes a {suffix} from {lowest} to {highest}, not {measure}"
        )
