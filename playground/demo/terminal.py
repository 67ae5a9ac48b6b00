"""What the terminal says during the visit."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence
from contextlib import contextmanager

from rich.console import Console
from rich.markup import escape


class Terminal:
    """A line for each step, and more when one goes wrong."""

    def __init__(self, console: Console) -> None:
        self._console = console
        is_plain = not console.encoding.lower().startswith("utf")
        self._right, self._wrong = ("ok", "WRONG") if is_plain else ("✓", "✗")
        self._began = time.monotonic()
        self._doing = ""

    def begin(self, title: str) -> None:
        """Say what this is."""
        self._console.print(f"[bold]{escape(title)}[/]\n")

    @contextmanager
    def step(self, told: str) -> Generator[None]:
        """Tell of a step while it is taken, and again when it went well."""
        self._doing = told
        began = time.monotonic()
        with self._console.status(escape(told)):
            yield
        seconds = f"[dim]{time.monotonic() - began:.1f} s[/]"
        self._console.print(f"[green]{self._right}[/] {escape(told)}  {seconds}")

    def wrong(self, why: str, log: Sequence[str]) -> None:
        """Tell of what is wrong with the step that was being taken, and the end of the log."""
        line, *more = why.splitlines()
        self._console.print(f"[red]{self._wrong} {escape(self._doing)}: {escape(line)}[/]")
        for each in more:
            self._console.print(f"  {each}", markup=False, style="dim")
        self._console.print("\nThe visit stops here. The last lines of the bot's log:")
        for each in log:
            self._console.print(f"  {each}", markup=False, style="dim")

    def end(self, page: str, *, is_right: bool) -> None:
        """Tell where to look."""
        if is_right:
            seconds = time.monotonic() - self._began
            self._console.print(f"\nEverything did what it should, in {seconds:.1f} s.")
        self._console.print(f"Open {page} for the conversation; its pictures lie beside it.")
