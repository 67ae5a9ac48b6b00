"""Drawing charts, in a process of its own that is gone when the picture is there."""
