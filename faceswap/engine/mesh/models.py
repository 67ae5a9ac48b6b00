"""MediaPipe's models, run by LiteRT.

The files are read out of the installed `mediapipe` 0.10.21 wheel, which is never imported: it is
the last that carries them. Google publishes them under Apache-2.0.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path
from queue import LifoQueue

import numpy as np
from ai_edge_litert.interpreter import Interpreter

from faceswap.engine.mesh.arrays import Floats, Pixels

SHORT_RANGE = "face_detection/face_detection_short_range"
FACE_MESH = "face_landmark/face_landmark"
IRIS = "iris_landmark/iris_landmark"
PALM = "palm_detection/palm_detection_lite"
HAND = "hand_landmark/hand_landmark_full"
SELFIE = "selfie_segmentation/selfie_segmentation"

# The short-range detector's own input, and its anchors: stride in pixels, and how many a cell.
CLOSE_SIDE = 128
ANCHORS = ((8, 2), (16, 6))


def read_model(name: str) -> bytes:
    """Return a model file.

    Raises:
        FileNotFoundError: The carrier package is missing or does not hold the file.
    """
    try:
        wheel = metadata.distribution("mediapipe")
    except metadata.PackageNotFoundError as missing:
        raise FileNotFoundError("the package mediapipe==0.10.21 is not installed") from missing
    path = Path(str(wheel.locate_file(f"mediapipe/modules/{name}.tflite")))
    if not path.is_file():
        raise FileNotFoundError(f"mediapipe {wheel.version} carries no {name}.tflite")
    return path.read_bytes()


def widen(model: bytes, width: int, height: int) -> bytes:
    """Return the short-range detector for an input of other sides, multiples of 32.

    It is fully convolutional; only how many anchors it has stands in the file, as the shapes that
    its outputs are laid out in: vectors of three int32.

    Raises:
        ValueError: The file is not laid out like that.
    """
    widened = bytearray(model)
    for stride, anchors in ANCHORS:
        for values in (1, 16):
            old, new = (
                struct.pack("<3i", 1, (across // stride) * (down // stride) * anchors, values)
                for across, down in ((CLOSE_SIDE, CLOSE_SIDE), (width, height))
            )
            if model.count(old) != 1:
                raise ValueError(f"the network has no single output of stride {stride}")
            at = model.index(old)
            widened[at : at + len(new)] = new
    return bytes(widened)


class Model:
    """One network for inputs of (height, side, 3), callable from several threads at once.

    An interpreter holds its tensors, so that two threads must not share one; a pool makes as many
    as there are cores, up to four, and hands out the one used last, whose memory is warm.
    """

    def __init__(self, content: bytes, side: int, height: int | None = None) -> None:
        """Take the network and its input's width, and its height where that is another."""
        self.side = side
        self.height = height or side
        self._content = content
        self._idle: LifoQueue[Interpreter | None] = LifoQueue()
        for _ in range(min(4, os.cpu_count() or 1)):
            self._idle.put(None)

    def __call__(self, pixels: Floats | Pixels) -> list[Floats]:
        """Return the outputs, in the network's order.

        Args:
            pixels: (height, side, 3), what the network takes in float32, or uint8 for 0 to 1.
        """
        with self._interpreter() as interpreter:
            # Written where the network reads it; no view of that may be kept while it runs.
            there = interpreter.tensor(interpreter.get_input_details()[0]["index"])
            scale = 1 / 255 if pixels.dtype == np.uint8 else 1
            np.multiply(pixels, np.float32(scale), out=there()[0])
            interpreter.invoke()
            outputs = interpreter.get_output_details()
            return [interpreter.get_tensor(output["index"])[0] for output in outputs]

    @contextmanager
    def _interpreter(self) -> Iterator[Interpreter]:
        interpreter = self._idle.get()
        try:
            if interpreter is None:
                interpreter = self._open()
            yield interpreter
        finally:
            self._idle.put(interpreter)

    def _open(self) -> Interpreter:
        interpreter = Interpreter(model_content=self._content, num_threads=1)
        place = interpreter.get_input_details()[0]
        shape = (1, self.height, self.side, 3)
        if tuple(place["shape"]) != shape:
            interpreter.resize_tensor_input(place["index"], shape)
        interpreter.allocate_tensors()
        return interpreter
