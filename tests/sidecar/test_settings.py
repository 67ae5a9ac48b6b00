from __future__ import annotations

from dataclasses import replace

import pytest
from pydantic import ValidationError

from faceswap.domain.clip import ClipLimits
from faceswap.domain.errors import MEGABYTE
from faceswap.domain.media import PictureLimits
from faceswap.sidecar.desk import Bounds
from faceswap.sidecar.settings import SidecarSettings


def test_the_defaults_are_those_of_the_values():
    settings = SidecarSettings()
    assert settings.bounds == Bounds()
    assert settings.pictures == PictureLimits()
    assert settings.limits.picture_bytes == PictureLimits().most_bytes
    assert settings.limits.clip_bytes == settings.clip_limits.most_bytes
    # Megapixels are round numbers.
    assert replace(settings.clip_limits, most_pixels=ClipLimits().most_pixels) == ClipLimits()
    assert settings.clip_limits.most_pixels == 9_500_000
    assert settings.host == "127.0.0.1"


def test_settings_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("VISAGE_SIDECAR_LISTEN", "[::1]:0")
    monkeypatch.setenv("VISAGE_SIDECAR_KEY", "hunter2")
    monkeypatch.setenv("VISAGE_SIDECAR_SLOTS", "2")
    monkeypatch.setenv("VISAGE_SIDECAR_KEEP_MEGABYTES", "64")
    monkeypatch.setenv("VISAGE_SIDECAR_PICTURE_MEGABYTES", "50")
    monkeypatch.setenv("VISAGE_SIDECAR_CLIPS", "3")
    monkeypatch.setenv("VISAGE_SIDECAR_CLIP_MEGABYTES", "200")
    monkeypatch.setenv("VISAGE_SIDECAR_CLIP_SECONDS", "60.5")
    monkeypatch.setenv("VISAGE_SIDECAR_CLIP_FRAMES", "900")
    monkeypatch.setenv("VISAGE_SIDECAR_CLIP_MEGAPIXELS", "2.1")
    monkeypatch.setenv("VISAGE_SIDECAR_MAKER", "scenes")
    monkeypatch.setenv("VISAGE_SIDECAR_URL", "http://elsewhere")
    settings = SidecarSettings()
    assert (settings.host, settings.port) == ("::1", 0)
    assert (settings.bounds.slots, settings.bounds.keep_bytes) == (2, 64 * MEGABYTE)
    assert settings.limits.picture_bytes == settings.pictures.most_bytes == 50 * MEGABYTE
    assert settings.clip_limits == ClipLimits(200 * MEGABYTE, 60.5, 900, 2_100_000)
    assert settings.limits.clip_bytes == 200 * MEGABYTE
    assert (settings.bounds.clips, settings.bounds.clip_work_seconds) == (3, 600 + 605)
    assert "hunter2" not in repr(settings)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("listen", ""),
        ("listen", "8787"),
        ("listen", "127.0.0.1"),
        ("listen", "127.0.0.1:"),
        ("listen", "127.0.0.1:70000"),
        ("listen", "127.0.0.1:http"),
        ("slots", "0"),
        ("slots", "many"),
        ("waiting", "-1"),
        ("clips", "0"),
        ("clip_megabytes", "0"),
        ("clip_seconds", "inf"),
        ("clip_seconds", "0"),
        ("clip_frames", "0"),
        ("clip_megapixels", "nan"),
        ("keep_minutes", "0"),
        ("keep_minutes", "nan"),
        ("maker", "magic"),
        ("log", "xml"),
    ],
)
def test_settings_that_make_no_sense_are_refused(name, value):
    with pytest.raises(ValidationError):
        SidecarSettings(**{name: value})
