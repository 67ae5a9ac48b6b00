"""Policies as they are written into rows: what another version knows more or less of is let be."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any

from faceswap.domain.policy import OPEN, Policy, Rule


def encode_policy(policy: Policy) -> str:
    """Return a policy as text, without what is as it always was."""
    values = {each.name: getattr(policy, each.name) for each in fields(Policy)}
    changed = {name: value for name, value in values.items() if value != getattr(OPEN, name)}
    return json.dumps({name: _plain(value) for name, value in changed.items()}, sort_keys=True)


def decode_policy(text: str) -> Policy:
    """Return the policy of a text; a field that is missing or unreadable is as it always was."""
    row: dict[str, Any] = json.loads(text)
    known = {each.name for each in fields(Policy)}
    return replace(OPEN, **{name: _rule(name, row[name]) for name in row if name in known})


def _plain(value: Rule) -> Any:
    return sorted(value) if isinstance(value, frozenset) else value


def _rule(name: str, value: Any) -> Rule:
    usual: Rule = getattr(OPEN, name)
    if isinstance(usual, frozenset) and isinstance(value, list):
        return frozenset(str(each) for each in value)
    return value if type(value) is type(usual) else usual
