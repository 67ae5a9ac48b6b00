"""Clips: jobs that are offered first, lanes, and what was seen in a clip.

SQLite cannot change a check, so the two tables are made anew and filled from copies. Renaming them
instead would turn the foreign keys of other tables to the old ones.
"""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

ENDED = "'done', 'failed', 'canceled', 'moderated', 'expired'"
OLD_STATES = f"'queued', 'preparing', 'processing', {ENDED}"
STATES = f"'offered', {OLD_STATES}"
OLD_ROLES = "'target', 'source', 'result'"
ROLES = f"{OLD_ROLES}, 'survey'"


def upgrade() -> None:
    """Make the tables anew; what there is are stills that cost what they hold."""
    added = {
        "lane": "'stills'",
        "price": "COALESCE((SELECT amount FROM holds WHERE holds.job = old.id), 0)",
        "queued": "created",
        "survey": "NULL",
    }
    _refill("jobs", _make_jobs, added)
    _refill("job_blobs", lambda: _make_job_blobs(ROLES), {})


def downgrade() -> None:
    """Go back; offers, which hold nothing, are lost."""
    lost = "(SELECT id FROM jobs WHERE state = 'offered')"
    op.execute(f"DELETE FROM job_blobs WHERE role = 'survey' OR job IN {lost}")  # noqa: S608
    op.execute("DELETE FROM jobs WHERE state = 'offered'")
    _refill("jobs", _make_old_jobs, {})
    _refill("job_blobs", lambda: _make_job_blobs(OLD_ROLES), {})


def _refill(table: str, make: Callable[[], None], added: dict[str, str]) -> None:
    """Make a table anew with its rows; a column that was not there has the expression given."""
    op.execute(f"CREATE TEMP TABLE old AS SELECT * FROM {table}")  # noqa: S608
    op.drop_table(table)
    make()
    columns = [each["name"] for each in sa.inspect(op.get_bind()).get_columns(table)]
    values = ", ".join(added.get(column, column) for column in columns)
    op.execute(
        f"INSERT INTO {table} ({', '.join(columns)}) SELECT {values} FROM old"  # noqa: S608
    )
    op.execute("DROP TABLE old")


def _make_jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("lane", sa.Text, nullable=False),
        sa.Column("price", sa.Integer, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("queued", sa.BigInteger, nullable=False),
        sa.Column("updated", sa.BigInteger, nullable=False),
        sa.Column("deadline", sa.BigInteger, nullable=False),
        sa.Column("due", sa.BigInteger, nullable=False),
        sa.Column("claimed", sa.BigInteger),
        sa.Column("answered", sa.Boolean, nullable=False),
        sa.Column("request", sa.Text, nullable=False),
        sa.Column("address", sa.LargeBinary),
        sa.Column("error", sa.Text),
        sa.Column("outcome", sa.Text),
        sa.Column("survey", sa.Text),
        sa.Column("template", sa.LargeBinary),
        sa.PrimaryKeyConstraint("id", name="pk_jobs"),
        sa.UniqueConstraint("account", "key", name="uq_jobs_account_key"),
        sa.CheckConstraint(f"state IN ({STATES})", name="state_is_known"),
        sa.CheckConstraint("lane IN ('stills', 'clips')", name="lane_is_known"),
        sa.CheckConstraint("price >= 0", name="price_is_not_negative"),
        sa.CheckConstraint("attempt >= 0", name="attempt_is_not_negative"),
    )
    op.create_index("ix_jobs_state_lane_due", "jobs", ["state", "lane", "due"])
    _index_jobs()


def _make_old_jobs() -> None:
    op.create_table(
        "jobs",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("attempt", sa.Integer, nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("updated", sa.BigInteger, nullable=False),
        sa.Column("deadline", sa.BigInteger, nullable=False),
        sa.Column("due", sa.BigInteger, nullable=False),
        sa.Column("claimed", sa.BigInteger),
        sa.Column("answered", sa.Boolean, nullable=False),
        sa.Column("request", sa.Text, nullable=False),
        sa.Column("address", sa.LargeBinary),
        sa.Column("error", sa.Text),
        sa.Column("outcome", sa.Text),
        sa.Column("template", sa.LargeBinary),
        sa.PrimaryKeyConstraint("id", name="pk_jobs"),
        sa.UniqueConstraint("account", "key", name="uq_jobs_account_key"),
        sa.CheckConstraint(f"state IN ({OLD_STATES})", name="state_is_known"),
        sa.CheckConstraint("attempt >= 0", name="attempt_is_not_negative"),
    )
    op.create_index("ix_jobs_state_due", "jobs", ["state", "due"])
    _index_jobs()


def _index_jobs() -> None:
    op.create_index("ix_jobs_owner_state", "jobs", ["owner", "state"])
    op.create_index("ix_jobs_owner_claimed", "jobs", ["owner", "claimed"])
    op.create_index("ix_jobs_answered_state", "jobs", ["answered", "state"])


def _make_job_blobs(roles: str) -> None:
    op.create_table(
        "job_blobs",
        sa.Column("job", sa.Text, nullable=False),
        sa.Column("blob", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("job", "blob", name="pk_job_blobs"),
        sa.CheckConstraint(f"role IN ({roles})", name="role_is_known"),
        sa.ForeignKeyConstraint(["job"], ["jobs.id"], name="fk_job_blobs_job_jobs"),
    )
    op.create_index("ix_job_blobs_blob", "job_blobs", ["blob"])
