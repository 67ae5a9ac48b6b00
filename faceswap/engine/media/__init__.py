"""Files in, pixels out, and back."""
