"""compose.yaml: which settings reach which container."""

import re
from pathlib import Path

from faceswap.settings import SIDECAR_PREFIX
from faceswap.sidecar.settings import SidecarSettings

COMPOSE = Path(__file__).parents[3] / "compose.yaml"


def service(name):
    """Return a service's own lines and its environment."""
    text = COMPOSE.read_text("utf-8")
    found = re.search(rf"^  {name}:\n((?: {{4}}.*\n)+)", text, re.MULTILINE)
    assert found
    environment = dict(re.findall(r"^ {6}([A-Z_]+): (.*)$", found[1], re.MULTILINE))
    return found[1], environment


def test_every_setting_reaches_the_bot():
    lines, environment = service("bot")
    assert "    env_file: .env\n" in lines
    # What is given here goes before the file: what the file may not change, and what it must have.
    assert environment["VISAGE_DATA"] in lines.partition("volumes:")[2]
    assert environment["VISAGE_SIDECAR_URL"] == "http://sidecar:8787"
    assert environment["DISCORD_TOKEN"].startswith("${DISCORD_TOKEN:?")
    assert set(environment) == {
        "DISCORD_TOKEN",
        "VISAGE_DATA",
        "VISAGE_SIDECAR_URL",
        "VISAGE_SIDECAR_KEY",
    }


def test_every_setting_of_the_sidecar_reaches_it_and_nothing_else_does():
    lines, environment = service("sidecar")
    names = [f"{SIDECAR_PREFIX}{name}".upper() for name in SidecarSettings.model_fields]
    assert sorted(environment) == sorted(names)
    # It opens strangers' files.
    assert "env_file" not in lines
    assert environment.pop("VISAGE_SIDECAR_LISTEN") == "0.0.0.0:8787"
    for name, value in environment.items():
        assert value.startswith(f"${{{name}:")


def test_both_ask_for_the_key():
    for name in ("bot", "sidecar"):
        assert service(name)[1]["VISAGE_SIDECAR_KEY"].startswith("${VISAGE_SIDECAR_KEY:?")


def test_what_the_sidecar_has_no_setting_for_is_the_bots():
    """One number in .env is enough for both."""
    _, environment = service("sidecar")
    for ours, bots in {
        "SLOTS": "SWAPS_AT_ONCE",
        "PICTURE_MEGABYTES": "LARGEST_MEGABYTES",
        "PICTURE_MEGAPIXELS": "LARGEST_MEGAPIXELS",
    }.items():
        name = f"{SIDECAR_PREFIX}{ours}"
        assert environment[name] == f"${{{name}:-${{VISAGE_{bots}:-}}}}"
