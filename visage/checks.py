"""What `visage doctor` looks at, one function for each; none of them changes anything."""

from __future__ import annotations

import asyncio
import os
import platform
import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from pathlib import Path

import httpx

from bot.versions import version_of
from faceswap.apis.native.client import Address, NativeBackend
from faceswap.apis.native.wire import HealthState
from faceswap.domain.clip import ClipLimits
from faceswap.domain.errors import BackendDown
from faceswap.domain.media import NamedBytes, PictureLimits
from faceswap.domain.options import PACK_FLAGS, Options
from faceswap.ports import SwapOrder, WeightedTemplate
from faceswap.settings import Settings
from faceswap.storage.migrate import versions
from faceswap.wiring import database_file, key_file
from visage.terminal import plural

PACKAGES = {
    "discord.py": "the bot",
    "ai-edge-litert": "runs the mesh engine's networks",
    "mediapipe": "carries the mesh engine's networks",
    "opencv-python-headless": "pictures",
    "pillow": "pictures and animations",
    "av": "videos",
    "cryptography": "seals what is stored",
}
SAMPLE = ("insightface", "insightface/data/images/t1.jpg")
LEAST_ROOM = 1 << 30
"""Bytes that should be free where pictures are kept."""
PATIENCE = 10.0


class State(StrEnum):
    """How a thing is: `NOTE` is worth knowing, `BROKEN` keeps the bot from working."""

    FINE = "fine"
    NOTE = "note"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    what: str
    state: State
    told: str


def fine(what: str, told: str) -> Finding:
    """Return a finding that all is well."""
    return Finding(what, State.FINE, told)


def note(what: str, told: str) -> Finding:
    """Return a finding that is worth knowing."""
    return Finding(what, State.NOTE, told)


def broken(what: str, told: str) -> Finding:
    """Return a finding that keeps the bot from working."""
    return Finding(what, State.BROKEN, told)


def machine() -> Iterator[Finding]:
    """Look at the machine."""
    python = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    yield fine("machine", f"{python}, {os.cpu_count()} cores")


def packages() -> Iterator[Finding]:
    """Look for what has to be installed."""
    found: list[str] = []
    for name, purpose in PACKAGES.items():
        if version := version_of(name):
            found.append(f"{name} {version}")
        else:
            yield broken(
                "packages", f"{name} is missing ({purpose}); remove .venv and make it anew."
            )
    yield fine("packages", ", ".join(found))


def engine() -> Iterator[Finding]:
    """Run the engine on a picture of six faces that comes with a package."""
    try:
        picture = NamedBytes("the sample", _sample())
    except (metadata.PackageNotFoundError, OSError):
        yield note("engine", "not tried: the package insightface with its sample is not installed.")
        return
    try:
        told = _try_engine(picture)
    except Exception as error:  # noqa: BLE001 - whatever it is, it is what was looked for
        yield broken("engine", f"mesh does not run: {type(error).__name__}: {error}")
        return
    yield told


def _sample() -> bytes:
    package, path = SAMPLE
    return Path(str(metadata.distribution(package).locate_file(path))).read_bytes()


def _try_engine(picture: NamedBytes) -> Finding:
    # Where this cannot be imported, that is a finding too.
    from visage.engine import load_studio

    began = time.perf_counter()
    with closing(load_studio(PictureLimits(), ClipLimits())) as studio:
        template = studio.enrol([picture])
        loaded = time.perf_counter()
        cast = ((WeightedTemplate(template, 1.0),),)
        result = studio.swap(SwapOrder(picture, cast, Options(), 1 << 30))
        swapped = time.perf_counter()
        about = f"{studio.engine.name} runs on {studio.engine.provider}"
    return fine(
        "engine",
        f"{about}; {len(result.faces)} faces found in the sample, loaded in "
        f"{loaded - began:.1f} s, swapped in {(swapped - loaded) * 1000:.0f} ms",
    )


