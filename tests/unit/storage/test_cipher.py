import os
import stat

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faceswap.storage.cipher import Cipher, Unreadable, find_key
from faceswap.storage.errors import StorageRefused
from tests.stores import KEY

SECRET = "a secret of some length"
places = st.lists(st.text(), max_size=3).map(tuple)


@given(data=st.binary(), place=places)
def test_what_is_sealed_opens_in_its_place(data, place):
    cipher = Cipher(KEY)
    assert cipher.open(cipher.seal(data, *place), *place) == data


@given(place=places, other=places)
def test_what_is_sealed_opens_in_no_other_place(place, other):
    cipher = Cipher(KEY)
    sealed = cipher.seal(b"a face", *place)
    if place != other:
        with pytest.raises(Unreadable):
            cipher.open(sealed, *other)


def test_the_parts_of_a_place_do_not_run_together():
    sealed = Cipher(KEY).seal(b"a face", "template", "12", "3")
    with pytest.raises(Unreadable):
        Cipher(KEY).open(sealed, "template", "1", "23")


def test_another_key_does_not_open():
    sealed = Cipher(KEY).seal(b"a face", "here")
    with pytest.raises(Unreadable):
        Cipher(bytes(32)).open(sealed, "here")


@pytest.mark.parametrize("place", range(len(Cipher(KEY).seal(b"a face", "here"))))
def test_one_changed_byte_does_not_open(place):
    sealed = bytearray(Cipher(KEY).seal(b"a face", "here"))
    sealed[place] ^= 1
    with pytest.raises(Unreadable):
        Cipher(KEY).open(bytes(sealed), "here")


@pytest.mark.parametrize("length", range(0, 29, 4))
def test_what_is_cut_short_does_not_open(length):
    with pytest.raises(Unreadable):
        Cipher(KEY).open(Cipher(KEY).seal(b"", "here")[:length], "here")


def test_the_same_twice_is_sealed_differently():
    assert Cipher(KEY).seal(b"a face", "here") != Cipher(KEY).seal(b"a face", "here")


def test_nothing_of_what_is_sealed_shows():
    assert b"a face" not in Cipher(KEY).seal(b"a face" * 10, "here")


# Keys


def test_a_secret_makes_the_same_key_each_time(tmp_path):
    key = find_key(SECRET, tmp_path / "key")
    assert len(key) == 32
    assert find_key(SECRET, tmp_path / "elsewhere") == key
    assert find_key(SECRET + "!", tmp_path / "key") != key
    assert list(tmp_path.iterdir()) == []


def test_the_key_of_a_secret_does_not_change_between_versions(tmp_path):
    known = "cd8a55a02bd6d241d24bfec12c12614189d583912e9b927a67c42d2ca3ef60f6"
    assert find_key(SECRET, tmp_path / "key").hex() == known


def test_a_short_secret_is_refused(tmp_path):
    with pytest.raises(StorageRefused, match=r"^VISAGE_SECRET_KEY has 15 .* at least 16; .*\.$"):
        find_key("x" * 15, tmp_path / "key")
    assert find_key("x" * 16, tmp_path / "key")


@pytest.mark.parametrize("secret", [None, ""])
def test_without_a_secret_a_key_is_made_and_kept(tmp_path, secret):
    path = tmp_path / "data" / "key"
    key = find_key(secret, path)
    assert len(key) == 32
    assert find_key(secret, path) == key
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700
    assert list(path.parent.iterdir()) == [path]


def test_two_places_have_two_keys(tmp_path):
    assert find_key(None, tmp_path / "one") != find_key(None, tmp_path / "two")


@pytest.mark.parametrize("mode", [0o640, 0o604, 0o660, 0o601])
def test_a_key_file_that_others_can_read_is_refused(tmp_path, mode):
    path = tmp_path / "key"
    find_key(None, path)
    path.chmod(mode)
    with pytest.raises(StorageRefused, match=r"can be read by others; .* chmod 600 .*\.$"):
        find_key(None, path)


@pytest.mark.parametrize("text", ["", "beef", "no key at all", "é" * 64])
def test_a_key_file_without_a_key_is_refused(tmp_path, text):
    path = tmp_path / "key"
    path.touch(mode=0o600)
    path.write_text(text, "utf-8")
    with pytest.raises(StorageRefused, match=r"The key file .*\.$"):
        find_key(None, path)
    assert path.read_text("utf-8") == text


def test_a_place_where_no_key_can_be_kept_is_refused(tmp_path):
    (tmp_path / "file").touch()
    with pytest.raises(StorageRefused, match=r"cannot be made or read .*\.$"):
        find_key(None, tmp_path / "file" / "key")


def test_of_two_first_starts_the_first_key_stays(tmp_path, monkeypatch):
    """The other process's key appears between our look and our write."""
    path = tmp_path / "key"
    theirs = find_key(None, tmp_path / "theirs")
    link = os.link

    def come_second(source, target, **more):
        if not path.exists():
            link(tmp_path / "theirs", path)
        link(source, target, **more)

    monkeypatch.setattr(os, "link", come_second)
    assert find_key(None, path) == theirs
    assert sorted(file.name for file in tmp_path.iterdir()) == ["key", "theirs"]
