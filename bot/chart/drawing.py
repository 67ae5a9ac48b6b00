"""The picture of what was spent: a bar for each day, stacked by verb.

It speaks no language: verbs are names, days are ISO dates, the rest is numbers.
"""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

import matplotlib as mpl
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import FuncFormatter, MaxNLocator

SIDES = (10.0, 5.2)
DPI = 130
MARGIN = 0.12
"""Inches, as the sides."""
GROUND, INK, FAINT = "#2b2d31", "#dbdee1", "#44474e"
"""Colours of Discord's dark theme."""
COLOURS = ("#7289ff", "#43d69d", "#ffc857", "#ff7eb6", "#4fc3f7", "#ff8a65", "#b39ddb", "#c5e1a5")
"""Told apart on dark ground, also by those who see few colours: they differ in lightness."""
MOST_TOTALS = 16
"""Days up to which each bar has its number; more would run into each other."""
MOST_DATES = 12

Report = Mapping[str, Any]


def draw(report: Report) -> bytes:
    """Return a PNG of a report: `first` and `last` day, `verbs`, and `spent` in threes."""
    mpl.rcParams["font.size"] = 12
    days = _days(date.fromisoformat(report["first"]), date.fromisoformat(report["last"]))
    amounts = {(each[0], each[1]): each[2] for each in report["spent"]}
    figure = Figure(figsize=SIDES, dpi=DPI, facecolor=GROUND)
    figure.set_layout_engine("constrained", w_pad=MARGIN, h_pad=MARGIN)
    axes = figure.add_subplot(facecolor=GROUND)
    totals = [0] * len(days)
    for verb, colour in _coloured(report["verbs"]):
        heights = [amounts.get((day, verb), 0) for day in days]
        if not any(heights):
            continue
        axes.bar(
            range(len(days)), heights, _width(days), totals, label=verb, color=colour, linewidth=0
        )
        totals = [total + height for total, height in zip(totals, heights, strict=True)]
    _number(axes, totals)
    _finish(axes, days, totals)
    png = io.BytesIO()
    figure.savefig(png, format="png", metadata={"Software": None})
    return png.getvalue()


def _days(first: date, last: date) -> list[str]:
    count = (last - first).days + 1
    return [(first + timedelta(days=each)).isoformat() for each in range(count)]


def _coloured(verbs: Sequence[str]) -> list[tuple[str, str]]:
    """Give each verb the colour it has in every chart."""
    return [(verb, COLOURS[place % len(COLOURS)]) for place, verb in enumerate(verbs)]


def _width(days: Sequence[str]) -> float:
    """Return how wide a bar is; one alone is no wall."""
    return 0.25 if len(days) == 1 else 0.8


def _number(axes: Axes, totals: Sequence[int]) -> None:
    if len(totals) > MOST_TOTALS:
        return
    for place, total in enumerate(totals):
        if total:
            axes.annotate(
                _short(total),
                (place, total),
                xytext=(0, 4),
                textcoords="offset points",
                ha="center",
                color=INK,
            )


def _finish(axes: Axes, days: Sequence[str], totals: Sequence[int]) -> None:
    """Set dates below, numbers beside, and the verbs above."""
    step = -(-len(days) // MOST_DATES)
    # Counted from the end, so that today is among them.
    shown = list(range(len(days) - 1, -1, -step))[::-1]
    axes.set_xticks(shown, [days[place][5:] for place in shown])
    axes.set_xlim(-0.7, len(days) - 0.3)
    axes.set_ylim(0, max([*totals, 1]) * 1.1)
    axes.yaxis.set_major_locator(MaxNLocator(nbins=6, integer=True))
    axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: _short(round(value))))
    axes.grid(axis="y", color=FAINT, linewidth=0.8)
    axes.set_axisbelow(True)
    axes.tick_params(colors=INK, length=0, pad=6)
    for side in axes.spines.values():
        side.set_visible(False)
    if any(totals):
        legend = {"loc": "lower left", "bbox_to_anchor": (0, 1.0), "ncols": 8, "frameon": False}
        axes.legend(**legend, labelcolor=INK, handlelength=1, handleheight=1, borderaxespad=0.4)


def _short(number: int) -> str:
    """Return a number as it fits beside a bar: 950, 12.5k, 3M."""
    for size, mark in ((1_000_000, "M"), (10_000, "k")):
        if number >= size:
            return f"{number / (size if mark == 'M' else 1000):.1f}".removesuffix(".0") + mark
    return str(number)
