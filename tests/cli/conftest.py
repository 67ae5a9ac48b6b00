"""The command line, as people use it: in this process, or where it matters in one of its own."""

import logging
import subprocess
import sys
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

import pytest
from typer.testing import CliRunner

import tests.quiet_discord  # noqa: F401 - before anything else imports discord.py
from faceswap.settings import known_variables
from visage.__main__ import app

ROOT = Path(__file__).parents[2]


@dataclass
class Ran:
    code: int
    out: str
    err: str

    @property
    def said(self) -> str:
        """All it said, however it was wrapped."""
        return " ".join((self.out + self.err).split())


@pytest.fixture
def visage(tmp_path, monkeypatch):
    """Run the command in a folder of its own."""
    for name in known_variables():
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "100")

    def run(*words, **environment) -> Ran:
        for name, value in environment.items():
            monkeypatch.setenv(name, value)
        root = logging.getLogger()
        handlers = list(root.handlers)
        try:
            done = CliRunner().invoke(app, [*map(str, words)], catch_exceptions=False)
        finally:
            # What a command logs to is closed with it.
            root.handlers = handlers
        return Ran(done.exit_code, done.stdout, done.stderr)

    return run


@pytest.fixture
def process(tmp_path):
    """Run a module in a process and a folder of its own."""

    def run(module, *words) -> Ran:
        done = subprocess.run(  # noqa: S603 - our own command
            [sys.executable, "-m", module, *map(str, words)],
            cwd=tmp_path,
            env={"PYTHONPATH": f"{ROOT}", "PATH": "", "HOME": str(tmp_path)},
            capture_output=True,
            text=True,
            timeout=60,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    return run


def packaged(package, path):
    return Path(str(metadata.distribution(package).locate_file(path)))


@pytest.fixture
def group():
    return packaged("insightface", "insightface/data/images/t1.jpg")


@pytest.fixture
def astronaut():
    return packaged("scikit-image", "skimage/data/astronaut.png")


@pytest.fixture
def cat():
    return packaged("scikit-image", "skimage/data/chelsea.png")
