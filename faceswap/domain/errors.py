"""The one tree of errors, each with its data and one sentence for the person who asked.

    VisageError
    ├── Refusal                 the asker can act on it; nothing is lost, nothing is charged
    │   ├── PictureRefused      NoPicture, PictureGone, NotAPicture, UnsupportedPicture,
    │   │                       BrokenPicture, FileTooLarge, TooManyPixels, PictureTooSmall,
    │   │                       AnimatedPicture
    │   ├── FaceRefused         NoFace, TooFewFaces, FaceTooSmall, FaceTooBlurred,
    │   │                       FaceTurnedAway
    │   ├── IdRefused           BadIdName, UnknownId, TooManyIds, NoDefaultId, BadIdList,
    │   │                       IdUnreadable
    │   ├── OptionRefused       UnknownFlags, BadFlagValue, PackMissing
    │   ├── JobRefused          NotYours, JobGone
    │   ├── NotEnoughCredits
    │   └── ResultTooLarge, ResultRefused
    └── Fault                   ours to mend; what was held goes back
        ├── BackendFault        BackendDown, BackendBusy, BackendLost
        ├── TookTooLong
        └── Unexpected

An error crosses a process as its `code` and `data()`; `from_wire` makes it whole again.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import Any, ClassVar, cast

MEGABYTE = 1024 * 1024


@dataclass(eq=False)
class VisageError(Exception):
    """Anything that went wrong and that somebody is told of."""

    code: ClassVar[str] = "error"
    says: ClassVar[str] = "Something went wrong."
    kinds: ClassVar[dict[str, type[VisageError]]] = {}

    def __init_subclass__(cls) -> None:
        """Register a class that has a code of its own."""
        if "code" in cls.__dict__:
            VisageError.kinds[cls.code] = cls

    def data(self) -> dict[str, Any]:
        """Return the error's fields as JSON values."""
        return {field.name: getattr(self, field.name) for field in dataclasses.fields(self)}

    def words(self) -> dict[str, str]:
        """Return the fields as the sentence shows them."""
        return {
            name: f"{value:.0f}" if isinstance(value, float) else str(value)
            for name, value in self.data().items()
        }

    def __str__(self) -> str:
        return self.says.format(**self.words())


def from_wire(code: str, data: object) -> VisageError:
    """Rebuild an error from its code and data; an unknown or ill-formed one is `Unexpected`."""
    kind = VisageError.kinds.get(code)
    if kind is None or not isinstance(data, dict):
        return Unexpected()
    known = {field.name for field in dataclasses.fields(kind)}
    given = cast("dict[str, Any]", data)
    error = kind(**{name: value for name, value in given.items() if name in known})
    try:
        str(error)
    except (TypeError, ValueError):
        return Unexpected()
    return error


@dataclass(eq=False)
class Refusal(VisageError):
    """The asker can act on it."""


@dataclass(eq=False)
class Fault(VisageError):
    """Ours to mend."""


# Pictures


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
        "{name} is not a picture I can read; please send a JPEG, PNG, WebP, AVIF, BMP or TIFF."
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
    """More than one frame."""

    code: ClassVar[str] = "animated_picture"
    says: ClassVar[str] = (
        "{name} is animated and I can only work on still pictures so far; please send a single "
        "frame."
    )


# Faces


@dataclass(eq=False)
class FaceRefused(Refusal):
    """There is no face we can work with in the file called `name`."""

    name: str = ""

    def words(self) -> dict[str, str]:
        """Return the fields in words; a nameless file is 'that picture'."""
        return super().words() | {"name": self.name or "that picture"}


@dataclass(eq=False)
class NoFace(FaceRefused):
    """No face was found."""

    code: ClassVar[str] = "no_face"
    says: ClassVar[str] = (
        "I found no face in {name}; please send a picture that shows one clearly and not from "
        "behind."
    )


@dataclass(eq=False)
class TooFewFaces(FaceRefused):
    """The first place of an id list that is not `_` lies beyond the faces `found`."""

    found: int = 0
    place: int = 0

    code: ClassVar[str] = "too_few_faces"
    says: ClassVar[str] = (
        "The id list is for face {place} from the left and {name} has {found}; please shorten the "
        "list."
    )


