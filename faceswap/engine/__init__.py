"""Pixels: the only home of LiteRT and OpenCV. Values in, values out."""
