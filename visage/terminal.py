"""What the commands that work on files say: how far they are, and how they end."""

from __future__ import annotations

from collections.abc import Callable, Generator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from av.error import FFmpegError
from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TaskID, TextColumn

from faceswap.domain.errors import TooFewFaces, UnknownFlags, VisageError

Result = TypeVar("Result")

DONE, REFUSED, MISUSED, STOPPED = 0, 1, 2, 130

said = Console(stderr=True)


class Misused(Exception):
    """The command was not given what it needs; the text is for whoever typed it."""


@dataclass
class Ending:
    """How a command ends."""

    code: int = DONE


@contextmanager
def ending() -> Generator[Ending]:
    """Say what went wrong in one sentence, and keep the exit code for it."""
    end = Ending()
    try:
        yield end
    except Misused as error:
        end.code = MISUSED
        say(str(error))
    except UnknownFlags as error:
        end.code = MISUSED
        say(f"There is no option {', '.join(error.flags)}; there are -m, -f, -s, --mute, --webm.")
    except TooFewFaces as error:
        end.code = REFUSED
        say(f"{error.name} has {plural(error.found, 'face')}, and none is number {error.place}.")
    except (OSError, FFmpegError) as error:
        end.code = REFUSED
        say(_told_of_system(error))
    except (VisageError, ValueError) as error:
        end.code = REFUSED
        say(str(error))
    except KeyboardInterrupt:
        end.code = STOPPED
        say("Stopped; nothing was written.")


def _told_of_system(error: OSError | FFmpegError) -> str:
    """Return what the system says in a sentence: without its number, and of a draft no name."""
    why = error.strerror or str(error)
    path = getattr(error, "filename2", None) or error.filename
    about = f"{path}: " if path and not Path(str(path)).name.startswith(".") else ""
    return f"{about}{why}."


def say(text: str) -> None:
    """Say a sentence, as it is."""
    said.print(text, markup=False, highlight=False, soft_wrap=True)


def plural(count: int, what: str) -> str:
    """Return how many there are of something."""
    return f"{count} {what}{'' if count == 1 else 's'}"


class Steps:
    """A progress bar that names what is done."""

    def __init__(self, bar: Progress, total: int) -> None:
        self._bar = bar
        self._task = bar.add_task("", total=total, told="")

    def do(self, what: str, work: Callable[[], Result]) -> Result:
        """Do one step and return what it comes to."""
        self._bar.update(self._task, description=what)
        result = work()
        self._bar.advance(self._task)
        return result

    @contextmanager
    def long(self, what: str) -> Generator[Bar]:
        """Give one step a bar of its own for as long as it is done."""
        self._bar.update(self._task, visible=False)
        task = self._bar.add_task(what, total=None, told="")
        yield Bar(self._bar, task)
        self._bar.remove_task(task)
        self._bar.update(self._task, visible=True)
        self._bar.advance(self._task)


@dataclass(frozen=True, slots=True)
class Bar:
    """The bar of one step that takes its time."""

    bar: Progress
    task: TaskID

    def show(self, done: int, total: int, told: str) -> None:
        """Show how far it is, and say more about it."""
        self.bar.update(self.task, completed=done, total=total, told=told)


@contextmanager
def steps(total: int) -> Generator[Steps]:
    """Show a progress bar of so many steps, where there is a terminal."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        TextColumn("{task.fields[told]}", markup=False),
    )
    hidden = not said.is_terminal
    with Progress(*columns, console=said, transient=True, disable=hidden) as bar:
        yield Steps(bar, total)
