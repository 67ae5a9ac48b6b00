"""One folder per API, all alike: its words, us calling it, us being it."""
