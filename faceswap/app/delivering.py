"""Asking the notifier for what can be asked again."""

from __future__ import annotations

from collections.abc import Coroutine

import structlog

from faceswap.app.context import App
from faceswap.app.waiting import within
from faceswap.domain.trace import trace
from faceswap.ports import Delivery

log = structlog.get_logger()


async def try_once(app: App, seconds: float, work: Coroutine[object, object, Delivery]) -> Delivery:
    """Return what became of work that may take so long; whatever goes wrong, it is tried later."""
    try:
        return await within(app.clock, seconds, work)
    except Exception as error:  # noqa: BLE001 - whatever it was, it is still to be done
        log.error("notifier failed", **trace(error))
        return Delivery.TRY_LATER
