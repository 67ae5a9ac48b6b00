"""Members are answered in the language of their Discord; here in one that is made up."""

import json
import shutil

import pytest

from bot.language import FOLDER, Catalogue, reading
from bot.notify import SOON
from faceswap.app import Rules
from faceswap.domain.errors import NoFace
from tests.discord.stage import clip, is_result, says

QUARTER = 15 * 60 + 1
MADE_UP = """
button-again = Niaga
button-another = Rehtona
button-choose-faces = Esoohc
command-saveid-description = Evas
command-saveid-option-image = egami
error-bad-id-list-gap = Pag: { $text }
error-no-face = Ecaf on: { $name }
flag-m = htuom
form-another-title = Esle ydobemos
offer-price = Ecirp: { $price }
result-cost = Tsoc: { $charged }
waiting-working = Gnikrow
"""


@pytest.fixture
def made_up(tmp_path):
    """English, and a little of another language."""
    shutil.copytree(FOLDER / "en", tmp_path / "locales" / "en")
    (tmp_path / "locales" / "fi").mkdir()
    (tmp_path / "locales" / "fi" / "words.ftl").write_text(MADE_UP, "utf-8")
    return Catalogue(tmp_path / "locales")


@pytest.fixture
def aino(stage):
    aino = stage.discord.add_user("Aino", locale="fi")
    stage.guild.add_member(aino)
    return aino


@pytest.fixture(autouse=True)
async def saved(stage, aino, made_up):
    stage.rules = Rules(confirm_above=3)
    with reading(made_up):
        await stage.start()
    await stage.save("me", who=aino)
    await stage.save("me")


def labels(seen):
    return [button.label for button in seen.buttons]


async def late(stage, who):
    """Ask for a swap that is still worked on when its reply can no longer be edited."""
    stage.engine.gate.clear()
    await stage.swap(who=who)
    await stage.engine.has_begun()
    stage.discord.clock.advance(QUARTER)


async def test_an_answer_is_in_the_askers_language_and_else_in_english(stage, aino):
    seen = await stage.swapped(who=aino)
    assert "Tsoc: 1" in seen.text
    assert labels(seen) == ["Niaga", "Rehtona", "Delete"]


async def test_others_are_answered_in_theirs_meanwhile(stage, aino):
    stage.engine.gate.clear()
    hers = await stage.swap(who=aino)
    his = await stage.swap()
    stage.engine.gate.set()
    assert "Tsoc: 1" in (await hers.until(is_result)).text
    assert "1 credit used" in (await his.until(is_result)).text


async def test_a_refusal_is_in_the_askers_language(stage, aino):
    asked = await stage.swap(ids="me,,me", who=aino)
    assert (await asked.reply()).text == "Pag: me,,me"


async def test_a_refusal_of_the_engine_is_in_the_askers_language(stage, aino):
    stage.engine.fails = NoFace(name="party.png")
    await (await stage.swap(who=aino)).until(says("Ecaf on: party.png"))


async def test_who_waits_is_told_in_their_language(stage, aino):
    stage.engine.gate.clear()
    asked = await stage.swap(who=aino)
    await stage.engine.has_begun()
    stage.clock.advance(SOON)
    assert (await asked.reply()).text == "Gnikrow"
    stage.engine.gate.set()
    await asked.until(is_result)


async def test_a_form_is_in_the_language_of_whoever_opens_it(stage, aino):
    seen = await stage.swapped(who=aino)
    asked = await aino.press(seen, "Rehtona")
    assert asked.modal["title"] == "Esle ydobemos"


async def test_an_offer_and_what_follows_are_in_the_askers_language(stage, aino):
    asked = await stage.swap(image=clip(1, 40), who=aino)
    offer = await asked.until(says("Ecirp: 4"))
    assert labels(offer) == ["Swap (4 credits)", "Esoohc", "Cancel"]
    stage.studio.gate.clear()
    pressed = await aino.press(offer, "Swap (4 credits)")
    await pressed.until(says("⏳ Starting."))
    stage.studio.gate.set()
    assert "Tsoc: 4" in (await pressed.until(is_result)).text


async def test_what_is_offered_while_typing_is_in_the_typists_language(stage, aino):
    choices = await aino.autocomplete(stage.room, "swapid", focused="options")
    assert choices[0]["name"] == "-m · htuom"


async def test_a_late_answer_is_in_the_askers_language(stage, aino):
    await late(stage, aino)
    stage.engine.gate.set()
    assert "Tsoc: 1" in (await stage.room.until(is_result)).text


async def test_an_answer_after_a_restart_is_in_the_askers_language(stage, aino, made_up):
    await late(stage, aino)
    await stage.kill()
    stage.engine.gate.set()
    with reading(made_up):
        await stage.start()
    assert "Tsoc: 1" in (await stage.room.until(is_result)).text


async def test_commands_are_described_in_the_members_language(stage):
    (put,) = stage.requests("PUT", "/applications/{application_id}/commands")
    saveid = next(each for each in put.body if each["name"] == "saveid")
    image = next(each for each in saveid["options"] if each["name"] == "image")
    assert saveid["description_localizations"] == {"fi": "Evas"}
    assert image["name_localizations"] == {"fi": "egami"}
    assert not saveid["name_localizations"]
    assert json.dumps(put.body).count('"fi"') == 2


async def test_a_servers_language_is_spoken_to_all_in_it_and_nowhere_else(stage):
    await stage.app.guilds.change(str(stage.guild.id), {"language": "fi"})
    assert "Niaga" in labels(await stage.swapped())
    assert "Again" in labels(await stage.swapped(room=stage.anna.dm))
