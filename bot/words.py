"""What the bot says, beside the sentences of the errors, which are in `faceswap.domain.errors`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from discord.utils import escape_markdown, escape_mentions

from faceswap.app.identities import SavedId
from faceswap.domain.clip import Appearance, ClipFacts, ClipKind, ClipOutcome, Progress
from faceswap.domain.credits import Balance, Prices
from faceswap.domain.errors import BackendBusy, VisageError
from faceswap.domain.identity import Shelf
from faceswap.domain.idlist import LEAVE, SOURCE

SHARP_WIDTH = 110.0
"""Pixels across a face below which a photo gives a softer result."""

# ── Buttons and fields ──────────────────────────────────────────────────────────────────────────

AGAIN = "Again"
ANOTHER = "Use another id"
DELETE = "Delete"
CANCEL = "Cancel"
CHOOSE_FACES = "Choose faces"
YES_DELETE_ALL = "Delete all"
NO_KEEP = "Keep them"

ANOTHER_TITLE = "Swap in somebody else"
ANOTHER_PICK = "One of your ids"
ANOTHER_PICK_HINT = "Goes to the largest face"
ANOTHER_TYPE = "Or type a list"
ANOTHER_TYPE_HINT = "anna,_,ben from left to right · anna+ben to mix · -m -f -s"
SAVE_TITLE = "Save as ID"
SAVE_NAME = "Name"
SAVE_NAME_HINT = "1 to 10 letters and digits, such as me or anna2"

FLAGS = {
    "-m": "keeps the picture's mouth",
    "-f": "keeps the picture's skin texture",
    "-s": "sharpens",
    "--mute": "drops the sound of a video",
    "--webm": "makes a WebM of a video, not an MP4",
}
"""What is said of the options while they are typed."""

# ── While one waits ─────────────────────────────────────────────────────────────────────────────

WORKING = "⏳ Working on it. The picture will appear here."
STARTING = "⏳ Starting. The result will appear here."
IN_LINE = "⏳ Waiting for the clips before this one. The result will appear here."
LOOKING = "⏳ Looking through the clip for faces; a long one takes a while."
LOOKING_HELD = "⏳ The swap engine is starting. Your clip is held; this takes a few seconds."
_HELD = "Your swap is held and nothing is lost; the result will appear here."
SAVING_HELD = "⏳ The swap engine is starting. Your photo is held; this takes a few seconds."


def waiting(reason: VisageError) -> str:
    """Say that a job is held."""
    if isinstance(reason, BackendBusy):
        return f"⏳ The swap engine has a lot to do. {_HELD}"
    return f"⏳ The swap engine is restarting. {_HELD}"


BAR = 16
"""Blocks of a progress bar."""


def progress(at: Progress) -> str:
    """Tell how far a clip is: a bar, and below it frames, speed and the time that is left."""
    filled = int(at.share * BAR)
    parts = [f"{at.done} of {_count(max(at.done, at.total), 'frame')}"]
    if at.fps > 0:
        parts.append(f"{at.fps:.0f} frames/s" if at.fps >= 10 else f"{at.fps:.1f} frames/s")
    if at.seconds_left is not None:
        parts.append(f"{_lasting(at.seconds_left)} left" if at.seconds_left else "finishing")
    bar = "█" * filled + "░" * (BAR - filled)
    return f"`{bar}` **{int(at.share * 100)}%**\n-# {' · '.join(parts)}"


NOW_LOOKS = "What it looks like so far"


def canceled(done: int, total: int, charged: int, held: int) -> str:
    """Say what a canceled swap came to."""
    if not done:
        return "Canceled before anything was made, so nothing was charged."
    back = f"{held - charged} returned" if held > charged else "none returned"
    return (
        f"Canceled after {done} of {_count(total, 'frame')}: {_count(charged, 'credit')} used, "
        f"{back}."
    )


# ── Identities ──────────────────────────────────────────────────────────────────────────────────


def saved(saved_id: SavedId) -> str:
    """Say what was saved, how good it is, and what to do next."""
    name = f"**{saved_id.name}**"
    done = f"✅ Updated {name} with the new face" if saved_id.replaced else f"✅ Saved {name}"
    photos = f"{_count(saved_id.photos, 'photo')}, face {saved_id.face_width:.0f} pixels wide"
    lines = [f"{done}. It is now your current id.", f"-# {photos}"]
    if saved_id.face_width < SHARP_WIDTH:
        lines.append("💡 The face is small. It works, and a larger photo will look sharper.")
    lines.append(
        f"Next: `/swapid` with `{saved_id.name}` and a picture, or right-click any picture → Apps "
        "→ INSwapper."
    )
    return "\n".join(lines)


def chosen(ids: str) -> str:
    """Say what the current ids are now."""
    return (
        f"✅ Your current id is now `{ids}`.\n"
        "Right-click any picture → Apps → INSwapper to swap it in."
    )


def listed(shelf: Shelf, limit: int, balance: Balance) -> str:
    """List a member's ids."""
    if not shelf.identities:
        return f"You have no ids yet. Save a face with `/saveid`.\n-# {_left(balance)}"
    names = ", ".join(f"`{name}`" for name in shelf.names)
    current = f"`{shelf.default}`" if shelf.default else "none yet; choose one with `/setid`"
    return (
        f"**Your ids** · {len(shelf.identities)} of {limit}\n{names}\n"
        f"**Current:** {current}\n-# {_left(balance)}"
    )


