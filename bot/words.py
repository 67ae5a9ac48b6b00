"""What is said of values: which messages of the catalogue, with which words in them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

from discord.utils import escape_markdown, escape_mentions

from bot.language import Word, say
from faceswap.app.identities import SavedId
from faceswap.domain.clip import Appearance, ClipFacts, ClipKind, ClipOutcome, Progress
from faceswap.domain.credits import Balance, Prices
from faceswap.domain.errors import BackendBusy, FaceRefused, PictureRefused, VisageError
from faceswap.domain.identity import Shelf
from faceswap.domain.idlist import LEAVE, SOURCE

SHARP_WIDTH = 110.0
"""Pixels across a face below which a photo gives a softer result."""
BAR = 16
"""Blocks of a progress bar."""
NUMBER = re.compile(r"-?\d+(\.\d+)?")
FLAGS = {
    "-m": "flag-m",
    "-f": "flag-f",
    "-s": "flag-s",
    "--mute": "flag-mute",
    "--webm": "flag-webm",
}
"""The messages about the options, which are said while they are typed."""
PLACE_FLAGS = {"--grid": "flag-grid"}
PORTRAIT_FLAGS = {
    "--square": "flag-square",
    "--portrait": "flag-portrait",
    "--landscape": "flag-landscape",
    **PLACE_FLAGS,
    **{flag: FLAGS[flag] for flag in ("-m", "-f", "-s")},
}
"""Those of what is made from words; a seed and words to avoid have to be typed."""

# ── While one waits ─────────────────────────────────────────────────────────────────────────────


def waiting(reason: VisageError) -> str:
    """Say that a job is held."""
    return say("waiting-busy" if isinstance(reason, BackendBusy) else "waiting-restarting")


def progress(at: Progress, *, is_made: bool = False) -> str:
    """Tell how far a job is: a bar, and below it frames or steps, speed and the time left."""
    filled = int(at.share * BAR)
    message = "progress-steps" if is_made else "progress-frames"
    parts = [say(message, done=at.done, total=max(at.done, at.total))]
    if at.fps > 0 and not is_made:
        speed = _rounded(at.fps, 0 if at.fps >= 10 else 1)
        parts.append(say("progress-speed", speed=speed))
    if at.seconds_left:
        parts.append(say("progress-left", time=_lasting(at.seconds_left)))
    elif at.seconds_left is not None:
        parts.append(say("progress-finishing"))
    bar = "█" * filled + "░" * (BAR - filled)
    share = say("progress-share", percent=int(at.share * 100))
    return f"`{bar}` **{share}**\n-# {' · '.join(parts)}"


def canceled(done: int, total: int, charged: int, held: int) -> str:
    """Say what a canceled swap came to."""
    if not done:
        return say("canceled-before")
    returned = max(0, held - charged)
    return say("canceled-after", done=done, total=total, charged=charged, returned=returned)


# ── Identities ──────────────────────────────────────────────────────────────────────────────────


def saved(saved_id: SavedId) -> str:
    """Say what was saved, how good it is, and what to do next."""
    width = _rounded(saved_id.face_width)
    lines = [
        say("ids-updated" if saved_id.replaced else "ids-saved", name=saved_id.name),
        f"-# {say('ids-photos', photos=saved_id.photos, width=width)}",
    ]
    if saved_id.face_width < SHARP_WIDTH:
        lines.append(say("ids-small"))
    lines.append(say("ids-next", name=saved_id.name))
    return "\n".join(lines)


def listed(shelf: Shelf, limit: int, balance: Balance) -> str:
    """List a member's ids."""
    credit = f"-# {say('ids-credits', **_credit(balance), when=relative(balance.refill))}"
    if not shelf.identities:
        return f"{say('ids-none-yet')}\n{credit}"
    current = say("ids-no-current")
    if shelf.default:
        current = say("ids-current", current=shelf.default)
    head = say("ids-listed", count=len(shelf.identities), limit=limit)
    return f"{head}\n{_names(shelf)}\n{current}\n{credit}"


def deleted(name: str, shelf: Shelf) -> str:
    """Say that an id is gone."""
    lines = [say("ids-deleted", name=name)]
    if shelf.identities and not shelf.default:
        lines.append(say("ids-deleted-current"))
    return "\n".join(lines)


def ask_delete_all(shelf: Shelf) -> str:
    """Ask before all ids are deleted."""
    return f"{say('ids-ask-delete-all', count=len(shelf.identities))}\n{_names(shelf)}"


def deleted_all(count: int) -> str:
    """Say that all ids are gone."""
    return say("ids-deleted-all", count=count) if count else say("ids-nothing-to-delete")


def _names(shelf: Shelf) -> str:
    return ", ".join(f"`{name}`" for name in shelf.names)


# ── Offers ──────────────────────────────────────────────────────────────────────────────────────


def clip(name: str, facts: ClipFacts, *, mute: bool) -> str:
    """Say what a clip is."""
    shown = _plain(name)
    if facts.kind.is_animation:
        kind = _KINDS[facts.kind]
        return say("offer-animation", name=shown, kind=kind, frames=facts.frames)
    is_heard = facts.has_audio and not mute
    message = "offer-video-with-sound" if is_heard else "offer-video"
    size = f"{facts.width}x{facts.height}"
    return say(message, name=shown, time=_lasting(facts.seconds), size=size)


_KINDS = {
    ClipKind.GIF: "GIF",
    ClipKind.APNG: "APNG",
    ClipKind.WEBP: "WebP",
    ClipKind.AVIF: "AVIF",
}


def offer(price: int, balance: Balance) -> str:
    """Say what a swap costs, what there is to pay it with, and when there is more if need be."""
    if price > balance.left:
        when = relative(balance.refill)
        return say("offer-price-short", price=price, **_credit(balance), when=when)
    return say("offer-price", price=price, **_credit(balance))


