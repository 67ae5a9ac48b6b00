"""The result of a swap as one message, and what every result shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import discord
from discord import ui

from bot import made_words, words
from bot.language import say
from bot.ui.buttons import Again, Another, Delete
from bot.ui.linked import linked, open_buttons
from bot.ui.page import COLOUR, Page, file_of, layout, row
from bot.ui.picker import picked_from, picker_items
from bot.ui.title import title
from faceswap.app.linking import Link
from faceswap.domain.credits import Balance
from faceswap.domain.errors import Refusal
from faceswap.domain.identity import Shelf
from faceswap.domain.job import Job, StoredFile, SwappedPicture

MOST_FILES = 10
"""Files of one message, and pictures of one gallery."""
LONGEST_ALT = 256

Shown = tuple[StoredFile, str]
"""A stored file, and what it shows, for those who cannot see it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A job that is done, and what is told beside it; `data` has the shown files, by blob."""

    job: Job
    asker: int
    balance: Balance
    shelf: Shelf
    links: tuple[Link, ...] = ()
    data: Mapping[str, bytes] = field(repr=False)


def shown_files(job: Job) -> list[StoredFile]:
    """Return the stored files that the message shows, at most ten."""
    picked = picked_from(job)
    numbered = [picked.numbered] if picked and picked.numbered else []
    return [file for gallery in galleries(job) for file, _ in gallery] + numbered


def sizes_of(job: Job) -> dict[str, int]:
    """Return the bytes of the files that the message shows, by the names they have there."""
    return {_name(at, file): file.size for at, file in enumerate(shown_files(job), 1)}


def result_page(result: Result) -> Page:
    """Return the message: who asked for what, the pictures, what it cost, and what can be done."""
    job, shelf = result.job, result.shelf
    show = Show(result.data)
    parts: list[ui.Item[Any]] = [ui.TextDisplay(title(job, result.asker) + _faces(job))]
    for pictures in galleries(job):
        parts.append(ui.MediaGallery(*(show.item(file, alt) for file, alt in pictures)))
    parts += [ui.TextDisplay(words.left_out(refusal)) for refusal in refusals(job)]
    parts.append(ui.TextDisplay(_footer(result)))
    parts += open_buttons(result.links)
    parts.append(row(Again(job.id), Another(job.id), Delete(job.id)))
    items: list[ui.Item[Any]] = [ui.Container(*parts, accent_colour=COLOUR)]
    if (picked := picked_from(job)) and picked.numbered:
        alt = say("alt-numbered-clip" if picked.clip else "alt-numbered", count=len(picked.faces))
        numbered = show.item(picked.numbered, alt)
        items.append(ui.Container(*picker_items(job, picked, shelf, numbered)))
    return Page(layout(*items), tuple(show.files))


@dataclass
class Show:
    """Stored files on their way into a message, each under a name of its own."""

    data: Mapping[str, bytes]
    files: list[discord.File] = field(default_factory=list)

    def item(self, file: StoredFile, alt: str) -> discord.MediaGalleryItem:
        """Return a file as a part of a gallery, and have it sent along."""
        name = _name(len(self.files) + 1, file)
        made = file_of(name, self.data[file.blob], alt[:LONGEST_ALT])
        self.files.append(made)
        return discord.MediaGalleryItem(made, description=alt[:LONGEST_ALT])


def _name(at: int, file: StoredFile) -> str:
    return f"{at}-{file.name}"


def galleries(job: Job) -> list[list[Shown]]:
    """Return the pictures that are shown: a pair for each target while they fit, else the results.

    A gallery of two keeps their shapes; one of many is a mosaic. A clip stands alone and large: a
    still beside it would say little. So do several that were made to choose from.
    """
    done = _done(job)[:MOST_FILES]
    if job.request.making and len(done) > 1:
        return [[shown for picture in done for shown in _after(picture, job)]]
    if 2 * len(done) + (picked_from(job) is not None) <= MOST_FILES:
        return [_before(picture) + _after(picture, job) for picture in done]
    return [[shown for picture in done for shown in _after(picture, job)]]


def _before(picture: SwappedPicture) -> list[Shown]:
    if picture.clip or picture.before is None or picture.target is None:
        return []
    return [(picture.before, say("alt-before", name=picture.target.name))]


def _after(picture: SwappedPicture, job: Job) -> list[Shown]:
    if job.request.making or picture.target is None:
        alt = made_words.alt(job, picture.made, _who(job))
    else:
        alt = say("alt-after", name=picture.target.name, who=_who(job))
    shown = picture.after or picture.result
    return [(shown, alt)] if shown else []


def _done(job: Job) -> list[SwappedPicture]:
    return [each for each in job.outcome.pictures if each.result] if job.outcome else []


def refusals(job: Job) -> list[Refusal]:
    """Return why some of a job's pictures are not there."""
    pictures = job.outcome.pictures if job.outcome else ()
    return [each.refusal for each in pictures if isinstance(each.refusal, Refusal)]


def _who(job: Job) -> str:
    """Return whose face went in, for those who cannot see it."""
    if job.request.ids:
        return str(job.request.ids)
    return job.request.source.name if job.request.source else ""


def _faces(job: Job) -> str:
    """Tell how many faces were swapped, where that is not plain."""
    done = _done(job)
    found = sum(len(picture.faces) for picture in done)
    swapped = sum(len(picture.swapped) for picture in done)
    parts = [say("result-pictures", count=len(done))] if len(done) > 1 else []
    parts += [say("result-faces", swapped=swapped, found=found)] if found > 1 else []
    return "".join(f" · {part}" for part in parts)


def _footer(result: Result) -> str:
    done = _done(result.job)
    lines = [words.rendered(picture.clip) for picture in done if picture.clip]
    lines.append(words.cost(result.job.charged, result.balance))
    # Several that were made smaller in the same way are told of once.
    lines += dict.fromkeys(_how_reduced(picture) for picture in done if picture.was_reduced)
    lines += [linked(link) for link in result.links]
    lines += _none_left(result.job)
    return "\n".join(f"-# {line}" for line in lines)


def _how_reduced(picture: SwappedPicture) -> str:
    if picture.clip is None:
        return say("result-reduced")
    return words.fitted(picture.clip, picture.target.clip if picture.target else None)


def _none_left(job: Job) -> list[str]:
    """Tell whom the list names for faces that are not there; nobody pays for them."""
    ids, done = job.request.ids, _done(job)
    if ids is None:
        return []
    short = [picture for picture in done if ids.beyond(len(picture.faces))]
    if len(done) > 1:
        return [say("result-none-left-in", pictures=len(short))] if short else []
    return [
        words.none_left(
            len(picture.faces),
            ",".join(map(str, ids.beyond(len(picture.faces)))),
            moves=picture.clip is not None,
        )
        for picture in short
    ]