def deleted(name: str, shelf: Shelf) -> str:
    """Say that an id is gone."""
    lines = [f"🗑️ Deleted **{name}** and what was learnt of its face. {PICTURES_GO}"]
    if shelf.identities and not shelf.default:
        lines.append("You have no current id now; choose one with `/setid`.")
    return "\n".join(lines)


def ask_delete_all(shelf: Shelf) -> str:
    """Ask before all ids are deleted."""
    names = ", ".join(f"`{name}`" for name in shelf.names)
    many = len(shelf.identities) > 1
    what = f"all {len(shelf.identities)} of your ids" if many else "your only id"
    return f"Delete {what}? This cannot be undone.\n{names}"


def deleted_all(count: int) -> str:
    """Say that all ids are gone."""
    if not count:
        return "You have no ids, so there was nothing to delete."
    return f"🗑️ Deleted {_count(count, 'id')}. No id of yours is left. {FACES_GO}"


PICTURES_GO = "Pictures made with it go in time, or with Delete below them."
FACES_GO = "Faces of one-shot swaps go with their pictures, or with Delete below the result."
KEPT_ALL = "Nothing was deleted."
NOTHING_TO_DELETE = deleted_all(0)

# ── Offers ──────────────────────────────────────────────────────────────────────────────────────

BEGUN = "That swap has begun already; its result appears in its place."
OVER = "That swap is over already; please start a new one."


def clip(name: str, facts: ClipFacts, *, mute: bool) -> str:
    """Say what a clip is."""
    if facts.kind.is_animation:
        what = f"{_KINDS[facts.kind]}, {_count(facts.frames, 'frame')}"
    else:
        sound = ", with sound" if facts.has_audio and not mute else ""
        what = f"video, {_lasting(facts.seconds)}, {facts.width}x{facts.height}{sound}"
    return f"🎞️ {escape_mentions(escape_markdown(name))}: {what}"


_KINDS = {
    ClipKind.GIF: "GIF",
    ClipKind.APNG: "APNG",
    ClipKind.WEBP: "WebP",
    ClipKind.AVIF: "AVIF",
}


def offer(price: int, balance: Balance) -> str:
    """Say what a swap costs, what there is to pay it with, and when there is more if need be."""
    have = f"you have {balance.left} of {balance.allowance} left today"
    more = f", refilled {relative(balance.refill)}" if price > balance.left else ""
    return f"This costs **{_count(price, 'credit')}**; {have}{more}."


