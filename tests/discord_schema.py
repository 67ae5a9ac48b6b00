"""Holds REST exchanges against Discord's OpenAPI description.

The description is not part of this project. It is looked for in the file that
``VISAGE_DISCORD_OPENAPI`` names, else beside the repository in ``shared/discord``.
"""

import functools
import json
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator, ValidationError
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from playground.recorder import Exchange

_BESIDE = Path(__file__).parents[2] / "shared" / "discord" / "openapi.json"
SPEC_PATH = Path(os.environ.get("VISAGE_DISCORD_OPENAPI") or _BESIDE)
SKIP_REASON = f"Discord's OpenAPI description is not at {SPEC_PATH}"
_BASE = "urn:discord"
_DEEPEST = 12

MISSING_ROUTES = frozenset({"GET /applications/{application_id}/skus"})
"""Documented routes that the description leaves out."""


def available() -> bool:
    """Whether the description is there."""
    return SPEC_PATH.is_file()


def check_exchanges(exchanges: Iterable[Exchange]) -> list[str]:
    """Every way in which the exchanges differ from Discord's description.

    Injected replies are left out; their requests are checked like all others. A line starts
    with "request" or "reply".
    """
    return [line for exchange in exchanges for line in _check(exchange)]


def _check(exchange: Exchange) -> list[str]:
    name = f"{exchange.method} {exchange.route or exchange.path}"
    if name in MISSING_ROUTES:
        return []
    operation = _operation(exchange.method, exchange.route)
    if operation is None:
        return [f"request {name}: no such route in Discord's description"]
    lines = _violations(f"request {name}", _request_schema(operation), _integer_ids(exchange.body))
    if exchange.fault or exchange.status is None:
        return lines
    status, reply = exchange.status, _textual_error_codes(exchange.reply)
    return lines + _reply_lines(f"reply {status} {name}", operation, status, reply)


def _reply_lines(where: str, operation: dict[str, Any], status: int, reply: Any) -> list[str]:
    answer = _answer(operation, status)
    if answer is None:
        return [f"{where}: no such status in Discord's description"]
    schema = answer.get("content", {}).get("application/json", {}).get("schema")
    if schema is None and reply is not None:
        return [f"{where}: a body where Discord sends none"]
    return _violations(where, schema, reply)


def _violations(where: str, schema: Any, instance: Any) -> list[str]:
    if schema is None:
        return []
    found = _validator(json.dumps(schema)).iter_errors(instance)
    return [f"{where}: {_telling(error)}" for error in found]


def _telling(error: ValidationError, depth: int = 0) -> str:
    """The line of a failed union that says most: of the branch that was meant."""
    if error.context and depth < _DEEPEST:
        branches: dict[Any, list[ValidationError]] = {}
        for one in error.context:
            branches.setdefault(one.schema_path[0], []).append(one)
        meant = min(branches.values(), key=_misfit)
        return _telling(max(meant, key=lambda one: len(one.absolute_path)), depth + 1)
    path = "/".join(map(str, error.absolute_path)) or "body"
    message = error.message
    return f"{path}: {message if len(message) < 200 else f'{message[:60]} … {message[-60:]}'}"


def _misfit(branch: list[ValidationError]) -> tuple[bool, int]:
    """How unlikely it is that a branch was meant: its `type` differs, or it has many errors."""
    other = any((one.path and one.path[-1] == "type") or one.validator == "type" for one in branch)
    return other, len(branch)


# Where the description is known to be wrong


_NUMBERED = frozenset(
    {
        "attachments.id",
        "channel_id",
        "default_values.id",
        "guild_id",
        "message_id",
        "recipient_id",
        "roles",
        "users",
    }
)


def _integer_ids(value: Any, key: str = "") -> Any:
    """Requests may say a snowflake as a number; the description says string.

    discord.py does so for attachments, recipients, references, mentions and select defaults.
    """
    if isinstance(value, int) and not isinstance(value, bool) and key in _NUMBERED:
        return str(value)
    if isinstance(value, list):
        return [_integer_ids(one, key) for one in value]
    if isinstance(value, dict):
        return {
            name: _integer_ids(one, f"{key}.id" if name == "id" else name)
            for name, one in value.items()
        }
    return value


def _textual_error_codes(value: Any, key: str = "") -> Any:
    """Codes of field errors are words such as BASE_TYPE_REQUIRED; the description says integer."""
    if isinstance(value, list):
        return [_textual_error_codes(one, key) for one in value]
    if isinstance(value, dict):
        return {
            name: 0
            if (key, name) == ("_errors", "code") and isinstance(one, str)
            else _textual_error_codes(one, name)
            for name, one in value.items()
        }
    return value


KNOWN_GAPS: dict[str, Callable[[Any], Any]] = {
    "integer ids in requests": _integer_ids,
    "textual codes of field errors in replies": _textual_error_codes,
}
"""What the check forgives, and nothing else besides :data:`MISSING_ROUTES`."""


# The description


@functools.cache
def _spec() -> dict[str, Any]:
    # References inside the document are made absolute, so that any part of it can be validated.
    text = SPEC_PATH.read_text(encoding="utf-8")
    return json.loads(re.sub(r'"\$ref":\s*"#/', f'"$ref": "{_BASE}#/', text))


@functools.cache
def _registry() -> Registry[Any]:
    return Registry().with_resource(_BASE, DRAFT202012.create_resource(_spec()))


@functools.cache
def _validator(schema: str) -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema), registry=_registry())


def _operation(method: str, route: str | None) -> dict[str, Any] | None:
    return _spec()["paths"].get(route, {}).get(method.lower())


def _request_schema(operation: dict[str, Any]) -> Any:
    content = operation.get("requestBody", {}).get("content", {})
    return content.get("application/json", {}).get("schema")


def _answer(operation: dict[str, Any], status: int) -> dict[str, Any] | None:
    responses = operation["responses"]
    found = responses.get(str(status)) or responses.get(f"{status // 100}XX")
    if found and "$ref" in found:
        name = found["$ref"].rsplit("/", 1)[-1]
        return _spec()["components"]["responses"][name]
    return found
