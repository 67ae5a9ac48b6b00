"""Real processes: started, killed, restarted, and never left behind."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import subprocess
import sys
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest
from structlog.testing import capture_logs

from faceswap.apis.listening import listen
from faceswap.apis.native.child import SidecarChild
from faceswap.apis.native.client import NativeBackend
from faceswap.apis.native.wire import HealthState
from faceswap.domain.clip import ClipKind
from faceswap.domain.errors import BackendDown, FileTooLarge
from faceswap.domain.job import JobState
from faceswap.domain.media import NamedBytes
from tests.sidecar.engine import gif, order, png
from tests.sidecar.fake_main import HELD, HELD_FRAMES, STUCK
from tests.sidecar.stack import FAKE_COMMAND, KEY

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
SMALL = {"VISAGE_SIDECAR_PICTURE_MEGABYTES": "1"}


@pytest.fixture(autouse=True)
def _in_the_checkout(monkeypatch):
    monkeypatch.chdir(ROOT)


@pytest.fixture
async def http():
    async with httpx.AsyncClient(trust_env=False) as opened:
        yield opened


def pids(lines):
    return [line["pid"] for line in lines if line["event"] == "sidecar started"]


async def swapped(backend, swap_id):
    await backend.submit(swap_id, order())
    async with asyncio.timeout(PATIENCE):
        assert (await backend.check(swap_id, PATIENCE)).state is JobState.DONE
    return await backend.fetch(swap_id)


async def another(child, address):
    """Wait until the child is somewhere else."""
    async with asyncio.timeout(PATIENCE):
        while (found := await child.ready(PATIENCE)) == address:  # noqa: ASYNC110 - it dies unseen
            await asyncio.sleep(0.01)
    return found


async def test_a_child_serves_comes_back_when_killed_and_ends_when_told(http):
    with capture_logs() as lines:
        async with SidecarChild(FAKE_COMMAND, SMALL) as child:
            backend = NativeBackend(http, child.address)
            with pytest.raises(BackendDown):
                await backend.health()
            first = await child.ready(PATIENCE)
            assert (await swapped(backend, "a")).swapped == (1,)

            os.kill(pids(lines)[0], signal.SIGKILL)
            second = await another(child, first)

            assert second.key != first.key
            assert (await swapped(backend, "a")).swapped == (1,)
        with pytest.raises(BackendDown):
            child.address()
    ends = [line["code"] for line in lines if line["event"] == "sidecar ended"]
    assert ends == [-signal.SIGKILL, 0]
    for pid in pids(lines):
        with pytest.raises(ProcessLookupError):
            os.kill(pid, 0)
    assert first.key not in str(lines)


async def test_bodies_that_are_refused_unread_are_answered_over_a_real_socket(http):
    async with SidecarChild(FAKE_COMMAND, SMALL) as child:
        await child.ready(PATIENCE)
        backend = NativeBackend(http, child.address)
        with pytest.raises(FileTooLarge):
            await backend.submit("large", order(NamedBytes("", bytes(40_000_000))))
        await swapped(backend, "known")
        await backend.submit("known", order(NamedBytes("", bytes(20_000_000))))
        assert (await backend.health()).state is HealthState.READY


async def rendering(backend, swap_id):
    """Wait until a clip has its first frame."""
    async with asyncio.timeout(PATIENCE):
        while (await backend.check(swap_id)).clip is None:  # noqa: ASYNC110 - it is elsewhere
            await asyncio.sleep(0.01)


async def test_clips_are_stopped_over_a_real_socket(http):
    held = gif(frames=HELD_FRAMES)
    async with SidecarChild(FAKE_COMMAND) as child:
        await child.ready(PATIENCE)
        backend = NativeBackend(http, child.address)
        await backend.submit("held", order(held))
        await rendering(backend, "held")
        assert (await backend.glimpse("held")).media_type == "image/jpeg"
        await backend.cancel("held")

        # There is one slot, and one for surveys: neither would come free by itself.
        await backend.submit("next", order(gif()))
        assert (await backend.check("next", PATIENCE)).state is JobState.DONE
        for _ in range(3):
            with pytest.raises(TimeoutError):
                async with asyncio.timeout(0.2):
                    await backend.survey(held)
        async with asyncio.timeout(PATIENCE):
            assert len((await backend.survey(gif(faces=2))).faces) == 2


async def test_who_waits_for_a_child_that_ends_is_told(http, tmp_path):
    gate = tmp_path / "gate"
    os.mkfifo(gate)
    with capture_logs() as lines:
        async with SidecarChild([*FAKE_COMMAND, str(gate)]) as child:
            await child.ready(PATIENCE)
            backend = NativeBackend(http, child.address)
            await backend.submit("held", order(png(mark=HELD)))
            waiting = asyncio.create_task(backend.check("held", PATIENCE))
            assert (await backend.check("held")).state is JobState.PROCESSING

            stopping = asyncio.create_task(child.stop())

            with pytest.raises(BackendDown):
                await waiting
            # Where nobody reads any more this fails, and does not wait.
            os.close(os.open(gate, os.O_WRONLY | os.O_NONBLOCK))
            await stopping
    assert [line["code"] for line in lines if line["event"] == "sidecar ended"] == [0]


@pytest.mark.slow
async def test_a_child_that_is_stuck_ends_all_the_same(http):
    with capture_logs() as lines:
        async with SidecarChild(FAKE_COMMAND) as child:
            await child.ready(PATIENCE)
            await NativeBackend(http, child.address).submit("stuck", order(png(mark=STUCK)))
    assert [line["code"] for line in lines if line["event"] == "sidecar ended"] == [1]


async def test_a_child_that_cannot_start_is_tried_again():
    with capture_logs() as lines:
        async with SidecarChild([sys.executable, "-c", "print('hello')"]) as child:
            async with asyncio.timeout(PATIENCE):
                while len(pids(lines)) < 2:
                    with pytest.raises(BackendDown):
                        await child.ready(0.05)
    pauses = [line["in_seconds"] for line in lines if line["event"] == "the sidecar is restarted"]
    assert pauses[:1] == [1.0]


async def test_a_command_that_does_not_exist_is_said_in_the_log():
    with capture_logs() as lines:
        async with SidecarChild(["/no/such/python"]) as child:
            with pytest.raises(BackendDown):
                await child.ready(0.05)
    assert "the sidecar cannot be started" in [line["event"] for line in lines]


async def test_a_child_does_not_know_our_secrets(monkeypatch):
    monkeypatch.setenv("DISCORD_TOKEN", "hunter2")
    monkeypatch.setenv("VISAGE_SECRET_KEY", "hunter2")
    monkeypatch.setenv("VISAGE_SIDECAR_SLOTS", "2")
    tells = (
        "import os, json, sys;"
        "sys.stderr.write(json.dumps(dict(os.environ)));"
        "sys.stderr.flush();"
        "sys.stdin.read()"
    )
    read, write = os.pipe()
    saved = os.dup(2)
    os.dup2(write, 2)
    os.close(write)
    try:
        async with SidecarChild([sys.executable, "-c", tells], {"VISAGE_SIDECAR_LOG": "console"}):
            told = await asyncio.to_thread(os.read, read, 100_000)
    finally:
        os.dup2(saved, 2)
        os.close(saved)
        os.close(read)
    text = told.decode()
    assert "hunter2" not in text
    assert '"VISAGE_SIDECAR_SLOTS": "2"' in text
    assert '"VISAGE_SIDECAR_LOG": "console"' in text
    assert '"VISAGE_SIDECAR_KEY"' in text


def test_a_child_ends_when_its_parent_is_killed():
    parent = subprocess.Popen(
        [sys.executable, "-m", "tests.sidecar.fake_parent"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    try:
        assert parent.stdout is not None
        url = urlsplit(parent.stdout.readline().decode().strip())
        with socket.create_connection((url.hostname, url.port), timeout=PATIENCE) as connection:
            parent.kill()
            # The child's end closes the connection; as long as it lives, so does the connection.
            assert connection.recv(1) == b""
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection((url.hostname, url.port), timeout=PATIENCE)
    finally:
        parent.kill()
        parent.wait()
        parent.stdout.close()


def sidecar(*arguments, **variables):
    return subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-m", *arguments],
        env=os.environ | variables,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def living():
    """Return each living process with its parent."""
    found = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, parent, *_ = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if state != "Z":
            found[int(stat.parent.name)] = int(parent)
    return found


def below(pid):
    """Return the processes that a process has started, and those that they have."""
    children = [child for child, parent in living().items() if parent == pid]
    return [*children, *(each for child in children for each in below(child))]


async def gone(pids):
    """Wait until processes have ended."""
    async with asyncio.timeout(PATIENCE):
        while living().keys() & pids:  # noqa: ASYNC110 - not ours
            await asyncio.sleep(0.01)


@pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks at processes in /proc")
@pytest.mark.parametrize("ends", ["when told", "when killed"])
async def test_the_processes_that_decode_files_end_with_the_sidecar(http, ends):
    with capture_logs() as lines:
        async with SidecarChild() as child:
            await child.ready(PATIENCE)
            (pid,) = pids(lines)
            helpers = set(below(pid))
            assert helpers
            clip = gif(frames=2)
            facts = await NativeBackend(http, child.address).measure(clip)
            assert (facts.kind, facts.frames) == (ClipKind.GIF, 2)
            if ends == "when killed":
                os.kill(pid, signal.SIGKILL)
                await gone(helpers)
    await gone({pid, *helpers})


def test_without_a_key_it_says_so():
    ended = sidecar("tests.sidecar.fake_main", VISAGE_SIDECAR_KEY="")
    assert ended.returncode == 2
    assert "VISAGE_SIDECAR_KEY is not set" in ended.stderr


def test_a_key_that_can_be_guessed_is_refused():
    ended = sidecar("tests.sidecar.fake_main", VISAGE_SIDECAR_KEY="123456789012345")
    assert ended.returncode == 2
    assert "VISAGE_SIDECAR_KEY must be at least 16 characters long" in ended.stderr
    assert "123456789012345" not in ended.stderr


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_ends_it_in_good_order(sent):
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.sidecar.fake_main"],
        env=os.environ | {"VISAGE_SIDECAR_KEY": KEY},
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        assert process.stderr is not None
        assert any("engine ready" in line for line in process.stderr)
        process.send_signal(sent)
        assert process.wait(PATIENCE) == 0
    finally:
        process.kill()
        process.wait()
        process.stderr.close()


def test_a_setting_that_makes_no_sense_is_named():
    ended = sidecar("faceswap.sidecar", VISAGE_SIDECAR_KEY="k", VISAGE_SIDECAR_SLOTS="many")
    assert ended.returncode == 2
    assert ended.stderr.startswith("VISAGE_SIDECAR_SLOTS: ")


def test_small_requests_are_not_held_back():
    with listen("127.0.0.1", 0) as listener:
        assert listener.proto == socket.IPPROTO_TCP
        with pytest.raises(OSError, match="in use"):
            listen("127.0.0.1", listener.getsockname()[1])


def test_the_client_does_not_bring_a_server_along():
    code = (
        "import sys, faceswap.apis.native.child as child;"
        "heavy = {'fastapi', 'starlette', 'uvicorn', 'numpy', 'cv2'} & set(sys.modules);"
        "sys.exit(str(heavy) if heavy else 0)"
    )
    ended = subprocess.run(  # noqa: S603 - our own interpreter
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert ended.returncode == 0, ended.stderr
