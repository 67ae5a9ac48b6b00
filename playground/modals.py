"""Reading modals and autocomplete choices from a callback."""

from typing import Any

from playground.components import ENTITY_SELECTS, ROW, STRING_SELECT, TEXT, TEXT_INPUT, number, walk
from playground.errors import Json
from playground.form import Form, Path
from playground.selects import read_options, read_range

LABEL, FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX = 18, 19, 21, 22, 23
MOST_CHOICES = 25
_IN_LABEL = frozenset(
    (TEXT_INPUT, STRING_SELECT, *ENTITY_SELECTS, FILE_UPLOAD, RADIO_GROUP, CHECKBOX_GROUP, CHECKBOX)
)


def read_modal(data: Json, path: Path) -> Json:
    """Read a modal.

    Raises:
        ApiError: 400, code 50035.
    """
    form = Form()
    components = [
        _top_level(raw, where, form)
        for where, raw in form.objects(data, "components", path, longest=5, shortest=1)
    ]
    found: Json = {
        "custom_id": form.text(data, "custom_id", path, longest=100, shortest=1, required=True),
        "title": form.text(data, "title", path, longest=45, shortest=1, required=True),
        "components": components,
    }
    everything = list(walk(components))
    custom_ids = [one["custom_id"] for one in everything if one.get("custom_id")]
    if len(custom_ids) != len(set(custom_ids)):
        form.wrong(
            (*path, "components"),
            "COMPONENT_CUSTOM_ID_DUPLICATED",
            "Component custom id cannot be duplicated",
        )
    form.check()
    number(everything)
    return found


def read_choices(data: Json, path: Path) -> list[Json]:
    """Read autocomplete choices.

    Raises:
        ApiError: 400, code 50035.
    """
    form = Form()
    found: list[Json] = []
    for where, raw in form.objects(data, "choices", path, longest=MOST_CHOICES):
        name = form.text(raw, "name", where, longest=100, shortest=1, required=True)
        value: Any = raw.get("value")
        if isinstance(value, str):
            form.text(raw, "value", where, longest=100)
        found.append({"name": name, "value": value})
    form.check()
    return found


def _top_level(raw: Json, path: Path, form: Form) -> Json:
    kind = raw.get("type")
    form.choice(kind, (ROW, TEXT, LABEL), (*path, "type"))
    found: Json = {"type": kind, "id": raw.get("id") or 0}
    if kind == TEXT:
        found["content"] = form.text(raw, "content", path, longest=4000, shortest=1, required=True)
    elif kind == ROW:
        children = form.objects(raw, "components", path, longest=1, shortest=1)
        found["components"] = [
            _inner(one, where, form, frozenset((TEXT_INPUT,)), bare=True) for where, one in children
        ]
    elif kind == LABEL:
        found["label"] = form.text(raw, "label", path, longest=45, shortest=1, required=True)
        found["description"] = form.text(raw, "description", path, longest=100)
        inner = raw.get("component")
        where = (*path, "component")
        if isinstance(inner, dict):
            found["component"] = _inner(inner, where, form, _IN_LABEL, bare=False)
        else:
            form.wrong(where, "BASE_TYPE_REQUIRED", "This field is required")
    return found


def _inner(raw: Json, path: Path, form: Form, allowed: frozenset[int], *, bare: bool) -> Json:
    kind = raw.get("type")
    if not form.choice(kind, allowed, (*path, "type")):
        return {"type": 0}
    found: Json = {
        "type": kind,
        "id": raw.get("id") or 0,
        "custom_id": form.text(raw, "custom_id", path, longest=100, shortest=1, required=True),
        "required": raw.get("required") is not False and kind != CHECKBOX,
    }
    if kind == TEXT_INPUT:
        return found | _text_input(raw, path, form, bare=bare)
    if kind in (RADIO_GROUP, CHECKBOX_GROUP):
        least = 2 if kind == RADIO_GROUP else 1
        found["options"] = read_options(raw, path, form, most=10, least=least)
    elif kind == STRING_SELECT:
        found["options"] = read_options(raw, path, form)
    elif kind == CHECKBOX:
        return {**found, "default": bool(raw.get("default"))}
    if kind != RADIO_GROUP:
        most = 10 if kind in (FILE_UPLOAD, CHECKBOX_GROUP) else 25
        found |= read_range(raw, path, form, found.get("options"), most=most)
    return found | {key: raw[key] for key in ("placeholder", "file_types") if raw.get(key)}


def _text_input(raw: Json, path: Path, form: Form, *, bare: bool) -> Json:
    form.choice(raw.get("style"), (1, 2), (*path, "style"))
    return {
        "style": raw.get("style"),
        "label": form.text(raw, "label", path, longest=45, shortest=int(bare), required=bare),
        "placeholder": form.text(raw, "placeholder", path, longest=100),
        "value": form.text(raw, "value", path, longest=4000),
        "min_length": form.number(raw, "min_length", path, lowest=0, highest=4000, default=0),
        "max_length": form.number(raw, "max_length", path, lowest=1, highest=4000, default=4000),
    }
