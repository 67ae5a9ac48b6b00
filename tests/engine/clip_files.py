"""Clips as files: an H.264 MP4 with a tone, a GIF, and what is in them."""

import io
from fractions import Fraction

import av
import numpy as np
from PIL import Image

COUNT, RATE = 45, 30
"""Frames of a portrait's clip, and frames a second of those made here."""


def video_of(frames, *, tone=True, base=Fraction(1, RATE), times=None):
    """Return frames as an H.264 MP4, with a tone."""
    stream = io.BytesIO()
    with av.open(stream, "w", format="mp4") as output:
        pictures = output.add_stream("libx264", rate=RATE)
        pictures.width, pictures.height = frames[0].shape[1], frames[0].shape[0]
        pictures.pix_fmt, pictures.options = "yuv420p", {"preset": "ultrafast", "crf": "14"}
        pictures.time_base = pictures.codec_context.time_base = base
        sound = output.add_stream("aac", rate=44_100, layout="stereo") if tone else None
        for at, frame in enumerate(frames):
            made = av.VideoFrame.from_ndarray(frame, format="rgb24")
            made.pts, made.time_base = times[at] if times else at, base
            output.mux(pictures.encode(made))
        output.mux(pictures.encode(None))
        if sound:
            wave = 0.3 * np.sin(np.arange(44_100 * len(frames) // RATE) * 440 * 2 * np.pi / 44_100)
            for begin in range(0, len(wave), 1024):
                both = np.stack([wave[begin : begin + 1024]] * 2).astype(np.float32)
                frame = av.AudioFrame.from_ndarray(both, format="fltp", layout="stereo")
                frame.rate, frame.pts, frame.time_base = 44_100, begin, Fraction(1, 44_100)
                output.mux(sound.encode(frame))
            output.mux(sound.encode(None))
    return stream.getvalue()


def gif_of(frames, delays):
    stream = io.BytesIO()
    first, *rest = (Image.fromarray(frame).quantize(250) for frame in frames)
    first.save(stream, "GIF", save_all=True, append_images=rest, duration=delays, loop=0)
    return stream.getvalue()


def frames_of(data):
    with av.open(io.BytesIO(data)) as source:
        return [frame.to_ndarray(format="rgb24") for frame in source.decode(video=0)]


def times_of(data):
    with av.open(io.BytesIO(data)) as source:
        stream = source.streams.video[0]
        return [frame.pts * stream.time_base for frame in source.decode(stream)]
