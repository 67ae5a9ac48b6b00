"""Measurements, and how they are printed."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One measurement: its values in `unit`, what is claimed, and a median to compare it with."""

    name: str
    values: tuple[float, ...]
    unit: str = "ms"
    limit: float | None = None
    beside: float | None = None
    digits: int = 1

    def cells(self) -> tuple[str, ...]:
        """Return what to print of it; of a single value all quartiles are that value."""
        low, median, high = statistics.quantiles(self.values * 2, method="inclusive")
        return (
            self.name,
            f"{median:.{self.digits}f} {self.unit}".rstrip(),
            f"{low:.{self.digits}f} to {high:.{self.digits}f}",
            f"{median / self.beside:.2f}" if self.beside else "",
            f"{self.limit:.0f} {self.unit}" if self.limit else "",
            ("pass" if median < self.limit else "over") if self.limit else "",
        )


def milliseconds(work: Callable[[], object], rounds: int) -> tuple[float, ...]:
    """Do work so many times and return what each took."""
    values: list[float] = []
    for _ in range(rounds):
        began = time.perf_counter()
        work()
        values.append((time.perf_counter() - began) * 1000)
    return tuple(values)


def printed(rows: Sequence[Row]) -> str:
    """Return rows as a table of plain text."""
    head = ("", "median", "quartiles", "x plain", "limit", "")
    lines = [head, *(row.cells() for row in rows)]
    widths = [max(map(len, column)) for column in zip(*lines, strict=True)]
    first, *rest = widths
    return "\n".join(
        (name.ljust(first) + "".join(map(str.rjust, cells, [width + 2 for width in rest]))).rstrip()
        for name, *cells in lines
    )
