"""Files as they arrive, and as they are stored."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from faceswap.app.context import App, Rules
from faceswap.domain.errors import AnimatedPicture, FileTooLarge, JobGone, NoPicture, NotAStill
from faceswap.domain.job import StoredFile
from faceswap.domain.kinds import moving_kind
from faceswap.domain.media import NamedBytes


async def which_move(targets: Sequence[NamedBytes], rules: Rules) -> list[bool]:
    """Tell which targets move; refuse those that can be refused without opening them.

    Raises:
        NoPicture: There are none.
        FileTooLarge: One has more bytes than are taken.
    """
    if not targets:
        raise NoPicture
    for file in targets:
        _refuse_large(file, rules.most_bytes)
    moving = [await _moves(file) for file in targets]
    for file, moves in zip(targets, moving, strict=True):
        _refuse_large(file, rules.clips.most_bytes if moves else rules.limits.most_bytes)
    return moving


async def refuse_photos(photos: Sequence[NamedBytes], rules: Rules) -> None:
    """Refuse photos of a face that can be refused without opening them.

    Raises:
        NoPicture: There are none.
        AnimatedPicture: One moves.
        FileTooLarge: One has more bytes than are taken.
    """
    if not photos:
        raise NoPicture
    for photo in photos:
        _refuse_large(photo, rules.most_bytes)
        if await _moves(photo):
            raise AnimatedPicture(name=photo.name)
        _refuse_large(photo, rules.limits.most_bytes)


async def refuse_moving(pictures: Sequence[NamedBytes], rules: Rules) -> None:
    """Refuse pictures that people are cut out of, or put before, that can be refused unopened.

    Raises:
        NotAStill: One moves.
        FileTooLarge: One has more bytes than are taken.
    """
    for picture in pictures:
        _refuse_large(picture, rules.most_bytes)
        if await _moves(picture):
            raise NotAStill(name=picture.name)
        _refuse_large(picture, rules.limits.most_bytes)


async def load_file(app: App, file: StoredFile) -> NamedBytes:
    """Return a stored file.

    Raises:
        JobGone: It is no longer there, or does not open.
    """
    try:
        return NamedBytes(file.name, await app.blobs.get(file.blob))
    except KeyError:
        raise JobGone from None


def _refuse_large(file: NamedBytes, limit: int) -> None:
    if len(file.data) > limit:
        raise FileTooLarge(name=file.name, size=len(file.data), limit=limit)


async def _moves(file: NamedBytes) -> bool:
    """Tell whether a file moves, which of a large GIF takes many steps to tell."""
    return await asyncio.to_thread(moving_kind, file.data) is not None
