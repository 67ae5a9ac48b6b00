"""What is said of credits."""

import itertools

import pytest

from bot import credit_words
from bot.errors import words_for
from bot.language import say
from faceswap.app import Rules
from faceswap.app.credits import History
from faceswap.domain.credits import Balance, Prices
from faceswap.domain.errors import NotEnoughCredits
from faceswap.domain.job import Verb
from faceswap.domain.movements import Kind, Movement
from faceswap.domain.pots import Pot
from faceswap.domain.tariff import Tariff
from tests.fakes.clock import NOON

REFILL = f"<t:{int(NOON.timestamp())}:R>"


def moved(kind, pot=Pot.ALLOWANCE, reason="", actor="9"):
    verb = None if kind in {Kind.GRANT, Kind.REVOKE} else Verb.SWAPID
    return Movement(NOON, kind, pot, 3, actor, reason, verb)


@pytest.mark.parametrize(("kind", "pot"), list(itertools.product(Kind, Pot)))
def test_every_movement_has_a_sentence(kind, pot):
    text = credit_words.history(History([moved(kind, pot)], 0, 1), None)
    assert text.split("\n")[1].startswith(f"<t:{int(NOON.timestamp())}:f> · ")
    assert "3" in text.split("\n")[1].split("·")[1]


def test_a_reason_is_no_markup_and_mentions_nobody():
    text = credit_words.history(History([moved(Kind.REVOKE, reason="**@everyone**")], 0, 1), 7)
    assert "The credits of <@7>" in text
    assert "revoked by <@9>: \\*\\*@\u200beveryone\\*\\*" in text


def test_a_page_of_several_says_which_it_is():
    assert "Page 2 of 3" in credit_words.history(History([moved(Kind.HOLD)], 1, 3), None)
    assert "Page" not in credit_words.history(History([moved(Kind.HOLD)], 0, 1), None)


def test_one_pot_is_told_without_an_order_and_several_with_it():
    plain = credit_words.balance(Balance(50, 49, NOON), 0, None)
    assert plain == (
        "You have **1 credit** left.\n" + f"Today's allowance: 1 of 50 left, refilled {REFILL}"
    )
    rich = credit_words.balance(Balance(50, 60, NOON, granted=2, pool=5), 9, 7)
    assert rich.split("\n") == [
        "<@7> has **7 credits** left.",
        f"Today's allowance: 0 of 50 left, refilled {REFILL}",
        "Granted: 2, kept until they are spent",
        "This server's pool: 5 of 9 left today, shared by all members",
        "-# Swaps are paid from these in the order shown.",
    ]


def test_a_refusal_tells_of_the_pots_where_there_are_several():
    error = NotEnoughCredits(needed=9, left=6, refill=int(NOON.timestamp()), granted=2, pool=3)
    assert words_for(error) == (
        "This costs 9 credits and you have 6 left: 1 of today's, 2 granted and 3 in the server's "
        f"pool; today's are refilled {REFILL}."
    )


def test_allowances_are_told_the_highest_role_first():
    tariff = Tariff({"": 10, "1": 20, "2": 30})
    text = credit_words.prices(tariff, Rules(prices=Prices()))
    lines = text.split("\n")
    at = lines.index("Everybody: 10 credits")
    assert lines[at + 1 : at + 3] == ["<@&2>: 30 credits", "<@&1>: 20 credits"]
    assert "gives most counts" in lines[at + 3]


AUDITED = {
    "granted": {"member": "7", "amount": 1, "granted": 3, "reason": "why"},
    "revoked": {"member": "7", "amount": 2, "granted": 0, "reason": "why"},
    "allowance": {"role": "", "amount": 5},
    "allowance-role": {"role": "8", "amount": 5},
    "allowance-cleared": {"role": "", "amount": 0},
    "allowance-cleared-role": {"role": "8", "amount": 0},
    "price": {"verb": "picsi", "amount": 0},
    "pool": {"amount": 10},
}


@pytest.mark.parametrize("event", AUDITED)
def test_every_change_has_a_sentence_for_the_audit(event):
    words = AUDITED[event]
    text = say(f"audit-credits-{event}", **words)
    assert all(str(words[name]) in text for name in ("member", "reason") if name in words)
    assert ("<@&8>" in text) == (words.get("role") == "8")


@pytest.mark.parametrize("event", ["granted", "revoked"])
def test_the_audit_gives_no_reason_where_there_was_none(event):
    words = {"member": "7", "amount": 2, "granted": 3}
    assert say(f"audit-credits-{event}", reason="none", **words).endswith(
        "3." if event == "revoked" else "3 granted."
    )
    assert say(f"audit-credits-{event}", reason="a prize", **words).endswith(": a prize")
