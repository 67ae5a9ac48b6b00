"""`visage doctor`: all checks, told as a list."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import Console
from rich.table import Table

from faceswap.settings import SettingsRefused, load_settings
from visage import checks
from visage.checks import Finding, State

SIGNS = {State.FINE: "[green]✓[/]", State.NOTE: "[yellow]![/]", State.BROKEN: "[red]✗[/]"}


def examine() -> int:
    """Look at everything, tell it, and return 1 when something is broken."""
    console = Console()
    table = Table(box=None, show_header=False, padding=(0, 1))
    table.add_column()
    table.add_column(style="bold", no_wrap=True)
    table.add_column(overflow="fold")
    found = list(_findings())
    for finding in found:
        table.add_row(SIGNS[finding.state], finding.what, finding.told)
    console.print(table)
    return 1 if any(finding.state is State.BROKEN for finding in found) else 0


def _findings() -> Iterator[Finding]:
    yield from checks.machine()
    yield from checks.packages()
    yield from checks.engine()
    yield from checks.packs()
    try:
        settings = load_settings()
    except SettingsRefused as refused:
        yield from (checks.broken("settings", line) for line in str(refused).splitlines())
        return
    yield from checks.token(settings)
    yield from checks.data_folder(settings)
    yield from checks.database(settings)
    yield from checks.sidecar(settings)
