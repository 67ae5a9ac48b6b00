import pytest

from faceswap.app.identities import (
    complete_ids,
    delete_all_ids,
    delete_id,
    list_ids,
    save_id,
    set_id,
)
from faceswap.domain.errors import (
    BackendDown,
    BadIdList,
    BadIdName,
    FileTooLarge,
    NoDefaultId,
    NoFace,
    NoPicture,
    PackMissing,
    TooManyIds,
    UnknownFlags,
    UnknownId,
)
from faceswap.domain.identity import Identity, Shelf
from faceswap.domain.media import NamedBytes
from tests.fakes.clock import NOON
from tests.unit.app.conftest import photo, picture


async def test_a_face_is_saved_and_current(world):
    saved = await save_id(world.app, "member", " Cy ", [photo("cy")])
    assert (saved.name, saved.replaced) == ("Cy", False)
    assert (saved.engine, saved.photos, saved.face_width) == ("fake", 1, 120.0)
    shelf = await list_ids(world.app, "member")
    assert (shelf.names, shelf.default) == (["Anna", "bo", "Cy"], "Cy")


async def test_several_photos_are_fused_and_none_is_kept(world):
    saved = await save_id(world.app, "member", "cy", [photo("one"), photo("two"), photo("six")])
    assert saved.photos == 3
    assert (await world.identities.template("member", "cy")).data == b"one and two and six"
    assert world.stored() == []


async def test_saving_over_says_so(world):
    assert (await save_id(world.app, "member", "ANNA", [photo("new")])).replaced
    assert (await list_ids(world.app, "member")).names == ["bo", "ANNA"]


@pytest.mark.parametrize(
    ("name", "photos", "error"),
    [
        ("not a name", [photo("x")], BadIdName),
        ("cy", [], NoPicture),
        ("cy", [photo("x"), NamedBytes("big.png", b"x" * 1001)], FileTooLarge),
    ],
)
async def test_what_can_be_refused_unseen_is(world, name, photos, error):
    with pytest.raises(error):
        await save_id(world.app, "member", name, photos)
    assert world.enroller.photos == []


async def test_a_full_shelf_is_seen_before_the_photos_are(world):
    await world.save(*(f"id{number}" for number in range(18)))
    with pytest.raises(TooManyIds) as refused:
        await save_id(world.app, "member", "cy", [photo("cy")])
    assert refused.value.limit == 20
    assert world.enroller.photos == []
    assert (await save_id(world.app, "member", "anna", [photo("cy")])).replaced


@pytest.mark.parametrize("error", [NoFace(name="sea.png"), BackendDown()])
async def test_a_photo_nothing_can_be_learnt_from_saves_nothing(world, error):
    world.enroller.errors.append(error)
    with pytest.raises(type(error)):
        await save_id(world.app, "member", "cy", [picture(0)])
    assert (await list_ids(world.app, "member")).names == ["Anna", "bo"]


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("anna", "Anna"),
        (" BO , _ , anna+bo -m --sharpen ", "bo,_,Anna+bo -m -s"),
        ("-f", "bo -f"),
    ],
)
async def test_ids_become_current_as_they_are_spelt_on_the_shelf(world, text, kept):
    assert await set_id(world.app, "member", text) == kept
    assert (await list_ids(world.app, "member")).default == kept


async def test_flags_add_up_until_ids_are_chosen_anew(world):
    await set_id(world.app, "member", "anna -m")
    assert await set_id(world.app, "member", "-f") == "Anna -m -f"
    assert await set_id(world.app, "member", "anna") == "Anna"


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("ana", UnknownId),
        ("anna,,bo", BadIdList),
        ("_", BadIdList),
        ("*", BadIdName),
        ("anna -x", UnknownFlags),
        ("anna -o 300", PackMissing),
    ],
)
async def test_ids_that_cannot_be_had_are_not_made_current(world, text, error):
    with pytest.raises(error):
        await set_id(world.app, "member", text)
    assert (await list_ids(world.app, "member")).default == "bo"


async def test_flags_alone_need_current_ids(world):
    with pytest.raises(NoDefaultId):
        await set_id(world.app, "stranger", "-m")


async def test_an_id_is_deleted_by_any_spelling(world):
    assert await delete_id(world.app, "member", " ANNA ") == "Anna"
    assert (await list_ids(world.app, "member")).names == ["bo"]


@pytest.mark.parametrize("name", ["ana", "An na", ""])
async def test_an_unknown_id_is_not_deleted(world, name):
    with pytest.raises(UnknownId) as refused:
        await delete_id(world.app, "member", name)
    assert refused.value.count == 2
    assert refused.value.nearest == ("Anna" if name else "")


async def test_all_ids_are_deleted(world):
    assert await delete_all_ids(world.app, "member") == 2
    assert await list_ids(world.app, "member") == Shelf((), "")


# Completion


def shelf(*names, default=""):
    return Shelf(tuple(Identity("m", name, "mesh", 1, 90.0, NOON) for name in names), default)


@pytest.mark.parametrize(
    ("typed", "choices"),
    [
        ("", ["bo,_ -m", "Anna", "bo", "Joanna"]),
        ("  ", ["bo,_ -m", "Anna", "bo", "Joanna"]),
        ("an", ["Anna", "Joanna"]),
        ("AN", ["Anna", "Joanna"]),
        ("anna", ["Anna", "Joanna"]),
        ("o", ["bo", "Joanna"]),
        ("x", []),
        ("bo,", ["bo,Anna", "bo,bo", "bo,Joanna"]),
        ("bo, an", ["bo, Anna", "bo, Joanna"]),
        ("_,bo+jo", ["_,bo+Joanna"]),
        ("＿，bo＋jo", ["_,bo+Joanna"]),
        ("b o,_ , a+ b", ["b o,_ , a+ bo"]),
        ("anna -m", []),
    ],
)
def test_the_last_name_is_completed(typed, choices):
    on_it = shelf("Anna", "bo", "Joanna", default="bo,_ -m")
    if not typed.strip():
        choices = [typed + choice if choice != "bo,_ -m" else choice for choice in choices]
    assert complete_ids(on_it, typed) == choices


def test_the_current_id_is_offered_once():
    assert complete_ids(shelf("anna", "bo", default="bo"), "") == ["bo", "anna"]


def test_an_empty_shelf_offers_nothing():
    assert complete_ids(shelf(), "") == []


def test_no_more_is_offered_than_can_be_shown():
    many = shelf(*(f"id{number}" for number in range(40)))
    assert len(complete_ids(many, "")) == 25


def test_nothing_longer_is_offered_than_can_be_shown():
    kept = "_," * 48 + "a+"
    assert complete_ids(shelf("me", "mee"), kept + "m") == [kept + "me"]
