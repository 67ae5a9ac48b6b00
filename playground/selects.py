"""Options and ranges that selects, radio groups and checkbox groups share."""

from playground.errors import Json
from playground.form import Form, Path

MOST_OPTIONS = 25
_ENTITIES = {5: ("user",), 6: ("role",), 7: ("role", "user"), 8: ("channel",)}
"""What each kind of select can begin with."""


def read_options(
    raw: Json, path: Path, form: Form, *, most: int = MOST_OPTIONS, least: int = 1
) -> list[Json]:
    """Read `raw["options"]`, whose values must differ."""
    found: list[Json] = []
    for where, option in form.objects(raw, "options", path, longest=most, shortest=least):
        one: Json = {
            "label": form.text(option, "label", where, longest=100, shortest=1, required=True),
            "value": form.text(option, "value", where, longest=100, shortest=1, required=True),
        }
        description = form.text(option, "description", where, longest=100)
        if description is not None:
            one["description"] = description
        if (symbol := emoji(option)) is not None:
            one["emoji"] = symbol
        if option.get("default") is not None:
            one["default"] = bool(option["default"])
        found.append(one)
    values = [one["value"] for one in found]
    for index, value in enumerate(values):
        if value in values[:index]:
            form.wrong(
                (*path, "options", index, "value"),
                "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED",
                "The specified option value is already used",
            )
    return found


def read_entities(raw: Json, path: Path, form: Form, most: int) -> Json:
    """Read what a select of people, roles or channels begins with, and which channels it has."""
    found: Json = {}
    kinds = _ENTITIES[raw["type"]]
    for where, one in form.objects(raw, "default_values", path, longest=most):
        form.choice(one.get("type"), kinds, (*where, "type"))
        default = {"id": str(one.get("id")), "type": one.get("type")}
        found.setdefault("default_values", []).append(default)
    if raw.get("channel_types"):
        found["channel_types"] = list(raw["channel_types"])
    return found


def emoji(raw: Json) -> Json | None:
    """The emoji of a button or option, without its empty fields."""
    found = {key: value for key, value in (raw.get("emoji") or {}).items() if value is not None}
    return found or None


def read_range(
    raw: Json, path: Path, form: Form, options: list[Json] | None, *, most: int = MOST_OPTIONS
) -> Json:
    """Read `min_values` and `max_values` and hold them against the options."""
    lowest = form.number(raw, "min_values", path, lowest=0, highest=most, default=1)
    highest = form.number(raw, "max_values", path, lowest=1, highest=most, default=1)
    if lowest > highest:
        form.wrong(
            (*path, "min_values"),
            "SELECT_COMPONENT_MIN_VALUES_GREATER",
            "min_values must not be greater than max_values",
        )
    if options is not None and (
        highest > max(len(options), 1) or sum(bool(o.get("default")) for o in options) > highest
    ):
        form.wrong(
            (*path, "max_values"),
            "SELECT_COMPONENT_MAX_VALUES_EXCEEDED",
            "max_values must fit the number of options and of defaults",
        )
    return {"min_values": lowest, "max_values": highest}
