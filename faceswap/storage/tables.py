"""The tables. A change here needs a migration; a test holds the two together."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from faceswap.domain.job import JobState, Lane
from faceswap.domain.movements import Kind
from faceswap.domain.pots import Pot

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Moment(sa.types.TypeDecorator[datetime]):
    """A time in UTC as whole microseconds since the epoch: exact, and sorted on every database."""

    impl = sa.BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> int | None:
        """Return the time as stored."""
        return None if value is None else (value - EPOCH) // timedelta(microseconds=1)

    def process_result_value(self, value: int | None, dialect: Any) -> datetime | None:
        """Return the stored time."""
        return None if value is None else EPOCH + timedelta(microseconds=value)


def _one_of(column: str, words: list[str]) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"


metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

identities = sa.Table(
    "identities",
    metadata,
    sa.Column("owner", sa.Text, primary_key=True),
    sa.Column("name_key", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("engine", sa.Text, nullable=False),
    sa.Column("photos", sa.Integer, nullable=False),
    sa.Column("face_width", sa.Float, nullable=False),
    sa.Column("created", Moment, nullable=False),
    sa.Column("template", sa.LargeBinary, nullable=False),
)
"""Saved faces; `template` is sealed."""

shelves = sa.Table(
    "shelves",
    metadata,
    sa.Column("owner", sa.Text, primary_key=True),
    sa.Column("current", sa.Text, nullable=False),
)
"""The id list, with flags, that each member uses without naming one."""

accounts = sa.Table(
    "accounts",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("spent", sa.Integer, nullable=False),
    sa.Column("granted", sa.Integer, nullable=False, default=0),
    sa.Column("allowance", sa.Integer),
    sa.CheckConstraint("spent >= 0", name="spent_is_not_negative"),
    sa.CheckConstraint("granted >= 0", name="granted_is_not_negative"),
)
"""What was spent, held or settled, of the allowance of the latest day anything was.

`granted` is what is left of what was given; `allowance` the one last known, which counts where
nobody knows the member's roles.
"""

pools = sa.Table(
    "pools",
    metadata,
    sa.Column("guild", sa.Text, primary_key=True),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("spent", sa.Integer, nullable=False),
    sa.CheckConstraint("spent >= 0", name="spent_is_not_negative"),
)
"""What the members of a server have spent of its budget of the latest day anything was."""

tariffs = sa.Table(
    "tariffs",
    metadata,
    sa.Column("guild", sa.Text, primary_key=True),
    sa.Column("what", sa.Text, primary_key=True),
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("amount", sa.Integer, nullable=False),
    sa.CheckConstraint(_one_of("what", ["allowance", "price", "pool"]), name="what_is_known"),
    sa.CheckConstraint("amount >= 0", name="amount_is_not_negative"),
)
"""What moderators have decided: `name` is a role or '' for all, a verb, or '' for the pool."""

jobs = sa.Table(
    "jobs",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("owner", sa.Text, nullable=False),
    sa.Column("account", sa.Text, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("lane", sa.Text, nullable=False),
    sa.Column("price", sa.Integer, nullable=False),
    sa.Column("attempt", sa.Integer, nullable=False),
    sa.Column("created", Moment, nullable=False),
    sa.Column("queued", Moment, nullable=False),
    sa.Column("updated", Moment, nullable=False),
    sa.Column("deadline", Moment, nullable=False),
    sa.Column("due", Moment, nullable=False),
    sa.Column("claimed", Moment),
    sa.Column("answered", sa.Boolean, nullable=False),
    sa.Column("request", sa.Text, nullable=False),
    sa.Column("address", sa.LargeBinary),
    sa.Column("error", sa.Text),
    sa.Column("outcome", sa.Text),
    sa.Column("survey", sa.Text),
    sa.Column("template", sa.LargeBinary),
    sa.UniqueConstraint("account", "key"),
    sa.CheckConstraint(
        _one_of("state", [state.value for state in JobState]), name="state_is_known"
    ),
    sa.CheckConstraint(_one_of("lane", [lane.value for lane in Lane]), name="lane_is_known"),
    sa.CheckConstraint("price >= 0", name="price_is_not_negative"),
    sa.CheckConstraint("attempt >= 0", name="attempt_is_not_negative"),
    sa.Index(None, "state", "lane", "due"),
    sa.Index(None, "owner", "state"),
    sa.Index(None, "owner", "claimed"),
    sa.Index(None, "owner", "created"),
    sa.Index(None, "answered", "state"),
)
"""Requests with their states; `address` and `template` are sealed.

