"""Clips to measure with: people of installed packages who move before a drifting background."""

import math
from fractions import Fraction
from pathlib import Path

import av
import cv2
import numpy as np

from benchmarks import samples

WIDTH, HEIGHT, RATE = 1280, 720, 30
SOUND_RATE, TONE = 44_100, 440
# Deviation of the camera's noise, in levels; frames take turns with so many patterns of it.
NOISE, PATTERNS = 3.0, 4
# A face of the portrait is so wide at a scale of 1, in pixels.
FACE = 376


def video(path: Path, seconds: int, faces: int = 1, face_width: int = 180) -> Path:
    """Write 720p30 H.264 with a tone; one or two people sway and nod in it."""
    portrait = _pixels("portrait")
    people = [portrait, cv2.flip(portrait, 1)][:faces]
    patterns = _noise()
    with av.open(str(path), "w") as output:
        pictures = output.add_stream("libx264", rate=RATE)
        pictures.width, pictures.height, pictures.pix_fmt = WIDTH, HEIGHT, "yuv420p"
        pictures.options = {"preset": "veryfast", "crf": "18"}
        sound = output.add_stream("aac", rate=SOUND_RATE, layout="mono")
        for at in range(seconds * RATE):
            frame = _frame(at, people, face_width / FACE)
            grainy = np.clip(frame + patterns[at % PATTERNS], 0, 255).astype(np.uint8)
            output.mux(pictures.encode(av.VideoFrame.from_ndarray(grainy, format="rgb24")))
        output.mux(pictures.encode(None))
        for frame in _tone(seconds):
            output.mux(sound.encode(frame))
        output.mux(sound.encode(None))
    return path


def repeated(path: Path, clip: Path, times: int) -> Path:
    """Write a clip so many times in a row, without encoding it again."""
    with av.open(str(clip)) as source, av.open(str(path), "w") as output:
        streams = [*source.streams.video, *source.streams.audio]
        copies = {stream.index: output.add_stream_from_template(stream) for stream in streams}
        ends = dict.fromkeys(copies, 0)
        for _ in range(times):
            shifts = dict(ends)
            source.seek(0)
            for packet in source.demux(*streams):
                # Sound begins before 0, with what its decoder needs to get going.
                if packet.dts is None or packet.pts is None or packet.pts < 0:
                    continue
                index = packet.stream.index
                packet.pts += shifts[index]
                packet.dts += shifts[index]
                ends[index] = max(ends[index], packet.pts + packet.duration)
                packet.stream = copies[index]
                output.mux(packet)
    return path


def _frame(at: int, people: list[np.ndarray], scale: float) -> np.ndarray:
    frame = _background(at)
    for place, picture in enumerate(people):
        middle = WIDTH * (place + 1) / (len(people) + 1)
        x, y = middle + 110 * math.sin(at / 19 + place), HEIGHT / 2 + 40 * math.cos(at / 13)
        height, width = picture.shape[:2]
        matrix = cv2.getRotationMatrix2D((width / 2, height / 2), 5 * math.sin(at / 23), scale)
        matrix[:, 2] += (x - width / 2, y - height / 2)
        cv2.warpAffine(
            picture, matrix, (WIDTH, HEIGHT), frame, cv2.INTER_AREA, cv2.BORDER_TRANSPARENT
        )
    return frame


def _background(at: int) -> np.ndarray:
    rough = np.random.default_rng(3).integers(40, 200, (20, 32, 3)).astype(np.uint8)
    wide = cv2.resize(rough, (WIDTH + 320, HEIGHT + 240), interpolation=cv2.INTER_CUBIC)
    x, y = round(160 + 150 * math.sin(at / 37)), round(120 + 100 * math.cos(at / 41))
    return wide[y : y + HEIGHT, x : x + WIDTH].copy()


def _noise() -> list[np.ndarray]:
    rng = np.random.default_rng(4)
    return [rng.normal(0, NOISE, (HEIGHT, WIDTH, 1)).astype(np.float32) for _ in range(PATTERNS)]


def _pixels(name: str) -> np.ndarray:
    encoded = np.frombuffer(samples.picture(name).data, np.uint8)
    return cv2.cvtColor(cv2.imdecode(encoded, cv2.IMREAD_COLOR), cv2.COLOR_BGR2RGB)


def _tone(seconds: int) -> list[av.AudioFrame]:
    times = np.arange(seconds * SOUND_RATE) / SOUND_RATE
    wave = (0.3 * np.sin(2 * np.pi * TONE * times)).astype(np.float32)
    frames = []
    for begin in range(0, len(wave), 1024):
        frame = av.AudioFrame.from_ndarray(
            wave[np.newaxis, begin : begin + 1024], format="fltp", layout="mono"
        )
        frame.rate, frame.pts, frame.time_base = SOUND_RATE, begin, Fraction(1, SOUND_RATE)
        frames.append(frame)
    return frames
