from __future__ import annotations

from faceswap.sidecar.kept import LEAST_SIZE, Kept

ROOM = 10 * LEAST_SIZE


def kept(*names, size=0):
    values = Kept[str](60.0, ROOM)
    for at, name in enumerate(names):
        assert values.put(name, name.upper(), size, now=float(at)) == []
    return values


def test_a_value_is_kept_for_its_time():
    values = kept("a")
    assert values.get("a", now=59.9) == "A"
    assert values.get("a", now=60.0) is None
    assert values.get("b", now=0.0) is None


def test_what_was_kept_long_enough_is_dropped():
    values = kept("a", "b")
    assert values.expire(60.5) == 61.0
    assert len(values) == 1
    assert values.expire(61.0) is None
    assert len(values) == 0


def test_reading_does_not_prolong():
    values = kept("a")
    values.get("a", now=30.0)
    assert values.expire(60.0) is None


def test_the_longest_unread_makes_room():
    values = kept("a", "b", "c", size=3 * LEAST_SIZE)
    values.get("a", now=3.0)
    assert values.put("d", "D", 3 * LEAST_SIZE, now=4.0) == ["b"]
    assert values.get("a", now=4.0) == "A"


def test_the_newest_stays_whatever_its_size():
    values = kept("a", "b")
    assert values.put("c", "C", 2 * ROOM, now=2.0) == ["a", "b"]
    assert values.get("c", now=2.0) == "C"


def test_empty_values_are_bounded_in_number():
    values = kept(*map(str, range(10)))
    assert values.put("more", "", 0, now=10.0) == ["0"]


def test_room_is_given_back():
    values = kept("a", size=ROOM)
    values.pop("a")
    values.pop("a")
    values.put("b", "B", ROOM, now=0.0)
    values.put("b", "again", ROOM, now=0.0)
    assert values.put("c", "C", 0, now=0.0) == ["b"]
