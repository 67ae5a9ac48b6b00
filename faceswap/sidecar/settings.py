"""What the sidecar is told through its environment."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import SettingsConfigDict

from faceswap.apis.native.uploads import Limits
from faceswap.domain.clip import ClipLimits
from faceswap.domain.errors import MEGABYTE
from faceswap.domain.media import PictureLimits
from faceswap.settings import MakerSettings
from faceswap.sidecar.desk import Bounds

WORK_SECONDS, WORK_RATIO = 600.0, 10.0
"""How long a clip may be worked on: so many seconds, and so many for each of the longest taken."""


class SidecarSettings(MakerSettings):
    """Settings of the sidecar, each from the variable of its name after `VISAGE_SIDECAR_`."""

    model_config = SettingsConfigDict(
        env_prefix="VISAGE_SIDECAR_", env_ignore_empty=True, extra="ignore", frozen=True
    )

    listen: str = Field(
        default="127.0.0.1:8787",
        description="Address and port to listen on; port 0 takes any free one.",
    )
    key: SecretStr = Field(
        default=SecretStr(""),
        description="The bearer key that callers must send, 16 characters or more; there is no "
        "default.",
    )
    slots: int = Field(
        default=1, ge=1, le=64, description="How many pictures are worked on at once."
    )
    waiting: int = Field(default=4, ge=0, le=1000, description="How many more may wait for a slot.")
    clips: int = Field(
        default=1, ge=1, le=64, description="How many clips are worked on at once, beside pictures."
    )
    keep_minutes: float = Field(
        default=15, gt=0, le=1440, description="How long a result can be fetched."
    )
    keep_megabytes: int = Field(default=128, ge=1, description="How much memory results may take.")
    picture_megabytes: int = Field(default=25, ge=1, description="The largest picture file taken.")
    picture_megapixels: int = Field(default=60, ge=1, description="The most pixels decoded.")
    clip_megabytes: int = Field(
        default=100, ge=1, le=1024, description="The largest clip file taken."
    )
    clip_seconds: float = Field(default=120, gt=0, le=86_400, description="The longest clip taken.")
    clip_frames: int = Field(default=7200, ge=1, description="The most frames of a clip.")
    clip_megapixels: float = Field(
        default=9.5, gt=0, le=1000, description="The most pixels of a clip's frame."
    )
    log: Literal["json", "console"] = Field(
        default="json", description="How log lines are written."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="What is logged."
    )

    @field_validator("listen")
    @classmethod
    def _is_an_address(cls, value: str) -> str:
        if not re.fullmatch(r"\S+:\d{1,5}", value) or int(value.rpartition(":")[2]) > 65535:
            raise ValueError("must be an address and a port, such as 127.0.0.1:8787")
        return value

    @property
    def host(self) -> str:
        """Return the address to listen on; a literal IPv6 one comes in brackets."""
        return self.listen.rpartition(":")[0].strip("[]")

    @property
    def port(self) -> int:
        """Return the port to listen on."""
        return int(self.listen.rpartition(":")[2])

    @property
    def pictures(self) -> PictureLimits:
        """Return what is taken in."""
        return PictureLimits(
            most_bytes=self.picture_megabytes * MEGABYTE,
            most_pixels=self.picture_megapixels * 1_000_000,
        )

    @property
    def clip_limits(self) -> ClipLimits:
        """Return what is taken in of clips."""
        return ClipLimits(
            most_bytes=self.clip_megabytes * MEGABYTE,
            most_seconds=self.clip_seconds,
            most_frames=self.clip_frames,
            most_pixels=round(self.clip_megapixels * 1_000_000),
        )

    @property
    def limits(self) -> Limits:
        """Return how much of a request is read."""
        return Limits(
            picture_bytes=self.pictures.most_bytes, clip_bytes=self.clip_limits.most_bytes
        )

    @property
    def bounds(self) -> Bounds:
        """Return how much is done and kept."""
        return Bounds(
            slots=self.slots,
            waiting=self.waiting,
            clips=self.clips,
            clip_work_seconds=WORK_SECONDS + WORK_RATIO * self.clip_seconds,
            keep_seconds=self.keep_minutes * 60,
            keep_bytes=self.keep_megabytes * MEGABYTE,
        )
