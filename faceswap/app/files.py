"""Files as they arrive, and as they are stored."""

from __future__ import annotations

from collections.abc import Sequence

from faceswap.app.context import App
from faceswap.domain.errors import FileTooLarge, JobGone, NoPicture
from faceswap.domain.job import StoredFile
from faceswap.domain.media import NamedBytes, PictureLimits


def refuse_files(files: Sequence[NamedBytes], limits: PictureLimits) -> None:
    """Refuse what can be refused without opening it.

    Raises:
        NoPicture: There are no files.
        FileTooLarge: One has more bytes than are taken.
    """
    if not files:
        raise NoPicture
    for file in files:
        if len(file.data) > limits.most_bytes:
            raise FileTooLarge(name=file.name, size=len(file.data), limit=limits.most_bytes)


async def load_file(app: App, file: StoredFile) -> NamedBytes:
    """Return a stored file.

    Raises:
        JobGone: It is no longer there, or does not open.
    """
    try:
        return NamedBytes(file.name, await app.blobs.get(file.blob))
    except KeyError:
        raise JobGone from None
