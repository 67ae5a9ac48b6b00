"""Asking for pictures that are made from words, and for others of the same words."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import StrEnum

from faceswap.app.choosing import current
from faceswap.app.context import App
from faceswap.app.credits import face_price, refuse_if_short
from faceswap.app.files import refuse_moving
from faceswap.app.identities import LONGEST_CHOICE, MOST_CHOICES
from faceswap.app.opening import Asking, Keep, open_kept
from faceswap.app.policies import admit
from faceswap.domain.content import refuse_words
from faceswap.domain.errors import EmptyPrompt, NoPlace, UnknownId
from faceswap.domain.identity import Shelf
from faceswap.domain.idlist import IdList, parse_ids, shelved
from faceswap.domain.job import Job, Making, SwapRequest, Verb
from faceswap.domain.media import NamedBytes
from faceswap.domain.options import NO_OPTIONS, Options, is_flag, split_flags
from faceswap.domain.policy import Policy, house_rules
from faceswap.domain.prompt import (
    PLACE_FLAGS,
    PORTRAIT_FLAGS,
    Prompt,
    first_of,
    one_of,
    parse_prompt,
    split_name,
)
from faceswap.domain.typed import parse_typed
from faceswap.domain.wording import MOST_SEED, Frame, Wording

ARTICLE = re.compile(r"^(a|an|the) ")
CANDIDATES = 4
"""How many pictures of the same words there are to choose from, where somebody wants some."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeAsk(Asking):
    """Pictures somebody asks to be made.

    A portrait has no `target`; whose it is, `ids_text` says, or the prompt's first word. Flags may
    stand in the prompt, around the ids and in `options_text`. With a `background`, the people of
    the target go before that, and the prompt's words say nothing.
    """

    verb: Verb
    prompt: str
    ids_text: str | None = None
    options_text: str = ""
    target: NamedBytes | None = None
    background: NamedBytes | None = None
    private: bool = False


class Take(StrEnum):
    """How a job's words are made into pictures once more."""

    SAME = "same"
    REROLL = "reroll"
    VARIATIONS = "variations"


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What is to be made: of whom, of what, and how."""

    making: Making
    ids: IdList | None = None
    options: Options = NO_OPTIONS


async def make(app: App, ask: MakeAsk) -> Job:
    """Accept pictures to be made: keep what came with the ask, hold the price and queue it.

    Raises:
        Refusal: It cannot be done as asked; nothing is kept and nothing is held.
    """
    if known := await app.jobs.by_key(ask.account, ask.key):
        return known
    policy = await admit(app, ask.owner, ask.standing)
    await refuse_moving([file for file in (ask.target, ask.background) if file], app.rules)
    if ask.target is None:
        wanted = _portrait(ask, await app.identities.shelf(ask.owner))
    else:
        wanted = _Wanted(_place(ask))
    refuse_content(policy, wanted.making)
    price = await face_price(app, ask.account, ask.verb)
    await refuse_if_short(app, ask.account, ask.standing, price * wanted.making.count)

    async def request(keep: Keep) -> SwapRequest:
        making = wanted.making
        if ask.background:
            making = replace(making, background=await keep(ask.background, None))
        return SwapRequest(
            verb=ask.verb,
            targets=(await keep(ask.target, None),) if ask.target else (),
            ids=wanted.ids,
            source=None,
            options=wanted.options,
            private=ask.private,
            most_bytes=ask.most_bytes,
            house=house_rules(policy, ask.standing),
            face_price=price,
            making=making,
        )

    return await open_kept(app, ask, request)


def complete_prompt(scenes: Sequence[str], shelf: Shelf, typed: str) -> list[str]:
    """Return what a prompt that is being typed may become: an id, and a scene behind its comma.

    What stands before the last comma is kept. Where nothing has been typed, the current id comes
    first. Once there are flags, nothing is offered any more.
    """
    if any(is_flag(word) for word in typed.split()):
        return []
    kept, comma, part = typed.rpartition(",")
    if not typed.strip() and shelf.default:
        kept, comma = str(first_of(parse_ids(split_flags(shelf.default)[0]))), ","
    part = ARTICLE.sub("", part.strip().casefold())
    before = f"{kept.strip()}, " if comma else ""
    texts = [before + scene for scene in scenes if part in scene.casefold()]
    return [text for text in texts if len(text) <= LONGEST_CHOICE][:MOST_CHOICES]


def taken_again(request: SwapRequest, take: Take) -> SwapRequest:
    """Return a request for the same words with other seeds; what is not made of words stays."""
    making = request.making
    if making is None or take is Take.SAME:
        return request
    if take is Take.REROLL:
        return replace(request, making=replace(making, seed=_any_seed()))
    others = replace(making, seed=making.seed_of(making.count), count=CANDIDATES)
    return replace(request, making=others)


def refuse_content(policy: Policy, making: Making | None) -> None:
    """Refuse words that nothing is made of; see `refuse_words`.

    Raises:
        ContentRefused: They are.
    """
    if making and making.wording:
        refuse_words(making.wording.text, policy.blocked_words)


def _portrait(ask: MakeAsk, shelf: Shelf) -> _Wanted:
    """Return whose portrait is asked for, and how."""
    prompt = parse_prompt(ask.prompt, ask.options_text, takes=PORTRAIT_FLAGS)
    ids, text, options = _whose(ask.ids_text or "", prompt.wording.text, shelf)
    if not text:
        raise EmptyPrompt
    options |= prompt.options
    wording = replace(prompt.wording, text=text)
    # Of a portrait's options, those of clips say nothing.
    return _Wanted(_making(prompt, wording), ids, replace(options, mute=False, webm=False))


def _whose(ids_text: str, text: str, shelf: Shelf) -> tuple[IdList, str, Options]:
    """Return who is named, in place of the current id, and the words without their name."""
    typed = parse_typed(ids_text)
    if typed.ids:
        with suppress(UnknownId):
            _, text = split_name(text, shelf)
        return one_of(shelved(typed.ids, shelf)), text, typed.options
    mix, rest = split_name(text, shelf)
    if mix:
        return IdList((mix,)), rest, typed.options
    now = current(shelf)
    ids = first_of(shelved(now.ids, shelf)) if now.ids else IdList(())
    return ids, text, typed.options | now.options


def _place(ask: MakeAsk) -> Making:
    """Return which place is asked for; one that is uploaded looks the same with every seed."""
    prompt = parse_prompt(ask.prompt, ask.options_text, takes=PLACE_FLAGS)
    if ask.background:
        return replace(_making(prompt, None), count=1)
    if not prompt.wording.text:
        raise NoPlace
    return _making(prompt, prompt.wording)


def _making(prompt: Prompt, wording: Wording | None) -> Making:
    return Making(
        seed=_any_seed() if prompt.seed is None else prompt.seed,
        wording=wording,
        frame=prompt.frame or Frame.PORTRAIT,
        count=CANDIDATES if prompt.is_grid else 1,
    )


def _any_seed() -> int:
    return secrets.randbelow(MOST_SEED + 1)
