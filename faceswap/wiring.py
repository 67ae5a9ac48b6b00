"""From settings to an app; the only file that knows every class."""

from __future__ import annotations

import os
from collections.abc import AsyncGenerator, Callable, Sequence
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

import httpx
import structlog

from faceswap.apis.native.child import COMMAND, SidecarChild
from faceswap.apis.native.client import Address, NativeBackend
from faceswap.app import App, Rules
from faceswap.app.measuring import Unmeasured
from faceswap.domain.caps import Caps
from faceswap.domain.clip import ClipLimits
from faceswap.domain.credits import Prices
from faceswap.domain.errors import MEGABYTE
from faceswap.domain.media import PictureLimits
from faceswap.jobs.clock import SystemClock
from faceswap.jobs.embedded import EmbeddedEngine
from faceswap.metrics.meter import PrometheusMeter
from faceswap.ports import Blobs, Clock, Notifier
from faceswap.settings import Settings
from faceswap.storage.audit import StoredAudit
from faceswap.storage.blobs import FileBlobs
from faceswap.storage.census import StoredCensus
from faceswap.storage.cipher import Cipher, find_key
from faceswap.storage.database import open_database
from faceswap.storage.erasures import StoredErasures
from faceswap.storage.errors import StorageRefused
from faceswap.storage.guilds import StoredGuilds
from faceswap.storage.identities import StoredIdentities
from faceswap.storage.job_lists import StoredJobLists
from faceswap.storage.jobs import StoredJobs
from faceswap.storage.ledger import StoredLedger
from faceswap.storage.links import SignedLinks
from faceswap.storage.lock import locked
from faceswap.storage.members import StoredMembers
from faceswap.storage.promises import StoredPromises

log = structlog.get_logger()

CONNECTIONS = httpx.Limits(max_connections=32, keepalive_expiry=30.0)


@asynccontextmanager
async def open_app(settings: Settings, notifier: Notifier) -> AsyncGenerator[App]:
    """Open the stores, and start a sidecar where none is given; at the end, stop and close them.

    `app.running` is what runs jobs, answers and upkeep then, once the notifier can speak. The
    sidecar is not waited for: until it is ready, jobs are held.

    Raises:
        StorageRefused: The data folder, its key or its database cannot be used, or is in use.
    """
    make_private_folder(settings.data)
    clock = SystemClock()
    async with AsyncExitStack() as stack:
        stack.enter_context(locked(settings.data))
        cipher = Cipher(find_key(_secret(settings), key_file(settings)))
        database = await open_database(database_file(settings))
        stack.push_async_callback(database.close)
        sidecar = await stack.enter_async_context(open_sidecar(settings))
        jobs = StoredJobs(database, cipher)
        yield App(
            backend=sidecar,
            enroller=sidecar,
            surveyor=sidecar,
            health=sidecar,
            identities=StoredIdentities(database, cipher),
            jobs=jobs,
            ledger=StoredLedger(database),
            lists=StoredJobLists(database, cipher),
            promises=StoredPromises(database, cipher),
            audit=StoredAudit(database),
            members=StoredMembers(database, cipher),
            guilds=StoredGuilds(database),
            erasures=StoredErasures(database),
            blobs=FileBlobs(pictures_folder(settings), cipher, clock),
            notifier=notifier,
            clock=clock,
            engine=EmbeddedEngine(
                jobs, clock, slots=settings.swaps_at_once, clip_slots=settings.clips_at_once
            ),
            rules=rules(settings),
            links=SignedLinks(cipher, settings.gateway_url) if settings.gateway_url else None,
            meter=PrometheusMeter(StoredCensus(database), sidecar)
            if settings.metrics_port
            else Unmeasured(),
        )


@asynccontextmanager
async def open_sidecar(
    settings: Settings, command: Sequence[str] = COMMAND
) -> AsyncGenerator[NativeBackend]:
    """Open the way to the sidecar that is given, or start one of our own and end it behind."""
    async with AsyncExitStack() as stack:
        if settings.sidecar_url and settings.sidecar_key:
            address = Address(settings.sidecar_url, settings.sidecar_key.get_secret_value())
            where: Callable[[], Address] = lambda: address  # noqa: E731
        else:
            child = SidecarChild(command, _child_settings(settings))
            where = (await stack.enter_async_context(child)).address
        # A proxy is for what is elsewhere.
        http = httpx.AsyncClient(limits=CONNECTIONS, trust_env=bool(settings.sidecar_url))
        await stack.enter_async_context(http)
        yield NativeBackend(http, where)


