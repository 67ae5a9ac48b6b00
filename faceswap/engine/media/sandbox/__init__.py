"""Where files of strangers are decoded: a process without rights for each of them."""

from __future__ import annotations

from faceswap.engine.media.sandbox.client import Guards, Sandbox
from faceswap.engine.media.sandbox.clip import LentMoment, SandboxedClip
from faceswap.engine.media.sandbox.files import Source

__all__ = ["Guards", "LentMoment", "Sandbox", "SandboxedClip", "Source"]
