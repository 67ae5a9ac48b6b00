import pytest

from faceswap.domain.job import JobState, Outcome, SwappedPicture
from tests.stores import stored_file, swap_request

S = JobState
LEGAL = {
    S.QUEUED: {S.PREPARING, S.FAILED, S.CANCELED},
    S.PREPARING: {S.PROCESSING, S.QUEUED, S.DONE, S.FAILED, S.CANCELED, S.MODERATED},
    S.PROCESSING: {S.QUEUED, S.DONE, S.FAILED, S.CANCELED, S.MODERATED},
    S.DONE: {S.FAILED, S.EXPIRED},
    S.FAILED: {S.EXPIRED},
    S.CANCELED: {S.EXPIRED},
    S.MODERATED: {S.EXPIRED},
    S.EXPIRED: set(),
}


@pytest.mark.parametrize("state", S)
def test_moves(state):
    assert {other for other in S if state.may_become(other)} == LEGAL[state]


@pytest.mark.parametrize("state", S)
def test_a_state_is_waiting_running_or_over(state):
    assert [state is S.QUEUED, state.is_running, state.is_final].count(True) == 1


@pytest.mark.parametrize(
    ("ids", "targets", "source", "wanted"),
    [
        ("a", 1, None, 1),
        ("a,_,b", 2, None, 4),
        (None, 3, "photo", 3),
        ("_,*", 1, "photo", 1),
    ],
)
def test_what_is_held_is_what_can_be_swapped(ids, targets, source, wanted):
    request = swap_request(ids, tuple("abc"[:targets]), source)
    assert request.faces_wanted == wanted


def test_what_is_charged_is_what_was_swapped():
    pictures = (
        SwappedPicture(stored_file("a"), swapped=(1, 3)),
        SwappedPicture(stored_file("b")),
        SwappedPicture(stored_file("c"), swapped=(2,)),
    )
    assert Outcome(pictures).faces_swapped == 3
