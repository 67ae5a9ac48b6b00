"""What a child of the sandbox may use, reach and know."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from faceswap.domain.errors import MEGABYTE, BrokenClip
from faceswap.engine.media.sandbox import Sandbox
from tests.media.hostile_readers import FRAMES
from tests.media.sandboxed import HOSTILE, LIMITS, linux, still, times


def test_memory_is_limited(hostile):
    with capture_logs() as logs, pytest.raises(BrokenClip):
        times(hostile, "eat@3")
    (failed,) = [entry for entry in logs if entry["log_level"] == "warning"]
    assert "MemoryError" in failed["reason"]
    assert 256 * MEGABYTE < failed["peak"] < 1024 * MEGABYTE


def test_processor_time_is_limited():
    burn = (
        "from faceswap.engine.media.sandbox.limits import *\n"
        "impose(Allowance(2**30, cpu_seconds=1), 2**40)\n"
        "while True: pass"
    )
    ended = subprocess.run([sys.executable, "-c", burn], check=False, timeout=60)  # noqa: S603
    assert ended.returncode == -signal.SIGXCPU


@linux
def test_a_child_can_open_start_and_reach_nothing(hostile):
    with capture_logs() as logs:
        assert still(hostile, "try").icc == b"profile", logs
    guards = hostile.guards()
    assert guards.network
    assert guards.files
    assert guards.processes
    assert guards.signals
    assert guards.memory


def test_a_child_has_no_descriptors_but_its_own(hostile):
    with hostile.clip(b"good", "a.mp4", LIMITS) as clip:
        next(iter(clip))
        # Where it is to answer, and where the pixels go; the file was read and closed.
        assert still(hostile, "descriptors").icc == b"2"


@linux
def test_a_child_cannot_take_shared_memory_away(hostile):
    assert times(hostile, "shrink@3") == list(range(FRAMES))


@linux
def test_a_zygote_has_a_network_of_its_own_where_that_is_allowed(hostile):
    script = (
        "from faceswap.engine.media.sandbox.confine import leave_the_network\n"
        "print(leave_the_network())"
    )
    ran = subprocess.run(  # noqa: S603
        [sys.executable, "-c", script],
        # Whoever has threads may not leave.
        env=os.environ | {"OPENBLAS_NUM_THREADS": "1"},
        capture_output=True,
        check=True,
    )
    paths = (Path(f"/proc/{pid}/ns/net") for pid in ("self", hostile.zygote_pid))
    networks = {path.stat().st_ino for path in paths}
    assert len(networks) == (2 if ran.stdout == b"True\n" else 1)


@linux
def test_no_secret_of_ours_is_in_a_child(monkeypatch):
    monkeypatch.setenv("VISAGE_SIDECAR_KEY", "something secret")
    with Sandbox(HOSTILE) as sandbox:
        words = still(sandbox, "environment").icc
        zygote = Path(f"/proc/{sandbox.zygote_pid}/environ").read_bytes()
    assert words is not None
    assert "VISAGE_SIDECAR_KEY" not in json.loads(words)
    assert b"something secret" not in words + zygote
