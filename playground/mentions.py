"""Whom a message pings."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from playground.errors import Json
from playground.form import Form, Path
from playground.model import User

_USER = re.compile(r"<@!?(\d+)>")
_KINDS = ("everyone", "roles", "users")


@dataclass(frozen=True, slots=True)
class Allowed:
    """What `allowed_mentions` lets through."""

    everyone: bool = True
    users: bool = True
    user_ids: frozenset[int] = frozenset()

    def mentioned(self, text: str, known: Mapping[int, User]) -> list[User]:
        """The users that `text` pings."""
        ids = dict.fromkeys(int(found) for found in _USER.findall(text))
        return [known[one] for one in ids if one in known and (self.users or one in self.user_ids)]

    def everyone_in(self, text: str) -> bool:
        """Whether `text` pings everyone."""
        return self.everyone and ("@everyone" in text or "@here" in text)


def read_allowed(body: Json, path: Path, form: Form) -> Allowed:
    """Read `body["allowed_mentions"]`; without it everything pings."""
    raw = body.get("allowed_mentions")
    if not isinstance(raw, dict):
        return Allowed()
    where = (*path, "allowed_mentions")
    parse = form.items(raw, "parse", where, longest=3)
    for index, kind in enumerate(parse):
        form.choice(kind, _KINDS, (*where, "parse", index))
    ids = form.items(raw, "users", where, longest=100)
    if ids and "users" in parse:
        form.wrong(
            where,
            "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
            'parse:["users"] and users: [ids...] are mutually exclusive.',
        )
    return Allowed(
        everyone="everyone" in parse,
        users="users" in parse,
        user_ids=frozenset(int(one) for one in ids if str(one).isdigit()),
    )
