"""What is logged, and what never is."""

import json
import logging

import pytest
import structlog

from faceswap.sidecar.logs import OURS, configure_logs


@pytest.fixture(autouse=True)
def as_before():
    """Leave the process's logging as it was."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    yield
    root.handlers, root.level = handlers, level
    for name in OURS:
        logging.getLogger(name).setLevel(logging.NOTSET)
    structlog.reset_defaults()


def logged(capsys, level):
    configure_logs("json", level)
    for name in ("bot.notify", "discord.http", "aiosqlite"):
        logger = logging.getLogger(name)
        for method in (logger.debug, logger.info, logger.warning):
            method("from %s", name)
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    return {(line["event"].split()[-1], line["level"]) for line in lines}


def test_libraries_never_tell_what_they_tell_when_debugging(capsys):
    """Their lines hold tokens and what members typed."""
    assert logged(capsys, "debug") == {
        ("bot.notify", "debug"),
        *(
            (name, level)
            for name in ("bot.notify", "discord.http")
            for level in ("info", "warning")
        ),
        ("aiosqlite", "info"),
        ("aiosqlite", "warning"),
    }


def test_a_level_is_for_all(capsys):
    names = ("bot.notify", "discord.http", "aiosqlite")
    assert logged(capsys, "warning") == {(name, "warning") for name in names}


def test_our_own_lines_have_the_level(capsys):
    configure_logs("json", "warning")
    log = structlog.get_logger()
    log.info("quiet")
    log.warning("loud", job="one")
    (line,) = capsys.readouterr().err.splitlines()
    assert json.loads(line)["job"] == "one"
