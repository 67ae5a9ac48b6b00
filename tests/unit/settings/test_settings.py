"""Settings: what they are, and what is said of those that cannot be used."""

import re
from decimal import Decimal
from pathlib import Path

import pytest

from faceswap.settings import Settings, SettingsRefused, known_variables, load_settings

EXAMPLE = Path(__file__).parents[3] / ".env.example"
SECRET = "a long and secret text"


@pytest.fixture(autouse=True)
def bare(monkeypatch):
    for name in known_variables():
        monkeypatch.delenv(name, raising=False)


def refusal(env_file=None):
    with pytest.raises(SettingsRefused) as refused:
        load_settings(env_file)
    return str(refused.value)


def test_defaults():
    settings = load_settings(None)
    assert settings.data == Path("visage-data")
    assert (settings.daily_credits, settings.ids_per_member, settings.retention_days) == (
        50,
        20,
        31,
    )
    assert (settings.largest_megabytes, settings.largest_megapixels) == (25, 60)
    assert (settings.credits_per_video_second, settings.credits_per_animation_frame) == (
        Decimal(1),
        Decimal("0.1"),
    )
    assert (settings.confirm_above, settings.clips_at_once) == (10, 1)
    assert (settings.forget_server_days, settings.maker) == (7, "scenes")
    assert (settings.swaps_at_once, settings.log, settings.log_level) == (1, "console", "info")
    assert (settings.sidecar_url, settings.secret_key) == ("", None)
    assert settings.discord_token.get_secret_value() == ""


def test_the_environment_goes_before_the_file(monkeypatch, tmp_path):
    file = tmp_path / ".env"
    file.write_text(
        "VISAGE_DAILY_CREDITS=7\nDISCORD_TOKEN=from the file\nVISAGE_LOG=JSON\nOTHER=1\n"
    )
    monkeypatch.setenv("VISAGE_DAILY_CREDITS", "8")
    settings = load_settings(file)
    assert (settings.daily_credits, settings.log) == (8, "json")
    assert settings.discord_token.get_secret_value() == "from the file"


def test_an_empty_value_is_none(monkeypatch):
    monkeypatch.setenv("VISAGE_SECRET_KEY", "")
    monkeypatch.setenv("VISAGE_DAILY_CREDITS", "")
    settings = load_settings(None)
    assert (settings.secret_key, settings.daily_credits) == (None, 50)


def test_a_file_that_is_not_there_is_fine(tmp_path):
    assert load_settings(tmp_path / "missing").daily_credits == 50


