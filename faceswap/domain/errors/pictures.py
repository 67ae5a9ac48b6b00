"""Files that are no picture we can work on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from faceswap.domain.errors.base import MEGABYTE, Refusal


@dataclass(eq=False)
class PictureRefused(Refusal):
    """The file is no picture we can work on; `name` is the file's, '' when it has none."""

    name: str = ""

    def words(self) -> dict[str, str]:
        """Return the fields in words; a nameless file is 'That file'."""
        return super().words() | {"name": self.name or "That file"}


@dataclass(eq=False)
class NoPicture(PictureRefused):
    """A message without anything to work on."""

    code: ClassVar[str] = "no_picture"
    says: ClassVar[str] = (
        "There is no picture in that message; please choose one that has a picture."
    )


@dataclass(eq=False)
class PictureGone(PictureRefused):
    """A file that was named and could not be fetched."""

    code: ClassVar[str] = "picture_gone"
    says: ClassVar[str] = "{name} could not be downloaded; please upload it again."


@dataclass(eq=False)
class NotAPicture(PictureRefused):
    """The bytes are no picture."""

    code: ClassVar[str] = "not_a_picture"
    says: ClassVar[str] = (
        "{name} is not a picture or video I can read; please send a JPEG, PNG, WebP, GIF or MP4."
    )


@dataclass(eq=False)
class UnsupportedPicture(PictureRefused):
    """A file of a kind we recognise and do not decode; `kind` is its usual name."""

    kind: str = ""

    code: ClassVar[str] = "unsupported_picture"
    says: ClassVar[str] = (
        "{name} is of the kind {kind}, which I cannot open; please save it as JPEG or PNG and try "
        "again."
    )


@dataclass(eq=False)
class BrokenPicture(PictureRefused):
    """Truncated or damaged."""

    code: ClassVar[str] = "broken_picture"
    says: ClassVar[str] = (
        "{name} is cut short or damaged; please upload it again, or open it and save it anew first."
    )


@dataclass(eq=False)
class FileTooLarge(PictureRefused):
    """More bytes than we take; `size` and `limit` in bytes."""

    size: int = 0
    limit: int = 0

    code: ClassVar[str] = "file_too_large"
    says: ClassVar[str] = (
        "{name} has {size} MB and I take up to {limit} MB; please send a smaller copy."
    )

    def words(self) -> dict[str, str]:
        """Return the fields in words, sizes in megabytes."""
        return super().words() | {
            "size": f"{self.size / MEGABYTE:.1f}",
            "limit": f"{self.limit / MEGABYTE:.0f}",
        }


@dataclass(eq=False)
class TooManyPixels(PictureRefused):
    """More pixels than we decode, by its header; `limit` in pixels."""

    width: int = 0
    height: int = 0
    limit: int = 0

    code: ClassVar[str] = "too_many_pixels"
    says: ClassVar[str] = (
        "{name} has {width} x {height} pixels and I take up to {limit} megapixels; please send a "
        "smaller copy."
    )

    def words(self) -> dict[str, str]:
        """Return the fields in words, the limit in megapixels."""
        return super().words() | {"limit": f"{self.limit / 1_000_000:.0f}"}


@dataclass(eq=False)
class PictureTooSmall(PictureRefused):
    """Fewer pixels than any face needs; sides in pixels."""

    width: int = 0
    height: int = 0
    least: int = 0

    code: ClassVar[str] = "picture_too_small"
    says: ClassVar[str] = (
        "{name} has only {width} x {height} pixels; please send one of at least {least} x {least}."
    )


@dataclass(eq=False)
class AnimatedPicture(PictureRefused):
    """A photo of a face was wanted, and this has more than one frame."""

    code: ClassVar[str] = "animated_picture"
    says: ClassVar[str] = (
        "{name} is animated and I can only learn a face from still photos; please send a single "
        "frame of it."
    )
