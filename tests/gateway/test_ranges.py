import pytest

from faceswap.gateway.ranges import Unsatisfiable, part_of


@pytest.mark.parametrize(
    ("header", "part"),
    [
        (None, None),
        ("", None),
        ("bytes=0-", range(10)),
        ("bytes=0-0", range(1)),
        ("bytes=3-5", range(3, 6)),
        ("bytes=3-99", range(3, 10)),
        ("bytes=-4", range(6, 10)),
        ("bytes=-99", range(10)),
        # What is malformed, or more than one part, is answered with all.
        ("bytes=-", None),
        ("bytes=5-3", None),
        ("bytes=1-2,4-5", None),
        ("lines=1-2", None),
        ("bytes=0x1-2", None),
        (f"bytes={'9' * 40}-", None),
    ],
)
def test_a_part_of_ten_bytes(header, part):
    assert part_of(header, 10) == part


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=10-12", "bytes=-0", "bytes=999-"])
def test_a_part_behind_the_end(header):
    with pytest.raises(Unsatisfiable):
        part_of(header, 10)


def test_nothing_has_no_parts():
    assert part_of(None, 0) is None
    with pytest.raises(Unsatisfiable):
        part_of("bytes=0-", 0)
