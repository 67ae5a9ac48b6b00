"""What a swap is asked for with: ids, options, price and time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from faceswap.app.context import App, Rules
from faceswap.domain.clip import ClipFacts
from faceswap.domain.identity import Shelf
from faceswap.domain.idlist import shelved
from faceswap.domain.job import SwapRequest, Verb
from faceswap.domain.prompt import one_of
from faceswap.domain.typed import parse_typed

TIMES_AS_LONG = 10
"""How much longer than a clip lasts its swap may take, beside what every job may."""
LEAST_FPS = 3
"""How many frames a second are to be swapped: animations may have many in little time."""


def price_of(rules: Rules, request: SwapRequest) -> int:
    """Return what a swap may come to."""
    faces, face_price = request.faces_wanted, request.face_price
    if request.making:
        return request.making.count * face_price
    return sum(rules.prices.of(target.clip, faces, face_price) for target in request.targets)


def needs_consent(rules: Rules, request: SwapRequest) -> bool:
    """Tell whether a swap is offered first: one with clips that costs much."""
    return bool(request.clips) and price_of(rules, request) > rules.confirm_above


def time_for(rules: Rules, request: SwapRequest) -> timedelta:
    """Return how long a swap may take, waiting included."""
    if request.making:
        return rules.deadline * request.making.count
    if not request.clips:
        return rules.deadline
    seconds = sum(_seconds_for(target.clip) for target in request.clips if target.clip)
    return rules.clip_deadline + timedelta(seconds=seconds)


def _seconds_for(clip: ClipFacts) -> float:
    return max(clip.seconds * TIMES_AS_LONG, clip.frames / LEAST_FPS)


async def changed(app: App, request: SwapRequest, owner: str, ids_text: str | None) -> SwapRequest:
    """Return a request with the ids and flags that are asked for this time.

    Raises:
        IdRefused: The ids cannot be read, or are not there (any more).
        OptionRefused: A flag cannot be had.
    """
    return _with_ids(request, await app.identities.shelf(owner), ids_text or "")


def _with_ids(request: SwapRequest, shelf: Shelf, ids_text: str) -> SwapRequest:
    was_one_shot = request.source is not None
    typed = parse_typed(ids_text, has_source=was_one_shot)
    ids = typed.ids or request.ids
    if ids:
        ids = shelved(ids, shelf)
    if typed.ids and request.making:
        one_of(typed.ids)
    new = replace(request, ids=ids, options=request.options | typed.options)
    if was_one_shot and ids and not ids.has_source:
        return replace(new, source=None, verb=Verb.SWAPID)
    return new
