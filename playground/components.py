"""Reading the components of a message: shape, limits, media, ids."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from playground.errors import Json
from playground.form import Form, Path
from playground.media import Media
from playground.selects import emoji, read_entities, read_options, read_range

ROW, BUTTON, STRING_SELECT, TEXT_INPUT = 1, 2, 3, 4
ENTITY_SELECTS = (5, 6, 7, 8)
SELECTS = (STRING_SELECT, *ENTITY_SELECTS)
SECTION, TEXT, THUMBNAIL, GALLERY, FILE, SEPARATOR, CONTAINER = 9, 10, 11, 12, 13, 14, 17

MOST_COMPONENTS = 40
MOST_TEXT = 4000
MOST_ROWS = 5
MOST_IN_ROW = 5
LINK_STYLE, PREMIUM_STYLE = 5, 6
_LINK_SCHEMES = ("http", "https", "discord")

_IN_ROW = frozenset((BUTTON, *SELECTS))
_IN_CONTAINER = frozenset((ROW, SECTION, TEXT, GALLERY, FILE, SEPARATOR))
_LEGACY = frozenset((ROW,))
_LAYOUT = _IN_CONTAINER | {CONTAINER}


def walk(components: list[Json]) -> Iterator[Json]:
    """Every component, outermost first, in the order they are shown."""
    for component in components:
        yield component
        yield from walk(component.get("components", []))
        for key in ("accessory", "component"):
            if key in component:
                yield from walk([component[key]])


class ComponentReader:
    """Turns the components of a request into those of the message."""

    def __init__(self, form: Form, media: Media) -> None:
        self._form = form
        self._media = media
        self._readers: dict[int, Callable[[Json, Path], Json]] = {
            ROW: self._row,
            BUTTON: self._button,
            STRING_SELECT: self._select,
            SECTION: self._section,
            TEXT: self._text,
            THUMBNAIL: self._thumbnail,
            GALLERY: self._gallery,
            FILE: self._file,
            SEPARATOR: self._separator,
            CONTAINER: self._container,
            **dict.fromkeys(ENTITY_SELECTS, self._select),
        }

    def read(self, body: Json, path: Path, *, layout: bool) -> list[Json]:
        """Read `body["components"]`.

        Args:
            body: The request.
            path: Where `body` stands in the request.
            layout: Whether the message has the components flag.
        """
        most = MOST_COMPONENTS if layout else MOST_ROWS
        found = self._children(body, path, _LAYOUT if layout else _LEGACY, most=most, least=0)
        everything = list(walk(found))
        where = (*path, "components")
        if len(everything) > MOST_COMPONENTS and layout:
            self._form.wrong(
                where,
                "COMPONENT_MAX_TOTAL_COMPONENTS_EXCEEDED",
                f"The total number of components cannot exceed {MOST_COMPONENTS}",
            )
        if sum(len(one.get("content", "")) for one in everything) > MOST_TEXT:
            self._form.wrong(
                where,
                "COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED",
                f"The total displayable text size cannot exceed {MOST_TEXT}",
            )
        self._unique(everything, where)
        number(everything)
        return found

    def _unique(self, everything: list[Json], where: Path) -> None:
        for key, code, text in (
            (
                "custom_id",
                "COMPONENT_CUSTOM_ID_DUPLICATED",
                "Component custom id cannot be duplicated",
            ),
            ("id", "COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated"),
        ):
            seen = [one[key] for one in everything if one.get(key)]
            if len(seen) != len(set(seen)):
                self._form.wrong(where, code, text)

    def _children(
        self, body: Json, path: Path, allowed: frozenset[int], *, most: int, least: int
    ) -> list[Json]:
        children = self._form.objects(body, "components", path, longest=most, shortest=least)
        return [self._one(child, where, allowed) for where, child in children]

    def _one(self, raw: Json, path: Path, allowed: frozenset[int]) -> Json:
        kind = raw.get("type")
        if kind not in allowed:
            text = ", ".join(map(str, sorted(allowed)))
            self._form.wrong(
                (*path, "type"),
                "UNION_TYPE_CHOICES",
                f'Value of field "type" must be one of ({text},).',
            )
            return {"type": 0}
        given = self._form.number(raw, "id", path, lowest=0, highest=2**31 - 1, default=0)
        return {"type": kind, "id": given, **self._readers[kind](raw, path)}

    def _row(self, raw: Json, path: Path) -> Json:
        children = self._children(raw, path, _IN_ROW, most=MOST_IN_ROW, least=1)
        if len(children) > 1 and any(child["type"] in SELECTS for child in children):
            self._form.wrong(
                (*path, "components"),
                "COMPONENT_LAYOUT_WIDTH_EXCEEDED",
                "The specified component exceeds the maximum width",
            )
        return {"components": children}

    def _button(self, raw: Json, path: Path) -> Json:
        form = self._form
        style = raw.get("style")
        form.choice(style, range(1, 7), (*path, "style"))
        label = form.text(raw, "label", path, longest=80)
        custom_id = form.text(raw, "custom_id", path, longest=100, shortest=1)
        url = form.text(raw, "url", path, longest=512)
        if url and urlsplit(url).scheme not in _LINK_SCHEMES:
            form.wrong(
                (*path, "url"),
                "URL_TYPE_INVALID_SCHEME",
                f"Scheme must be one of {_LINK_SCHEMES}.",
            )
        needed = {LINK_STYLE: "url", PREMIUM_STYLE: "sku_id"}.get(style or 0, "custom_id")
        if not raw.get(needed):
            form.wrong((*path, needed), "BASE_TYPE_REQUIRED", "This field is required")
        if custom_id and needed != "custom_id":
            form.wrong(
                path,
                "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                "A custom id and url cannot both be specified",
            )
        if not raw.get("label") and not raw.get("emoji") and needed != "sku_id":
            form.wrong(
                path,
                "BUTTON_COMPONENT_LABEL_OR_EMOJI_REQUIRED",
                "A label or emoji is required",
            )
        found = {"style": style, "label": label, "custom_id": custom_id, "url": url}
        found |= {"emoji": emoji(raw), "sku_id": raw.get("sku_id")}
        return _present(found) | _flagged(raw, "disabled")

    def _select(self, raw: Json, path: Path) -> Json:
        form = self._form
        custom_id = form.text(raw, "custom_id", path, longest=100, shortest=1, required=True)
        placeholder = form.text(raw, "placeholder", path, longest=150)
        found: Json = _present({"custom_id": custom_id, "placeholder": placeholder})
        if raw["type"] == STRING_SELECT:
            found["options"] = read_options(raw, path, form)
        found |= read_range(raw, path, form, found.get("options"))
        if raw["type"] in ENTITY_SELECTS:
            found |= read_entities(raw, path, form, found["max_values"])
        return found | _flagged(raw, "disabled")

    def _section(self, raw: Json, path: Path) -> Json:
        children = self._children(raw, path, frozenset((TEXT,)), most=3, least=1)
        accessory = raw.get("accessory")
        where = (*path, "accessory")
        if not isinstance(accessory, dict):
            self._form.wrong(where, "BASE_TYPE_REQUIRED", "This field is required")
            return {"components": children}
        beside = self._one(accessory, where, frozenset((BUTTON, THUMBNAIL)))
        return {"components": children, "accessory": beside}

    def _text(self, raw: Json, path: Path) -> Json:
        found = self._form.text(raw, "content", path, longest=MOST_TEXT, shortest=1, required=True)
        return {"content": found or ""}

    def _thumbnail(self, raw: Json, path: Path) -> Json:
        return self._picture(raw, path)

    def _gallery(self, raw: Json, path: Path) -> Json:
        items = self._form.objects(raw, "items", path, longest=10, shortest=1)
        return {"items": [self._picture(item, where) for where, item in items]}

    def _picture(self, raw: Json, path: Path) -> Json:
        return {
            "media": self._media.component(raw.get("media"), (*path, "media"), self._form),
            "description": self._form.text(raw, "description", path, longest=1024, shortest=1),
            "spoiler": bool(raw.get("spoiler")),
        }

    def _file(self, raw: Json, path: Path) -> Json:
        found = self._media.component(raw.get("file"), (*path, "file"), self._form, only_files=True)
        attachment_id = found and found.get("attachment_id")
        own = next((a for a in self._media.kept if str(a.id) == attachment_id), None)
        return {
            "file": found,
            "name": own.filename if own else None,
            "size": own.size if own else None,
            "spoiler": bool(raw.get("spoiler")),
        }

    def _separator(self, raw: Json, path: Path) -> Json:
        spacing = raw.get("spacing") or 1
        self._form.choice(spacing, (1, 2), (*path, "spacing"))
        return {"spacing": spacing, "divider": raw.get("divider") is not False}

    def _container(self, raw: Json, path: Path) -> Json:
        children = self._children(raw, path, _IN_CONTAINER, most=MOST_COMPONENTS, least=1)
        color = raw.get("accent_color")
        if color is not None:
            color = self._form.number(
                raw, "accent_color", path, lowest=0, highest=0xFFFFFF, default=0
            )
        return {
            "components": children,
            "accent_color": color,
            "spoiler": bool(raw.get("spoiler")),
        }


def number(everything: list[Json]) -> None:
    """Give every component without an id the next free one, as Discord does."""
    taken = {one["id"] for one in everything if one.get("id")}
    following = 1
    for one in everything:
        if one.get("id"):
            continue
        while following in taken:
            following += 1
        one["id"] = following
        taken.add(following)


def _present(found: Json) -> Json:
    return {key: value for key, value in found.items() if value is not None}


def _flagged(raw: Json, key: str) -> Json:
    return {key: bool(raw[key])} if raw.get(key) is not None else {}