@dataclass(eq=False)
class FaceTooSmall(FaceRefused):
    """A face too small to use; widths in pixels."""

    width: float = 0.0
    least: float = 0.0

    code: ClassVar[str] = "face_too_small"
    says: ClassVar[str] = (
        "The face in {name} is only {width} pixels wide and I need {least}; please send a closer "
        "or larger picture."
    )


@dataclass(eq=False)
class FaceTooBlurred(FaceRefused):
    """A face too blurred to learn from; width in pixels."""

    width: float = 0.0

    code: ClassVar[str] = "face_too_blurred"
    says: ClassVar[str] = (
        "The face in {name} ({width} pixels wide) is too blurred to learn from; please send a "
        "sharper picture."
    )


@dataclass(eq=False)
class FaceTurnedAway(FaceRefused):
    """A face turned further than its mesh can be trusted; degrees of yaw."""

    yaw: float = 0.0

    code: ClassVar[str] = "face_turned_away"
    says: ClassVar[str] = (
        "The face in {name} is turned {yaw} degrees to the side; please send one that looks more "
        "towards the camera."
    )


# Identities


@dataclass(eq=False)
class IdRefused(Refusal):
    """Something is wrong with an id."""


@dataclass(eq=False)
class BadIdName(IdRefused):
    """Not a name an id can have."""

    name: str = ""

    code: ClassVar[str] = "bad_id_name"
    says: ClassVar[str] = (
        '"{name}" cannot be an id: use 1 to 10 letters and digits without spaces, such as me or '
        "anna2."
    )

    def words(self) -> dict[str, str]:
        """Return the fields in words, a long name cut."""
        return {"name": self.name if len(self.name) <= 40 else f"{self.name[:40]}…"}


@dataclass(eq=False)
class UnknownId(IdRefused):
    """No such id; `nearest` is the closest name the member has, '' for none, of `count` ids."""

    name: str = ""
    nearest: str = ""
    count: int = 0

    code: ClassVar[str] = "unknown_id"

    def __str__(self) -> str:
        if self.nearest:
            return f'You have no id "{self.name}"; did you mean "{self.nearest}"?'
        if self.count:
            return f'You have no id "{self.name}"; /listid shows those you have.'
        return f'You have no id "{self.name}" yet; save a face under that name with /saveid.'


@dataclass(eq=False)
class TooManyIds(IdRefused):
    """The member's shelf is full."""

    limit: int = 0

    code: ClassVar[str] = "too_many_ids"
    says: ClassVar[str] = (
        "You have {limit} ids already, as many as are kept here; delete one with /delid, or save "
        "over a name you have."
    )


@dataclass(eq=False)
class NoDefaultId(IdRefused):
    """Nothing to swap in."""

    code: ClassVar[str] = "no_default_id"
    says: ClassVar[str] = (
        "You have no current id yet; save a face with /saveid, or choose an id with /setid."
    )


@dataclass(eq=False)
class BadIdList(IdRefused):
    """A list of ids that cannot be read; `why` ends the sentence's first half."""

    text: str = ""
    why: str = ""

    code: ClassVar[str] = "bad_id_list"
    says: ClassVar[str] = (
        '"{text}" cannot be read as ids: {why}; write them as a,b,_ from left to right and mix '
        "with a+b."
    )

    def words(self) -> dict[str, str]:
        """Return the fields in words, a long text cut."""
        text = self.text if len(self.text) <= 60 else f"{self.text[:60]}…"
        return {"text": text, "why": self.why}


@dataclass(eq=False)
class IdUnreadable(IdRefused):
    """The stored template cannot be opened any more (another key, or another engine)."""

    name: str = ""

    code: ClassVar[str] = "id_unreadable"
    says: ClassVar[str] = (
        'The id "{name}" was saved with settings that are gone; please save it again with /saveid.'
    )


# Options


@dataclass(eq=False)
class OptionRefused(Refusal):
    """Something is wrong with a flag."""


@dataclass(eq=False)
class UnknownFlags(OptionRefused):
    """Flags nobody defined; `flags` is a list in the order given."""

    flags: list[str] = dataclasses.field(default_factory=list[str])

    code: ClassVar[str] = "unknown_flags"
    says: ClassVar[str] = (
        "I do not know {flags}; the options are -m, -f and -s, and /help explains them."
    )

    def words(self) -> dict[str, str]:
        """Return the fields in words."""
        return {"flags": ", ".join(flag[:40] for flag in self.flags[:5])}


