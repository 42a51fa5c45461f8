"""Held against matches drawn from the theory itself, where it must agree, and from rates that drift, where not."""

import numpy as np
import pytest

from game.experiments.going import COLUMNS
from game.experiments.going_curve import curve_of

LENGTH, STEP = 20.0, 0.25  # minutes a match, and a throw of the dice
NEVER = 999
STAYING, GOING = (0.02, 0.02), (0.05, 0.06)  # goals a minute for and against


def drawn(dice, matches, leaves, going=GOING, *, late=1.0):
    """Rows of matches one down that go after `leaves` minutes while behind; then `late` times the rates for."""
    rows = np.zeros(matches, COLUMNS)
    margin = -np.ones(matches, dtype=int)
    for step in range(round(LENGTH / STEP)):
        goes = (margin < 0) & (step * STEP >= leaves)
        rates = np.where(goes[:, None], np.multiply(going, (late, 1.0)), STAYING)
        goals = dice.random((matches, 2)) < STEP * rates
        margin += goals[:, 0].astype(int) - goals[:, 1]
        for phase, now in (("stay", ~goes), ("go", goes)):
            rows[f"{phase}_minutes"] += STEP * now
            for end, each in zip(("for", "against"), (0, 1), strict=True):
                # Three times as many chances as goals, so that they are known better.
                rows[f"{phase}_xg_{end}"] += now * (dice.random(matches) < 3 * STEP * rates[:, each]) / 3
    rows["margin"], rows["minutes"] = margin, LENGTH
    return rows


def curve(seed, matches, *, late=1.0):
    """The curve of going from the start and half-way, on matches drawn with `seed`."""
    dice = np.random.default_rng(seed)
    cells = {70: drawn(dice, matches, 0), 80: drawn(dice, matches, 10, late=late)}
    return curve_of(drawn(dice, matches, NEVER), cells, deficit=1, worth=1.0)


def test_the_theory_fed_with_measured_rates_finds_what_its_own_matches_show():
    found = curve(1, 4000)
    for gain, expected, apart in zip(found.measured, found.predicted, found.apart, strict=True):
        assert gain.value - expected == pytest.approx(apart.value, abs=1e-9)
        assert not apart.excludes(0.0)
    assert found.whistle == pytest.approx(90.0)
    assert found.right_from <= 70  # more for than against at little risk: at once


def test_rates_that_depend_on_the_minute_are_found_out():
    apart = curve(2, 4000, late=2.5).apart
    assert apart[1].low > 0


def test_intervals_of_the_difference_hold_nothing_as_often_as_they_say():
    inside = sum(not each.excludes(0.0) for seed in range(20) for each in curve(100 + seed, 200).apart)
    # 38 of 40 expected; fewer than 33 happens once in some 500 sets of dice, the two of a curve hanging together.
    assert inside >= 33


def test_a_match_in_which_nothing_happened_has_a_curve_all_the_same():
    nothing = np.zeros(5, COLUMNS)
    nothing["minutes"] = nothing["stay_minutes"] = nothing["go_minutes"] = 10.0
    nothing["margin"] = -1
    found = curve_of(nothing, {80: nothing}, deficit=1, worth=1.0)
    assert found.measured[0].value == 0.0
    assert abs(found.predicted[0]) < 1e-3