def left_today(balance: Balance) -> str:
    """Tell what is left to pay a choice with."""
    return f"-# {balance.left} of {balance.allowance} left today"


def accept(price: int) -> str:
    """Name the button that consents to a price."""
    return f"Swap ({_count(price, 'credit')})" if price else "Swap"


def seen_when(appearances: Sequence[Appearance]) -> str:
    """Tell who is seen in a clip, and when."""
    times = (f"**Face {each.number}**: {_span(each)}" for each in appearances)
    return " · ".join(times)


def numbered_clip(count: int) -> str:
    """Describe the picture of the faces that are seen in a clip."""
    return f"The {_count(count, 'face')} seen in the clip, with numbers and times"


def _span(seen: Appearance) -> str:
    first, last = _clock(seen.first), _clock(seen.last)
    return first if first == last else f"{first}-{last}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(int(seconds), 60)
    return f"{minutes}:{rest:02}"


def _lasting(seconds: float) -> str:
    if seconds < 9.95:
        return f"{max(seconds, 0.1):.1f}".removesuffix(".0") + " s"
    minutes, rest = divmod(round(seconds), 60)
    if not minutes:
        return f"{rest} s"
    return f"{minutes} min {rest} s" if rest else f"{minutes} min"


# ── Results ─────────────────────────────────────────────────────────────────────────────────────


def title(typed: str, asker: int, command: str) -> str:
    """Say what was swapped in, for whom, and how it was asked for."""
    what = f"**`{typed}`**" if typed else "**Face swap**"
    return f"{what} for <@{asker}> · {command}"


PICK_FACES = "**Somebody else?** Choose who goes to which face."
REDUCED = "Made smaller to fit what may be posted here."


def rendered(came: ClipOutcome) -> str:
    """Tell what a clip consists of."""
    frames = _count(came.frames, "frame")
    if came.changed < came.frames:
        frames += f", {came.changed} of them with a new face"
    return f"{frames} · {_lasting(came.seconds)}"


def fitted(came: ClipOutcome, target: ClipFacts | None) -> str:
    """Tell how a clip was made smaller to fit what may be posted."""
    how = [f"re-encoded at {_rate(came.bits)}"] if came.bits else []
    if target and (came.width, came.height) != (target.width, target.height):
        how.append(f"scaled to {came.width}x{came.height}")
    return f"Made smaller to fit what may be posted here: {', '.join(how)}." if how else REDUCED


def _rate(bits: int) -> str:
    return f"{bits / 1e6:.1f} Mbit/s" if bits >= 1e6 else f"{bits / 1e3:.0f} kbit/s"


def none_left(faces: int, who: str, *, moves: bool = False) -> str:
    """Tell whom a list names for more faces than its picture or clip has."""
    what = "clip" if moves else "picture"
    return f"This {what} has {_count(faces, 'face')}; none was left for `{who}`."


def none_left_in(pictures: int) -> str:
    """Tell that a list is longer than some of its pictures have faces."""
    have = "picture has" if pictures == 1 else "pictures have"
    return f"{pictures} {have} fewer faces than the list; its end was not used there."


def who_for(face: int, who: str) -> str:
    """Name a choice for one face of the numbered picture."""
    names = {LEAVE: "leave as it is", SOURCE: "the face from the photo"}
    return f"Face {face}: {names.get(who, who)}"


def swap_these(price: int) -> str:
    """Name the button that swaps the faces that were picked."""
    return f"Swap these faces ({_count(price, 'credit')})" if price else "Swap these faces"


def before(name: str) -> str:
    """Describe a target for those who cannot see it."""
    return f"Before: {name}"


def after(name: str, who: str) -> str:
    """Describe a result for those who cannot see it."""
    return f"After: {name} with the face of {who}"


