"""Our own artwork: figures with a place for a face, and backdrops, drawn from words."""
