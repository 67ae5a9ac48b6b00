"""What became of an interaction, as the person who started it sees it."""

from collections.abc import Callable
from dataclasses import dataclass

from playground.errors import Json, NoAnswer
from playground.interactions import ACKNOWLEDGE_WITHIN, overdue
from playground.model import Acknowledgement, Interaction
from playground.seen import Seen, look
from playground.world import World

DID_NOT_RESPOND = "The application did not respond"
_EXCHANGES_TOLD = 12


@dataclass(frozen=True, slots=True)
class Asked:
    """A use of a command, component or modal."""

    world: World
    interaction: Interaction

    @property
    def acknowledged(self) -> Acknowledgement | None:
        """How the bot first answered: kind, milliseconds, ephemeral or not."""
        return self.interaction.acknowledged

    @property
    def failed(self) -> bool:
        """Whether the client shows "The application did not respond"."""
        return overdue(self.world, self.interaction)

    @property
    def modal(self) -> Json | None:
        """The modal that opened, as Discord's JSON."""
        return self.interaction.modal

    @property
    def choices(self) -> list[Json]:
        """The answer to an autocompletion."""
        return self.interaction.choices

    @property
    def messages(self) -> list[Seen]:
        """Every message made or edited in answer, as it stands now."""
        return [
            look(self.world, message)
            for message in self.interaction.touched
            if message.id in message.channel.messages
        ]

    async def reply(self, timeout: float = 20.0) -> Seen:  # noqa: ASYNC109 - part of the wait
        """The first message that is no longer loading.

        Raises:
            NoAnswer: None came in `timeout` real seconds, or the bot never acknowledged.
        """
        return await self.until(lambda _: True, timeout)

    async def until(
        self,
        accept: Callable[[Seen], bool],
        timeout: float = 20.0,  # noqa: ASYNC109 - part of the wait
    ) -> Seen:
        """The first message in answer that is not loading and that `accept` accepts.

        Looks again whenever something is posted or edited.

        Raises:
            NoAnswer: None came in `timeout` real seconds, or the bot never acknowledged.
        """

        def find() -> Seen | None:
            if self.failed:
                raise NoAnswer(f"{DID_NOT_RESPOND}\n{self.story()}")
            ready = (one for one in self.messages if not one.loading)
            return next((one for one in ready if accept(one)), None)

        try:
            return await self.world.bell.until(find, timeout)
        except NoAnswer:
            raise
        except TimeoutError:
            raise NoAnswer(f"nothing fitting in {timeout} s\n{self.story()}") from None

    async def settled(self) -> "Asked":
        """Wait until the bot acknowledged or its three seconds are over."""
        clock, interaction = self.world.clock, self.interaction

        def decided() -> bool | None:
            return True if interaction.acknowledged or self.failed else None

        while decided() is None:
            left = interaction.created + ACKNOWLEDGE_WITHIN - clock.now()
            try:
                await self.world.bell.until(decided, max(left, 0) + 0.01)
            except TimeoutError:
                continue
        return self

    def story(self) -> str:
        """What did happen, for an error message."""
        interaction = self.interaction
        deed = f"{interaction.user.name} {interaction.verb} {interaction.title}"
        lines = [f"{deed} in {interaction.channel.name}"]
        lines.append(f"acknowledged: {interaction.acknowledged}")
        lines += [f"  {one}" for one in self.messages]
        recent = list(self.world.recorder.exchanges)[-_EXCHANGES_TOLD:]
        lines += ["last requests:", *(f"  {one}" for one in recent)]
        return "\n".join(lines)
