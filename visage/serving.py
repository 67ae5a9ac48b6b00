"""A sidecar started by hand, with the settings of `.env` where the environment has none."""

from __future__ import annotations

import sys

from pydantic import ValidationError

from faceswap.settings import ENV_FILE, SIDECAR_PREFIX
from faceswap.sidecar.__main__ import load_studio
from faceswap.sidecar.serve import serve
from faceswap.sidecar.settings import SidecarSettings

MISUSED = 2


def serve_sidecar() -> int:
    """Run the sidecar until it is told to end, and return its exit code."""
    try:
        # Of the file it takes what is for the sidecar and nothing else: it opens strangers' files.
        settings = SidecarSettings(_env_file=ENV_FILE)  # pyright: ignore[reportCallIssue]
    except ValidationError as error:
        for each in error.errors():
            name = f"{SIDECAR_PREFIX}{'_'.join(map(str, each['loc']))}".upper()
            sys.stderr.write(f"{name}: {each['msg']}\n")
        return MISUSED
    return serve(settings, lambda: load_studio(settings))
