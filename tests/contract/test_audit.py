from datetime import timedelta

import pytest

from faceswap.domain.audit import AuditLine
from tests.fakes.clock import NOON
from tests.stores import open_stores


@pytest.fixture
async def audit(tmp_path):
    async with open_stores(tmp_path / "visage.db") as stores:
        yield stores.audit


async def noted(audit, *events, guild="film club", at=NOON):
    for event in events:
        await audit.note(guild, "ben", event, {"amount": 5, "to": "anna"}, at)


async def test_a_line_says_who_did_what_where_and_when(audit):
    await noted(audit, "credits-granted")
    line = AuditLine(1, "film club", NOON, "ben", "credits-granted", {"amount": 5, "to": "anna"})
    assert await audit.unposted(10) == [line]


async def test_lines_are_posted_once_the_oldest_first(audit):
    await noted(audit, "one", "two", "three")
    first = await audit.unposted(2)
    assert [line.event for line in first] == ["one", "two"]
    await audit.posted([line.id for line in first])
    assert [line.event for line in await audit.unposted(2)] == ["three"]


async def test_a_line_with_a_key_is_noted_once(audit):
    for event in ("first", "second"):
        await audit.note("film club", "ben", event, {}, NOON, key="job")
    await noted(audit, "without", "without")
    await audit.note("film club", "ben", "other", {}, NOON, key="other job")
    events = [line.event for line in await audit.unposted(10)]
    assert events == ["first", "without", "without", "other"]


async def test_each_server_has_lines_of_its_own(audit):
    await noted(audit, "one", "two")
    await noted(audit, "three", guild="book club")
    assert await audit.waiting() == ["book club", "film club"]
    assert [line.event for line in await audit.unposted(1, "film club")] == ["one"]
    await audit.posted([1, 2])
    assert await audit.waiting() == ["book club"]


async def test_old_lines_are_dropped(audit):
    await noted(audit, "old", at=NOON - timedelta(days=1))
    await noted(audit, "new")
    await audit.drop(NOON)
    assert [line.event for line in await audit.unposted(10)] == ["new"]
