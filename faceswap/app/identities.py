"""A member's saved faces: save, choose, list, complete, delete."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from faceswap.app.choosing import choose
from faceswap.app.context import App
from faceswap.app.files import refuse_photos
from faceswap.app.policies import admit_saving
from faceswap.domain.errors import TooManyIds
from faceswap.domain.identity import Shelf, name_key, parse_name, unknown_id
from faceswap.domain.media import NamedBytes
from faceswap.domain.signs import plain_signs
from faceswap.domain.standing import NOWHERE, Standing

MOST_CHOICES = 25
LONGEST_CHOICE = 100
"""What Discord shows of an autocompletion, in entries and in characters of each."""


@dataclass(frozen=True, slots=True)
class SavedId:
    """What was saved: see `Identity`; `replaced` tells that the name was there before."""

    name: str
    replaced: bool
    engine: str
    photos: int
    face_width: float


async def save_id(
    app: App,
    owner: str,
    name: str,
    photos: Sequence[NamedBytes],
    standing: Standing = NOWHERE,
) -> SavedId:
    """Learn a face from photos of it and keep its template, not the photos.

    Raises:
        ServerRefused: The server's rules do not let the member save ids there.
        BadIdName: The name cannot be one.
        TooManyIds: The name is new and the shelf is full.
        PictureRefused: A photo is missing, too large or no picture.
        FaceRefused: A photo shows no face that can be learnt from.
        BackendFault: Nobody can learn faces just now.
    """
    await admit_saving(app, owner, standing)
    name = parse_name(name)
    await refuse_photos(photos, app.rules)
    _refuse_if_full(await app.identities.shelf(owner), name, app.rules.id_limit)
    template = await app.enroller.enrol(photos)
    replaced = await app.identities.save(
        owner, name, template, limit=app.rules.id_limit, now=app.clock.now()
    )
    return SavedId(name, replaced, template.engine, template.photos, template.width)


async def set_id(app: App, owner: str, text: str) -> str:
    """Make ids, with flags behind them, the current ones; return them as they are kept.

    Flags alone are added to the current ids.

    Raises:
        IdRefused: The ids cannot be read, are not there, or none is meant.
        OptionRefused: A flag cannot be had.
    """
    chosen = str(choose(await app.identities.shelf(owner), text))
    await app.identities.set_default(owner, chosen)
    return chosen


async def list_ids(app: App, owner: str) -> Shelf:
    """Return what a member has saved."""
    return await app.identities.shelf(owner)


async def delete_id(app: App, owner: str, name: str) -> str:
    """Erase an identity with its template; return its name as it was saved.

    Raises:
        UnknownId: There is none of this name.
    """
    identity = await app.identities.identity(owner, name.strip())
    if identity is None or not await app.identities.delete(owner, identity.name):
        raise unknown_id(name.strip(), await app.identities.shelf(owner))
    return identity.name


async def delete_all_ids(app: App, owner: str) -> int:
    """Erase all identities of a member and tell how many there were."""
    return await app.identities.delete_all(owner)


def complete_ids(shelf: Shelf, typed: str) -> list[str]:
    """Return what a list of ids that is being typed may become.

    The name behind the last comma or plus sign is completed and what stands before it is kept. Of
    the names that fit, those that begin with what was typed come first. Where nothing has been
    typed, the current list comes first.
    """
    kept, part = _split_last(plain_signs(typed))
    fitting = [kept + name for name in _fitting(shelf.names, part.strip())]
    if not typed.strip() and shelf.default:
        fitting = [shelf.default, *(name for name in fitting if name != shelf.default)]
    return [choice for choice in fitting if len(choice) <= LONGEST_CHOICE][:MOST_CHOICES]


def _refuse_if_full(shelf: Shelf, name: str, limit: int) -> None:
    """Refuse before the photos are looked at; `Identities.save` has the last word."""
    taken = {name_key(known) for known in shelf.names}
    if name_key(name) not in taken and len(taken) >= limit:
        raise TooManyIds(limit=limit)


def _split_last(typed: str) -> tuple[str, str]:
    """Cut a list in the making before its last name, white space staying with what is kept."""
    start = max(typed.rfind(","), typed.rfind("+")) + 1
    while start < len(typed) and typed[start].isspace():
        start += 1
    return typed[:start], typed[start:]


def _fitting(names: list[str], part: str) -> Iterator[str]:
    places = {name: name_key(name).find(name_key(part)) for name in names}
    yield from (name for name, place in places.items() if place == 0)
    yield from (name for name, place in places.items() if place > 0)
