"""What the bot says of pictures that are made from words."""

from __future__ import annotations

from collections.abc import Iterator

from discord.utils import escape_markdown, escape_mentions

from bot.language import say
from faceswap.domain.job import Job, Verb
from faceswap.domain.wording import Made

LONGEST_QUOTE = 300
"""Letters of a prompt that are shown; a longer one is known to whoever typed it."""


def quoted(job: Job) -> str:
    """Return the words as a quotation in which nothing is markup, '' for none."""
    text = short(job, LONGEST_QUOTE)
    return f"> {escape_mentions(escape_markdown(text))}" if text else ""


def short(job: Job, most: int) -> str:
    """Return the words that a job is made of, cut to so many letters."""
    text = job.request.making.prompt if job.request.making else ""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def shown(job: Job) -> Iterator[str]:
    """Tell what was drawn, or who made it; the same of several pictures once."""
    is_portrait = job.request.verb is Verb.HEADSHOT
    yield from dict.fromkeys(_shown(made, is_portrait=is_portrait) for made in _made(job))


def seeds(job: Job) -> Iterator[str]:
    """Tell the seeds that make the pictures again, in the order of the pictures."""
    found = ", ".join(str(made.seed) for made in _made(job))
    if found:
        yield say("made-seed", count=len(_made(job)), seeds=found)


def hint(job: Job) -> Iterator[str]:
    """Tell that there is more than drawn scenes, where those are all there is."""
    if any(made.scene for made in _made(job)):
        yield say("made-hint")


def reduced(job: Job) -> Iterator[str]:
    """Tell that something was made smaller to fit what may be posted."""
    pictures = job.outcome.pictures if job.outcome else ()
    if any(picture.was_reduced for picture in pictures):
        yield say("result-reduced")


def alt(job: Job, made: Made | None, who: str) -> str:
    """Describe a picture for those who cannot see it."""
    what = (made.title if made else "") or short(job, LONGEST_QUOTE)
    return say("alt-portrait", who=who, what=what) if who else say("alt-place", what=what)


def _made(job: Job) -> list[Made]:
    """Return how the pictures were made that words were needed for."""
    making = job.request.making
    if job.outcome is None or making is None or making.wording is None:
        return []
    return [each.made for each in job.outcome.pictures if each.result and each.made]


def _shown(made: Made, *, is_portrait: bool) -> str:
    if not made.scene:
        return say("made-by", maker=made.maker)
    name = escape_markdown(made.title or made.scene)
    if is_portrait:
        return say("made-scene" if made.is_match else "made-scene-closest", title=name)
    return say("made-place" if made.is_match else "made-place-closest", title=name)
