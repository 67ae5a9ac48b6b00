"""A talk with one child about one file, in which whatever goes wrong refuses the file."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import asdict
from typing import NoReturn

import structlog

from faceswap.domain.errors import BackendLost, Canceled
from faceswap.domain.errors.pictures import PictureRefused
from faceswap.engine.media.sandbox import forms
from faceswap.engine.media.sandbox.parent import Child, ChildFailed, Obituary, ZygoteLost
from faceswap.engine.media.sandbox.wire import Message

log = structlog.get_logger()

# How often it is looked whether the child is waiting for us.
LOOK_EVERY = 0.25


def _never() -> bool:
    return False


class Talk:
    """What is said to a child about the file called `name`, and what it answers.

    `broken` is the refusal for a file whose child dies, is silent for `patience` seconds, or lies.
    """

    def __init__(
        self, child: Child, name: str, broken: type[PictureRefused], patience: float
    ) -> None:
        """Take a child that has its job."""
        self._child = child
        self._name = name
        self._broken = broken
        self._patience = patience
        self._is_canceled = False
        self.waited = 0.0
        """Seconds that were spent waiting for the child."""

    def hear(self, is_our_turn: Callable[[], bool] = _never) -> Message:
        """Return what the child says next; silence while it waits for us is no failure.

        Raises:
            PictureRefused: It refuses the file, or fails over it.
            Canceled: `cancel` was called.
            BackendLost: The sandbox was ended from outside.
        """
        silent = 0.0
        while True:
            if silent > self._patience:
                self.fail("it was silent for too long")
            if self._is_canceled:
                raise Canceled
            began = time.monotonic()
            said = self._receive(began + LOOK_EVERY)
            passed = time.monotonic() - began
            if said is not None:
                self.waited += passed
                return self._accepted(said)
            if is_our_turn():
                silent = 0.0
            else:
                silent += passed
                self.waited += passed

    def say(self, message: Message, *descriptors: int) -> None:
        """Tell the child something; one that is gone is heard of by `hear`."""
        try:
            self._child.say(message, descriptors)
        except BlockingIOError:
            # It does not read: it has told us of frames in slots that it was not given.
            self._child.kill()
        except OSError:
            return

    def fail(self, reason: str) -> NoReturn:
        """Refuse the file as broken, and leave the reason to the log."""
        self._child.close()
        log.warning("a file was too much for its decoder", reason=reason, **self._cost())
        raise self._broken(name=self._name)

    def cancel(self) -> None:
        """End the child now; whoever listens gets `Canceled`."""
        self._is_canceled = True
        self._child.kill()

    def close(self, *, wait: bool = True) -> None:
        """End the child, and when told to wait, return when it is gone."""
        is_first, self._is_canceled = not self._is_canceled, True
        self._child.close(wait=wait)
        if is_first and wait:
            log.debug("a decoder ended", **self._cost())

    @property
    def obituary(self) -> Obituary | None:
        """Return how the child ended and what it took, once that is known."""
        return self._child.obituary

    def _cost(self) -> dict[str, float]:
        ended = self._child.obituary
        return asdict(ended) if ended else {}

    def _receive(self, until: float) -> Message | None:
        try:
            return self._child.receive(until)
        except ChildFailed as failed:
            if self._is_canceled:
                raise Canceled from None
            self.fail(str(failed))
        except ZygoteLost:
            if self._is_canceled:
                raise Canceled from None
            raise BackendLost from None

    def _accepted(self, said: Message) -> Message:
        if "broke" in said:
            self.fail(f"{said['broke']!s:.60} {said.get('stack', '')!s:.4000}")
        if "refused" in said:
            refusal = forms.refusal_from_wire(said, self._name)
            if refusal is None:
                self.fail("it refused in words of its own")
            raise refusal
        return said