def left_today(balance: Balance) -> str:
    """Tell what is left to pay a choice with."""
    return f"-# {say('offer-left', **_credit(balance))}"


def seen_when(appearances: Sequence[Appearance]) -> str:
    """Tell who is seen in a clip, and when."""
    times = (say("offer-seen", face=each.number, times=_span(each)) for each in appearances)
    return " · ".join(times)


def _span(seen: Appearance) -> str:
    first, last = _clock(seen.first), _clock(seen.last)
    return first if first == last else f"{first}-{last}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"


# ── Results ─────────────────────────────────────────────────────────────────────────────────────


def title(typed: str, asker: int, command: str, *, is_place: bool = False) -> str:
    """Say what was swapped in, for whom, and how it was asked for."""
    mention = f"<@{asker}>"
    if is_place:
        return say("made-title-place", asker=mention, command=command)
    if typed:
        return say("result-title", ids=typed, asker=mention, command=command)
    return say("result-title-one-shot", asker=mention, command=command)


def rendered(came: ClipOutcome) -> str:
    """Tell what a clip consists of."""
    frames = say("result-frames", frames=came.frames)
    if came.changed < came.frames:
        frames = say("result-frames-changed", frames=came.frames, changed=came.changed)
    return f"{frames} · {_lasting(came.seconds)}"


def fitted(came: ClipOutcome, target: ClipFacts | None) -> str:
    """Tell how a clip was made smaller to fit what may be posted."""
    rate = _rate(came.bits)
    size = f"{came.width}x{came.height}"
    is_scaled = target is not None and (came.width, came.height) != (target.width, target.height)
    if came.bits and is_scaled:
        return say("result-reduced-both", rate=rate, size=size)
    if came.bits:
        return say("result-reduced-encoded", rate=rate)
    return say("result-reduced-scaled", size=size) if is_scaled else say("result-reduced")


def _rate(bits: int) -> str:
    if bits >= 1e6:
        return say("unit-megabits", rate=_rounded(bits / 1e6, 1))
    return say("unit-kilobits", rate=_rounded(bits / 1e3))


def none_left(faces: int, who: str, *, moves: bool = False) -> str:
    """Tell whom a list names for more faces than its picture or clip has."""
    return say("result-none-left-clip" if moves else "result-none-left", faces=faces, who=who)


def who_for(face: int, who: str) -> str:
    """Name a choice for one face of the numbered picture."""
    if who == LEAVE:
        return say("picker-leave", face=face)
    return (
        say("picker-source", face=face) if who == SOURCE else say("picker-face", face=face, who=who)
    )


def cost(charged: int, balance: Balance) -> str:
    """Tell what a swap cost and what is left."""
    when = relative(balance.refill)
    return say("result-cost", charged=charged, **_credit(balance), when=when)


# ── Errors ──────────────────────────────────────────────────────────────────────────────────────


def sentence(error: VisageError) -> str:
    """Return an error's sentence; what looks like markup in a member's file name is none."""
    variant = f"-{error.variant}" if error.variant in error.variants else ""
    message = f"error-{error.code}{variant}".replace("_", "-")
    return _plain(say(message, **_told(error)))


def left_out(refusal: VisageError) -> str:
    """Say why one of several pictures was not swapped."""
    return f"⚠️ {sentence(refusal)}"


def _told(error: VisageError) -> dict[str, Word]:
    """Return an error's fields: numbers as such, and something for a name that is not there."""
    fields = error.data()
    told: dict[str, Word] = {
        name: Decimal(word) if _is_number(fields.get(name), word) else word
        for name, word in error.words().items()
    }
    if isinstance(error, PictureRefused) and not error.name:
        told["name"] = say("files-that-file")
    if isinstance(error, FaceRefused) and not error.name:
        told["name"] = say("files-that-picture")
    return told


def _is_number(value: object, word: str) -> bool:
    return isinstance(value, int | float) and NUMBER.fullmatch(word) is not None


# ── Help ────────────────────────────────────────────────────────────────────────────────────────


def help_blocks(
    allowance: int, prices: Prices, id_limit: int, retention_days: int
) -> Sequence[str]:
    """Return the help, as blocks of one screen."""
    return (
        say("help-begin"),
        say("help-commands"),
        say("help-create", headshot=prices.headshot, changebg=prices.changebg),
        say("help-faces"),
        say("help-more"),
        say(
            "help-rules",
            allowance=allowance,
            frame=_price(prices.animation_frame),
            second=_price(prices.video_second),
            ids=id_limit,
            days=retention_days,
        ),
    )


def _price(price: Decimal) -> Decimal:
    return Decimal(f"{price.normalize():f}")


# ── Words in all of them ────────────────────────────────────────────────────────────────────────


def relative(moment: datetime) -> str:
    """Return a time as Discord shows it: in how long, in the reader's words."""
    return f"<t:{int(moment.timestamp())}:R>"


def _credit(balance: Balance) -> dict[str, int]:
    return {"left": balance.left, "allowance": balance.whole}


def _lasting(seconds: float) -> str:
    if seconds < 9.95:
        short = f"{max(seconds, 0.1):.1f}".removesuffix(".0")
        return say("unit-seconds", seconds=Decimal(short))
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return say("unit-seconds", seconds=rest)
    if not rest:
        return say("unit-minutes", minutes=minutes)
    return say("unit-minutes-seconds", minutes=minutes, seconds=rest)


def _rounded(number: float, digits: int = 0) -> Decimal:
    return Decimal(f"{number:.{digits}f}")


def _plain(text: str) -> str:
    """Return a text in which nothing is markup, and nobody is mentioned."""
    return escape_mentions(escape_markdown(text))
