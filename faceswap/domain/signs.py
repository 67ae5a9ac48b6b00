"""Signs as Chinese and Japanese keyboards write them, which type those of a list by default."""

from __future__ import annotations

_PLAIN = str.maketrans("，、；＋＿＊－＝　", ",,;+_*-= ")


def plain_signs(text: str) -> str:
    """Return a text with its full-width signs as the plain ones that lists and flags have."""
    return text.translate(_PLAIN)
