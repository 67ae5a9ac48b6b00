"""Portraits and places: what is made from words, as whole files."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from faceswap.domain.errors import NotAStill
from faceswap.domain.kinds import moving_kind
from faceswap.domain.mark import checked_mark
from faceswap.domain.media import PictureLimits
from faceswap.domain.wording import Made, Wording
from faceswap.engine.making import MadePlace, Makers, PortraitWanted
from faceswap.engine.media import stills
from faceswap.engine.media.marks import marked
from faceswap.engine.media.sandbox.client import Sandbox
from faceswap.engine.media.scaling import covering
from faceswap.engine.media.stills import Still
from faceswap.engine.watch import Watch
from faceswap.ports import PlaceOrder, PortraitOrder, SwapResult

UPLOADED = "upload"
"""Who made a place that was sent in."""


class MadeStudio:
    """Makes portraits and places. Calls block; several threads may call at once."""

    def __init__(self, sandbox: Sandbox, limits: PictureLimits, makers: Makers) -> None:
        self._sandbox = sandbox
        self._limits = limits
        self._makers = makers

    def portrait(self, order: PortraitOrder, watch: Watch) -> SwapResult:
        """Make a portrait.

        Raises:
            Refusal: The words or a template will not do, or the result does not fit.
            BackendFault: Its maker cannot just now.
            Canceled: The watch was told to.
        """
        mark = checked_mark(order.mark)
        wanted = PortraitWanted(order.wording, order.cast, order.frame, order.seed, order.options)
        portrait = self._makers.portraits.portrait(wanted, watch)
        watch.go_on()
        still = Still(pixels=portrait.pixels, kind="JPEG", is_lossless=False)
        return _result(still, mark, order.most_bytes, portrait.made)

    def place(self, order: PlaceOrder, watch: Watch) -> SwapResult:
        """Put the people of a picture somewhere else.

        Raises:
            Refusal: The picture, its people or the background will not do, or the result does not
                fit.
            BackendFault: The place's maker cannot just now.
            Canceled: The watch was told to.
        """
        mark = checked_mark(order.mark)
        if moving_kind(order.target.data):
            raise NotAStill(name=order.target.name)
        still = self._sandbox.still(order.target, self._limits)
        place_of = self._place_of(order, (still.width, still.height), watch)
        plain = stills.in_srgb(replace(still, pixels=still.shown, alpha=None))
        cutout = self._makers.cutter.cut_out(plain.pixels, order.target.name)
        watch.go_on()
        place = place_of()
        watch.go_on()
        made = plain.with_pixels(self._makers.cutter.put_before(cutout, place))
        result = _result(made, mark, order.most_bytes, place.made)
        return replace(result, before=stills.preview(plain.pixels))

    def _place_of(
        self, order: PlaceOrder, sides: tuple[int, int], watch: Watch
    ) -> Callable[[], MadePlace]:
        """Return what makes the place; a background that will not do is refused before that."""
        background = order.background
        if background is None:
            wording = order.wording or Wording("")
            return lambda: self._makers.places.place(wording, sides, order.seed, watch)
        if moving_kind(background.data):
            raise NotAStill(name=background.name)
        still = self._sandbox.still(background, self._limits)
        return lambda: _uploaded(still, sides, order.seed)


def _uploaded(still: Still, sides: tuple[int, int], seed: int) -> MadePlace:
    plain = stills.in_srgb(replace(still, pixels=still.shown, alpha=None))
    return MadePlace(covering(plain.pixels, *sides), Made(UPLOADED, seed))


def _result(still: Still, mark: str, most_bytes: int, made: Made) -> SwapResult:
    result, was_reduced = stills.encode(marked(still, mark) if mark else still, most_bytes)
    return SwapResult(
        result=result,
        before=None,
        numbered=None,
        faces=(),
        swapped=(),
        was_reduced=was_reduced,
        made=made,
    )
