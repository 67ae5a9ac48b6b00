"""Sandboxes of the readers of ours and of hostile ones."""

from __future__ import annotations

import contextlib

import pytest

from faceswap.engine.media.sandbox import Sandbox
from tests.media.sandboxed import HOSTILE, SILENCE


@pytest.fixture(scope="module")
def hostile():
    with Sandbox(HOSTILE) as sandbox:
        yield sandbox


@pytest.fixture(scope="module")
def impatient():
    with Sandbox(HOSTILE, patience=SILENCE) as sandbox:
        yield sandbox


@pytest.fixture
def sandboxes():
    """Make sandboxes that are closed at the end."""
    with contextlib.ExitStack() as made:
        yield lambda readers: made.enter_context(Sandbox(readers))


@pytest.fixture(scope="module")
def sandbox():
    with Sandbox() as sandbox:
        yield sandbox
