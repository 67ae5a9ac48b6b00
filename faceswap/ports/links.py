"""Addresses at which what is stored can be had from outside Discord."""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from faceswap.domain.job import StoredFile


class Links(Protocol):
    """Makes links; whoever has one may open it until it ends."""

    def link(self, file: StoredFile, until: datetime) -> str:
        """Return an address that opens a stored file until then."""
        ...
