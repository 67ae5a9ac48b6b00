"""discord.py, imported without its warning of a module that Python 3.13 drops."""

import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import discord

__all__ = ["discord"]
