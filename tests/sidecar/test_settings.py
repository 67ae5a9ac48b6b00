from __future__ import annotations

import pytest
from pydantic import ValidationError

from faceswap.domain.errors import MEGABYTE
from faceswap.domain.media import PictureLimits
from faceswap.sidecar.desk import Bounds
from faceswap.sidecar.settings import SidecarSettings


def test_the_defaults_are_those_of_the_values():
    settings = SidecarSettings()
    assert settings.bounds == Bounds()
    assert settings.pictures == PictureLimits()
    assert settings.limits.picture_bytes == PictureLimits().most_bytes
    assert settings.host == "127.0.0.1"


def test_settings_come_from_the_environment(monkeypatch):
    monkeypatch.setenv("VISAGE_SIDECAR_LISTEN", "[::1]:0")
    monkeypatch.setenv("VISAGE_SIDECAR_KEY", "hunter2")
    monkeypatch.setenv("VISAGE_SIDECAR_SLOTS", "2")
    monkeypatch.setenv("VISAGE_SIDECAR_KEEP_MEGABYTES", "64")
    monkeypatch.setenv("VISAGE_SIDECAR_PICTURE_MEGABYTES", "50")
    monkeypatch.setenv("VISAGE_SIDECAR_URL", "http://elsewhere")
    settings = SidecarSettings()
    assert (settings.host, settings.port) == ("::1", 0)
    assert (settings.bounds.slots, settings.bounds.keep_bytes) == (2, 64 * MEGABYTE)
    assert settings.limits.picture_bytes == settings.pictures.most_bytes == 50 * MEGABYTE
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
        ("keep_minutes", "0"),
        ("keep_minutes", "nan"),
        ("log", "xml"),
    ],
)
def test_settings_that_make_no_sense_are_refused(name, value):
    with pytest.raises(ValidationError):
        SidecarSettings(**{name: value})
