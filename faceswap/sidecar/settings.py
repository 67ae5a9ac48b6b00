"""What the sidecar is told through its environment."""

from __future__ import annotations

import re
from typing import Literal

from pydantic import Field, SecretStr, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from faceswap.apis.native.facade import Limits
from faceswap.domain.errors import MEGABYTE
from faceswap.domain.media import PictureLimits
from faceswap.sidecar.desk import Bounds


class SidecarSettings(BaseSettings):
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
    slots: int = Field(default=1, ge=1, le=64, description="How many swaps are worked on at once.")
    waiting: int = Field(default=4, ge=0, le=1000, description="How many more may wait for a slot.")
    keep_minutes: float = Field(
        default=15, gt=0, le=1440, description="How long a result can be fetched."
    )
    keep_megabytes: int = Field(default=128, ge=1, description="How much memory results may take.")
    picture_megabytes: int = Field(default=25, ge=1, description="The largest picture file taken.")
    picture_megapixels: int = Field(default=60, ge=1, description="The most pixels decoded.")
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
    def limits(self) -> Limits:
        """Return how much of a request is read."""
        return Limits(picture_bytes=self.pictures.most_bytes)

    @property
    def bounds(self) -> Bounds:
        """Return how much is done and kept."""
        return Bounds(
            slots=self.slots,
            waiting=self.waiting,
            keep_seconds=self.keep_minutes * 60,
            keep_bytes=self.keep_megabytes * MEGABYTE,
        )
