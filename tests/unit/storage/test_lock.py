import subprocess
import sys

import pytest

from faceswap.storage.errors import StorageRefused
from faceswap.storage.lock import locked

HOLD = """
import sys
from pathlib import Path
from faceswap.storage.lock import locked

with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_folder_is_one_process_s_at_a_time(tmp_path):
    with locked(tmp_path):
        is_refused(tmp_path)
    with locked(tmp_path):
        pass


def is_refused(folder):
    with pytest.raises(StorageRefused, match="Another Visage uses the data folder"), locked(folder):
        pass


def test_a_process_that_is_killed_lets_go(tmp_path):
    process = subprocess.Popen(  # noqa: S603 - our own code
        [sys.executable, "-c", HOLD, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
    )
    try:
        assert process.stdout.readline() == b"held\n"
        is_refused(tmp_path)
    finally:
        process.kill()
        process.communicate()
    with locked(tmp_path):
        pass
