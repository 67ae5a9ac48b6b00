"""The demo as a whole: real processes, real pictures."""

import html
import io
import re
import signal
import sys

import numpy as np
import pytest
from PIL import Image
from rich.console import Console

from playground import Playground
from playground.demo.folder import MARK
from playground.demo.play import play
from playground.demo.script import SCRIPT
from tests.demo.conftest import ROOT, ended
from tests.discord_schema import available, check_exchanges

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="looks processes up in /proc")
RESULTS = (
    "06-swapid-portrait",
    "07-swapid-group",
    "08-picked-faces",
    "09-swapid-list",
    "10-inswapper",
    "11-another-id",
    "12-faceswap",
    "15-again",
)


def pixels(path):
    with Image.open(path) as picture:
        return np.asarray(picture.convert("RGB"), np.int16)


@LINUX
def test_the_visit(demo, tmp_path):
    output = tmp_path / "new" / "out"
    secrets = {"DISCORD_TOKEN": "of a real bot", "VISAGE_DAILY_CREDITS": "0"}
    with demo(output, **secrets) as running:
        running.until(SCRIPT[2].told)
        family = running.family()
        code, said = running.end()
    assert code == 0, said
    assert set(family) == {"demo", "bot", "sidecar"}
    assert ended(family) == set(family)
    assert list(running.private.iterdir()) == []
    for step in SCRIPT[3:]:
        assert re.search(rf"✓ +\d+ {re.escape(step.told)}", said), step.told
    assert "✓ the bot ends in good order" in said
    assert f"Open {output / 'index.html'}" in said.replace("\n", " ")
    page = (output / "index.html").read_text(encoding="utf-8")
    words = " ".join(html.unescape(re.sub("<[^>]+>", " ", page)).split())
    for shown in (
        "Anna used /help",
        "Anna used /saveid idname astro image astronaut.png",
        "Saved ace .",
        "Anna used /listid",
        "50 of 50 credits left",
        "Anna used /swapid idname astro image portrait.png",
        "1 credit used · 49 of 50 left",
        "1 of 6 faces",
        "Anna chose Face 3: astro",
        "Anna pressed Swap these faces (2 credits)",
        "_,_,astro,ace for @Anna · /swapid · 2 of 6 faces",
        "astro,astro,_,astro+ace,astro,astro for @Anna · /swapid · 5 of 6 faces",
        "Anna used INSwapper on Ben's message",
        "Anna filled in Swap in somebody else Or type a list astro+ace",
        "Ben used /faceswap source astronaut.png target selfie.jpg",
        "I found no face in cat.png",
        'You have no id "astor"; did you mean "astro"?',
        "Ben pressed Again",
        "Mia used /policy edit",
        "Only this server's moderators can do that",
        "Granted: 25, kept until they are spent",
        "All jobs in this server",
        "credits spent from",
        'Had marks say "Film club · face swap"',
        "Lifted the ban of @Ben",
        "Ben pressed Delete and the message went away",
        "Anna used /swapid idname astro image dance.gif",
        "30 frames · 3 s 3 credits used · 36 of 50 left",
        "duet.mp4: video, 6 s, 480x270, with sound This costs 12 credits ; you have 36 of 50 left",
        "Anna pressed Choose faces",
        "Face 1 : 0:00-0:06 · Face 2 : 0:00-0:06",
        "Anna pressed Swap (12 credits)",
        "90 frames · 6 s 12 credits used · 24 of 50 left",
        "Anna pressed Cancel and the message went away",
        "Canceled",
        "Mia used /headshot prompt me, a mad king",
        "seed 7",
        "Mia pressed Variations (16 credits)",
        'You have no id "mee"; did you mean "me"?',
        "Mia used /changebg",
    ):
        assert shown in words, shown
    assert words.index("Face 3: astro") < words.index("_,_,astro,ace for")
    for source in re.findall(r'<img src="([^"]+)"', page):
        assert pixels(output / source).size
    assert re.findall(r'<video src="([^"]+)" aria-label="([^"]+)"', page)[-1] == (
        next(path.relative_to(output).as_posix() for path in output.glob("media/*duet-swapped*")),
        "After: duet.mp4 with the face of astro,ace",
    )
    for name in ("17-gif-after.gif", "18-video-after.mp4"):
        assert (output / name).stat().st_size > 10_000
    for name in ("20-headshot-made", "22-variations-made-4", "24-changebg-after"):
        assert pixels(next(output.glob(f"{name}.*"))).size
    for name in RESULTS:
        pair = pixels(output / f"{name}-before-after.jpg")
        half = (pair.shape[1] - 8) // 2
        assert (np.abs(pair[:, :half] - pair[:, -half:]).max(axis=2) > 40).mean() > 0.001
        after = next(output.glob(f"{name}-after.*"))
        assert np.abs(pixels(after) - pair[:, -half:]).mean() < 4


@LINUX
@pytest.mark.parametrize(
    ("number", "code"),
    [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGKILL, -signal.SIGKILL)],
)
def test_a_signal_ends_all_processes(demo, tmp_path, number, code):
    output = tmp_path / "out"
    with demo(output) as running:
        running.until(SCRIPT[1].told)
        family = running.family()
        assert set(family) == {"demo", "bot", "sidecar"}
        running.process.send_signal(number)
        assert ended(family) == set(family)
        assert running.end()[0] == code
    assert list(output.iterdir()) == []
    if number != signal.SIGKILL:
        assert list(running.private.iterdir()) == []


async def test_a_step_that_goes_wrong_is_told_and_ends_the_visit(tmp_path):
    said = io.StringIO()
    async with Playground() as discord:
        # The first command cannot be answered, and the bot apologises.
        discord.faults.add(method="POST", path="/callback$", status=404)
        is_right = await play(discord, tmp_path / "out", Console(file=said, width=300))
    if available():
        assert check_exchanges(discord.exchanges) == []
    assert not is_right
    lines = said.getvalue().splitlines()
    (wrong,) = (line for line in lines if SCRIPT[0].told in line)
    start = "✗  1 /help: how to begin: the reply lacks “Swap faces in pictures”; it says: "
    assert wrong.startswith(start)
    reference = re.search(r"the reference `(\w+)`", wrong)[1]
    assert reference in said.getvalue().partition("The last lines of the bot's log:")[2]
    assert discord.token not in said.getvalue()
    assert not any(SCRIPT[1].told in line for line in lines)
    page = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert reference in page


def test_a_bot_that_does_not_start_is_told(demo, tmp_path):
    broken = tmp_path / "broken"
    broken.mkdir()
    (broken / "discord.py").write_text("raise ImportError('half installed')")
    with demo(tmp_path / "out", PYTHONPATH=f"{broken}:{ROOT}") as running:
        code, said = running.end()
    assert code == 1
    assert "✗ the bot starts and connects: it ended with code 1" in said
    assert "ImportError: half installed" in said


def test_a_folder_with_other_files_is_left_alone(demo, tmp_path):
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "mine.txt").write_text("mine")
    with demo(tmp_path) as running:
        code, said = running.end()
    assert code == 2
    assert "has files in it that are not an earlier visit's" in said
    assert (tmp_path / "media" / "mine.txt").read_text() == "mine"
    assert not (tmp_path / MARK).exists()
