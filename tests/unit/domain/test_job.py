from dataclasses import replace

import pytest

from faceswap.domain.job import JobState, Lane, Outcome, SwappedPicture
from tests.fakes.media import facts_in, video
from tests.stores import stored_file, swap_request

S = JobState
LEGAL = {
    S.OFFERED: {S.QUEUED, S.CANCELED, S.EXPIRED},
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
    assert [state in {S.OFFERED, S.QUEUED}, state.is_running, state.is_final].count(True) == 1


@pytest.mark.parametrize(
    ("ids", "source", "wanted"),
    [("a", None, 1), ("a,_,b", None, 2), (None, "photo", 1), ("_,*", "photo", 1)],
)
def test_what_is_held_is_what_can_be_swapped_in_each_target(ids, source, wanted):
    assert swap_request(ids, ("a", "b"), source).faces_wanted == wanted


def test_a_job_with_a_clip_among_its_targets_waits_with_the_clips():
    request = swap_request(targets=("still", "moving"))
    assert (request.clips, request.lane) == ((), Lane.STILLS)
    still, target = request.targets
    moving = replace(target, clip=facts_in(video()))
    mixed = replace(request, targets=(still, moving))
    assert (mixed.clips, mixed.lane) == ((moving,), Lane.CLIPS)


def test_faces_that_were_swapped_are_counted():
    pictures = (
        SwappedPicture(stored_file("a"), swapped=(1, 3)),
        SwappedPicture(stored_file("b")),
        SwappedPicture(stored_file("c"), swapped=(2,)),
    )
    assert Outcome(pictures).faces_swapped == 3
