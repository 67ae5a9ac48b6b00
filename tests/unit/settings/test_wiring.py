"""Putting it all together, and taking it apart."""

import asyncio
import stat
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
from structlog.testing import capture_logs

from faceswap.app import Rules
from faceswap.domain.clip import ClipLimits
from faceswap.domain.credits import Prices
from faceswap.domain.errors import BackendDown
from faceswap.settings import Settings
from faceswap.storage.errors import StorageRefused
from faceswap.wiring import make_private_folder, open_app, open_sidecar, rules
from tests.fakes.notifier import ListNotifier
from tests.sidecar.stack import FAKE_COMMAND


@pytest.fixture
def settings(tmp_path):
    """Settings with a sidecar that is somewhere else, and not there."""
    return Settings(
        data=tmp_path / "data",
        sidecar_url="http://127.0.0.1:9",
        sidecar_key="a key of sixteen or more",
        secret_key="a long and secret text",
    )


def test_the_rules_are_the_operators():
    settings = Settings(
        daily_credits=7,
        ids_per_member=3,
        retention_days=2,
        forget_server_days=3,
        largest_megabytes=4,
        largest_megapixels=5,
    )
    made = rules(settings)
    assert (made.allowance, made.id_limit, made.retention) == (7, 3, timedelta(days=2))
    assert made.forget_servers == timedelta(days=3)
    assert (made.limits.most_bytes, made.limits.most_pixels) == (4 * 2**20, 5_000_000)


def test_the_rules_for_clips_are_the_operators():
    settings = Settings(
        credits_per_video_second="0.5",
        credits_per_animation_frame="2",
        price_headshot=6,
        price_changebg=3,
        confirm_above=3,
        largest_clip_megabytes=30,
        longest_clip_seconds=40,
        most_clip_frames=50,
        largest_clip_megapixels="2.5",
    )
    made = rules(settings)
    assert (made.prices, made.confirm_above) == (Prices(Decimal("0.5"), Decimal(2), 6, 3), 3)
    assert made.clips == ClipLimits(30 * 2**20, 40.0, 50, 2_500_000)
    assert made.most_bytes == 30 * 2**20


def test_what_is_not_set_is_what_the_app_takes_by_itself():
    made, own = rules(Settings()), Rules()
    assert (made.prices, made.confirm_above) == (own.prices, own.confirm_above)
    assert made.clips == replace(own.clips, most_pixels=9_500_000)


async def test_an_app_is_opened_and_closed(settings):
    async with open_app(settings, ListNotifier()) as app:
        assert app.rules == rules(settings)
        shelf = await app.identities.shelf("somebody")
        assert shelf.names == []
        assert stat.S_IMODE(settings.data.stat().st_mode) == 0o700
        with pytest.raises(BackendDown):
            await app.enroller.enrol([])
    with pytest.raises(RuntimeError, match="closed"):
        await app.identities.shelf("somebody")
    # Where a secret is set, no key file is made.
    assert sorted(path.name for path in settings.data.iterdir()) == ["lock", "visage.db"]


async def test_without_a_secret_a_key_is_made(settings):
    async with open_app(settings.model_copy(update={"secret_key": None}), ListNotifier()):
        assert stat.S_IMODE((settings.data / "secret.key").stat().st_mode) == 0o600


async def test_a_sidecar_of_our_own(tmp_path):
    settings = Settings(data=tmp_path, swaps_at_once=3, clips_at_once=2)
    with capture_logs() as lines:
        async with open_sidecar(settings, FAKE_COMMAND) as sidecar:
            with pytest.raises(BackendDown):
                await sidecar.health()
            assert (await _health(sidecar)).slots == 3
    assert lines[-1]["event"] == "sidecar ended"


async def _health(sidecar):
    async with asyncio.timeout(20):
        while True:
            try:
                return await sidecar.health()
            except BackendDown:
                await asyncio.sleep(0.02)


def test_a_folder_that_others_can_read_is_closed_to_them(tmp_path):
    folder = tmp_path / "data"
    folder.mkdir(mode=0o755)
    with capture_logs() as lines:
        make_private_folder(folder)
        make_private_folder(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert len(lines) == 1


def test_a_folder_that_cannot_be_made(tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StorageRefused, match="choose one this user may write to with VISAGE_DATA"):
        make_private_folder(tmp_path / "file" / "data")
