"""The bot's data into one file, and back."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from faceswap.settings import Settings, SettingsRefused, load_settings
from faceswap.storage.backup import Saved, back_up
from faceswap.storage.errors import StorageRefused
from faceswap.storage.restore import restore
from faceswap.wiring import make_private_folder
from visage.terminal import Misused, ending, plural, say

MEGABYTE = 1024 * 1024


def save(target: Path, *, with_key: bool, force: bool) -> int:
    """Write a backup and return the exit code."""
    with ending() as end:
        if target.exists() and not force:
            raise Misused(f"{target} is there already; choose another name or use --force.")
        data, is_secret_set = _where()
        try:
            saved = back_up(data, target, datetime.now(UTC), with_key=with_key)
        except StorageRefused as refused:
            raise ValueError(str(refused)) from None
        say(f"{target}: {_what(saved)}.")
        say(_about_key(saved.has_key, is_secret_set))
    return end.code


def bring_back(archive: Path, *, force: bool) -> int:
    """Restore a backup and return the exit code."""
    with ending() as end:
        data, is_secret_set = _where()
        try:
            make_private_folder(data)
            restored = restore(archive, data, force=force)
        except StorageRefused as refused:
            raise ValueError(str(refused)) from None
        say(f"{data}: {_what(restored)} restored.")
        if not restored.has_key and not is_secret_set and not (data / "secret.key").exists():
            say(
                "The backup holds no key: put secret.key into the folder, or set "
                "VISAGE_SECRET_KEY, before the bot is started; nothing opens with another."
            )
    return end.code


def _where() -> tuple[Path, bool]:
    """Return the data folder, and whether a secret is set in place of the key file."""
    try:
        settings: Settings = load_settings()
    except SettingsRefused as refused:
        raise Misused(str(refused)) from None
    return settings.data, settings.secret_key is not None


def _what(saved: Saved) -> str:
    return f"database and {plural(saved.pictures, 'picture')}, {saved.size / MEGABYTE:.1f} MB"


def _about_key(has_key: bool, is_secret_set: bool) -> str:
    if has_key:
        return (
            "The key is in it: whoever has the file can open what is saved, so keep it as you keep "
            "a password."
        )
    where = "VISAGE_SECRET_KEY" if is_secret_set else "secret.key"
    return f"The key is not in it: keep {where} elsewhere, for nothing in it opens without."
