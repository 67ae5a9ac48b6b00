"""The check against Discord's description must be able to fail."""

import dataclasses

import discord
import pytest

from playground import Exchange
from tests.discord_schema import KNOWN_GAPS, SKIP_REASON, available, check_exchanges

pytestmark = pytest.mark.skipif(not available(), reason=SKIP_REASON)

SEND = "/channels/{channel_id}/messages"
CALLBACK = "/interactions/{interaction_id}/{interaction_token}/callback"


def sent(body, route=SEND, **changed):
    return Exchange("POST", route, route, {}, body, (), 204, None, fault=True, **changed)


def rows(*components):
    return {"components": [{"type": 1, "components": list(components)}]}


@pytest.mark.parametrize(
    ("route", "body", "word"),
    [
        (SEND, {"content": "x" * 4001}, "too long"),
        (SEND, {"embeds": [{"title": "x" * 257}]}, "too long"),
        (SEND, rows({"type": 2, "style": 1, "custom_id": "x" * 101, "label": "x"}), "too long"),
        (CALLBACK, {"type": 4, "data": {"content": "x" * 2001}}, "too long"),
        (
            CALLBACK,
            {"type": 8, "data": {"choices": [{"name": "x", "value": "x"}] * 26}},
            "too long",
        ),
        (CALLBACK, {"type": 9, "data": {"custom_id": "m", "title": "t"}}, "'components'"),
        ("/nowhere", {}, "no such route"),
    ],
)
def test_a_wrong_request_is_found(route, body, word):
    lines = check_exchanges([sent(body, route)])
    assert len(lines) == 1
    assert lines[0].startswith(f"request POST {route}")
    assert word in lines[0]


def test_a_right_request_passes():
    assert check_exchanges([sent({"content": "x" * 4000})]) == []


def test_known_gaps_are_named_and_no_wider():
    assert sorted(KNOWN_GAPS) == [
        "integer ids in requests",
        "textual codes of field errors in replies",
    ]
    assert check_exchanges([sent({"attachments": [{"id": 0, "filename": "a"}]})]) == []
    assert len(check_exchanges([sent({"attachments": [{"id": None}]})])) == 1
    assert len(check_exchanges([sent({"sticker_ids": [5]})])) == 1
    assert (
        check_exchanges(
            [dataclasses.replace(sent(None, "/applications/{application_id}/skus"), method="GET")]
        )
        == []
    )


async def test_a_wrong_reply_is_found(stage, start):
    def setup(bot):
        @bot.tree.command()
        async def hello(interaction):
            """Hello."""
            await interaction.response.send_message("hello")

    bot = await start(setup)
    await stage.anna.slash(stage.room, "hello")
    with pytest.raises(discord.NotFound):
        await bot.fetch_channel(1)
    good = list(stage.discord.exchanges)
    assert {one.status for one in good} == {200, 404}
    assert check_exchanges(good) == []
    for exchange in good:
        broken = dataclasses.replace(exchange, reply=_without_first_key(exchange.reply))
        lines = check_exchanges([broken])
        assert len(lines) == 1, exchange
        assert lines[0].startswith("reply")
    unheard = dataclasses.replace(good[0], status=299)
    assert check_exchanges([unheard]) == [
        "reply 299 GET /users/@me: no such status in Discord's description"
    ]


def _without_first_key(reply):
    if isinstance(reply, list):
        return [_without_first_key(one) for one in reply]
    gone = next(key for key in ("id", "interaction", "code") if key in reply)
    return {key: value for key, value in reply.items() if key != gone}
