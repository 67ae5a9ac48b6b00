"""What the product does, one function for each thing asked of it."""

from faceswap.app.context import App, Rules

__all__ = ["App", "Rules"]
