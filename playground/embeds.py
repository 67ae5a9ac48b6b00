"""Reading the embeds of a message, and making those of links."""

import re

from playground.cdn import Cdn
from playground.errors import Json
from playground.form import Form, Path
from playground.media import Media

MOST_EMBEDS = 10
MOST_TEXT = 6000
_LINK = re.compile(r"https://\S+")
_PICTURES = ("image", "thumbnail")
_TEXTS = {"title": 256, "description": 4096, "url": 2048}
_NESTED = {"footer": {"text": 2048}, "author": {"name": 256, "url": 2048}}


def read_embeds(body: Json, path: Path, form: Form, media: Media) -> list[Json]:
    """Read `body["embeds"]`, with pictures resolved."""
    raw = form.objects(body, "embeds", path, longest=MOST_EMBEDS)
    found = [_embed(one, where, form, media) for where, one in raw]
    if sum(map(_length, found)) > MOST_TEXT:
        form.wrong(
            (*path, "embeds"),
            "MAX_EMBED_SIZE_EXCEEDED",
            f"Embed size exceeds maximum size of {MOST_TEXT}",
        )
    return found


def unfurled(text: str, cdn: Cdn) -> list[Json]:
    """The embeds of the links in a text, of those that are known."""
    found = [cdn.gif(link) for link in _LINK.findall(text)]
    return [embed for embed in found if embed is not None][:MOST_EMBEDS]


def _embed(raw: Json, path: Path, form: Form, media: Media) -> Json:
    found: Json = {"type": "rich"}
    for key, longest in _TEXTS.items():
        found[key] = form.text(raw, key, path, longest=longest)
    if raw.get("color") is not None:
        found["color"] = form.number(raw, "color", path, lowest=0, highest=0xFFFFFF, default=0)
    if isinstance(raw.get("timestamp"), str):
        found["timestamp"] = raw["timestamp"]
    for key, texts in _NESTED.items():
        if isinstance(raw.get(key), dict):
            found[key] = {
                part: value
                for part, longest in texts.items()
                if (value := form.text(raw[key], part, (*path, key), longest=longest)) is not None
            }
    for key in _PICTURES:
        if isinstance(raw.get(key), dict) and raw[key].get("url"):
            found[key] = media.embed(raw[key]["url"])
    found["fields"] = [
        _field(one, where, form) for where, one in form.objects(raw, "fields", path, longest=25)
    ]
    return {key: value for key, value in found.items() if value not in (None, [])}


def _field(raw: Json, path: Path, form: Form) -> Json:
    return {
        "name": form.text(raw, "name", path, longest=256, shortest=1, required=True),
        "value": form.text(raw, "value", path, longest=1024, shortest=1, required=True),
        "inline": bool(raw.get("inline")),
    }


def _length(embed: Json) -> int:
    texts = [embed.get("title"), embed.get("description")]
    texts += [embed.get("footer", {}).get("text"), embed.get("author", {}).get("name")]
    for one in embed.get("fields", []):
        texts += [one["name"], one["value"]]
    return sum(len(text) for text in texts if text)
