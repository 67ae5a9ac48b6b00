import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceswap.domain.accounts import account_in, guild_of, member_of
from faceswap.domain.credits import Prices
from faceswap.domain.job import Verb
from faceswap.domain.pots import Parts, Pot
from faceswap.domain.tariff import EVERYBODY, Tariff

amounts = st.integers(0, 100)
parts = st.builds(Parts, amounts, amounts, amounts)


@pytest.mark.parametrize(
    ("amount", "first"),
    [
        (0, Parts()),
        (2, Parts(2)),
        (3, Parts(3)),
        (5, Parts(3, 2)),
        (9, Parts(3, 5, 1)),
        (15, Parts(3, 5, 7)),
        (99, Parts(3, 5, 7)),
    ],
)
def test_the_allowance_is_spent_first_and_the_pool_last(amount, first):
    assert Parts(3, 5, 7).first(amount) == first


@given(parts, amounts)
def test_what_is_parted_adds_up(whole, amount):
    first = whole.first(amount)
    assert first.total == min(amount, whole.total)
    assert (whole - first).total == whole.total - first.total
    assert min((whole - first).by_pot.values(), default=0) >= 0


def test_parts_that_are_nothing_are_not_told():
    assert Parts(1, 0, 2).by_pot == {Pot.ALLOWANCE: 1, Pot.POOL: 2}


@pytest.mark.parametrize(
    ("account", "guild", "member"),
    [
        ("discord:42:7", "42", "7"),
        ("discord:dm:7", None, "7"),
        ("account", None, "account"),
        ("api:42:7", None, "7"),
    ],
)
def test_an_account_tells_whose_it_is_and_where(account, guild, member):
    assert (guild_of(account), member_of(account)) == (guild, member)


def test_the_account_in_a_server_is_the_one_that_pays_there():
    assert guild_of(account_in("42", "7")) == "42"


# What moderators decide

TARIFF = Tariff({EVERYBODY: 10, "friend": 30, "guest": 2}, {Verb.PICSI: 3}, pool=100)


@pytest.mark.parametrize(
    ("roles", "allowance"),
    [((), 10), (("guest",), 10), (("guest", "friend"), 30), (("unheard of",), 10)],
)
def test_the_highest_of_a_member_s_roles_wins(roles, allowance):
    assert TARIFF.allowance(roles, 50) == allowance


def test_where_nothing_is_decided_the_operator_s_allowance_holds():
    assert Tariff().allowance(("friend",), 50) == 50
    assert Tariff({"guest": 2}).allowance(("guest",), 50) == 2
    assert Tariff({"guest": 2}).allowance(("friend",), 50) == 50
    assert Tariff({EVERYBODY: 0}).allowance((), 50) == 0


def test_a_verb_costs_one_unless_decided_otherwise():
    usual = Prices(headshot=7, changebg=5)
    assert TARIFF.price(Verb.PICSI, usual) == 3
    assert TARIFF.price(Verb.SWAPID, usual) == 1
    assert TARIFF.price(Verb.HEADSHOT, usual) == 7
    assert TARIFF.price(Verb.CHANGEBG, usual) == 5
    assert Tariff(prices={Verb.HEADSHOT: 0}).price(Verb.HEADSHOT, usual) == 0
