"""What figures wear and hold, and how it is painted."""
