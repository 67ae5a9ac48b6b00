"""Accounts by their names: `<realm>:<server or dm>:<member>`, such as `discord:42:7`."""

from __future__ import annotations

_REALM = "discord"
_NO_SERVER = "dm"
GONE = ":gone-"
"""Stands before the name of an account whose member has been erased."""


def account_in(guild: str, member: str) -> str:
    """Return the account that a member has in a server."""
    return f"{_REALM}:{guild}:{member}"


def guild_of(account: str) -> str | None:
    """Return the server that an account is in, None outside of servers."""
    parts = account.split(":")
    is_in_one = len(parts) == 3 and parts[0] == _REALM and parts[1] != _NO_SERVER
    return parts[1] if is_in_one else None


def member_of(account: str) -> str:
    """Return whose account it is."""
    return account.rpartition(":")[2]


def nobodys(account: str, name: str) -> str:
    """Return what an account is called when its member has been erased: in its place, by a name."""
    return f"{account.rpartition(':')[0]}{GONE}{name}"
