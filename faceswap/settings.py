"""What the operator decides, from the environment and an optional `.env`.

Nothing is read at import: `load_settings` is called by the programs' `__main__`.
"""

from __future__ import annotations

from decimal import Decimal
from difflib import get_close_matches
from pathlib import Path
from typing import Any, Literal, Self

from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic.fields import FieldInfo
from pydantic_settings import BaseSettings, DotEnvSettingsSource, SettingsConfigDict

ENV_FILE = Path(".env")
PREFIX = "VISAGE_"
SIDECAR_PREFIX = "VISAGE_SIDECAR_"
LONGEST_SHOWN = 40


class SettingsRefused(Exception):
    """Settings that cannot be used; the text is one readable line for each."""


class MakerSettings(BaseSettings):
    """Who makes pictures from words, and what it needs; the sidecar has settings of these names."""

    maker: Literal["scenes", "diffusers", "openai", "automatic1111"] = Field(
        default="scenes",
        description="Who makes pictures from words, for /headshot and /changebg: scenes, which are "
        "drawn here; diffusers, a pipeline on this machine; openai or automatic1111, a server that "
        "speaks their API. A sidecar elsewhere has settings of its own, VISAGE_SIDECAR_MAKER "
        "and so on.",
    )
    maker_url: str = Field(
        default="",
        description="Where the server of openai or automatic1111 is, such as "
        "http://127.0.0.1:8080/v1 or http://127.0.0.1:7860.",
    )
    maker_key: SecretStr = Field(
        default=SecretStr(""),
        description="The key that openai's server knows us by, or name:password for automatic1111.",
    )
    maker_model: str = Field(
        default="",
        description="The pipeline's folder or name, for diffusers; for a server, its model's name.",
    )
    maker_seconds: float = Field(
        default=300, gt=0, le=3600, description="How long a server may take for a picture."
    )

    @model_validator(mode="after")
    def _has_what_its_maker_needs(self) -> Self:
        if self.maker == "diffusers" and not self.maker_model:
            raise ValueError(
                "VISAGE_MAKER_MODEL is not set and VISAGE_MAKER=diffusers needs it; set it to a "
                "pipeline's folder."
            )
        is_server = self.maker in {"openai", "automatic1111"}
        scheme, _, rest = self.maker_url.partition("://")
        if is_server and (scheme not in {"http", "https"} or not rest.strip("/")):
            raise ValueError(
                f"VISAGE_MAKER_URL is not set to an address and VISAGE_MAKER={self.maker} needs "
                "it; set it to one such as http://127.0.0.1:7860."
            )
        return self


