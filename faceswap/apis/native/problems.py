"""What goes wrong while a request is answered, as an HTTP answer with a code, data and a sentence.

Codes of our error tree mean the same here as everywhere; those below are about the request itself.
"""

from __future__ import annotations

from collections.abc import Callable, Coroutine, Sequence
from typing import Any, cast

import structlog
from fastapi import Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from fastapi.routing import APIRoute
from pydantic import ValidationError
from starlette.requests import ClientDisconnect

from faceswap.apis.native.forms import BadForm, NotAForm
from faceswap.apis.native.wire import NOT_THERE, ErrorWords, error_words
from faceswap.domain.errors import (
    BackendBusy,
    BackendDown,
    BackendLost,
    FileTooLarge,
    Refusal,
    TookTooLong,
    Unexpected,
    VisageError,
)
from faceswap.domain.trace import trace

log = structlog.get_logger()

SOON = "2"
"""Seconds after which a busy or starting sidecar is worth another try."""
MOST_COMPLAINTS = 5


class Unauthorized(Exception):
    """The key is missing or wrong."""


class TooSlow(Exception):
    """The body did not arrive in time."""


class NotThere(Exception):
    """There is no such picture, or not yet."""


_STATUS: dict[type[BaseException], int] = {
    BackendBusy: 409,
    BackendLost: 404,
    BackendDown: 503,
    TookTooLong: 504,
    FileTooLarge: 413,
    Refusal: 422,
    VisageError: 500,
}
_REQUESTS: dict[type[BaseException], tuple[int, str, str]] = {
    Unauthorized: (401, "unauthorized", "The bearer key is missing or wrong."),
    TooSlow: (408, "too_slow", "The body did not arrive in time."),
    ClientDisconnect: (400, "cut_short", "The body ended early."),
    NotThere: (404, NOT_THERE, "There is no such picture."),
    NotAForm: (415, "not_a_form", ""),
    BadForm: (422, "malformed", ""),
}
_HEADERS = {
    401: {"WWW-Authenticate": "Bearer"},
    # A body that trickles in would be read to its end before the connection can be used again.
    408: {"Connection": "close"},
    409: {"Retry-After": SOON},
    503: {"Retry-After": SOON},
}


def problem(error: Exception) -> Response:
    """Return the answer that tells of an error; one that nobody foresaw is logged."""
    if isinstance(error, VisageError):
        return _answer(_STATUS[_nearest(error, _STATUS)], error_words(error))
    if isinstance(error, ValidationError | RequestValidationError):
        return _answer(422, ErrorWords(code="malformed", message=_complaints(error)))
    if isinstance(error, tuple(_REQUESTS)):
        status, code, message = _REQUESTS[_nearest(error, _REQUESTS)]
        return _answer(status, ErrorWords(code=code, message=message or str(error)))
    log.error("request failed", **trace(error))
    return _answer(500, error_words(Unexpected()))


class NativeRoute(APIRoute):
    """A route whose errors are answered in our words, whatever application it is part of."""

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Return the handler of the route's requests."""
        handle = super().get_route_handler()

        async def translated(request: Request) -> Response:
            try:
                return await handle(request)
            except Exception as error:  # noqa: BLE001 - the sidecar serves on, whatever happens
                return problem(error)

        return translated


def _nearest(error: BaseException, table: dict[type[BaseException], Any]) -> type[BaseException]:
    return next(kind for kind in type(error).__mro__ if kind in table)


def _answer(status: int, words: ErrorWords) -> Response:
    return JSONResponse(words.model_dump(mode="json"), status, headers=_HEADERS.get(status))


def _complaints(error: ValidationError | RequestValidationError) -> str:
    """Return what is wrong and where; never what was sent."""
    found = cast("Sequence[dict[str, Any]]", error.errors())
    told = [f"{'.'.join(map(str, each['loc']))}: {each['msg']}" for each in found[:MOST_COMPLAINTS]]
    return "; ".join(told)[:1000]
