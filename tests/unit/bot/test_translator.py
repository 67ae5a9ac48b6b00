"""The commands' words in the catalogue."""

import re

import pytest

import bot.language
from bot.client import COGS, create_bot
from bot.language import LANGUAGES, translation
from bot.translator import CommandTranslator, message_for
from tests.quiet_discord import discord

app_commands = discord.app_commands
NAME = re.compile(r"[-_'\w]{1,32}")


class Asking(app_commands.Translator):
    """Keeps what would be translated, by its message."""

    def __init__(self):
        self.asked = {}

    async def translate(self, string, locale, context):
        if message := message_for(context):
            assert self.asked.setdefault(message, str(string)) == str(string)


@pytest.fixture
async def tree():
    client = create_bot()
    for cog in COGS:
        await client.load_extension(cog)
    return client.tree


@pytest.fixture
async def asked(tree):
    asking = Asking()
    for command in tree.get_commands():
        await command.get_translated_payload(tree, asking)
    return asking.asked


def told(words):
    """Return words as the catalogue has them, to be copied from a report."""
    return "\n".join(f"{message} = {text}" for message, text in sorted(words.items()))


async def test_the_english_catalogue_has_what_the_cogs_say(asked):
    has = {message: translation("en", message) for message in asked}
    assert told({key: text for key, text in asked.items() if has[key] != text}) == ""


async def test_the_english_catalogue_has_nothing_else_of_commands(asked):
    files = (bot.language.FOLDER / "en").glob("commands*.ftl")
    text = "\n".join(file.read_text("utf-8") for file in files)
    assert set(re.findall(r"^([\w-]+) =", text, re.MULTILINE)) == set(asked)


@pytest.mark.parametrize("language", LANGUAGES)
async def test_discord_takes_the_words_of_commands(language, asked):
    for message in asked:
        text = translation(language, message)
        if message.endswith("-description") or message.startswith("choice-"):
            assert 1 <= len(text) <= 100, message
        elif "-option-" in message:
            assert NAME.fullmatch(text), message
            assert text == text.lower(), message
        else:
            assert 1 <= len(text) <= 32, message


@pytest.mark.parametrize("language", LANGUAGES)
async def test_no_two_options_of_a_command_have_one_name(language, tree):
    for command in tree.walk_commands():
        path = command.qualified_name.replace(" ", "-")
        names = [
            translation(language, f"command-{path}-option-{option.name}".replace("_", "-"))
            for option in getattr(command, "parameters", ())
        ]
        assert len(set(names)) == len(names)


@app_commands.command(name="hello", description="Say hello")
async def hello(interaction):
    """Hello."""


group = app_commands.Group(name="greet", description="Say something")


@group.command(name="loudly", description="Say it loudly")
@app_commands.describe(how="How loudly")
@app_commands.choices(how=[app_commands.Choice(name="A bit", value="a_bit")])
async def loudly(interaction, how: str):
    """Hello."""


async def test_what_each_word_is_found_by():
    tree = app_commands.CommandTree(discord.Client(intents=discord.Intents.none()))
    asking = Asking()
    for command in (hello, group):
        await command.get_translated_payload(tree, asking)
    assert asking.asked == {
        "command-hello-description": "Say hello",
        "command-greet-description": "Say something",
        "command-greet-loudly-description": "Say it loudly",
        "command-greet-loudly-option-how": "how",
        "command-greet-loudly-option-how-description": "How loudly",
        "choice-a-bit": "A bit",
    }


async def test_english_is_not_looked_up():
    context = app_commands.TranslationContext(
        app_commands.TranslationContextLocation.command_description, hello
    )
    string = app_commands.locale_str("Say hello")
    for locale in (discord.Locale.american_english, discord.Locale.finnish):
        assert await CommandTranslator().translate(string, locale, context) is None