def rules(settings: Settings) -> Rules:
    """Return what the operator decides, as the app knows it."""
    return Rules(
        id_limit=settings.ids_per_member,
        allowance=settings.daily_credits,
        retention=timedelta(days=settings.retention_days),
        forget_servers=timedelta(days=settings.forget_server_days),
        limits=PictureLimits(
            most_bytes=settings.largest_megabytes * MEGABYTE,
            most_pixels=settings.largest_megapixels * 1_000_000,
        ),
        clips=ClipLimits(
            most_bytes=settings.largest_clip_megabytes * MEGABYTE,
            most_seconds=float(settings.longest_clip_seconds),
            most_frames=settings.most_clip_frames,
            most_pixels=int(settings.largest_clip_megapixels * 1_000_000),
        ),
        prices=Prices(
            settings.credits_per_video_second,
            settings.credits_per_animation_frame,
            settings.price_headshot,
            settings.price_changebg,
        ),
        confirm_above=settings.confirm_above,
        stills_at_once=settings.swaps_at_once,
        clips_at_once=settings.clips_at_once,
        caps=Caps(settings.open_jobs_per_member, settings.open_jobs_per_server),
        linked_bytes=settings.linked_megabytes * MEGABYTE if settings.gateway_url else 0,
    )


@dataclass(frozen=True, slots=True)
class Media:
    """What the gateway needs to open links."""

    blobs: Blobs
    links: SignedLinks
    clock: Clock


def open_media(settings: Settings) -> Media:
    """Open what is stored for those who have links to it, beside the bot that stores it.

    Raises:
        StorageRefused: The data folder's key cannot be had.
    """
    cipher, clock = Cipher(find_key(_secret(settings), key_file(settings))), SystemClock()
    blobs = FileBlobs(pictures_folder(settings), cipher, clock)
    return Media(blobs, SignedLinks(cipher, settings.gateway_url), clock)


def database_file(settings: Settings) -> Path:
    """Return where the database is."""
    return settings.data / "visage.db"


def pictures_folder(settings: Settings) -> Path:
    """Return where pictures are."""
    return settings.data / "pictures"


def key_file(settings: Settings) -> Path:
    """Return where the key is that is made when none is set."""
    return settings.data / "secret.key"


def make_private_folder(folder: Path) -> None:
    """Make the data folder for its owner alone.

    Raises:
        StorageRefused: It cannot be made, or is somebody else's.
    """
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if folder.stat().st_mode & 0o077:
            folder.chmod(0o700)
            log.warning("others could read the data folder; they no longer can", folder=str(folder))
        if not os.access(folder, os.W_OK | os.X_OK):
            raise PermissionError(13, "no permission to write")
    except OSError as error:
        raise StorageRefused(
            f"The data folder {folder} cannot be made or used ({error.strerror}); choose one this "
            "user may write to with VISAGE_DATA."
        ) from error


def _secret(settings: Settings) -> str | None:
    return settings.secret_key.get_secret_value() if settings.secret_key else None


def _child_settings(settings: Settings) -> dict[str, str]:
    return {
        "VISAGE_SIDECAR_SLOTS": str(settings.swaps_at_once),
        "VISAGE_SIDECAR_PICTURE_MEGABYTES": str(settings.largest_megabytes),
        "VISAGE_SIDECAR_PICTURE_MEGAPIXELS": str(settings.largest_megapixels),
        "VISAGE_SIDECAR_CLIPS": str(settings.clips_at_once),
        "VISAGE_SIDECAR_CLIP_MEGABYTES": str(settings.largest_clip_megabytes),
        "VISAGE_SIDECAR_CLIP_SECONDS": str(settings.longest_clip_seconds),
        "VISAGE_SIDECAR_CLIP_FRAMES": str(settings.most_clip_frames),
        "VISAGE_SIDECAR_CLIP_MEGAPIXELS": str(settings.largest_clip_megapixels),
        "VISAGE_SIDECAR_MAKER": settings.maker,
        "VISAGE_SIDECAR_MAKER_URL": settings.maker_url,
        "VISAGE_SIDECAR_MAKER_KEY": settings.maker_key.get_secret_value(),
        "VISAGE_SIDECAR_MAKER_MODEL": settings.maker_model,
        "VISAGE_SIDECAR_MAKER_SECONDS": str(settings.maker_seconds),
        "VISAGE_SIDECAR_LOG": settings.log,
        "VISAGE_SIDECAR_LOG_LEVEL": settings.log_level,
    }
