"""Domain values for property tests."""

from __future__ import annotations

from dataclasses import asdict

from hypothesis import strategies as st

from faceswap.domain.clip import Appearance, ClipFacts, ClipKind, ClipOutcome
from faceswap.domain.errors import FaceTooSmall, NoFace, UnknownFlags
from faceswap.domain.face import Box, FoundFace, Template
from faceswap.domain.idlist import IdList, Mix
from faceswap.domain.job import (
    Making,
    Outcome,
    StoredFile,
    StoredSurvey,
    SwappedPicture,
    SwapRequest,
    Verb,
)
from faceswap.domain.options import Options
from faceswap.domain.wording import MOST_SEED, Frame, Made, Wording

texts = st.text(max_size=12)
numbers = st.floats(allow_nan=False, allow_infinity=False)
counts = st.integers(0, 2**40)
names = st.text("abcXYZ019éß", min_size=1, max_size=10)

sides = st.integers(0, 8192)
seconds = st.floats(0, 3600)
facts = st.builds(
    ClipFacts,
    kind=st.sampled_from(ClipKind),
    width=sides,
    height=sides,
    frames=st.integers(0, 216_000),
    seconds=seconds,
    has_audio=st.booleans(),
)
files = st.builds(
    StoredFile, blob=texts, name=texts, media_type=texts, size=counts, clip=st.none() | facts
)
boxes = st.builds(Box, numbers, numbers, numbers, numbers)
faces = st.builds(FoundFace, st.integers(1, 99), boxes, numbers, numbers, numbers)
templates = st.builds(
    Template, engine=texts, data=st.binary(), width=numbers, photos=st.integers(1, 3)
)
refusals = st.one_of(
    st.builds(NoFace, name=texts),
    st.builds(FaceTooSmall, name=texts, width=numbers, least=numbers),
    st.builds(UnknownFlags, flags=st.lists(texts, max_size=3)),
)
mixes = st.lists(names, min_size=1, max_size=3).map(lambda some: Mix(tuple(some)))
id_lists = st.lists(st.none() | mixes, min_size=1, max_size=5).map(
    lambda slots: IdList(tuple(slots))
)
options = st.builds(Options, *[st.booleans()] * 5)


def several(of, most=3):
    return st.lists(of, max_size=most).map(tuple)


appearances = st.builds(Appearance, st.integers(1, 99), seconds, seconds, counts)
made_clips = st.builds(
    ClipOutcome,
    kind=st.sampled_from(ClipKind),
    frames=counts,
    changed=counts,
    seconds=seconds,
    width=sides,
    height=sides,
    bits=counts,
    appearances=several(appearances),
)
surveys = st.builds(
    StoredSurvey,
    facts=facts,
    faces=several(faces),
    appearances=several(appearances),
    numbered=files,
    width=sides,
    height=sides,
)
words = st.text(max_size=20)
wordings = st.builds(Wording, words, several(words))
makings = st.builds(
    Making,
    seed=st.integers(0, MOST_SEED),
    wording=st.none() | wordings,
    frame=st.sampled_from(Frame),
    count=st.integers(1, 4),
    background=st.none() | files,
)
made = st.builds(Made, maker=words, seed=counts, scene=words, title=words, is_match=st.booleans())
requests = st.builds(
    SwapRequest,
    verb=st.sampled_from(Verb),
    targets=several(files),
    ids=st.none() | id_lists,
    source=st.none() | files,
    options=options,
    private=st.booleans(),
    most_bytes=counts,
    face_price=st.integers(0, 1000),
    making=st.none() | makings,
)
pictures = st.builds(
    SwappedPicture,
    target=st.none() | files,
    result=st.none() | files,
    before=st.none() | files,
    numbered=st.none() | files,
    faces=several(faces),
    swapped=several(st.integers(1, 99)),
    was_reduced=st.booleans(),
    refusal=st.none() | refusals,
    clip=st.none() | made_clips,
    made=st.none() | made,
)
outcomes = st.builds(Outcome, several(pictures))


def in_plain(outcome: Outcome) -> list[dict[str, object]]:
    """Return an outcome as values that compare by what is in them, as errors do not."""
    return [
        asdict(picture)
        | {"refusal": picture.refusal and (picture.refusal.code, picture.refusal.data())}
        for picture in outcome.pictures
    ]
