"""Stand-ins behind the ports: scripted, in memory, and driven by the test's own clock."""
