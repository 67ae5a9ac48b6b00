"""What a swap backend is asked for each picture of a job, and what comes back is called."""

from __future__ import annotations

from faceswap.app.context import App
from faceswap.app.files import load_file
from faceswap.domain.job import Job, Making, StoredFile
from faceswap.domain.media import made_name
from faceswap.domain.wording import Wording
from faceswap.ports import Casting, Order, PlaceOrder, PortraitOrder, SwapOrder, SwapResult

NAMELESS = "portrait"
"""What a portrait is called that was made without a scene."""


def target_of(job: Job, place: int) -> StoredFile | None:
    """Return the picture that an order is about; a portrait has none.

    What is made of a picture may be made several times.
    """
    if job.request.making:
        return next(iter(job.request.targets), None)
    return job.request.targets[place]


async def order_of(app: App, job: Job, place: int, cast: tuple[Casting, ...]) -> Order:
    """Return one of a job's orders, with its files.

    Raises:
        JobGone: A file is no longer there, or does not open.
    """
    request = job.request
    if request.making is None:
        return SwapOrder(
            await load_file(app, request.targets[place]),
            cast,
            request.options,
            request.most_bytes,
            mark=request.house.mark,
            linked_bytes=app.rules.linked_bytes,
        )
    if target := target_of(job, place):
        return await _place(app, job, request.making, place, target)
    return PortraitOrder(
        request.making.wording or Wording(""),
        next(casting for casting in cast if casting),
        request.making.frame,
        request.making.seed_of(place),
        request.options,
        request.most_bytes,
        mark=request.house.mark,
    )


def result_name(job: Job, place: int, came: SwapResult) -> str:
    """Return what to call a result: after its target, or after what a portrait shows."""
    target = target_of(job, place)
    scene = came.made.scene if came.made else ""
    name = target.name if target else scene or NAMELESS
    what = job.request.verb.value if job.request.making else "swapped"
    return made_name(name, what, came.result.media_type)


async def _place(app: App, job: Job, making: Making, place: int, target: StoredFile) -> PlaceOrder:
    return PlaceOrder(
        await load_file(app, target),
        making.wording,
        await load_file(app, making.background) if making.background else None,
        making.seed_of(place),
        job.request.most_bytes,
        mark=job.request.house.mark,
    )
