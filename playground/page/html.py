"""HTML that cannot forget to escape."""

import html

VOID = frozenset({"br", "hr", "img", "meta", "link", "input"})


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def esc(text: str) -> Html:
    """Escape text, unless it is HTML already."""
    return text if isinstance(text, Html) else Html(html.escape(text))


def join(*parts: str | None, by: str = "") -> Html:
    """Join parts, escaping those that are plain text; None is left out."""
    return Html(by.join(esc(part) for part in parts if part is not None))


def tag(name: str, /, *parts: str | None, **attributes: str | int | bool | None) -> Html:
    """An element.

    Attribute names lose a trailing underscore, and inner ones become dashes (`class_`,
    `aria_label`). None and False leave an attribute out, True gives it no value.
    """
    written = "".join(
        f" {_name(key)}" if value is True else f' {_name(key)}="{html.escape(str(value))}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{join(*parts)}</{name}>")


def _name(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
