"""What Discord refuses in commands and modals."""

import pytest

from tests.playground.test_forms import button, flat, row, text


def command(**changed):
    return {"name": "swap", "description": "Swap", "type": 1, **changed}


def option(**changed):
    return {"type": 3, "name": "word", "description": "A word", **changed}


@pytest.mark.parametrize(
    ("commands", "line"),
    [
        ([command(name="Swap")], "0.name APPLICATION_COMMAND_INVALID_NAME"),
        ([command(name="swap it")], "0.name APPLICATION_COMMAND_INVALID_NAME"),
        ([command(name="x" * 33)], "0.name BASE_TYPE_BAD_LENGTH"),
        ([command(description="")], "0.description BASE_TYPE_BAD_LENGTH"),
        ([command(description="x" * 101)], "0.description BASE_TYPE_BAD_LENGTH"),
        ([command(), command()], "1.name APPLICATION_COMMANDS_DUPLICATE_NAME"),
        ([command(contexts=[])], "0.contexts BASE_TYPE_MIN_LENGTH"),
        ([command(contexts=[3])], "0.contexts.0 BASE_TYPE_CHOICES"),
        (
            [command(type=3)],
            "0.description APPLICATION_COMMAND_INVALID_CONTEXT_MENU",
        ),
        (
            [command(options=[option(), option(name="other", required=True)])],
            "0.options APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID",
        ),
        (
            [command(options=[option(), option()])],
            "0.options APPLICATION_COMMAND_OPTIONS_NAME_DUPLICATED",
        ),
        (
            [command(options=[option(name=f"o{n}") for n in range(26)])],
            "0.options BASE_TYPE_MAX_LENGTH",
        ),
        (
            [command(options=[option(choices=[{"name": "x", "value": "x"}] * 26)])],
            "0.options.0.choices BASE_TYPE_MAX_LENGTH",
        ),
        (
            [command(options=[option(choices=[{"name": "x", "value": "x" * 101}])])],
            "0.options.0.choices.0.value BASE_TYPE_MAX_LENGTH",
        ),
        (
            [command(options=[option(autocomplete=True, choices=[{"name": "x", "value": "x"}])])],
            "0.options.0.autocomplete APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES",
        ),
        (
            [command(options=[option(), option(name="sub", type=1)])],
            "0.options APPLICATION_COMMAND_OPTIONS_TYPE_INVALID",
        ),
        (
            [
                command(
                    options=[
                        option(
                            name=f"o{n}",
                            choices=[{"name": "n" * 90 + str(c), "value": "v"} for c in range(25)],
                        )
                        for n in range(4)
                    ]
                )
            ],
            "0 APPLICATION_COMMAND_TOO_LARGE",
        ),
    ],
)
async def test_a_command_is_refused(stage, rest, commands, line):
    stage.sends_nonsense = True
    path = f"/applications/{stage.discord.bot.id}/commands"
    status, reply, _ = await rest("PUT", path, json=commands)
    assert (status, reply["code"]) == (400, 50035)
    assert list(flat(reply["errors"])) == [line]
    assert not stage.discord.world.commands.synced


async def test_single_commands_can_be_made_changed_and_removed(stage, rest):
    path = f"/applications/{stage.discord.bot.id}/commands"
    _, made, _ = await rest("POST", path, json=command(name_localizations={"de": "tausch"}))
    _, listed, _ = await rest("GET", path)
    assert "name_localizations" not in listed[0]
    _, listed, _ = await rest("GET", f"{path}?with_localizations=true")
    assert listed[0]["name_localizations"] == {"de": "tausch"}
    _, changed, _ = await rest("PATCH", f"{path}/{made['id']}", json={"description": "New"})
    assert (changed["id"], changed["description"]) == (made["id"], "New")
    assert changed["version"] != made["version"]
    _, again, _ = await rest("GET", f"{path}/{made['id']}")
    assert again["description"] == "New"
    assert (await rest("DELETE", f"{path}/{made['id']}"))[0] == 204
    assert (await rest("GET", path))[1] == []


async def test_two_hundred_new_commands_a_day(stage, rest):
    path = f"/applications/{stage.discord.bot.id}/commands"
    for start in (0, 100):
        names = [command(name=f"c{number}") for number in range(start, start + 100)]
        assert (await rest("PUT", path, json=names))[0] == 200
    status, reply, _ = await rest("POST", path, json=command())
    assert (status, reply["code"]) == (400, 30034)
    stage.discord.clock.advance(24 * 3600)
    assert (await rest("POST", path, json=command()))[0] == 200


def label(**inner):
    return {"type": 18, "label": "Name", "component": {"custom_id": "a", **inner}}


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ({"title": "x" * 46}, "data.title BASE_TYPE_BAD_LENGTH"),
        ({"custom_id": ""}, "data.custom_id BASE_TYPE_BAD_LENGTH"),
        ({"components": []}, "data.components BASE_TYPE_BAD_LENGTH"),
        ({"components": [text()] * 6}, "data.components BASE_TYPE_BAD_LENGTH"),
        ({"components": [button()]}, "data.components.0.type BASE_TYPE_CHOICES"),
        (
            {"components": [label(type=2)]},
            "data.components.0.component.type BASE_TYPE_CHOICES",
        ),
        (
            {"components": [{"type": 18, "label": "Name"}]},
            "data.components.0.component BASE_TYPE_REQUIRED",
        ),
        (
            {"components": [label(type=4, style=3)]},
            "data.components.0.component.style BASE_TYPE_CHOICES",
        ),
        (
            {"components": [label(type=19, max_values=11)]},
            "data.components.0.component.max_values NUMBER_TYPE_RANGE",
        ),
        (
            {"components": [label(type=4, style=1)] * 2},
            "data.components COMPONENT_CUSTOM_ID_DUPLICATED",
        ),
        (
            {"components": [row({"type": 4, "custom_id": "a", "style": 1})]},
            "data.components.0.components.0.label BASE_TYPE_REQUIRED",
        ),
    ],
)
async def test_a_modal_is_refused(stage, start, rest, data, line):
    stage.sends_nonsense = True

    def setup(bot):
        @bot.tree.command()
        async def ask(interaction):
            """Ask."""
            path = f"/interactions/{interaction.id}/{interaction.token}/callback"
            modal = {"custom_id": "m", "title": "T", "components": [label(type=4, style=1)]}
            body = {"type": 9, "data": {**modal, **data}}
            bot.heard.put_nowait(await rest("POST", path, json=body))
            await interaction.response.send_message("sorry")

    bot = await start(setup)
    asked = await stage.anna.slash(stage.room, "ask")
    status, reply, _ = await bot.heard.get()
    assert (status, list(flat(reply["errors"]))) == (400, [line])
    assert asked.modal is None
