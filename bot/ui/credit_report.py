"""The report of what was spent: a chart, a table and a file."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

from bot.asking import Interaction, begin, standing
from bot.language import say
from bot.ui.credits import show
from bot.ui.page import COLOUR, Page, file_of, layout
from faceswap.app.credits import Report, report
from faceswap.domain.job import Verb

MOST_ROWS = 14
"""Days of the table; the file has them all."""


async def show_report(interaction: Interaction, days: int) -> None:
    """Acknowledge, and show what a server has spent."""
    app = interaction.client.app
    await begin(interaction, private=True)
    found = await report(app, standing(interaction), days)
    chart = await interaction.client.charts.draw(found, app.clock) if found.spent else None
    await show(interaction, report_page(found, chart))


def report_page(found: Report, chart: bytes | None) -> Page:
    """Return the report; where nothing was spent, that is all it says."""
    span = {"first": found.first.isoformat(), "last": found.last.isoformat()}
    if not found.spent:
        return Page(layout(ui.TextDisplay(say("credits-report-none", **span))))
    whole = sum(each.amount for each in found.spent)
    parts: list[ui.Item[Any]] = [ui.TextDisplay(say("credits-report", amount=whole, **span))]
    name = f"credits-{span['first']}-{span['last']}"
    files = [file_of(f"{name}.csv", csv_of(found), "")]
    if chart:
        files.append(file_of(f"{name}.png", chart, say("credits-report-alt")))
        parts.append(ui.MediaGallery(discord.MediaGalleryItem(files[1])))
    parts.append(ui.TextDisplay(_table(found)))
    parts += [ui.TextDisplay(line) for line in _notes(found, chart)]
    parts.append(ui.File(files[0]))
    return Page(layout(ui.Container(*parts, accent_colour=COLOUR)), tuple(files))


def csv_of(found: Report) -> bytes:
    """Return all that was spent, a line for each day and verb."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["day", "verb", "credits"])
    writer.writerows((each.day.isoformat(), each.verb.value, each.amount) for each in found.spent)
    return text.getvalue().encode()


def _table(found: Report) -> str:
    """Return the latest days by verb, and the sums of all days."""
    verbs = [verb for verb in Verb if any(each.verb is verb for each in found.spent)]
    by_day: dict[str, dict[Verb, int]] = defaultdict(dict)
    whole: dict[Verb, int] = defaultdict(int)
    for each in found.spent:
        by_day[each.day.isoformat()][each.verb] = each.amount
        whole[each.verb] += each.amount
    total = say("credits-report-total")
    head = [say("credits-report-day"), *(verb.value for verb in verbs), total]
    days = [_cells(day, by_day[day], verbs) for day in sorted(by_day)[-MOST_ROWS:]]
    return _aligned([head, *days, _cells(total, whole, verbs)])


def _cells(name: str, amounts: dict[Verb, int], verbs: Sequence[Verb]) -> list[str]:
    return [name, *(str(amounts.get(verb, 0)) for verb in verbs), str(sum(amounts.values()))]


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        "  ".join([row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]) for row in rows
    ]
    return "\n".join(["```", *lines, "```"])


def _notes(found: Report, chart: bytes | None) -> list[str]:
    is_cut = len({each.day for each in found.spent}) > MOST_ROWS
    latest = [say("credits-report-latest", days=MOST_ROWS)] if is_cut else []
    return latest if chart else [*latest, say("credits-report-no-chart")]
