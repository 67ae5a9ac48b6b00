"""Pots: credits that were granted, pools, and what moderators decide about credits.

SQLite cannot change a check, so the three tables are made anew and filled from copies, as in 0002.
"""

from collections.abc import Callable

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

OLD_KINDS = "'hold', 'settle', 'refund', 'reversal'"
KINDS = f"{OLD_KINDS}, 'grant', 'revoke'"
VERB_OF_JOB = "(SELECT json_extract(request, '$.verb') FROM jobs WHERE jobs.id = old.job)"
GUILD = (
    "CASE WHEN account GLOB 'discord:[0-9]*:*' "
    "THEN substr(account, 9, instr(substr(account, 9), ':') - 1) END"
)


def upgrade() -> None:
    """Make the tables; all that was spent so far came from allowances."""
    _refill("accounts", _make_accounts, {"granted": "0", "allowance": "NULL"})
    parts = {"verb": VERB_OF_JOB, "granted": "0", "pool": "0", "pool_day": "NULL"}
    _refill("holds", _make_holds, parts)
    _refill("ledger", _make_ledger, {"guild": GUILD, "verb": VERB_OF_JOB, "pot": "'allowance'"})
    op.create_table(
        "pools",
        sa.Column("guild", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("spent", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("guild", name="pk_pools"),
        sa.CheckConstraint("spent >= 0", name="spent_is_not_negative"),
    )
    op.create_table(
        "tariffs",
        sa.Column("guild", sa.Text, nullable=False),
        sa.Column("what", sa.Text, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.PrimaryKeyConstraint("guild", "what", "name", name="pk_tariffs"),
        sa.CheckConstraint("what IN ('allowance', 'price', 'pool')", name="what_is_known"),
        sa.CheckConstraint("amount >= 0", name="amount_is_not_negative"),
    )


def downgrade() -> None:
    """Go back; what was granted and what moderators decided is lost, and pools with it."""
    op.drop_table("tariffs")
    op.drop_table("pools")
    op.execute("DELETE FROM ledger WHERE pot != 'allowance'")
    op.execute(
        "UPDATE holds SET amount = amount - granted - pool, "
        "charged = min(charged, amount - granted - pool), granted = 0, pool = 0"
    )
    _refill("ledger", _make_old_ledger, {})
    _refill("holds", _make_old_holds, {})
    _refill("accounts", _make_old_accounts, {})


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


def _make_accounts() -> None:
    op.create_table(
        "accounts",
        *_old_account_columns(),
        sa.Column("granted", sa.Integer, nullable=False),
        sa.Column("allowance", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.CheckConstraint("spent >= 0", name="spent_is_not_negative"),
        sa.CheckConstraint("granted >= 0", name="granted_is_not_negative"),
    )


def _make_old_accounts() -> None:
    op.create_table(
        "accounts",
        *_old_account_columns(),
        sa.PrimaryKeyConstraint("id", name="pk_accounts"),
        sa.CheckConstraint("spent >= 0", name="spent_is_not_negative"),
    )


def _old_account_columns() -> list[sa.Column[object]]:
    return [
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("spent", sa.Integer, nullable=False),
    ]


def _make_holds() -> None:
    op.create_table(
        "holds",
        *_old_hold_columns(),
        sa.Column("verb", sa.Text, nullable=False),
        sa.Column("granted", sa.Integer, nullable=False),
        sa.Column("pool", sa.Integer, nullable=False),
        sa.Column("pool_day", sa.Date),
        *_hold_checks(),
        sa.CheckConstraint(
            "granted >= 0 AND pool >= 0 AND granted + pool <= amount", name="parts_are_covered"
        ),
        *_hold_keys(),
    )


def _make_old_holds() -> None:
    op.create_table("holds", *_old_hold_columns(), *_hold_checks(), *_hold_keys())


def _old_hold_columns() -> list[sa.Column[object]]:
    return [
        sa.Column("job", sa.Text, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("charged", sa.Integer, nullable=False),
    ]


def _hold_checks() -> list[sa.Constraint]:
    return [
        sa.PrimaryKeyConstraint("job", name="pk_holds"),
        sa.CheckConstraint("state IN ('held', 'settled', 'refunded')", name="state_is_known"),
        sa.CheckConstraint("charged >= 0 AND charged <= amount", name="charge_is_covered"),
    ]


def _hold_keys() -> list[sa.Constraint]:
    return [
        sa.ForeignKeyConstraint(["job"], ["jobs.id"], name="fk_holds_job_jobs"),
        sa.ForeignKeyConstraint(["account"], ["accounts.id"], name="fk_holds_account_accounts"),
    ]


def _make_ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("guild", sa.Text),
        sa.Column("job", sa.Text),
        sa.Column("verb", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("pot", sa.Text, nullable=False),
        *_last_ledger_columns(),
        sa.UniqueConstraint("job", "kind", "pot", name="uq_ledger_job_kind_pot"),
        sa.CheckConstraint(f"kind IN ({KINDS})", name="kind_is_known"),
        sa.CheckConstraint("pot IN ('allowance', 'granted', 'pool')", name="pot_is_known"),
        sa.CheckConstraint("amount >= 0", name="amount_is_not_negative"),
    )
    op.create_index("ix_ledger_account_day", "ledger", ["account", "day"])
    op.create_index("ix_ledger_guild_day", "ledger", ["guild", "day"])


def _make_old_ledger() -> None:
    op.create_table(
        "ledger",
        sa.Column("id", sa.Integer, nullable=False),
        sa.Column("account", sa.Text, nullable=False),
        sa.Column("job", sa.Text),
        sa.Column("kind", sa.Text, nullable=False),
        *_last_ledger_columns(),
        sa.UniqueConstraint("job", "kind", name="uq_ledger_job_kind"),
        sa.CheckConstraint(f"kind IN ({OLD_KINDS})", name="kind_is_known"),
        sa.CheckConstraint("amount >= 0", name="amount_is_not_negative"),
    )
    op.create_index("ix_ledger_account_day", "ledger", ["account", "day"])


def _last_ledger_columns() -> list[sa.schema.SchemaItem]:
    return [
        sa.Column("amount", sa.Integer, nullable=False),
        sa.Column("day", sa.Date, nullable=False),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_ledger"),
    ]