@pytest.mark.parametrize(
    ("name", "value", "sentence"),
    [
        (
            "VISAGE_DAILY_CREDITS",
            "many",
            "VISAGE_DAILY_CREDITS is 'many' and must be a whole number.",
        ),
        (
            "VISAGE_LARGEST_MEGABYTES",
            "0",
            "VISAGE_LARGEST_MEGABYTES is '0' and must be at least 1.",
        ),
        ("VISAGE_DAILY_CREDITS", "-1", "VISAGE_DAILY_CREDITS is '-1' and must be at least 0."),
        ("VISAGE_SWAPS_AT_ONCE", "65", "VISAGE_SWAPS_AT_ONCE is '65' and must be at most 64."),
        (
            "VISAGE_CREDITS_PER_VIDEO_SECOND",
            "0",
            "VISAGE_CREDITS_PER_VIDEO_SECOND is '0' and must be more than 0.",
        ),
        (
            "VISAGE_CREDITS_PER_ANIMATION_FRAME",
            "0,1",
            "VISAGE_CREDITS_PER_ANIMATION_FRAME is '0,1' and must be a number.",
        ),
        (
            "VISAGE_LARGEST_CLIP_MEGAPIXELS",
            "nan",
            "VISAGE_LARGEST_CLIP_MEGAPIXELS is 'nan' and must be a number.",
        ),
        (
            "VISAGE_MAKER",
            "magic",
            "VISAGE_MAKER is 'magic' and must be scenes, diffusers, openai or automatic1111.",
        ),
        (
            "VISAGE_MAKER",
            "diffusers",
            "VISAGE_MAKER_MODEL is not set and VISAGE_MAKER=diffusers needs it; set it to a "
            "pipeline's folder.",
        ),
        (
            "VISAGE_MAKER",
            "openai",
            "VISAGE_MAKER_URL is not set to an address and VISAGE_MAKER=openai needs it; set it to "
            "one such as http://127.0.0.1:7860.",
        ),
        ("VISAGE_LOG", "xml", "VISAGE_LOG is 'xml' and must be console or json."),
        (
            "VISAGE_LOG_LEVEL",
            "loud",
            "VISAGE_LOG_LEVEL is 'loud' and must be debug, info, warning or error.",
        ),
        (
            "VISAGE_SIDECAR_URL",
            "gpu:8787",
            "VISAGE_SIDECAR_URL is 'gpu:8787' and must be an address such as "
            "https://gpu.example:8787.",
        ),
        (
            "VISAGE_SIDECAR_URL",
            "https://gpu.example:8787",
            "VISAGE_SIDECAR_KEY is not set and VISAGE_SIDECAR_URL needs it; set it to the key that "
            "the sidecar was started with.",
        ),
        (
            "VISAGE_GATEWAY_URL",
            "media.example.org",
            "VISAGE_GATEWAY_URL is 'media.example.org' and must be an address such as "
            "https://media.example.org.",
        ),
        (
            "VISAGE_GATEWAY_PORT",
            "8780",
            "VISAGE_GATEWAY_URL is not set and VISAGE_GATEWAY_PORT needs it; set it to where "
            "members reach the gateway, such as https://media.example.org.",
        ),
        ("VISAGE_SECRET_KEY", "short", "VISAGE_SECRET_KEY must be at least 16 characters long."),
        ("VISAGE_SIDECAR_KEY", "short", "VISAGE_SIDECAR_KEY must be at least 16 characters long."),
    ],
)
def test_one_sentence_for_what_cannot_be_used(monkeypatch, name, value, sentence):
    monkeypatch.setenv(name, value)
    assert refusal() == sentence


def test_a_sentence_for_each(monkeypatch):
    monkeypatch.setenv("VISAGE_DAILY_CREDITS", "x")
    monkeypatch.setenv("VISAGE_LOG", "x")
    assert len(refusal().splitlines()) == 2


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("VISAGE_SECRET_KEY", "hunter2"),
        ("VISAGE_SIDECAR_URL", "ftp://me:hunter2@gpu"),
    ],
)
def test_secrets_are_not_repeated(monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    assert "hunter2" not in refusal()


def test_secrets_are_not_shown(monkeypatch):
    for name in ("DISCORD_TOKEN", "VISAGE_SECRET_KEY", "VISAGE_SIDECAR_KEY"):
        monkeypatch.setenv(name, SECRET)
    settings = load_settings(None)
    assert SECRET not in f"{settings!r} {settings}"


def test_a_name_in_the_file_that_is_no_setting(tmp_path):
    file = tmp_path / ".env"
    file.write_text("VISAGE_DAILY_CREDIT=7\nVISAGE_SIDECAR_SLOTS=2\nPATH_OF_MINE=1\n")
    assert refusal(file) == (
        f"VISAGE_DAILY_CREDIT in {file} is no setting; did you mean VISAGE_DAILY_CREDITS?"
    )


def test_the_example_shows_every_setting_with_its_default():
    shown = dict(re.findall(r"^#?([A-Z_]+)=(.*)$", EXAMPLE.read_text("utf-8"), re.MULTILINE))
    assert sorted(shown) == sorted(known_variables())
    for name, field in Settings.model_fields.items():
        default = field.get_default()
        text = "" if default is None or "Secret" in str(field.annotation) else str(default)
        assert shown[str(field.validation_alias or f"VISAGE_{name.upper()}")] == text


def test_the_example_can_be_used_as_it_is():
    assert load_settings(EXAMPLE) == load_settings(None)


def test_every_setting_is_described():
    for field in Settings.model_fields.values():
        assert field.description.endswith(".")
