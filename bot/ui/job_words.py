"""What is said of jobs where they are listed and looked at."""

from __future__ import annotations

from datetime import datetime, timedelta

from bot import made_words
from bot.address import Address
from bot.errors import words_for
from bot.language import say
from faceswap.app.job_desk import is_undelivered
from faceswap.app.outlook import Outlook
from faceswap.domain.clip import Progress
from faceswap.domain.delivery import Undelivered
from faceswap.domain.job import Job, JobState

BAR = 16
"""Blocks of a progress bar."""
LONGEST_CHOICE = 100
LONGEST_IDS = 40
SIGNS = {
    JobState.OFFERED: "💬",
    JobState.QUEUED: "⏳",
    JobState.PREPARING: "⏳",
    JobState.PROCESSING: "⏳",
    JobState.DONE: "✅",
    JobState.FAILED: "⚠️",
    JobState.CANCELED: "✋",
    JobState.MODERATED: "⛔",
    JobState.EXPIRED: "⌛",
}
UNDELIVERED_SIGN = "📭"
DISCORD = "https://discord.com/channels"


def state(job: Job) -> str:
    """Name a job's state."""
    return say("jobs-state-undelivered" if is_undelivered(job) else f"jobs-state-{job.state.value}")


def sign(job: Job) -> str:
    """Return the sign of a job's state."""
    return UNDELIVERED_SIGN if is_undelivered(job) else SIGNS[job.state]


def what(job: Job, *, code: bool = True) -> str:
    """Tell what was asked for, as it was typed."""
    parts = (str(job.request.ids or ""), made_words.short(job, LONGEST_IDS))
    typed = ", ".join(part for part in parts if part).replace("`", "'")
    short = typed if len(typed) <= LONGEST_IDS else f"{typed[: LONGEST_IDS - 1]}…"
    verb = job.request.verb.value
    if not short:
        return verb
    return f"{verb} `{short}`" if code else f"{verb} {short}"


def cost(job: Job) -> str:
    """Tell what a job costs, or has cost."""
    if job.state is JobState.OFFERED:
        return say("jobs-cost-offered", count=job.price)
    if job.state.is_final:
        return say("jobs-cost-used", count=job.charged)
    return say("jobs-cost-held", count=job.held)


def when(moment: datetime) -> str:
    """Return a time as Discord shows it, in the reader's words."""
    return f"<t:{int(moment.timestamp())}:R>"


def link(job: Job) -> str | None:
    """Return the address of a job's answer, where others than its asker may go, too."""
    posted, address = job.posted, Address.read(job.address)
    if job.state is not JobState.DONE or posted is None or posted.private or address is None:
        return None
    if posted.channel != job.place.channel:
        return f"{DISCORD}/@me/{posted.channel}/{posted.message}"
    if job.place.server is None and not address.posts:
        return None
    return f"{DISCORD}/{job.place.server or '@me'}/{posted.channel}/{posted.message}"


def choice(job: Job, now: datetime) -> str:
    """Tell a job in one short line: `swapid me · done · 3 min ago`."""
    words = {"what": what(job, code=False), "state": state(job), "when": ago(now - job.created)}
    return say("jobs-choice", **words)[:LONGEST_CHOICE]


def undelivered(why: Undelivered) -> str:
    """Say why an answer could not be given, and what to do about it."""
    return say(f"jobs-undelivered-{why.value.replace(' ', '-')}")


def ago(passed: timedelta) -> str:
    """Tell how long ago something was."""
    minutes = max(0, int(passed.total_seconds())) // 60
    if minutes < 1:
        return say("jobs-now")
    if minutes < 60:
        return say("jobs-minutes-ago", count=minutes)
    if minutes < 24 * 60:
        return say("jobs-hours-ago", count=minutes // 60)
    return say("jobs-days-ago", count=minutes // (24 * 60))


def about(time: timedelta) -> str:
    """Tell a time roughly, as it is only guessed."""
    seconds = time.total_seconds()
    if seconds < 55:
        return say("jobs-seconds", count=max(5, round(seconds / 5) * 5))
    return say("jobs-minutes", count=max(1, round(seconds / 60)))


def outlook(job: Job, seen: Outlook) -> str:
    """Tell how far a job is from its end."""
    if job.state.is_running:
        return _running(seen, is_made=job.request.making is not None)
    if job.error:
        return say("jobs-held", reason=words_for(job.error))
    if seen.place is None:
        return say("jobs-far-back")
    if seen.ends_in is None:
        return say("jobs-place", place=seen.place)
    return say("jobs-place-takes", place=seen.place, time=about(seen.ends_in))


def _running(seen: Outlook, *, is_made: bool) -> str:
    begun = say("jobs-begun")
    if seen.ends_in is not None:
        begun = say("jobs-begun-takes", time=about(seen.ends_in))
    return f"{begun}\n{progress(seen.progress, is_made=is_made)}" if seen.progress else begun


def progress(at: Progress, *, is_made: bool = False) -> str:
    """Tell how many frames of a clip are done, or steps of what is made."""
    filled = int(at.share * BAR)
    return say(
        "jobs-progress-steps" if is_made else "jobs-progress",
        bar="█" * filled + "░" * (BAR - filled),
        percent=int(at.share * 100),
        done=at.done,
        total=max(at.done, at.total),
    )
