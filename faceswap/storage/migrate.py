"""Bring a database to this version's tables."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from faceswap.storage.errors import StorageRefused

FOLDER = Path(__file__).with_name("migrations")


def upgrade(connection: Connection) -> None:
    """Migrate to the newest tables, in the transaction the connection is in.

    Raises:
        StorageRefused: The database has been migrated by a newer version.
    """
    config = config_for(connection)
    scripts = ScriptDirectory.from_config(config)
    current = MigrationContext.configure(connection).get_current_revision()
    if current == scripts.get_current_head():
        return
    if current not in {None, *(script.revision for script in scripts.walk_revisions())}:
        raise StorageRefused(
            "The database was written by a newer version of Visage; update Visage, or restore the "
            "backup made before its last update."
        )
    command.upgrade(config, "head")


def is_current(connection: Connection) -> bool:
    """Tell whether a database has this version's tables."""
    return MigrationContext.configure(connection).get_current_revision() == versions()[0]


def versions() -> list[str]:
    """Return the versions that databases of ours have had, the newest first."""
    return [script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()]


def config_for(connection: Connection) -> Config:
    """Return what Alembic's commands need to work on a connection; there is no file of settings."""
    config = _config()
    config.attributes["connection"] = connection
    return config


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(FOLDER).replace("%", "%%"))
    return config
