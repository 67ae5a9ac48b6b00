"""The `visage` command."""