class Settings(MakerSettings):
    """Settings of the bot; `.env.example` shows them all."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file_encoding="utf-8",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
        hide_input_in_errors=True,
    )

    discord_token: SecretStr = Field(
        default=SecretStr(""),
        validation_alias="DISCORD_TOKEN",
        description="The bot's token: Discord developer portal, your application, Bot, Reset "
        "Token. Whoever has it is the bot.",
    )
    data: Path = Field(
        default=Path("visage-data"),
        description="The folder that keeps identities, jobs and pictures. It is made for its owner "
        "alone.",
    )
    secret_key: SecretStr | None = Field(
        default=None,
        min_length=16,
        description="Seals what is stored: any long random text. Without it, a key file is made in "
        "the data folder on the first start. What was saved opens with no other key.",
    )
    sidecar_url: str = Field(
        default="",
        description="Where the sidecar is that swaps the faces, such as https://gpu.example:8787. "
        "Without it, the bot starts one of its own on this machine.",
    )
    sidecar_key: SecretStr | None = Field(
        default=None,
        min_length=16,
        description="The key that the bot and the sidecar share; needed with VISAGE_SIDECAR_URL.",
    )
    daily_credits: int = Field(
        default=50,
        ge=0,
        le=1_000_000,
        description="Credits that each member has a day, from 00:00 UTC; a face swapped in a still "
        "costs one.",
    )
    credits_per_video_second: Decimal = Field(
        default=Decimal(1),
        gt=0,
        le=1000,
        description="Credits that each face costs for a second of a video. What a face comes to is "
        "rounded up to whole credits.",
    )
    credits_per_animation_frame: Decimal = Field(
        default=Decimal("0.1"),
        gt=0,
        le=1000,
        description="Credits that each face costs for a frame of a GIF or another animation, "
        "rounded up likewise.",
    )
    price_headshot: int = Field(
        default=4,
        ge=0,
        le=1000,
        description="Credits that each portrait made from words costs, where no server has another "
        "price.",
    )
    price_changebg: int = Field(
        default=2,
        ge=0,
        le=1000,
        description="Credits that each picture costs whose people are put elsewhere, likewise.",
    )
    confirm_above: int = Field(
        default=10,
        ge=0,
        le=1_000_000,
        description="A GIF or video that costs more credits than this is only begun when its asker "
        "has seen the price and agreed to it.",
    )
    open_jobs_per_member: int = Field(
        default=10,
        ge=1,
        le=1000,
        description="How many swaps of one member may wait or be worked on at once.",
    )
    open_jobs_per_server: int = Field(
        default=200,
        ge=1,
        le=100_000,
        description="How many swaps of one server may wait or be worked on at once.",
    )
    ids_per_member: int = Field(
        default=20, ge=1, le=1000, description="How many identities a member can save."
    )
    retention_days: int = Field(
        default=31,
        ge=1,
        le=3650,
        description="Days after which pictures of a swap are erased; its buttons then end too.",
    )
    forget_server_days: int = Field(
        default=7,
        ge=0,
        le=3650,
        description="Days after the bot has left a server when all that is stored of it is erased; "
        "when it comes back before, nothing is lost.",
    )
    largest_megabytes: int = Field(
        default=25, ge=1, le=500, description="The largest picture file taken, in MB."
    )
    largest_megapixels: int = Field(
        default=60, ge=1, le=500, description="The largest picture taken, in millions of pixels."
    )
    largest_clip_megabytes: int = Field(
        default=100, ge=1, le=500, description="The largest file of a GIF or video taken, in MB."
    )
    longest_clip_seconds: int = Field(
        default=120, ge=1, le=3600, description="The longest video taken, in seconds."
    )
    most_clip_frames: int = Field(
        default=7200, ge=1, le=216_000, description="The most frames of a GIF or video taken."
    )
    largest_clip_megapixels: Decimal = Field(
        default=Decimal("9.5"),
        gt=0,
        le=100,
        description="The largest frame of a GIF or video taken, in millions of pixels.",
    )
    swaps_at_once: int = Field(
        default=1,
        ge=1,
        le=64,
        description="How many swaps of stills are worked on at once. A sidecar elsewhere has a "
        "number of its own, VISAGE_SIDECAR_SLOTS.",
    )
    clips_at_once: int = Field(
        default=1,
        ge=1,
        le=64,
        description="How many GIFs and videos are worked on at once, beside the stills. A sidecar "
        "elsewhere has a number of its own, VISAGE_SIDECAR_CLIPS.",
    )
    gateway_port: int = Field(
        default=0,
        ge=0,
        le=65_535,
        description="The port of the gateway, where results can be had that are too large for "
        "Discord; 0 serves none, and they are refused.",
    )
    gateway_host: str = Field(
        default="127.0.0.1",
        description="The address it listens on. Put a server with a certificate before it.",
    )
    gateway_url: str = Field(
        default="",
        description="Where members reach the gateway, such as https://media.example.org; needed "
        "with VISAGE_GATEWAY_PORT.",
    )
    linked_megabytes: int = Field(
        default=100,
        ge=1,
        le=2000,
        description="Megabytes that a result may have which is linked to.",
    )
    metrics_port: int = Field(
        default=0,
        ge=0,
        le=65_535,
        description="The port on which /metrics is served for Prometheus; 0 serves none.",
    )
    metrics_host: str = Field(
        default="127.0.0.1",
        description="The address it listens on. The measures name nobody; still, nobody is asked "
        "for a key.",
    )
    log: Literal["console", "json"] = Field(
        default="console", description="How log lines are written: console for people, or json."
    )
    log_level: Literal["debug", "info", "warning", "error"] = Field(
        default="info", description="What is logged: debug, info, warning or error."
    )

    @field_validator("maker", "log", "log_level", mode="before")
    @classmethod
    def _in_any_case(cls, value: object) -> object:
        return value.lower() if isinstance(value, str) else value

    @field_validator("gateway_url")
    @classmethod
    def _is_a_base(cls, value: str) -> str:
        scheme, _, rest = value.partition("://")
        is_base = scheme in {"http", "https"} and rest.strip("/") and not {"?", "#"} & set(rest)
        if value and not is_base:
            raise ValueError("an address such as https://media.example.org")
        return value.rstrip("/")

    @model_validator(mode="after")
    def _has_an_address_for_the_gateway(self) -> Settings:
        if self.gateway_port and not self.gateway_url:
            raise ValueError(
                "VISAGE_GATEWAY_URL is not set and VISAGE_GATEWAY_PORT needs it; set it to where "
                "members reach the gateway, such as https://media.example.org."
            )
        return self

    @field_validator("sidecar_url")
    @classmethod
    def _is_an_address(cls, value: str) -> str:
        scheme, separator, rest = value.partition("://")
        if value and (scheme not in {"http", "https"} or not separator or not rest.strip("/")):
            raise ValueError("an address such as https://gpu.example:8787")
        return value.rstrip("/")

    @model_validator(mode="after")
    def _has_a_key_for_the_sidecar(self) -> Settings:
        if self.sidecar_url and not (self.sidecar_key and self.sidecar_key.get_secret_value()):
            raise ValueError(
                "VISAGE_SIDECAR_KEY is not set and VISAGE_SIDECAR_URL needs it; set it to the key "
                "that the sidecar was started with."
            )
        return self


def load_settings(env_file: Path | None = ENV_FILE) -> Settings:
    """Read the settings; the environment goes before the file.

    Raises:
        SettingsRefused: One cannot be used, or the file names one that there is not.
    """
    if unknown := _unknown_names(env_file):
        raise SettingsRefused("\n".join(unknown))
    try:
        return Settings(_env_file=env_file)  # pyright: ignore[reportCallIssue]
    except ValidationError as error:
        raise SettingsRefused("\n".join(_sentences(error))) from None


def variable(name: str, field: FieldInfo) -> str:
    """Return the environment variable of a field."""
    return str(field.validation_alias or f"{PREFIX}{name}".upper())


def known_variables() -> list[str]:
    """Return the environment variables of all settings."""
    return [variable(name, field) for name, field in Settings.model_fields.items()]


def _unknown_names(env_file: Path | None) -> list[str]:
    """Return a sentence for each name in the file that looks like a setting and is none."""
    if env_file is None or not env_file.is_file():
        return []
    known = known_variables()
    named = [name.upper() for name in DotEnvSettingsSource(Settings, env_file).env_vars]
    return [
        f"{name} in {env_file} is no setting{_nearest(name, known)}"
        for name in named
        if name.startswith(PREFIX) and name not in known and not name.startswith(SIDECAR_PREFIX)
    ]


def _nearest(name: str, known: list[str]) -> str:
    close = get_close_matches(name, known, n=1, cutoff=0.6)
    return f"; did you mean {close[0]}?" if close else "; .env.example shows those there are."


def _sentences(error: ValidationError) -> list[str]:
    return [_sentence(dict(each)) for each in error.errors(include_url=False)]


def _sentence(problem: dict[str, Any]) -> str:
    if not problem["loc"]:
        return str(problem["ctx"]["error"])
    name = str(problem["loc"][0])
    field = Settings.model_fields.get(name.lower())
    given = str(problem["input"])
    # An address may hold a password.
    is_secret = field is None or "Secret" in str(field.annotation) or "@" in given
    label = variable(name, field) if field else name
    value = "" if is_secret else f" is {given[:LONGEST_SHOWN]!r} and"
    return f"{label}{value} must be {_expected(problem)}."


EXPECTED = {
    "int_parsing": "a whole number",
    "int_from_float": "a whole number",
    "int_type": "a whole number",
    "decimal_parsing": "a number",
    "decimal_type": "a number",
    "finite_number": "a number",
    "greater_than": "more than {gt}",
    "greater_than_equal": "at least {ge}",
    "less_than_equal": "at most {le}",
    "string_too_short": "at least {min_length} characters long",
    "too_short": "at least {min_length} characters long",
    "value_error": "{error}",
}
"""What a value must be, by pydantic's kinds of error."""


def _expected(problem: dict[str, Any]) -> str:
    context = problem.get("ctx", {})
    if problem["type"] == "literal_error":
        return str(context["expected"]).replace("'", "")
    words = EXPECTED.get(problem["type"])
    return words.format(**context) if words else str(problem["msg"]).lower()
