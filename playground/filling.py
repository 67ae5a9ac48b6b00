"""Filling in a modal or a select, with the checks a client makes."""

from collections.abc import Sequence
from typing import Any

from playground.components import ENTITY_SELECTS, ROW, STRING_SELECT, TEXT, TEXT_INPUT
from playground.errors import Json, NotOffered
from playground.modals import CHECKBOX, CHECKBOX_GROUP, FILE_UPLOAD, RADIO_GROUP
from playground.model import Channel, Given, Role, User
from playground.options import Resolved
from playground.uploads import Upload

_SELECTABLE: dict[int, tuple[type, ...]] = {5: (User,), 6: (Role,), 7: (User, Role), 8: (Channel,)}


def fill(modal: Json, values: dict[str, Any], resolved: Resolved) -> tuple[list[Json], list[Given]]:
    """The components of a modal submission, and what the client shows of them.

    Args:
        modal: The modal as the bot sent it.
        values: What was entered, by custom id or label.
        resolved: Collects entities and uploads.

    Raises:
        NotOffered: A field is unknown, missing, or does not take its value.
    """
    left = dict(values)
    found: list[Json] = []
    shown: list[Given] = []
    for component in modal["components"]:
        one: Json = {"type": component["type"], "id": component["id"]}
        if component["type"] == ROW:
            inner = component["components"][0]
            one["components"] = [_field(inner, inner["label"], left, resolved)]
            shown += _shown(inner, inner["label"], one["components"][0], resolved)
        elif component["type"] != TEXT:
            inner = component["component"]
            one["component"] = _field(inner, component["label"], left, resolved)
            shown += _shown(inner, component["label"], one["component"], resolved)
        found.append(one)
    if left:
        raise NotOffered(f"the modal has no field {', '.join(sorted(left))}")
    return found, shown


def _shown(inner: Json, label: str, filled: Json, resolved: Resolved) -> list[Given]:
    values = filled["values"] if "values" in filled else [filled["value"]]
    if inner["type"] == FILE_UPLOAD:
        files = [resolved.uploads[value] for value in values]
        return [Given(label, one.filename, one) for one in files]
    return [Given(label, ", ".join(labels(inner, values)))]


def labels(select: Json, values: list[Any]) -> list[str]:
    """The labels behind values; a value without an option stands for itself."""
    known = {option["value"]: option["label"] for option in select.get("options", [])}
    return [str(known.get(value, value)) for value in values if value not in (None, "")]


def select_values(select: Json, chosen: Sequence[Any], resolved: Resolved) -> list[str]:
    """The values of a select, radio group or checkbox group, given by value, label or entity.

    Raises:
        NotOffered: Something else than the options, too few or too many.
    """
    name = select["custom_id"]
    least, most = select.get("min_values", 1), select.get("max_values", 1)
    if not select.get("required", True):
        least = 0
    if not least <= len(chosen) <= most:
        raise NotOffered(f"{name!r} takes {least} to {most} values, not {len(chosen)}")
    if select["type"] in ENTITY_SELECTS:
        return [_entity(select, one, resolved) for one in chosen]
    return [_option(select, one) for one in chosen]


def _entity(select: Json, value: Any, resolved: Resolved) -> str:
    if not isinstance(value, _SELECTABLE[select["type"]]):
        raise NotOffered(f"{select['custom_id']!r} does not take {value!r}")
    types = select.get("channel_types")
    if types and isinstance(value, Channel) and int(value.kind) not in types:
        raise NotOffered(f"{select['custom_id']!r} has no {value.name}")
    return resolved.add(value)


def _option(select: Json, value: Any) -> str:
    for option in select["options"]:
        if value in (option["value"], option["label"]):
            return option["value"]
    offered = ", ".join(option["label"] for option in select["options"])
    raise NotOffered(f"{select['custom_id']!r} offers {offered}, not {value!r}")


def _field(inner: Json, label: str, left: dict[str, Any], resolved: Resolved) -> Json:
    key = inner["custom_id"] if inner["custom_id"] in left else label
    value = left.pop(key, None)
    found: Json = {key: inner[key] for key in ("type", "id", "custom_id")}
    kind = inner["type"]
    if kind == TEXT_INPUT:
        return {**found, "value": _text(inner, label, value)}
    if kind == CHECKBOX:
        return {**found, "value": inner["default"] if value is None else bool(value)}
    if kind == FILE_UPLOAD:
        return {**found, "values": _uploads(inner, label, _many(value), resolved)}
    chosen = _many(value)
    if value is None and kind in (STRING_SELECT, RADIO_GROUP, CHECKBOX_GROUP):
        chosen = [one["value"] for one in inner["options"] if one.get("default")]
    values = select_values(inner, chosen, resolved)
    if kind == RADIO_GROUP:
        return {**found, "value": values[0] if values else None}
    return {**found, "values": values}


def _text(inner: Json, label: str, value: Any) -> str:
    text = inner["value"] or "" if value is None else value
    if not isinstance(text, str):
        raise NotOffered(f"{label!r} takes text, not {value!r}")
    if not text and not inner["required"]:
        return text
    least = max(inner["min_length"], 1)
    if not least <= len(text) <= inner["max_length"]:
        raise NotOffered(
            f"{label!r} takes {least} to {inner['max_length']} characters, not {len(text)}"
        )
    return text


def _uploads(inner: Json, label: str, files: list[Any], resolved: Resolved) -> list[str]:
    least = inner["min_values"] if inner["required"] else 0
    if not least <= len(files) <= inner["max_values"]:
        raise NotOffered(
            f"{label!r} takes {least} to {inner['max_values']} files, not {len(files)}"
        )
    if not all(isinstance(one, Upload) for one in files):
        raise NotOffered(f"{label!r} takes files")
    return [str(resolved.upload(one).id) for one in files]


def _many(value: Any) -> list[Any]:
    if value is None:
        return []
    return list(value) if isinstance(value, list | tuple) else [value]