def numbered(count: int) -> str:
    """Describe a picture whose faces are numbered."""
    return f"The picture with its {count} faces numbered from left to right"


def cost(charged: int, balance: Balance) -> str:
    """Tell what a swap cost and what is left."""
    left = f"{balance.left} of {balance.allowance} left"
    return f"{_count(charged, 'credit')} used · {left} · refilled {relative(balance.refill)}"


def not_enough(needed: int, left: int, refill: int) -> str:
    """Say that an account cannot pay, and when it can."""
    have = f"you have {left} left today" if left else "you have none left today"
    return f"This costs {_count(needed, 'credit')} and {have}; they are refilled <t:{refill}:R>."


def _left(balance: Balance) -> str:
    when = relative(balance.refill)
    return f"{balance.left} of {balance.allowance} credits left · refilled {when}"


# ── Errors ────────────────────────────────────────────────────────────────────────


def sentence(error: VisageError) -> str:
    """Return an error's own sentence; what looks like markup in a member's file name is none."""
    return escape_mentions(escape_markdown(str(error)))


def left_out(refusal: VisageError) -> str:
    """Say why one of several pictures was not swapped."""
    return f"⚠️ {sentence(refusal)}"


COMMAND_CHANGED = "That command has changed. Please try again in a minute."


def broken(reference: str) -> str:
    """Apologise for a defect; the log has the rest under the reference."""
    return (
        "Something went wrong on my side, so nothing was charged. Please try again; if it happens "
        f"again, tell the server's owner the reference `{reference}`."
    )


# ── Help ────────────────────────────────────────────────────────────────────────────────────────


def help_blocks(
    allowance: int, prices: Prices, id_limit: int, retention_days: int
) -> Sequence[str]:
    """Return the help, as blocks of one screen."""
    return (
        "## Swap faces in pictures, GIFs and videos\n"
        "**1.** `/saveid` a name and a clear photo of a face.\n"
        "**2.** `/swapid` that name and a picture or clip, or right-click one → Apps → "
        "**INSwapper**.",
        "**Swap**\n"
        "`/swapid` puts saved faces into a picture, GIF or video\n"
        "`/faceswap` takes a face from a photo and saves no id (`/picsi` is the same)\n"
        "**INSwapper** (right-click a message) uses your current id\n\n"
        "**Your ids**\n"
        "`/saveid` saves a face, up to three photos of it · `/setid` chooses the current one · "
        "`/listid` · `/delid` · `/delall`\n"
        "**Save as ID** (right-click a message) saves the face in its picture",
        "**Several faces**\n"
        "`anna,_,ben` goes from left to right, in a clip as they appear; `_` leaves a face as it "
        "is\n"
        "`anna+ben` mixes up to three; `anna+anna+ben` is more anna\n"
        "One id alone goes to the largest face; you can pick others below the result.\n\n"
        "**Options**, behind the ids or in `options`\n"
        "`-m` keeps the picture's mouth · `-f` keeps its skin texture · `-s` sharpens\n"
        "`--mute` drops a video's sound · `--webm` makes a WebM of it",
        f"-# {allowance} credits a day, refilled at 00:00 UTC. A face costs {_prices(prices)}; "
        "what costs more than a little is told before.\n"
        f"-# Up to {id_limit} ids. Of a saved face I keep a sealed template, never the photo. "
        "Pictures of a swap, and the face of a one-shot swap, are erased after "
        f"{_count(retention_days, 'day')}, or with Delete.",
    )


def _prices(prices: Prices) -> str:
    return (
        f"1 in a picture, {prices.animation_frame.normalize():f} a frame in a GIF, "
        f"{prices.video_second.normalize():f} a second in a video"
    )


def relative(moment: datetime) -> str:
    """Return a time as Discord shows it: in how long, in the reader's words."""
    return f"<t:{int(moment.timestamp())}:R>"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
