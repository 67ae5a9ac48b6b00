"""The first tables: identities, jobs, credits."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    _make_identities()
    _make_jobs()
    _make_credits()


def downgrade() -> None:
    """Drop the tables, and with them everything."""
    for table in ("ledger", "holds", "job_blobs", "jobs", "accounts", "shelves", "identities"):
        op.drop_table(table)


def _make_identities() -> None:
    op.create_table(
        "identities",
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("name_key", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("engine", sa.Text, nullable=False),
        sa.Column("photos", sa.Integer, nullable=False),
        sa.Column("face_width", sa.Float, nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("template", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("owner", "name_key", name="pk_identities"),
    )
    op.create_table(
        "shelves",
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("current", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("owner", name="pk_shelves"),
    )


def _make_jobs() -> None:
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
        sa.CheckConstraint(
            "state IN ('queued', 'preparing', 'processing', 'done', 'failed', 'canceled', "
            "'moderated', 'expired')",
            name="state_is_known",
        ),
        sa.CheckConstraint("attempt >= 0", name="attempt_is_not_negative"),
    )
    op.create_index("ix_jobs_state_due", "jobs", ["state", "due"])
    op.create_index("ix_jobs_owner_state", "jobs", ["owner", "state"])
    op.create_index("ix_jobs_owner_claimed", "jobs", ["owner", "claimed"])
    op.create_index("ix_jobs_answered_state", "jobs", ["answered", "state"])
    op.create_table(
        "job_blobs",
        sa.Column("job", sa.Text, nullable=False),
        sa.Column("blob", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("job", "blob", name="pk_job_blobs"),
        sa.CheckConstraint("role IN ('target', 'source', 'result')", name="role_is_known"),
        sa.ForeignKeyConstraint(["job"], ["jobs.id"], name="fk_job_blobs_job_jobs"),
    )
    op.create_index("ix_job_blobs_blob", "job_blobs", ["blob"])


def _make_credits() -> None:
    op.create_table(
        "accounts",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("spent", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.CheckConstraint("spent >= 0", name="spent_is_not_negative"),
    )
    op.create_table(
        "holds",
        sa.Column("job", sa.Text, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("charged", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("job", name="pk_holds"),
        sa.CheckConstraint("state IN ('held', 'settled', 'refunded')", name="state_is_known"),
        sa.CheckConstraint("charged >= 0 AND charged <= amount", name="charge_is_covered"),
        sa.ForeignKeyConstraint(["job"], ["jobs.id"], name="fk_holds_job_jobs"),
        sa.ForeignKeyConstraint(["account"], ["accounts.id"], name="fk_holds_account_accounts"),
    )
    op.create_table(
        "ledger",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("job", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ledger"),
        sa.UniqueConstraint("job", "kind", name="uq_ledger_job_kind"),
        sa.CheckConstraint(
            "kind IN ('hold', 'settle', 'refund', 'reversal')", name="kind_is_known"
        ),
        sa.CheckConstraint("amount >= 0", name="amount_is_not_negative"),
    )
    op.create_index("ix_ledger_account_day", "ledger", ["account", "day"])