`queued` is when the job's wait began, which for an offered one is when it was accepted. The long
columns come last: SQLite reads a row up to the column it needs.
"""

records = sa.Table(
    "records",
    metadata,
    sa.Column("job", sa.Text, sa.ForeignKey("jobs.id"), primary_key=True),
    sa.Column("created", Moment, nullable=False),
    sa.Column("server", sa.Text),
    sa.Column("channel", sa.Text),
    sa.Column("target", sa.Text),
    sa.Column("parent", sa.Text),
    sa.Column("undelivered", sa.Text),
    sa.Column("posted", sa.Text),
    sa.Index(None, "server", "created"),
)
"""Where each job was asked for, and what became of its answer: what nobody needs to work it."""

job_blobs = sa.Table(
    "job_blobs",
    metadata,
    sa.Column("job", sa.Text, sa.ForeignKey("jobs.id"), primary_key=True),
    sa.Column("blob", sa.Text, primary_key=True),
    sa.Column("role", sa.Text, nullable=False),
    sa.CheckConstraint(
        _one_of("role", ["target", "source", "result", "survey"]), name="role_is_known"
    ),
    sa.Index(None, "blob"),
)
"""Which job needs which blob; one that no job needs is erased."""

holds = sa.Table(
    "holds",
    metadata,
    sa.Column("job", sa.Text, sa.ForeignKey("jobs.id"), primary_key=True),
    sa.Column("account", sa.Text, sa.ForeignKey("accounts.id"), nullable=False),
    sa.Column("amount", sa.Integer, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("state", sa.Text, nullable=False),
    sa.Column("charged", sa.Integer, nullable=False),
    sa.Column("verb", sa.Text, nullable=False),
    sa.Column("granted", sa.Integer, nullable=False),
    sa.Column("pool", sa.Integer, nullable=False),
    sa.Column("pool_day", sa.Date),
    sa.CheckConstraint(_one_of("state", ["held", "settled", "refunded"]), name="state_is_known"),
    sa.CheckConstraint("charged >= 0 AND charged <= amount", name="charge_is_covered"),
    sa.CheckConstraint(
        "granted >= 0 AND pool >= 0 AND granted + pool <= amount", name="parts_are_covered"
    ),
)
"""What each job took: `granted` and `pool` from these pots, the rest from the day's allowance.

A pool has a day of its own: a clock that was set back does not turn it back with its members'.
"""

ledger = sa.Table(
    "ledger",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("account", sa.Text, nullable=False),
    sa.Column("guild", sa.Text),
    sa.Column("job", sa.Text),
    sa.Column("verb", sa.Text),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("pot", sa.Text, nullable=False),
    sa.Column("amount", sa.Integer, nullable=False),
    sa.Column("day", sa.Date, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.UniqueConstraint("job", "kind", "pot"),
    sa.CheckConstraint(_one_of("kind", [kind.value for kind in Kind]), name="kind_is_known"),
    sa.CheckConstraint(_one_of("pot", [pot.value for pot in Pot]), name="pot_is_known"),
    sa.CheckConstraint("amount >= 0", name="amount_is_not_negative"),
    sa.Index(None, "account", "day"),
    sa.Index(None, "guild", "day"),
)
"""Every movement of credits, only ever added to; `ledger_check` derives what there is from it.

A job's hold is its settlement and its refund together, and a reversal takes its settlement back.
What an account has spent of a day's allowance, and a server of a day's pool, is that day's holds
less that day's refunds and reversals; what it was granted lasts, less what was revoked and held.
The verb is kept here, as jobs expire.
"""

promises = sa.Table(
    "promises",
    metadata,
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("account", sa.Text, nullable=False),
    sa.Column("address", sa.LargeBinary, nullable=False),
    sa.Column("made", Moment, nullable=False),
)
"""Answers promised and not given, nor left to a job; `address` is sealed."""

audit = sa.Table(
    "audit",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("guild", sa.Text, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("event", sa.Text, nullable=False),
    sa.Column("words", sa.Text, nullable=False),
    sa.Column("posted", sa.Boolean, nullable=False),
    sa.Column("key", sa.Text),
    sa.Index(None, "posted", "id"),
    sa.Index(None, "key", unique=True),
)
"""Lines for a server's moderators; `posted` ones are kept for a while, to be looked up.

`key` is given where something must not be noted twice.
"""

guilds = sa.Table(
    "guilds",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("welcomed", Moment),
    sa.Column("left", Moment),
    sa.Column("trouble", Moment),
    sa.Column("policy", sa.Text, nullable=False),
)
"""Servers that have or had the bot.

`left` is when it was found gone; `trouble` when the audit channel took nothing.
"""

bans = sa.Table(
    "bans",
    metadata,
    sa.Column("guild", sa.Text, primary_key=True),
    sa.Column("member", sa.Text, primary_key=True),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("actor", sa.Text, nullable=False),
    sa.Column("at", Moment, nullable=False),
    sa.Column("until", Moment),
)
"""Who may not use the bot in a server."""

erasures = sa.Table(
    "erasures",
    metadata,
    sa.Column("job", sa.Text, primary_key=True),
    sa.Column("at", Moment, nullable=False),
    sa.Index(None, "at"),
)
"""Jobs whose answers do not stay, and when they go."""
