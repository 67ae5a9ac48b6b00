"""Files on their way into a message or an option."""

import re
from dataclasses import dataclass

from playground.cdn import Blob, Cdn, inspect
from playground.errors import ApiError, Refusal
from playground.model import Attachment
from playground.snowflakes import Snowflakes


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that somebody sends.

    Attributes:
        filename: Name as the sender has it; Discord simplifies it.
        data: The bytes.
        description: Alternative text.
        spoiler: Whether the client blurs it.
    """

    filename: str
    data: bytes
    description: str | None = None
    spoiler: bool = False


@dataclass(frozen=True, slots=True)
class Parcel:
    """An attachment that is not yet on the CDN, with its bytes."""

    attachment: Attachment
    blob: Blob

    def deliver(self, cdn: Cdn) -> Attachment:
        """Put the bytes on the CDN."""
        cdn.put(self.attachment.path, self.blob)
        return self.attachment


def pack(upload: Upload, ids: Snowflakes, *, folder: str, limit: int, ephemeral: bool) -> Parcel:
    """Make an attachment of an upload.

    Args:
        upload: The file.
        ids: Where the attachment's id comes from.
        folder: CDN folder, for example `/attachments/<channel id>`.
        limit: Bytes that one file may have.
        ephemeral: Whether the link lives only as long as its message.

    Raises:
        ApiError: 413, code 40005, when the file is over the limit.
    """
    if len(upload.data) > limit:
        raise ApiError(Refusal.TOO_LARGE)
    name = simplified(upload.filename)
    blob = inspect(upload.data, name)
    attachment_id = ids.next()
    attachment = Attachment(
        id=attachment_id,
        filename=name,
        path=f"{folder}/{attachment_id}/{name}",
        size=len(upload.data),
        content_type=blob.content_type,
        width=blob.width,
        height=blob.height,
        description=upload.description,
        spoiler=upload.spoiler or name.startswith("SPOILER_"),
        ephemeral=ephemeral,
    )
    return Parcel(attachment, blob)


def simplified(filename: str) -> str:
    """The name Discord keeps: ASCII letters, digits, dots, dashes and underscores."""
    kept = re.sub(r"[^\w.\-]", "", filename.replace(" ", "_"), flags=re.ASCII)
    stem, dot, suffix = kept.rpartition(".")
    if not dot:
        return kept or "unknown"
    return f"{stem or 'unknown'}.{suffix}"
