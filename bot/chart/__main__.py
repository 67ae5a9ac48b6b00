"""`python -m bot.chart`: what was spent as JSON on standard input, a PNG on standard output."""

from __future__ import annotations

import json
import sys

from bot.chart.drawing import draw


def main() -> None:
    """Draw one chart."""
    sys.stdout.buffer.write(draw(json.load(sys.stdin.buffer)))


if __name__ == "__main__":
    main()
