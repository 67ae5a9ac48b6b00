"""`python -m faceswap.sidecar`: the sidecar with the engine that is built in."""

from __future__ import annotations

import argparse
import sys

from pydantic import ValidationError

from faceswap.sidecar.serve import serve
from faceswap.sidecar.settings import SidecarSettings
from faceswap.sidecar.work import AnyStudio


def main() -> int:
    """Run the sidecar and return its exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m faceswap.sidecar",
        description="Swaps faces for a bot on this machine or another. Its settings are the "
        "environment variables that begin with VISAGE_SIDECAR_; VISAGE_SIDECAR_KEY is needed.",
    )
    parser.add_argument(
        "--child",
        action="store_true",
        help="listen on loopback at any free port, tell it on standard output, and end when "
        "standard input does",
    )
    as_child: bool = parser.parse_args().child
    try:
        settings = SidecarSettings(listen="127.0.0.1:0") if as_child else SidecarSettings()
    except ValidationError as error:
        for each in error.errors():
            name = f"VISAGE_SIDECAR_{'_'.join(map(str, each['loc']))}".upper()
            sys.stderr.write(f"{name}: {each['msg']}\n")
        return 2
    return serve(settings, lambda: load_studio(settings), as_child=as_child)


def load_studio(settings: SidecarSettings) -> AnyStudio:
    """Load the engine, which is where its libraries are first imported."""
    from faceswap.engine.media.sandbox.client import Sandbox
    from faceswap.engine.mesh.engine import MeshEngine
    from faceswap.engine.studio import Studio
    from faceswap.sidecar.makers import makers_of

    engine, sandbox = MeshEngine(), Sandbox()
    return Studio(
        engine,
        settings.pictures,
        settings.clip_limits,
        sandbox=sandbox,
        makers=makers_of(settings, settings.pictures, engine, sandbox),
    )


if __name__ == "__main__":
    sys.exit(main())
