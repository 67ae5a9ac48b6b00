"""A process that has a sidecar child, tells where it is, and waits to be killed."""

from __future__ import annotations

import asyncio
import sys

from faceswap.apis.native.child import SidecarChild
from faceswap.sidecar.logs import configure_logs
from tests.sidecar.stack import FAKE_COMMAND


async def main() -> None:
    configure_logs("json")
    async with SidecarChild(FAKE_COMMAND) as child:
        address = await child.ready(30)
        sys.stdout.write(address.url + "\n")
        sys.stdout.flush()
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
