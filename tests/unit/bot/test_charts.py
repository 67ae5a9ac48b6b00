"""Charts are drawn in a process of their own, and a report goes without one that cannot be."""

import asyncio
import io
import json
import os
import sys
from datetime import date, timedelta

import numpy as np
import pytest
from PIL import Image

from bot.chart.drawing import COLOURS, draw
from bot.charts import COMMAND, LONGEST, Charts
from bot.language import say
from bot.ui.credit_report import csv_of, report_page
from faceswap.app.credits import Report
from faceswap.domain.job import Verb
from faceswap.domain.movements import Spent
from tests.fakes.clock import HandClock
from tests.fakes.patience import patience

LAST = date(2026, 11, 20)


def report(days, amount=5):
    spent = [
        Spent(LAST - timedelta(days=at), verb, amount) for at in range(days)[::-1] for verb in Verb
    ]
    return Report(LAST - timedelta(days=days - 1), LAST, spent)


def colours_in(png):
    image = np.asarray(Image.open(io.BytesIO(png)).convert("RGB")).reshape(-1, 3)
    return {"#{:02x}{:02x}{:02x}".format(*each) for each in np.unique(image, axis=0)}


@pytest.mark.parametrize("days", [1, 7, 90])
async def test_a_chart_has_the_colour_of_every_verb(days):
    png = await Charts().draw(report(days), HandClock())
    assert colours_in(png) >= set(COLOURS[: len(Verb)])


def test_a_verb_that_was_not_used_is_not_in_the_chart():
    spent = [["2026-11-20", "picsi", 3]]
    told = {"first": "2026-11-20", "last": "2026-11-20", "verbs": [*Verb], "spent": spent}
    found = colours_in(draw(told)) & set(COLOURS)
    assert found == {COLOURS[list(Verb).index(Verb.PICSI)]}


def test_the_height_of_a_bar_is_what_was_spent():
    spent = [["2026-11-19", "swapid", 4], ["2026-11-20", "swapid", 8]]
    told = {"first": "2026-11-19", "last": "2026-11-20", "verbs": ["swapid"], "spent": spent}
    image = np.asarray(Image.open(io.BytesIO(draw(told))).convert("RGB"))
    # Below the legend, which has the colour too.
    is_bar = (image == (0x72, 0x89, 0xFF)).all(axis=2)[60:]
    heights = sorted({int(height) for height in is_bar.sum(axis=0) if height})
    assert heights[-1] == pytest.approx(2 * heights[0], abs=2)


def program(text):
    return (sys.executable, "-c", text)


@pytest.mark.parametrize(
    "command",
    [
        program("raise SystemExit(3)"),
        program("pass"),
        ("no such program",),
        program("import os; os.kill(os.getpid(), 9)"),
    ],
)
async def test_a_process_that_draws_nothing_is_no_chart(command):
    assert await Charts(command).draw(report(1), HandClock()) is None


async def test_a_process_that_takes_too_long_is_ended(tmp_path):
    told, clock = tmp_path / "told", HandClock()
    os.mkfifo(told)
    hangs = program(
        f"import os, signal; open({str(told)!r}, 'w').write(str(os.getpid())); signal.pause()"
    )
    drawing = asyncio.create_task(Charts(hangs).draw(report(1), clock))
    async with patience():
        await clock.until_asleep(LONGEST)
        pid = int(await asyncio.to_thread(told.read_text))
    clock.advance(LONGEST)
    assert await drawing is None
    with pytest.raises(ProcessLookupError):
        os.kill(pid, 0)


async def test_the_process_is_told_no_secrets(monkeypatch):
    monkeypatch.setenv("DISCORD_TOKEN", "a secret")
    monkeypatch.setenv("VISAGE_SECRET_KEY", "a secret")
    tells = program("import os, json; print(json.dumps(dict(os.environ)))")
    told = json.loads(await Charts(tells).draw(report(1), HandClock()))
    assert "PATH" in told
    assert "a secret" not in told.values()


def test_the_command_is_the_module():
    assert (sys.executable, "-m", "bot.chart") == COMMAND


# The report around it


def texts(page):
    return "\n".join(item.content for item in page.view.walk_children() if hasattr(item, "content"))


def test_the_table_has_two_weeks_and_the_file_all():
    found = report(20)
    page = report_page(found, b"a chart")
    lines = texts(page).split("```")[1].strip().split("\n")
    assert lines[0].split() == ["day", *Verb, "total"]
    assert len(lines) == 1 + 14 + 1
    assert lines[1].split()[0] == "2026-11-07"
    assert lines[-1].split() == ["total", *["100"] * len(Verb), str(100 * len(Verb))]
    assert say("credits-report-latest", days=14) in texts(page)
    assert len(csv_of(found).decode().splitlines()) == 1 + 20 * len(Verb)


def test_a_report_whose_chart_could_not_be_drawn_says_so():
    page = report_page(report(2), None)
    assert say("credits-report-no-chart") in texts(page)
    assert [file.filename for file in page.files] == ["credits-2026-11-19-2026-11-20.csv"]


def test_the_longest_report_fits_a_message():
    page = report_page(report(90, amount=1_000_000_000), b"a chart")
    assert len(texts(page)) < 4000
