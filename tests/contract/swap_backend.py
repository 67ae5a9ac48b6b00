"""What every `SwapBackend` does. An implementation's test gives the fixtures and inherits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from faceswap.domain.errors import BackendLost, Refusal
from faceswap.domain.job import JobState
from faceswap.ports import SwapBackend, SwapOrder

LONG = 30.0


class SwapBackendContract:
    """Needs the fixtures `backend`, `order` (a picture with two faces, for its largest one),
    `pair` (the same picture and as many people as faces) and `faceless` (no face in it)."""

    async def ended(self, backend: SwapBackend, swap_id: str):
        for _ in range(10):
            status = await backend.check(swap_id, wait=LONG)
            if status.state.is_final:
                return status
        raise AssertionError("the order did not end")

    async def result(self, backend, order: SwapOrder, swap_id="swap-1"):
        await backend.submit(swap_id, order)
        status = await self.ended(backend, swap_id)
        assert (status.state, status.error) == (JobState.DONE, None)
        return await backend.fetch(swap_id)

    async def test_one_id_goes_to_one_face(self, backend, order):
        result = await self.result(backend, order)
        assert len(result.swapped) == 1
        assert result.result.data != order.target.data
        assert result.before.data
        assert result.numbered is not None

    async def test_faces_are_numbered_from_left_to_right(self, backend, order):
        result = await self.result(backend, order)
        assert [face.number for face in result.faces] == list(range(1, len(result.faces) + 1))

    async def test_each_face_gets_its_own(self, backend, pair):
        result = await self.result(backend, pair)
        assert result.swapped == (1, 2)

    async def test_a_face_can_be_left(self, backend, pair):
        result = await self.result(backend, replace(pair, cast=(None, pair.cast[1])))
        assert result.swapped == (2,)

    async def test_the_same_id_again_is_the_same_order(self, backend, order):
        first = await self.result(backend, order)
        assert (await self.result(backend, order)).result == first.result

    async def test_a_result_can_be_fetched_twice(self, backend, order):
        first = await self.result(backend, order)
        assert (await backend.fetch("swap-1")).result == first.result

    async def test_a_picture_without_a_face_is_refused(self, backend, faceless):
        await backend.submit("swap-1", faceless)
        status = await self.ended(backend, "swap-1")
        assert status.state is JobState.FAILED
        assert isinstance(status.error, Refusal)

    async def test_an_order_nobody_gave_is_lost(self, backend):
        with pytest.raises(BackendLost):
            await backend.check("never-given")
        with pytest.raises(BackendLost):
            await backend.fetch("never-given")

    async def test_a_canceled_order_is_forgotten(self, backend, order):
        await self.result(backend, order)
        await backend.cancel("swap-1")
        with pytest.raises(BackendLost):
            await backend.check("swap-1")

    async def test_an_unknown_order_may_be_canceled(self, backend):
        await backend.cancel("never-given")


class ClipBackendContract:
    """What every `SwapBackend` does with clips.

    Needs the fixtures `backend`, `clip` (an order with a clip of several frames) and `held`, which
    holds clips behind their first frame: `await held.reached()` when one is there, then
    `held.release()`, or `await held.has_stopped()` when it has been canceled."""

    async def ended(self, backend: SwapBackend, swap_id: str):
        for _ in range(10):
            status = await backend.check(swap_id, wait=LONG)
            if status.state.is_final:
                return status
        raise AssertionError("the order did not end")

    async def test_a_clip_tells_how_far_it_is(self, backend, clip, held):
        await backend.submit("clip-1", clip)
        await held.reached()
        status = await backend.check("clip-1")
        assert status.state is JobState.PROCESSING
        assert status.clip is not None
        assert 0 < status.clip.done < status.clip.total
        assert status.progress == pytest.approx(status.clip.share)

        held.release()
        assert (await self.ended(backend, "clip-1")).state is JobState.DONE

    async def test_a_clip_can_be_seen_while_it_is_rendered(self, backend, clip, held):
        await backend.submit("clip-1", clip)
        await held.reached()
        seen = await backend.glimpse("clip-1")
        assert seen is not None
        assert seen.data
        assert seen.media_type == "image/jpeg"
        assert min(seen.width, seen.height) > 0

        held.release()
        await self.ended(backend, "clip-1")
        assert await backend.glimpse("clip-1") is None

    async def test_nothing_is_seen_of_an_order_nobody_gave(self, backend):
        assert await backend.glimpse("never-given") is None

    async def test_a_clip_tells_what_came_of_it(self, backend, clip, held):
        held.release()
        await backend.submit("clip-1", clip)
        status = await self.ended(backend, "clip-1")
        assert (status.state, status.error, status.clip) == (JobState.DONE, None, None)
        result = await backend.fetch("clip-1")
        assert result.result.data != clip.target.data
        assert result.clip is not None
        assert 0 < result.clip.changed <= result.clip.frames
        assert len(result.clip.appearances) == len(result.faces)

    async def test_a_clip_stops_when_it_is_canceled(self, backend, clip, held):
        await backend.submit("clip-1", clip)
        await held.reached()
        await backend.cancel("clip-1")
        await held.has_stopped()
        with pytest.raises(BackendLost):
            await backend.check("clip-1")

        held.release()
        await backend.submit("clip-2", clip)
        assert (await self.ended(backend, "clip-2")).state is JobState.DONE
