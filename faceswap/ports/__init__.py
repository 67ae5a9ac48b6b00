"""The seams: what the product needs from the world, in its own words."""

from __future__ import annotations

from faceswap.ports.backend import (
    Casting,
    Condition,
    Enroller,
    Health,
    Order,
    PlaceOrder,
    PortraitOrder,
    Readiness,
    Survey,
    Surveyor,
    SwapBackend,
    SwapOrder,
    SwapResult,
    SwapStatus,
    WeightedTemplate,
)
from faceswap.ports.credits import Ledger
from faceswap.ports.jobs import (
    Handler,
    JobEngine,
    JobLists,
    Jobs,
    Listing,
    NewJob,
    Promise,
    Promises,
    Terms,
)
from faceswap.ports.links import Links
from faceswap.ports.maker import Brief, ImageMaker, MakerWatch
from faceswap.ports.members import Identities, Kept, Members, Record
from faceswap.ports.servers import Audit, Erasure, Erasures, Guilds
from faceswap.ports.telling import Board, Delivery, Notifier, Receipt
from faceswap.ports.world import Blobs, Census, Clock, Counts, Meter, Queue

__all__ = [
    "Audit",
    "Blobs",
    "Board",
    "Brief",
    "Casting",
    "Census",
    "Clock",
    "Condition",
    "Counts",
    "Delivery",
    "Enroller",
    "Erasure",
    "Erasures",
    "Guilds",
    "Handler",
    "Health",
    "Identities",
    "ImageMaker",
    "JobEngine",
    "JobLists",
    "Jobs",
    "Kept",
    "Ledger",
    "Links",
    "Listing",
    "MakerWatch",
    "Members",
    "Meter",
    "NewJob",
    "Notifier",
    "Order",
    "PlaceOrder",
    "PortraitOrder",
    "Promise",
    "Promises",
    "Queue",
    "Readiness",
    "Receipt",
    "Record",
    "Survey",
    "Surveyor",
    "SwapBackend",
    "SwapOrder",
    "SwapResult",
    "SwapStatus",
    "Terms",
    "WeightedTemplate",
]
