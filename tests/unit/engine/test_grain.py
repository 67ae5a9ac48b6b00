"""The noise that is added to a face."""

import numpy as np

from faceswap.engine.mesh.finish import TILE, Grain


def test_noise_is_the_same_however_far_away_it_repeats():
    grain = Grain(strength=2.0, size=0.3)
    near = grain.over(200, 100, TILE + 60, 90)

    # Stepping there a tile at a time, this would not end.
    far = grain.over(200 + 10**12 * TILE, 100 + 10**12 * TILE, TILE + 60, 90)

    assert np.array_equal(far, near)
    assert np.array_equal(near[:, TILE:], near[:, :60])
    assert near.std() > 1
