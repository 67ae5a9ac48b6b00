"""Lets threads give way to others of the same process."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

PATIENCE = 5
"""How much what is wanted in the end gives way to what the rest waits for.

Beside a clip at work it must not stand still.
"""


def less_urgent(steps: int) -> None:
    """Let threads that are more urgent than this one go first from now on.

    On Linux, where priorities are a thread's own; elsewhere it would slow down the whole process.

    Args:
        steps: By how much, in steps of `nice`; a thread ten steps further gets a tenth of a core
            that both want.
    """
    if steps and sys.platform == "linux":
        # A container may forbid it; it is then as slow as elsewhere.
        with suppress(OSError):
            os.nice(steps)
