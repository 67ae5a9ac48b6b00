"""The commands' fingerprint."""

from bot.sync import fingerprint_of
from tests.quiet_discord import discord

app_commands = discord.app_commands


def tree(describe="Say hello", application=1, order=1):
    client = discord.Client(intents=discord.Intents.none(), application_id=application)
    made = app_commands.CommandTree(client)

    @app_commands.command(name="hello", description=describe)
    async def hello(interaction):
        """Hello."""

    @app_commands.command(name="bye", description="Say bye")
    async def bye(interaction):
        """Bye."""

    for command in (hello, bye)[::order]:
        made.add_command(command)
    return made


async def test_it_is_the_same_for_the_same_commands():
    assert await fingerprint_of(tree()) == await fingerprint_of(tree(order=-1))


async def test_it_changes_with_a_command_and_with_the_application():
    trees = (tree(), tree("Hi"), tree(application=2))
    assert len({await fingerprint_of(each) for each in trees}) == 3


class Shouting(app_commands.Translator):
    def __init__(self, mark):
        self.mark = mark

    async def translate(self, string, locale, context):
        return f"{string}{self.mark}"


async def test_it_changes_with_a_translation():
    trees = [tree(), tree(), tree()]
    await trees[1].set_translator(Shouting("!"))
    await trees[2].set_translator(Shouting("?"))
    assert len({await fingerprint_of(each) for each in trees}) == 3
