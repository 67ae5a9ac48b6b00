"""What may lie over a desk."""

from __future__ import annotations

LAYERS = {"desk": 0, "native over native": 2}
