"""The public HTTP process: what may be had without Discord."""
