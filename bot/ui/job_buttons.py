"""The buttons below a job that somebody looks at."""

from __future__ import annotations

from bot.asking import Interaction, begin, swap_again, visitor_of
from bot.ui.buttons import JOB, JobButton
from faceswap.app.job_desk import deliver_anew, is_undelivered, job_to_retry, stop_job


class Refresh(JobButton, template=rf"look:{JOB}"):
    """Looks at a job anew."""

    name = "look"

    async def act(self, interaction: Interaction) -> None:
        """Show the job as it is now, in place of what it was."""
        await interaction.response.defer()
        await interaction.client.looking.show(interaction, self.job_id)


class Stop(JobButton, template=rf"stop:{JOB}"):
    """Stops the job that is looked at."""

    name = "stop"

    async def act(self, interaction: Interaction) -> None:
        """Stop it, and show what that came to."""
        await interaction.response.defer()
        await stop_job(interaction.client.app, visitor_of(interaction), self.job_id)
        await interaction.client.looking.show(interaction, self.job_id)


class Retry(JobButton, template=rf"retry:{JOB}"):
    """Tries the job that is looked at again."""

    name = "retry"

    async def act(self, interaction: Interaction) -> None:
        """Ask for it once more."""
        await retry(interaction, self.job_id)


async def retry(interaction: Interaction, job_id: str) -> None:
    """Acknowledge, and have a job tried again, or a result posted that could not be."""
    app = interaction.client.app
    job = await job_to_retry(app, visitor_of(interaction), job_id)
    if is_undelivered(job):
        address = await begin(interaction, private=job.request.private)
        await deliver_anew(app, job, str(address))
    else:
        await swap_again(interaction, job, beside=True)
