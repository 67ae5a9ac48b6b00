"""Every line of the benchmark's tables can be measured and printed."""

from pathlib import Path

import pytest

from benchmarks import processes, stills
from benchmarks.table import Row, milliseconds, printed

ROOT = Path(__file__).parents[2]


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.mark.slow
def test_every_line_can_be_measured():
    rows = [row for _, rows in stills.tables(1) for row in rows]

    assert len(rows) >= 14
    assert all(len(row.values) == 1 and row.values[0] > 0 for row in rows)
    assert [row.name for row in rows if row.limit] == [
        "portrait: swap",
        "blend",
        "sidecar's peak, 4096 x 4096",
    ]


def test_a_process_of_its_own_swaps_once():
    (taken,) = processes.first_swap(1).values

    assert taken > 0


def test_a_sidecars_peak_is_more_than_its_picture():
    (peak,) = processes.sidecar_memory(1).values

    assert 4096 * 4096 * 3 / 1e6 < peak < 2000


def test_work_is_done_as_often_as_asked():
    done = []

    assert len(milliseconds(lambda: done.append(1), 4)) == len(done) == 4


@pytest.mark.parametrize(
    ("values", "limit", "verdict"),
    [((3.0, 1.0, 2.0), 2.5, "pass"), ((3.0, 1.0, 2.0), 2.0, "over"), ((7.25,), None, "")],
)
def test_a_row_tells_median_spread_and_verdict(values, limit, verdict):
    row = Row("blend", values, limit=limit, beside=4.0)

    name, median, quartiles, times, _, told = row.cells()

    assert name == "blend"
    assert median == ("2.0 ms" if len(values) > 1 else "7.2 ms")
    assert quartiles == ("1.2 to 2.8" if len(values) > 1 else "7.2 to 7.2")
    assert times == ("0.50" if len(values) > 1 else "1.81")
    assert told == verdict


def test_columns_line_up():
    lines = printed([Row("a", (1.0, 2.0)), Row("much longer", (1000.0,), "MB", limit=5)]).split(
        "\n"
    )

    assert lines[0].index("median") + len("median") == lines[2].index(" MB") + len(" MB")
    assert lines[1].startswith("a  ")
    assert lines[2].startswith("much longer  1000.0 MB")
    assert lines[2].endswith("over")
