"""How many jobs may be open at once: queued or worked on, and not only offered."""

from __future__ import annotations

from dataclasses import dataclass

ELSEWHERE = "dm"
"""The place of accounts that are of no server."""


@dataclass(frozen=True, slots=True)
class Caps:
    """The most open jobs of one member, and of one server; None for any number."""

    member: int | None = None
    server: int | None = None


NO_CAPS = Caps()


def server_accounts(account: str) -> str | None:
    """Return what the accounts of the same server begin with, None for an account of none.

    Accounts are a kind, a place and a member, such as discord:123:456.
    """
    head, separator, _ = account.rpartition(":")
    _, _, place = head.rpartition(":")
    return f"{head}:" if separator and place != ELSEWHERE else None