@dataclass(eq=False)
class BadFlagValue(OptionRefused):
    """A flag with a value it cannot take; `expects` says what it takes."""

    flag: str = ""
    value: str = ""
    expects: str = ""

    code: ClassVar[str] = "bad_flag_value"
    says: ClassVar[str] = '{flag} takes {expects}, not "{value}".'


@dataclass(eq=False)
class PackMissing(OptionRefused):
    """A flag that needs models which are not installed."""

    flag: str = ""
    pack: str = ""

    code: ClassVar[str] = "pack_missing"
    says: ClassVar[str] = (
        "{flag} needs the model pack {pack}, which is not installed here; leave it out, or ask the "
        "server's owner to install it."
    )


# Jobs and credits


@dataclass(eq=False)
class JobRefused(Refusal):
    """The job cannot be acted on."""


@dataclass(eq=False)
class NotYours(JobRefused):
    """Somebody else's job; `moderators` tells that they may do this too."""

    moderators: bool = False

    code: ClassVar[str] = "not_yours"

    def __str__(self) -> str:
        others = ", or a moderator," if self.moderators else ""
        return f"Only the member who asked for it{others} can do that."


@dataclass(eq=False)
class JobGone(JobRefused):
    """No longer stored."""

    code: ClassVar[str] = "job_gone"
    says: ClassVar[str] = "That swap is no longer stored; please start a new one."


@dataclass(eq=False)
class NotEnoughCredits(Refusal):
    """The account cannot pay; `refill` in seconds since the epoch."""

    needed: int = 0
    left: int = 0
    refill: int = 0

    code: ClassVar[str] = "not_enough_credits"
    says: ClassVar[str] = (
        "This costs {needed} and you have {left} of today's credits left; they are refilled at "
        "00:00 UTC."
    )


@dataclass(eq=False)
class ResultTooLarge(Refusal):
    """The result does not fit where it should go, also when encoded smaller; bytes.

    `limit` is 0 where it is not known.
    """

    size: int = 0
    limit: int = 0

    code: ClassVar[str] = "result_too_large"
    says: ClassVar[str] = (
        "The result has {size} MB and {limit} may be posted here, so nothing was charged; please "
        "send a smaller picture."
    )

    def words(self) -> dict[str, str]:
        """Return the fields in words, sizes in megabytes."""
        return {
            "size": f"{self.size / MEGABYTE:.1f}",
            "limit": f"at most {self.limit / MEGABYTE:.0f} MB" if self.limit else "less",
        }


@dataclass(eq=False)
class ResultRefused(Refusal):
    """The place where the result should go takes it in no size."""

    code: ClassVar[str] = "result_refused"
    says: ClassVar[str] = (
        "The result was made and could not be posted here, so nothing was charged; please try "
        "another picture, or another place."
    )


# Faults


@dataclass(eq=False)
class BackendFault(Fault):
    """The backend did not do its work; worth another attempt."""


@dataclass(eq=False)
class BackendDown(BackendFault):
    """It cannot be reached."""

    code: ClassVar[str] = "backend_down"
    says: ClassVar[str] = (
        "The swap engine is not answering just now, so nothing was charged; please try again in a "
        "few minutes."
    )


@dataclass(eq=False)
class BackendBusy(BackendFault):
    """It has no free slot."""

    code: ClassVar[str] = "backend_busy"
    says: ClassVar[str] = (
        "The swap engine has too much to do just now, so nothing was charged; please try again in "
        "a few minutes."
    )


@dataclass(eq=False)
class BackendLost(BackendFault):
    """It no longer knows the work, as after its restart."""

    code: ClassVar[str] = "backend_lost"
    says: ClassVar[str] = (
        "The swap engine was restarted while it worked on this, so nothing was charged; please try "
        "again."
    )


@dataclass(eq=False)
class TookTooLong(Fault):
    """Past the deadline."""

    code: ClassVar[str] = "took_too_long"
    says: ClassVar[str] = (
        "This took too long and was stopped; nothing was charged, please try again."
    )


@dataclass(eq=False)
class Unexpected(Fault):
    """A defect; the log has the rest under the job's id."""

    code: ClassVar[str] = "unexpected"
    says: ClassVar[str] = (
        "Something went wrong on my side, so nothing was charged; if it happens again, please tell "
        "the server's owner."
    )
