"""The part of Discord's markdown that bots use, as HTML."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime

from playground.page.html import Html, esc, join, tag

_DEEPEST = 8
_INLINE = re.compile(
    r"""
    \\(?P<escaped>[^\w\s])
    | ``(?P<code2>.+?)``
    | `(?P<code>[^`\n]+)`
    | \*\*(?P<bold>.+?)\*\*(?!\*)
    | __(?P<underline>.+?)__
    | ~~(?P<strike>.+?)~~
    | \|\|(?P<spoiler>.+?)\|\|
    | \*(?P<italic>[^*\s](?:[^*]*[^*\s])?)\*
    | (?<![\w])_(?P<italic2>[^_\s](?:[^_]*[^_\s])?)_(?![\w])
    | \[(?P<label>[^\]\n]+)\]\(<?(?P<href>https?://[^\s)>]+)>?\)
    | <(?P<quiet>https?://[^\s>]+)>
    | (?P<url>https?://[^\s<>]*[^\s<>.,:;!?'")\]])
    | <@!?(?P<user>\d+)>
    | <\#(?P<room>\d+)>
    | <@&(?P<role>\d+)>
    | </(?P<command>[^:>]+):\d+>
    | <a?:(?P<emoji>\w+):\d+>
    | <t:(?P<time>-?\d{1,13})(?::(?P<style>[tTdDfFR]))?>
    """,
    re.VERBOSE | re.DOTALL,
)
_NESTING = {"bold": "strong", "underline": "u", "strike": "s", "italic": "em", "italic2": "em"}
_BLOCKS = (
    (re.compile(r"-\# (.+)"), "subtext"),
    (re.compile(r"\#\#\# (.+)"), "h5"),
    (re.compile(r"\#\# (.+)"), "h4"),
    (re.compile(r"\# (.+)"), "h3"),
    (re.compile(r"> ?(.*)"), "quote"),
    (re.compile(r"\s*[-*] (.+)"), "item"),
)
_FENCE = re.compile(r"```(?:[\w+-]*\n)?(.*?)\n?```", re.DOTALL)
_FORMATS = {
    "t": "%H:%M",
    "T": "%H:%M:%S",
    "d": "%d/%m/%Y",
    "D": "%d %B %Y",
    "f": "%d %B %Y %H:%M",
    "F": "%A, %d %B %Y %H:%M",
}
_UNITS = (
    ("year", 31_557_600),
    ("month", 2_629_800),
    ("day", 86_400),
    ("hour", 3600),
    ("minute", 60),
)


@dataclass(frozen=True, slots=True)
class Names:
    """What mentions stand for.

    Attributes:
        now: Seconds since the epoch, for relative timestamps.
    """

    users: dict[int, str] = field(default_factory=dict)
    rooms: dict[int, str] = field(default_factory=dict)
    roles: dict[int, str] = field(default_factory=dict)
    now: float = 0.0


def markdown(text: str, names: Names) -> Html:
    """Render `text`; everything in it is escaped."""
    parts: list[Html] = []
    end = 0
    for fence in _FENCE.finditer(text):
        parts.append(_lines(text[end : fence.start()], names))
        parts.append(tag("pre", tag("code", fence[1])))
        end = fence.end()
    parts.append(_lines(text[end:], names))
    return join(*parts)


def _lines(text: str, names: Names) -> Html:
    parts: list[Html] = []
    plain: list[Html] = []
    for line in text.strip("\n").split("\n") if text.strip() else []:
        block = _block(line, names)
        if block is None:
            plain.append(_inline(line, names))
            continue
        parts += _paragraph(plain)
        plain = []
        parts.append(block)
    return join(*parts, *_paragraph(plain))


def _paragraph(lines: list[Html]) -> list[Html]:
    return [tag("p", join(*lines, by="<br>"))] if any(lines) else []


def _block(line: str, names: Names) -> Html | None:
    for pattern, kind in _BLOCKS:
        match = pattern.fullmatch(line)
        if match:
            inside = _inline(match[1], names)
            if kind.startswith("h"):
                return tag(kind, inside)
            name = {"quote": "blockquote"}.get(kind, "div")
            return tag(name, inside, class_=f"md-{kind}")
    return None


def _inline(text: str, names: Names, depth: int = 0) -> Html:
    parts: list[Html] = []
    end = 0
    for match in _INLINE.finditer(text):
        parts.append(esc(text[end : match.start()]))
        parts.append(_span(match, names, depth))
        end = match.end()
    return join(*parts, esc(text[end:]))


def _span(match: re.Match[str], names: Names, depth: int) -> Html:
    kind = match.lastgroup or ""
    found = {key: value for key, value in match.groupdict().items() if value is not None}
    if depth >= _DEEPEST:
        return esc(match[0])
    if kind in _NESTING:
        return tag(_NESTING[kind], _inline(found[kind], names, depth + 1))
    if kind == "spoiler":
        return tag("span", _inline(found[kind], names, depth + 1), class_="md-spoiler")
    if "href" in found:
        return _link(found["href"], _inline(found["label"], names, depth + 1))
    return _ATOMS[next(key for key in found if key in _ATOMS)](found, names)


def _link(href: str, label: str) -> Html:
    return tag("a", label, href=href, rel="noopener noreferrer")


def _mention(sign: str, found: str, known: dict[int, str]) -> Html:
    return tag("span", f"{sign}{known.get(int(found), 'unknown')}", class_="mention")


def _code(text: str) -> Html:
    return tag("code", text.strip())


def _time(found: dict[str, str], names: Names) -> Html:
    try:
        moment = datetime.fromtimestamp(int(found["time"]), UTC)
    except (OverflowError, ValueError, OSError):
        return esc("Invalid Date")
    style = found.get("style", "f")
    text = (
        _relative(moment.timestamp() - names.now)
        if style == "R"
        else moment.strftime(_FORMATS[style])
    )
    return tag("time", text, datetime=moment.isoformat(), title=moment.strftime(_FORMATS["F"]))


def _relative(seconds: float) -> str:
    for unit, size in _UNITS:
        count = round(abs(seconds) / size)
        if abs(seconds) >= size:
            text = f"{count} {unit}{'s' if count > 1 else ''}"
            return f"in {text}" if seconds > 0 else f"{text} ago"
    return "in a few seconds" if seconds > 0 else "just now"


_ATOMS: dict[str, Callable[[dict[str, str], Names], Html]] = {
    "escaped": lambda found, _: esc(found["escaped"]),
    "code": lambda found, _: _code(found["code"]),
    "code2": lambda found, _: _code(found["code2"]),
    "url": lambda found, _: _link(found["url"], found["url"]),
    "quiet": lambda found, _: _link(found["quiet"], found["quiet"]),
    "user": lambda found, names: _mention("@", found["user"], names.users),
    "room": lambda found, names: _mention("#", found["room"], names.rooms),
    "role": lambda found, names: _mention("@", found["role"], names.roles),
    "command": lambda found, _: tag("span", f"/{found['command']}", class_="mention"),
    "emoji": lambda found, _: esc(f":{found['emoji']}:"),
    "time": _time,
}
