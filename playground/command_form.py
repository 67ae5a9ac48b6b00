"""Reading one application command: names, limits, options, choices."""

import re
from typing import Any

from playground.errors import Json
from playground.form import Form, Path

SLASH, USER_MENU, MESSAGE_MENU = 1, 2, 3
SUBCOMMAND, GROUP = 1, 2
STRING, INTEGER, BOOLEAN, USER, CHANNEL, ROLE, MENTIONABLE, NUMBER, FILE = (
    3,
    4,
    5,
    6,
    7,
    8,
    9,
    10,
    11,
)

MOST_OPTIONS = 25
MOST_CHOICES = 25
MOST_CHARACTERS = 8000
_NAME = re.compile(r"[-_'\w]{1,32}")
_NESTING = {
    None: frozenset(range(SUBCOMMAND, FILE + 1)),
    GROUP: frozenset((SUBCOMMAND,)),
    SUBCOMMAND: frozenset(range(STRING, FILE + 1)),
}
_EXTRAS = ("autocomplete", "channel_types", "min_value", "max_value", "min_length", "max_length")


def read_command(raw: Any, path: Path, form: Form) -> Json:
    """Read one command of a sync request."""
    if not isinstance(raw, dict):
        form.wrong(path, "MODEL_TYPE_CONVERT", "Only dictionaries may be used here")
        return {"name": None, "type": 0}
    kind = raw.get("type") or SLASH
    form.choice(kind, (SLASH, USER_MENU, MESSAGE_MENU), (*path, "type"))
    permissions = raw.get("default_member_permissions")
    found: Json = {
        "type": kind,
        "name": _name(raw, path, form, is_slash=kind == SLASH),
        "description": "",
        "default_member_permissions": None if permissions is None else str(permissions),
        "dm_permission": raw.get("dm_permission") is not False,
        "contexts": raw.get("contexts"),
        "integration_types": raw.get("integration_types") or [0],
        "nsfw": bool(raw.get("nsfw")),
        "name_localizations": raw.get("name_localizations"),
        "description_localizations": raw.get("description_localizations"),
    }
    _choices_of(found, raw, path, form)
    if kind == SLASH:
        found["description"] = form.text(
            raw, "description", path, longest=100, shortest=1, required=True
        )
        found["options"] = _options(raw, path, form, parent=None)
        if _characters(found) > MOST_CHARACTERS:
            form.wrong(
                path,
                "APPLICATION_COMMAND_TOO_LARGE",
                f"Command exceeds maximum size ({MOST_CHARACTERS})",
            )
    elif raw.get("description") or raw.get("options"):
        form.wrong(
            (*path, "description"),
            "APPLICATION_COMMAND_INVALID_CONTEXT_MENU",
            "Context menu commands cannot have a description or options",
        )
    return found


def _choices_of(found: Json, raw: Json, path: Path, form: Form) -> None:
    for key, allowed in (("contexts", (0, 1, 2)), ("integration_types", (0, 1))):
        for index, value in enumerate(raw.get(key) or []):
            form.choice(value, allowed, (*path, key, index))
        if raw.get(key) == []:
            form.wrong((*path, key), "BASE_TYPE_MIN_LENGTH", "Must be 1 or more in length.")
        if found[key] is not None:
            found[key] = sorted(set(found[key]))


def _name(raw: Json, path: Path, form: Form, *, is_slash: bool) -> str | None:
    name = form.text(raw, "name", path, longest=32, shortest=1, required=True)
    if name is None or not is_slash:
        return name
    if not _NAME.fullmatch(name) or name != name.lower():
        form.wrong(
            (*path, "name"),
            "APPLICATION_COMMAND_INVALID_NAME",
            "Command name is invalid",
        )
    return name


def _options(raw: Json, path: Path, form: Form, *, parent: int | None) -> list[Json]:
    found = [
        _option(one, where, form, parent)
        for where, one in form.objects(raw, "options", path, longest=MOST_OPTIONS)
    ]
    names = [one["name"] for one in found]
    if len(names) != len(set(names)):
        form.wrong(
            (*path, "options"),
            "APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED",
            "Option names must be unique",
        )
    required = [bool(one.get("required")) for one in found if one["type"] >= STRING]
    if required != sorted(required, reverse=True):
        form.wrong(
            (*path, "options"),
            "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
            "Required options must be placed before non-required options",
        )
    if len({one["type"] >= STRING for one in found}) > 1:
        form.wrong(
            (*path, "options"),
            "APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
            "Sub-commands and options cannot be mixed",
        )
    return found


def _option(raw: Json, path: Path, form: Form, parent: int | None) -> Json:
    kind = raw.get("type") or 0
    form.choice(kind, _NESTING[parent], (*path, "type"))
    found: Json = {
        "type": kind,
        "name": _name(raw, path, form, is_slash=True),
        "description": form.text(raw, "description", path, longest=100, shortest=1, required=True),
    }
    for key in ("name_localizations", "description_localizations"):
        if raw.get(key):
            found[key] = raw[key]
    if kind in (SUBCOMMAND, GROUP):
        return {**found, "options": _options(raw, path, form, parent=kind)}
    found["required"] = bool(raw.get("required"))
    found |= {key: raw[key] for key in _EXTRAS if raw.get(key) is not None}
    choices = form.objects(raw, "choices", path, longest=MOST_CHOICES)
    if choices:
        found["choices"] = [_choice(one, where, form) for where, one in choices]
        if raw.get("autocomplete"):
            form.wrong(
                (*path, "autocomplete"),
                "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES",
                "Autocomplete cannot be used together with choices",
            )
    return found


def _choice(raw: Json, path: Path, form: Form) -> Json:
    found: Json = {
        "name": form.text(raw, "name", path, longest=100, shortest=1, required=True),
        "value": raw.get("value"),
    }
    if isinstance(found["value"], str) and len(found["value"]) > 100:
        form.wrong((*path, "value"), "BASE_TYPE_MAX_LENGTH", "Must be 100 or fewer in length.")
    if raw.get("name_localizations"):
        found["name_localizations"] = raw["name_localizations"]
    return found


def _characters(found: Json) -> int:
    own = len(found.get("name") or "") + len(found.get("description") or "")
    choices = sum(
        len(one["name"] or "") + len(str(one["value"])) for one in found.get("choices", [])
    )
    return own + choices + sum(_characters(one) for one in found.get("options", []))
