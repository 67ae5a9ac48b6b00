"""Where an error arose, for the log."""

from __future__ import annotations

import traceback


def trace(error: BaseException) -> dict[str, str]:
    """Return an error's type and stack as log fields.

    Its words are left out: libraries quote addresses, and with them tokens, in theirs.
    """
    return {
        "error": type(error).__qualname__,
        "stack": "".join(traceback.format_tb(error.__traceback__)),
    }
