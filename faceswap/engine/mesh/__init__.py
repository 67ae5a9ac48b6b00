"""The mesh engine: MediaPipe's face models on LiteRT, and our own warp, light and blend."""
