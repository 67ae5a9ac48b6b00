"""Why storage does not open."""

from __future__ import annotations


class StorageRefused(Exception):
    """Storage cannot be used as it is set up; the text is one sentence for the operator."""
