"""Cutouts are compared with a truth, and every line of the tables can be measured."""

from itertools import pairwise

import numpy as np
import pytest

from benchmarks import cutouts
from benchmarks.composites import Subject, composite, places


@pytest.mark.slow
def test_every_line_can_be_measured_and_refining_helps():
    rows = {row.name: row for _, rows in cutouts.tables(1) for row in rows}

    assert len(rows) == 3 * 9 + 6
    for name in ("astronaut", "admiral", "six people"):
        for measure in ("sad", "gradient"):
            rough, refined = (
                np.median(rows[f"{name}, {measure}, {step}"].values)
                for step in ("rough", "refined")
            )
            assert refined < 0.9 * rough


def test_the_truth_has_no_error_and_what_is_off_has_as_much_as_it_is_off():
    truth = np.zeros((60, 60), np.float32)
    truth[20:40, 20:40] = 0.5

    right, off = (cutouts.error_of(each, truth) for each in (truth, truth + np.float32(0.1)))

    band = cutouts.soft_band(truth)
    assert band.sum() == 40 * 40
    assert (right.sad, right.mse, right.gradient) == (0, 0, 0)
    assert off.sad == pytest.approx(0.16)
    assert off.mse == pytest.approx(10)


def test_a_composite_is_the_person_before_the_place_in_the_shares_of_alpha():
    alpha = np.zeros((40, 60), np.float32)
    alpha[:, 20:] = 0.5
    alpha[:, 40:] = 1
    red, blue = (np.full((40, 60, 3), colour, np.float32) for colour in ((1, 0, 0), (0, 0, 1)))

    made = composite(Subject("red", red, alpha), blue).astype(int)

    for column, colour in ((10, (0, 0, 255)), (30, (128, 0, 128)), (50, (255, 0, 0))):
        assert np.abs(made[:, column] - colour).max() < 12


def test_places_are_of_the_size_and_no_two_alike():
    every = list(places(80, 50))

    assert [place.shape for place in every] == [(50, 80, 3)] * 5
    assert min(np.abs(a - b).mean() for a, b in pairwise(every)) > 0.05
