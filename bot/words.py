"""What the bot says, beside the sentences of the errors, which are in `faceswap.domain.errors`."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from discord.utils import escape_markdown, escape_mentions

from faceswap.app.identities import SavedId
from faceswap.domain.credits import Balance
from faceswap.domain.errors import BackendBusy, VisageError
from faceswap.domain.identity import Shelf
from faceswap.domain.idlist import LEAVE, SOURCE

SHARP_WIDTH = 110.0
"""Pixels across a face below which a photo gives a softer result."""

# ── Buttons and fields ──────────────────────────────────────────────────────────────────────────

AGAIN = "Again"
ANOTHER = "Use another id"
DELETE = "Delete"
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
}
"""What is said of the options while they are typed."""

# ── While one waits ─────────────────────────────────────────────────────────────────────────────

WORKING = "⏳ Working on it. The picture will appear here."
_HELD = "Your swap is held and nothing is lost; the picture will appear here."
SAVING_HELD = "⏳ The swap engine is starting. Your photo is held; this takes a few seconds."


def waiting(reason: VisageError) -> str:
    """Say that a job is held."""
    if isinstance(reason, BackendBusy):
        return f"⏳ The swap engine has a lot to do. {_HELD}"
    return f"⏳ The swap engine is restarting. {_HELD}"


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

# ── Results ─────────────────────────────────────────────────────────────────────────────────────


def title(typed: str, asker: int, command: str) -> str:
    """Say what was swapped in, for whom, and how it was asked for."""
    what = f"**`{typed}`**" if typed else "**Face swap**"
    return f"{what} for <@{asker}> · {command}"


PICK_FACES = "**Somebody else?** Choose who goes to which face."
REDUCED = "Made smaller to fit what may be posted here."


def none_left(faces: int, who: str) -> str:
    """Tell whom a list names for more faces than its picture has."""
    return f"This picture has {_count(faces, 'face')}; none was left for `{who}`."


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


def help_blocks(allowance: int, id_limit: int, retention_days: int) -> Sequence[str]:
    """Return the help, as blocks of one screen."""
    return (
        "## Swap faces in pictures\n"
        "**1.** `/saveid` a name and a clear photo of a face.\n"
        "**2.** `/swapid` that name and a picture, or right-click any picture → Apps → "
        "**INSwapper**.",
        "**Swap**\n"
        "`/swapid` puts saved faces into a picture\n"
        "`/faceswap` takes a face from a photo and saves no id (`/picsi` is the same)\n"
        "**INSwapper** (right-click a message) uses your current id\n\n"
        "**Your ids**\n"
        "`/saveid` saves a face, up to three photos of it · `/setid` chooses the current one · "
        "`/listid` · `/delid` · `/delall`\n"
        "**Save as ID** (right-click a message) saves the face in its picture",
        "**Several faces**\n"
        "`anna,_,ben` goes from left to right; `_` leaves a face as it is\n"
        "`anna+ben` mixes up to three; `anna+anna+ben` is more anna\n"
        "One id alone goes to the largest face; you can pick others below the result.\n\n"
        "**Options**, behind the ids or in `options`\n"
        "`-m` keeps the picture's mouth · `-f` keeps its skin texture · `-s` sharpens",
        f"-# {allowance} credits a day, one for each swapped face, refilled at 00:00 UTC · up to "
        f"{id_limit} ids\n"
        "-# Of a saved face I keep a sealed template, never the photo. Pictures of a swap, and "
        f"the face of a one-shot swap, are erased after {_count(retention_days, 'day')}, or with "
        "Delete.",
    )


def relative(moment: datetime) -> str:
    """Return a time as Discord shows it: in how long, in the reader's words."""
    return f"<t:{int(moment.timestamp())}:R>"


def _count(number: int, thing: str) -> str:
    return f"{number} {thing}" if number == 1 else f"{number} {thing}s"
