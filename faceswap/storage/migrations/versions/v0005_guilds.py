"""Servers with their rules and bans, answers that do not stay, and a key for audit lines."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the tables, and the audit anew with its key."""
    op.create_table(
        "guilds",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("welcomed", sa.BigInteger),
        sa.Column("left", sa.BigInteger),
        sa.Column("trouble", sa.BigInteger),
        sa.Column("policy", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_guilds"),
    )
    op.create_table(
        "bans",
        sa.Column("guild", sa.Text, nullable=False),
        sa.Column("member", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("until", sa.BigInteger),
        sa.PrimaryKeyConstraint("guild", "member", name="pk_bans"),
    )
    op.create_table(
        "erasures",
        sa.Column("job", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("job", name="pk_erasures"),
    )
    op.create_index("ix_erasures_at", "erasures", ["at"])
    _refill_audit(sa.Column("key", sa.Text))
    op.create_index("ix_audit_key", "audit", ["key"], unique=True)


def downgrade() -> None:
    """Go back; rules and bans are lost."""
    op.drop_index("ix_audit_key", "audit")
    _refill_audit()
    for table in ("erasures", "bans", "guilds"):
        op.drop_table(table)


def _refill_audit(*added: sa.Column[str]) -> None:
    """Make the audit anew: a column that is only added stands behind the key in what SQLite keeps.

    What was there has no key.
    """
    columns = "id, guild, at, actor, event, words, posted"
    op.execute("CREATE TEMP TABLE old AS SELECT * FROM audit")
    op.drop_table("audit")
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("guild", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("event", sa.Text, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("posted", sa.Boolean, nullable=False),
        *added,
        sa.PrimaryKeyConstraint("id", name="pk_audit"),
    )
    op.create_index("ix_audit_posted_id", "audit", ["posted", "id"])
    op.execute(f"INSERT INTO audit ({columns}) SELECT {columns} FROM old")  # noqa: S608
    op.execute("DROP TABLE old")