def packs() -> Iterator[Finding]:
    """Tell which packs are missing, and what that costs."""
    missing: dict[str, list[str]] = {}
    for flag, wants in PACK_FLAGS.items():
        missing.setdefault(wants.pack, []).append(flag)
    told = "; ".join(f"without {pack}, no {' or '.join(flags)}" for pack, flags in missing.items())
    yield note("packs", f"there are none yet: {told}. Swaps themselves need none.")


def token(settings: Settings) -> Iterator[Finding]:
    """Tell whether there is a token; whether it is right, only Discord knows."""
    if settings.discord_token.get_secret_value().strip():
        yield fine("token", "DISCORD_TOKEN is set")
    else:
        yield note("token", "DISCORD_TOKEN is not set; the bot needs it, visage demo does not.")


def data_folder(settings: Settings) -> Iterator[Finding]:
    """Look at the data folder and the key in it."""
    folder = settings.data
    if not folder.exists():
        yield note("data", f"{folder} is made on the first start")
        return
    mode = folder.stat().st_mode & 0o777
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        yield broken("data", f"{folder} cannot be written to by this user.")
    elif mode & 0o077:
        yield broken("data", f"{folder} is open to others ({mode:o}); chmod 700 {folder}.")
    else:
        yield fine("data", f"{folder} is for its owner alone")
    free = shutil.disk_usage(folder).free
    if free < LEAST_ROOM:
        yield note("data", f"only {free / LEAST_ROOM:.1f} GB are free on the disk of {folder}.")
    yield _key(settings)


def _key(settings: Settings) -> Finding:
    if settings.secret_key:
        return fine("key", "VISAGE_SECRET_KEY is set")
    path = key_file(settings)
    if not path.exists():
        return note("key", f"{path} is made on the first start; keep a copy of it elsewhere.")
    if path.stat().st_mode & 0o077:
        return broken("key", f"{path} can be read by others; chmod 600 {path}.")
    return fine("key", f"{path} is for its owner alone; keep a copy of it elsewhere")


def database(settings: Settings) -> Iterator[Finding]:
    """Look at the database's version."""
    path, known = database_file(settings), versions()
    newest = known[0]
    if not path.exists():
        yield note("database", f"{path} is made on the first start, version {newest}")
        return
    try:
        # Read-only, so that nothing is migrated by looking.
        with sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True) as connection:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
        connection.close()
    except sqlite3.Error as error:
        yield broken("database", f"{path} cannot be read: {error}.")
        return
    version = row[0] if row else "none"
    if version == newest:
        yield fine("database", f"{path}, version {version}")
    elif version in known:
        yield note("database", f"{path}, version {version}; the next start brings it to {newest}")
    else:
        yield broken("database", f"{path} was written by a newer Visage ({version}); update this.")


def sidecar(settings: Settings) -> Iterator[Finding]:
    """Ask the sidecar how it is, where one is given."""
    if not settings.sidecar_url or settings.sidecar_key is None:
        yield fine("sidecar", "the bot starts one of its own")
        return
    address = Address(settings.sidecar_url, settings.sidecar_key.get_secret_value())
    yield asyncio.run(_ask_sidecar(address))


async def _ask_sidecar(address: Address) -> Finding:
    async with httpx.AsyncClient() as http:
        try:
            async with asyncio.timeout(PATIENCE):
                health = await NativeBackend(http, lambda: address).health()
        except (BackendDown, TimeoutError):
            return broken("sidecar", f"{address.url} does not answer as a sidecar.")
    if health.state is HealthState.STARTING:
        return note("sidecar", f"{address.url} is starting")
    clips = health.clips.slots if health.clips else 0
    slots = f"{plural(health.slots, 'picture')} and {plural(clips, 'clip')} at once"
    provider = f" on {health.provider}" if health.provider else ""
    about = f"engine {health.engine}{provider}, version {health.version}, {slots}"
    return fine("sidecar", f"{address.url} is {health.state.value}: {about}")
