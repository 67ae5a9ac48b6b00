"""Records: where jobs were asked for, and what became of their answers."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

SERVER = """
    CASE WHEN account LIKE 'discord:%' AND account NOT LIKE 'discord:dm:%'
    THEN substr(account, 9, instr(substr(account, 9), ':') - 1) END
"""
"""The server of an account, `discord:SERVER:MEMBER`."""


def upgrade() -> None:
    """Make the table; of what there is, only the server is known."""
    op.create_table(
        "records",
        sa.Column("job", sa.Text, nullable=False),
        sa.Column("created", sa.BigInteger, nullable=False),
        sa.Column("server", sa.Text),
        sa.Column("channel", sa.Text),
        sa.Column("target", sa.Text),
        sa.Column("parent", sa.Text),
        sa.Column("undelivered", sa.Text),
        sa.Column("posted", sa.Text),
        sa.PrimaryKeyConstraint("job", name="pk_records"),
        sa.ForeignKeyConstraint(["job"], ["jobs.id"], name="fk_records_job_jobs"),
    )
    op.create_index("ix_records_server_created", "records", ["server", "created"])
    op.create_index("ix_jobs_owner_created", "jobs", ["owner", "created"])
    op.execute(
        "INSERT INTO records (job, created, server) "  # noqa: S608
        f"SELECT id, created, {SERVER} FROM jobs"
    )


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_jobs_owner_created", "jobs")
    op.drop_table("records")
