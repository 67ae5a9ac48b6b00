"""One REST call as the route handlers see it."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from playground.errors import ApiError, Json, Refusal
from playground.form import Form
from playground.uploads import Upload
from playground.world import World

Reply = Any
"""JSON to answer with; None answers 204."""


@dataclass(frozen=True, slots=True)
class Call:
    """A parsed request.

    Attributes:
        params: What the path names.
        body: The JSON; for multipart, its `payload_json`.
        files: Multipart field name and upload.
    """

    world: World
    params: dict[str, str]
    query: dict[str, str]
    body: Any
    files: tuple[tuple[str, Upload], ...] = ()

    def id(self, name: str) -> int:
        """A snowflake from the path.

        Raises:
            ApiError: It is not a number.
        """
        value = self.params[name]
        if not value.isdigit():
            form = Form()
            form.wrong((name,), "NUMBER_TYPE_COERCE", f'Value "{value}" is not snowflake.')
            form.check()
        return int(value)

    @property
    def form(self) -> Json:
        """The body as an object.

        Raises:
            ApiError: It is something else.
        """
        if not isinstance(self.body, dict):
            raise ApiError(Refusal.BAD_BODY)
        return self.body

    def flag(self, name: str) -> bool:
        """A boolean of the query string."""
        return self.query.get(name, "").lower() in ("1", "true")


@dataclass(frozen=True, slots=True)
class Route:
    """A method, a path template spelt as in Discord's OpenAPI description, and its handler."""

    method: str
    path: str
    handle: Callable[[Call], Reply]
    needs_token: bool = True

    def __str__(self) -> str:
        return f"{self.method} {self.path}"
