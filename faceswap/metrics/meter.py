"""`Meter` for Prometheus: what happens is measured then, what is stored is counted when asked.

The names are in docs/server-owners.md.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from datetime import datetime

from prometheus_client import CollectorRegistry, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric

from faceswap.domain.errors import VisageError
from faceswap.domain.job import JobState, Lane
from faceswap.ports import Census, Counts, Delivery, Health

GLANCE = 2.0
"""Seconds that a backend has to tell how it is."""
CONDITIONS = ("starting", "ready", "busy", "down")
MOMENTS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.0, 3.0)
LONG = (0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 60.0, 180.0, 600.0, 1800.0)


class PrometheusMeter:
    """Measures into a registry of its own."""

    def __init__(self, census: Census, health: Health) -> None:
        self._census = census
        self._health = health
        self._registry = CollectorRegistry()

        def histogram(
            name: str, about: str, by: str | None, buckets: tuple[float, ...]
        ) -> Histogram:
            labels = (by,) if by else ()
            return Histogram(
                f"visage_{name}_seconds", about, labels, buckets=buckets, registry=self._registry
            )

        self._waits = histogram("wait", "From asking to the first attempt", "lane", LONG)
        self._works = histogram("work", "Of one attempt", "lane", LONG)
        self._answers = histogram("answer", "From a job's end to its answer", "delivery", LONG)
        self._acknowledgements = histogram("acknowledgement", "Of an interaction", None, MOMENTS)
        # So that they are there before the first job is.
        for lane in Lane:
            self._waits.labels(lane.value)
            self._works.labels(lane.value)

    def waited(self, lane: Lane, seconds: float) -> None:
        """Note how long a job waited until it was first claimed."""
        self._waits.labels(lane.value).observe(max(0.0, seconds))

    def worked(self, lane: Lane, seconds: float) -> None:
        """Note how long an attempt took."""
        self._works.labels(lane.value).observe(max(0.0, seconds))

    def answered(self, delivery: Delivery, seconds: float) -> None:
        """Note how long after a job's end its asker was told, and what became of that."""
        self._answers.labels(delivery.value).observe(max(0.0, seconds))

    def acknowledged(self, seconds: float) -> None:
        """Note how long an interaction took to be acknowledged."""
        self._acknowledgements.observe(max(0.0, seconds))

    async def scrape(self, now: datetime) -> bytes:
        """Return all there is in the text format of Prometheus."""
        counts, condition = await self._census.count(now), await self._condition()
        stored = CollectorRegistry()
        stored.register(_Stored(counts, condition))
        return generate_latest(self._registry) + generate_latest(stored)

    async def _condition(self) -> str:
        """Return starting, ready, busy, or down for a backend that does not answer soon."""
        try:
            async with asyncio.timeout(GLANCE):
                return (await self._health.condition()).readiness.value
        except (VisageError, TimeoutError):
            return "down"


class _Stored:
    """What is so at this moment, as a collector."""

    def __init__(self, counts: Counts, condition: str) -> None:
        self._counts = counts
        self._condition = condition

    def collect(self) -> Iterable[Metric]:
        counts, lanes = self._counts, [lane.value for lane in Lane]
        states = {state.value: counts.jobs.get(state.value, 0) for state in JobState}
        yield _gauge("jobs", "Jobs that are stored", "state", states)
        queues = [counts.queues[lane] for lane in Lane]
        lengths, ages = [each.length for each in queues], [each.age for each in queues]
        yield _gauge(
            "queue_length", "Jobs that wait", "lane", dict(zip(lanes, lengths, strict=True))
        )
        about = "How long the oldest job that waits has"
        yield _gauge("queue_age_seconds", about, "lane", dict(zip(lanes, ages, strict=True)))
        yield _gauge("credits", "Credits moved, by kind of movement", "kind", counts.credits)
        conditions = {each: int(each == self._condition) for each in CONDITIONS}
        yield _gauge("sidecar", "1 for how the sidecar is", "state", conditions)


def _gauge(name: str, about: str, by: str, values: Mapping[str, float]) -> Metric:
    gauge = GaugeMetricFamily(f"visage_{name}", about, labels=[by])
    for label, value in values.items():
        gauge.add_metric([label], value)
    return gauge
