"""Help, doctor, and how the processes are started."""

import sqlite3

import pytest

SECRET = "a long and secret text"


@pytest.mark.parametrize(
    "command",
    ["run", "sidecar", "demo", "doctor", "swap", "faces", "enrol", "backup", "restore", "gateway"],
)
def test_every_command_has_help_worth_reading(visage, command):
    assert command in visage("--help").said
    ran = visage(command, "--help")
    assert ran.code == 0
    assert len(ran.said) > 300


def test_help_loads_nothing_heavy(process, tmp_path):
    (tmp_path / "look.py").write_text(
        "import sys, visage.__main__\n"
        "print([name for name in ('numpy', 'discord', 'cv2', 'sqlalchemy') if name in sys.modules])"
    )
    assert process("look").out == "[]\n"


@pytest.mark.parametrize("words", [["bot"], ["visage", "run"]])
def test_without_a_token_the_bot_says_how_to_get_one(process, words):
    ran = process(*words)
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    assert "Discord developer portal" in ran.err
    assert "Reset Token" in ran.err
    assert "put DISCORD_TOKEN=... in .env" in ran.err
    assert "`make demo` needs none" in ran.err


def test_settings_that_cannot_be_used_end_the_bot(visage):
    ran = visage("run", DISCORD_TOKEN="x", VISAGE_LOG="xml")
    assert (ran.code, ran.err) == (2, "VISAGE_LOG is 'xml' and must be console or json.\n")


def test_a_sidecar_needs_a_key(visage):
    ran = visage("sidecar")
    assert ran.code == 2
    assert "VISAGE_SIDECAR_KEY is not set" in ran.err


def test_a_sidecar_takes_its_settings_from_the_file(visage, tmp_path):
    (tmp_path / ".env").write_text("VISAGE_SIDECAR_SLOTS=many\nDISCORD_TOKEN=x\n")
    ran = visage("sidecar")
    assert ran.code == 2
    assert "VISAGE_SIDECAR_SLOTS: Input should be a valid integer" in ran.err


def test_the_doctor_on_a_new_machine(visage, tmp_path):
    ran = visage("doctor")
    assert ran.code == 0
    for words in (
        "mesh runs on LiteRT with XNNPACK, on the CPU; 6 faces found in the sample",
        "there are none yet: without age, no -o or --oldify or --youngify",
        "DISCORD_TOKEN is not set; the bot needs it, visage demo does not.",
        "visage-data is made on the first start",
        "the bot starts one of its own",
    ):
        assert words in ran.said
    assert list(tmp_path.iterdir()) == []


def test_the_doctor_shows_no_secrets(visage):
    secrets = {"DISCORD_TOKEN": SECRET, "VISAGE_SECRET_KEY": SECRET}
    ran = visage("doctor", **secrets)
    assert "DISCORD_TOKEN is set" in ran.said
    assert SECRET not in ran.said


def test_the_doctor_finds_what_is_broken(visage, tmp_path):
    data = tmp_path / "visage-data"
    data.mkdir(mode=0o755)
    (data / "secret.key").write_text("x")
    (data / "secret.key").chmod(0o644)
    with sqlite3.connect(data / "visage.db") as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('9999')")
    connection.close()
    gone = {"VISAGE_SIDECAR_URL": "http://127.0.0.1:9", "VISAGE_SIDECAR_KEY": SECRET}
    ran = visage("doctor", **gone)
    assert ran.code == 1
    for words in (
        "visage-data is open to others (755); chmod 700 visage-data.",
        "secret.key can be read by others; chmod 600",
        "was written by a newer Visage (9999)",
        "http://127.0.0.1:9 does not answer as a sidecar.",
    ):
        assert words in ran.said


def test_the_doctor_on_settings_that_cannot_be_used(visage):
    ran = visage("doctor", VISAGE_LOG="xml")
    assert ran.code == 1
    assert "VISAGE_LOG is 'xml' and must be console or json." in ran.said
