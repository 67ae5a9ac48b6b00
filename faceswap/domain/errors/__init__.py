"""The one tree of errors, each with its data and one sentence for the person who asked.

    VisageError
    ├── Refusal                 the asker can act on it; nothing is lost, nothing is charged
    │   ├── PictureRefused      NoPicture, PictureGone, NotAPicture, UnsupportedPicture,
    │   │                       BrokenPicture, FileTooLarge, TooManyPixels, PictureTooSmall,
    │   │                       AnimatedPicture, NotAStill,
    │   │                       ClipTooLong, TooManyFrames, BrokenClip, NoFrames
    │   ├── FaceRefused         NoFace, TooFewFaces, FaceTooSmall, FaceTooBlurred,
    │   │                       FaceTurnedAway, NobodyThere
    │   ├── IdRefused           BadIdName, UnknownId, TooManyIds, NoDefaultId, BadIdList,
    │   │                       NobodyChosen, IdUnreadable
    │   ├── OptionRefused       UnknownFlags, BadFlagValue, PackMissing
    │   ├── MakingRefused       MakerRefused, NoFaceMade
    │   ├── PromptRefused       EmptyPrompt, PromptTooLong, UnknownPromptFlags, NoPlace,
    │   │                       SexualContent, WordBlocked
    │   ├── MarkRefused         MarkTooLong, MarkUnwritable
    │   ├── JobRefused          NotYours, UnknownJob, JobGone, JobOver, NothingToRetry, StillAtWork,
    │   │                       Canceled, StoppedByModerator
    │   ├── ServerRefused       OnlyInServers, NotAModerator, ManagersOnly, ChannelForbidden,
    │   │                       ChannelNotAllowed, RoleNeeded, SavingRefused, AnimationsRefused,
    │   │                       VideosRefused, ClipTooLongHere, Banned, NotYourself,
    │   │                       ManagerNotBanned, NotBanned, BadUntil, BadNumber
    │   ├── NotEnoughCredits
    │   └── ResultTooLarge, ResultRefused
    └── Fault                   ours to mend; what was held goes back
        ├── BackendFault        BackendDown, BackendBusy, BackendLost, MakerDown
        ├── TookTooLong
        └── Unexpected

An error crosses a process as its `code` and `data()`; `from_wire` makes it whole again.
"""

from __future__ import annotations

from faceswap.domain.errors.base import MEGABYTE, Fault, Refusal, Unexpected, VisageError, from_wire
from faceswap.domain.errors.clips import BrokenClip, ClipTooLong, NoFrames, TooManyFrames
from faceswap.domain.errors.faces import (
    FaceRefused,
    FaceTooBlurred,
    FaceTooSmall,
    FaceTurnedAway,
    NobodyThere,
    NoFace,
    TooFewFaces,
)
from faceswap.domain.errors.faults import (
    BackendBusy,
    BackendDown,
    BackendFault,
    BackendLost,
    TookTooLong,
)
from faceswap.domain.errors.identities import (
    BadIdList,
    BadIdName,
    IdRefused,
    IdUnreadable,
    NobodyChosen,
    NoDefaultId,
    TooManyIds,
    UnknownId,
)
from faceswap.domain.errors.jobs import (
    Canceled,
    JobGone,
    JobOver,
    JobRefused,
    NotEnoughCredits,
    NothingToRetry,
    NotYours,
    ResultRefused,
    ResultTooLarge,
    StillAtWork,
    StoppedByModerator,
    TooManyOpenJobs,
    UnknownJob,
)
from faceswap.domain.errors.makers import (
    MakerDown,
    MakerRefused,
    MakingRefused,
    NoFaceMade,
    NotAStill,
)
from faceswap.domain.errors.marks import MarkRefused, MarkTooLong, MarkUnwritable
from faceswap.domain.errors.options import BadFlagValue, OptionRefused, PackMissing, UnknownFlags
from faceswap.domain.errors.pictures import (
    AnimatedPicture,
    BrokenPicture,
    FileTooLarge,
    NoPicture,
    NotAPicture,
    PictureGone,
    PictureRefused,
    PictureTooSmall,
    TooManyPixels,
    UnsupportedPicture,
)
from faceswap.domain.errors.prompts import (
    ContentRefused,
    EmptyPrompt,
    NoPlace,
    PromptRefused,
    PromptTooLong,
    SexualContent,
    UnknownPromptFlags,
    WordBlocked,
)
from faceswap.domain.errors.servers import (
    AnimationsRefused,
    BadNumber,
    BadUntil,
    Banned,
    ChannelForbidden,
    ChannelNotAllowed,
    ClipTooLongHere,
    ManagerNotBanned,
    ManagersOnly,
    NotAModerator,
    NotBanned,
    NotYourself,
    OnlyInServers,
    RoleNeeded,
    SavingRefused,
    ServerRefused,
    VideosRefused,
)

__all__ = [
    "MEGABYTE",
    "AnimatedPicture",
    "AnimationsRefused",
    "BackendBusy",
    "BackendDown",
    "BackendFault",
    "BackendLost",
    "BadFlagValue",
    "BadIdList",
    "BadIdName",
    "BadNumber",
    "BadUntil",
    "Banned",
    "BrokenClip",
    "BrokenPicture",
    "Canceled",
    "ChannelForbidden",
    "ChannelNotAllowed",
    "ClipTooLong",
    "ClipTooLongHere",
    "ContentRefused",
    "EmptyPrompt",
    "FaceRefused",
    "FaceTooBlurred",
    "FaceTooSmall",
    "FaceTurnedAway",
    "Fault",
    "FileTooLarge",
    "IdRefused",
    "IdUnreadable",
    "JobGone",
    "JobOver",
    "JobRefused",
    "MakerDown",
    "MakerRefused",
    "MakingRefused",
    "ManagerNotBanned",
    "ManagersOnly",
    "MarkRefused",
    "MarkTooLong",
    "MarkUnwritable",
    "NoDefaultId",
    "NoFace",
    "NoFaceMade",
    "NoFrames",
    "NoPicture",
    "NoPlace",
    "NobodyChosen",
    "NobodyThere",
    "NotAModerator",
    "NotAPicture",
    "NotAStill",
    "NotBanned",
    "NotEnoughCredits",
    "NotYours",
    "NotYourself",
    "NothingToRetry",
    "OnlyInServers",
    "OptionRefused",
    "PackMissing",
    "PictureGone",
    "PictureRefused",
    "PictureTooSmall",
    "PromptRefused",
    "PromptTooLong",
    "Refusal",
    "ResultRefused",
    "ResultTooLarge",
    "RoleNeeded",
    "SavingRefused",
    "ServerRefused",
    "SexualContent",
    "StillAtWork",
    "StoppedByModerator",
    "TooFewFaces",
    "TooManyFrames",
    "TooManyIds",
    "TooManyOpenJobs",
    "TooManyPixels",
    "TookTooLong",
    "Unexpected",
    "UnknownFlags",
    "UnknownId",
    "UnknownJob",
    "UnknownPromptFlags",
    "UnsupportedPicture",
    "VideosRefused",
    "VisageError",
    "WordBlocked",
    "from_wire",
]
