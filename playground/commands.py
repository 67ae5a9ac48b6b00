"""The application commands that the bot registered."""

import copy
from collections import deque

from playground.clock import Clock
from playground.command_form import MESSAGE_MENU, SLASH, USER_MENU, read_command
from playground.errors import ApiError, Json, Refusal
from playground.form import Form
from playground.snowflakes import Snowflakes

CREATES_PER_DAY = 200
MOST = {SLASH: 100, USER_MENU: 15, MESSAGE_MENU: 15}
_DAY = 24 * 3600


class CommandBook:
    """Global commands, and those of single guilds, by id."""

    def __init__(self, clock: Clock, ids: Snowflakes) -> None:
        self._clock = clock
        self._ids = ids
        self._books: dict[int | None, dict[int, Json]] = {None: {}}
        self._created: deque[float] = deque(maxlen=CREATES_PER_DAY)
        self.synced = False
        """Whether the bot has registered anything since the playground started."""

    def all(self, guild_id: int | None) -> list[Json]:
        """The commands of a guild, or the global ones, oldest first."""
        return list(self._books.get(guild_id, {}).values())

    def get(self, guild_id: int | None, command_id: int) -> Json:
        """One command.

        Raises:
            ApiError: There is none with this id.
        """
        try:
            return self._books[guild_id][command_id]
        except KeyError:
            raise ApiError(Refusal.UNKNOWN_COMMAND) from None

    def overwrite(self, guild_id: int | None, application_id: int, raw: list[Json]) -> list[Json]:
        """Replace all commands at once; those of the same name and type keep their id."""
        form = Form()
        read = [read_command(one, (index,), form) for index, one in enumerate(raw)]
        for kind, most in MOST.items():
            if sum(one["type"] == kind for one in read) > most:
                form.wrong(
                    (),
                    "APPLICATION_COMMANDS_MAX_SIZE",
                    f"Maximum number of application commands reached ({most}).",
                )
        _no_duplicates(read, form)
        form.check()
        made = [self._place(guild_id, application_id, one) for one in read]
        self._books[guild_id] = {int(one["id"]): one for one in made}
        self.synced = True
        return made

    def upsert(self, guild_id: int | None, application_id: int, raw: Json) -> Json:
        """Create a command, or replace the one of the same name and type."""
        form = Form()
        read = read_command(raw, (), form)
        form.check()
        made = self._place(guild_id, application_id, read)
        self._books.setdefault(guild_id, {})[int(made["id"])] = made
        self.synced = True
        return made

    def edit(self, guild_id: int | None, command_id: int, raw: Json) -> Json:
        """Change some fields of a command."""
        before = self.get(guild_id, command_id)
        form = Form()
        read = read_command({**copy.deepcopy(before), **raw, "type": before["type"]}, (), form)
        form.check()
        made = {**before, **read, "version": str(self._ids.next())}
        self._books[guild_id][command_id] = made
        return made

    def delete(self, guild_id: int | None, command_id: int) -> None:
        """Remove a command."""
        self.get(guild_id, command_id)
        del self._books[guild_id][command_id]

    def _place(self, guild_id: int | None, application_id: int, read: Json) -> Json:
        before = next(
            (
                one
                for one in self.all(guild_id)
                if (one["name"], one["type"]) == (read["name"], read["type"])
            ),
            None,
        )
        if before is None:
            self._count_create()
        command_id = str(self._ids.next()) if before is None else before["id"]
        unchanged = before is not None and all(before.get(key) == read[key] for key in read)
        version = before["version"] if before and unchanged else str(self._ids.next())
        made: Json = {
            **read,
            "id": command_id,
            "application_id": str(application_id),
            "version": version,
        }
        if guild_id is not None:
            made["guild_id"] = str(guild_id)
        return made

    def _count_create(self) -> None:
        now = self._clock.now()
        if len(self._created) == CREATES_PER_DAY and now - self._created[0] < _DAY:
            raise ApiError(Refusal.DAILY_COMMANDS)
        self._created.append(now)


def _no_duplicates(read: list[Json], form: Form) -> None:
    seen: set[tuple[str | None, int]] = set()
    for index, one in enumerate(read):
        key = (one["name"], one["type"])
        if key in seen:
            form.wrong(
                (index, "name"),
                "APPLICATION_COMMANDS_DUPLICATE_NAME",
                "Application command names must be unique",
            )
        seen.add(key)
