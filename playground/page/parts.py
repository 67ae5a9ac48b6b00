"""The parts of a message: pictures, videos, files, embeds, components."""

from collections.abc import Callable
from dataclasses import dataclass

from playground import components as kinds
from playground.errors import Json
from playground.page.album import Album
from playground.page.html import Html, esc, join, tag
from playground.page.icons import CHEVRON, FILE, OUTSIDE
from playground.page.markdown import Names, markdown

_BUTTONS = {1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link", 6: "primary"}
_SELECTS = {
    3: "Make a selection",
    5: "Select a user",
    6: "Select a role",
    7: "Select",
    8: "Select a channel",
}
_SPOILER_FLAG = 1 << 3
GONE = tag("span", "This picture is no longer available.", class_="gone")


@dataclass(frozen=True, slots=True)
class Parts:
    """Draws parts of messages."""

    album: Album
    names: Names

    def text(self, text: str) -> Html | None:
        """Markdown, or nothing."""
        return tag("div", markdown(text, self.names), class_="text") if text.strip() else None

    def attachments(self, attachments: list[Json]) -> Html:
        """Pictures side by side, other files below."""
        pictures = [one for one in attachments if _is_picture(one)]
        files = [one for one in attachments if not _is_picture(one)]
        shown = self._mosaic([(one, one) for one in pictures])
        cards = [self._file_card(one, one["filename"], one["size"]) for one in files]
        return join(shown, *cards)

    def embed(self, embed: Json) -> Html:
        """An embed with its coloured edge."""
        if embed["type"] == "gifv":
            return tag("div", self._video(embed["video"], "Animated GIF", plays=True))
        fields = [
            tag(
                "div",
                tag("h4", markdown(one["name"], self.names)),
                self.text(one["value"]),
                class_="field inline" if one["inline"] else "field",
            )
            for one in embed.get("fields", [])
        ]
        footer = embed.get("footer", {}).get("text")
        return tag(
            "article",
            self._picture(embed["thumbnail"], embed["thumbnail"], "thumbnail")
            if "thumbnail" in embed
            else None,
            tag("p", embed["author"]["name"], class_="embed-author") if "author" in embed else None,
            tag("h3", markdown(embed["title"], self.names)) if "title" in embed else None,
            self.text(embed.get("description", "")),
            tag("div", *fields, class_="fields") if fields else None,
            self._picture(embed["image"], embed["image"]) if "image" in embed else None,
            tag("footer", footer) if footer else None,
            class_="embed",
            style=_edge(embed.get("color")),
        )

    def components(self, components: list[Json]) -> Html:
        """Every component, outermost first."""
        return join(*(self._component(one) for one in components))

    def _component(self, one: Json) -> Html | None:
        drawers: dict[int, Callable[[Json], Html | None]] = {
            kinds.ROW: self._row,
            kinds.BUTTON: self._button,
            kinds.SECTION: self._section,
            kinds.TEXT: lambda text: self.text(text["content"]),
            kinds.THUMBNAIL: lambda item: self._picture(item["media"], item, "thumbnail"),
            kinds.GALLERY: self._gallery,
            kinds.FILE: self._file,
            kinds.SEPARATOR: self._separator,
            kinds.CONTAINER: self._container,
        }
        return drawers.get(one["type"], self._select)(one)

    def _row(self, one: Json) -> Html:
        return tag("div", self.components(one["components"]), class_="row")

    def _button(self, one: Json) -> Html:
        emoji = (one.get("emoji") or {}).get("name")
        label = join(
            tag("span", emoji, aria_hidden="true") if emoji else None,
            esc(one.get("label") or ("" if emoji else "Buy")),
            OUTSIDE if one.get("url") else None,
        )
        style = f"button {_BUTTONS[one['style']]}"
        if one.get("url"):
            return tag("a", label, class_=style, href=one["url"], rel="noopener noreferrer")
        disabled = bool(one.get("disabled"))
        # A picture of a button: there is nobody behind this page to answer it.
        return tag("span", label, class_=f"{style} off" if disabled else style)

    def _select(self, one: Json) -> Html:
        chosen = [option["label"] for option in one.get("options", []) if option.get("default")]
        chosen += [self._name(default) for default in one.get("default_values", [])]
        shown = ", ".join(chosen) or one.get("placeholder") or _SELECTS.get(one["type"], "Select")
        options = [
            tag(
                "li",
                tag("b", option["label"]),
                tag("small", option["description"]) if option.get("description") else None,
            )
            for option in one.get("options", [])
        ]
        head = join(
            tag("span", shown, class_=None if chosen else "placeholder"),
            CHEVRON,
        )
        if not options:
            return tag("div", head, class_="select")
        return tag("details", tag("summary", head), tag("ul", *options), class_="select")

    def _name(self, entity: Json) -> str:
        """Return what a client calls somebody or something that is chosen."""
        names = self.names
        known = {"user": names.users, "role": names.roles, "channel": names.rooms}
        return known[entity["type"]].get(int(entity["id"]), "unknown")

    def _section(self, one: Json) -> Html:
        beside = self._component(one["accessory"])
        texts = tag("div", self.components(one["components"]), class_="grow")
        return tag("div", texts, tag("div", beside, class_="accessory"), class_="section")

    def _gallery(self, one: Json) -> Html | None:
        return self._mosaic([(item["media"], item) for item in one["items"]])

    def _file(self, one: Json) -> Html:
        return self._file_card(one["file"], one["name"] or "file", one["size"] or 0)

    def _separator(self, one: Json) -> Html:
        size = "wide" if one["spacing"] == 2 else "narrow"
        return tag("hr", class_=size if one["divider"] else f"{size} bare")

    def _container(self, one: Json) -> Html:
        inside = self.components(one["components"])
        return tag("div", inside, class_="container", style=_edge(one.get("accent_color")))

    def _mosaic(self, items: list[tuple[Json, Json]]) -> Html | None:
        if not items:
            return None
        if len(items) == 1:
            return self._picture(*items[0])
        ratios = [(media.get("width") or 1) / (media.get("height") or 1) for media, _ in items]
        alike = max(ratios) - min(ratios) < 0.05 * max(ratios)
        shown = [self._picture(media, item, "tile") for media, item in items]
        columns = 2 if len(items) in (2, 4) else 3
        ratio = f"{ratios[0]:.3f}" if alike else "1"
        style = f"--columns: {columns}; --ratio: {ratio}"
        return tag("div", *shown, class_="mosaic", style=style)

    def _picture(self, media: Json, item: Json, kind: str = "single") -> Html:
        name = media["url"].partition("?")[0].rsplit("/", 1)[-1]
        if (media.get("content_type") or "").startswith("video/"):
            return self._video(media, item.get("description") or f"Video {name}", kind)
        link = self.album.keep(media)
        alt = item.get("description") or f"Picture {name}"
        if link is None:
            return GONE
        spoiler = item.get("spoiler") or item.get("flags", 0) & _SPOILER_FLAG
        image = tag(
            "img",
            src=link,
            alt=alt,
            width=media.get("width"),
            height=media.get("height"),
            loading="lazy",
        )
        classes = f"picture {kind} spoiler" if spoiler else f"picture {kind}"
        return tag("a", image, class_=classes, href=link, title=alt)

    def _video(self, media: Json, alt: str, kind: str = "single", *, plays: bool = False) -> Html:
        """A player; what a GIF picker gave plays by itself, without one's being seen."""
        link = self.album.keep(media)
        if link is None:
            return GONE
        player = tag(
            "video",
            src=link,
            aria_label=alt,
            width=media.get("width"),
            height=media.get("height"),
            controls=not plays,
            autoplay=plays,
            loop=plays,
            muted=plays,
            playsinline=True,
            preload="metadata",
        )
        return tag("div", player, class_=f"picture {kind}", title=alt)

    def _file_card(self, media: Json, name: str, size: int) -> Html:
        link = self.album.keep(media)
        about = tag("small", _size(size))
        shown = tag("a", name, href=link, download=name) if link else tag("span", name)
        return tag("div", FILE, tag("div", shown, about), class_="file")


def _is_picture(attachment: Json) -> bool:
    return attachment["content_type"].startswith(("image/", "video/")) and "width" in attachment


def _edge(color: int | None) -> str | None:
    return None if color is None else f"--edge: #{color:06x}"


def _size(count: float) -> str:
    if count < 1024:
        return f"{count:.0f} bytes"
    return f"{count / 1024:.2f} KB" if count < 1024**2 else f"{count / 1024**2:.2f} MB"
