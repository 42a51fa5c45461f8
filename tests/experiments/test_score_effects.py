import numpy as np
import pytest

from game.experiments import reality
from game.experiments.score_draws import scores_of
from game.experiments.score_effects import (
    DOWN,
    EFFECTS,
    LEVEL_,
    MEASURES,
    REAL_BANDS,
    UP,
    ScoreEffects,
    cells,
    effect_of,
    in_state,
)
from game.experiments.states import BANDS, COLUMNS, COUNTED, DIFFS, LAST


def played(changes, matches=40):
    """Counts in which every state of every band has 10 of each thing a match, but for `changes` by (state, name)."""
    counts = np.full((matches, len(BANDS), len(DIFFS), len(COUNTED)), 10.0)
    for (state, name), value in changes.items():
        counts[:, LAST, DIFFS.index(state), COUNTED.index(name)] = value
    return counts


def test_an_effect_is_the_ratio_of_two_states():
    counts = played({(DOWN, "shots"): 13.0, (UP, "counters"): 30.0, (UP, "shots"): 15.0})
    assert effect_of(counts, EFFECTS["shots_down"]).value == pytest.approx(1.3)
    assert effect_of(counts, EFFECTS["shots_up"]).value == pytest.approx(1.5)
    assert effect_of(counts, EFFECTS["counters"]).value == pytest.approx(2.0)


def test_heights_are_told_apart_in_metres():
    counts = played({(DOWN, "defending_metres"): 430.0, (LEVEL_, "defending_metres"): 380.0})
    assert effect_of(counts, EFFECTS["height"]).value == pytest.approx(5.0)


def test_rates_are_for_ninety_minutes():
    assert in_state(played({(DOWN, "seconds"): 5400.0}), "shots", (LAST,), DOWN).value == pytest.approx(10.0)


def test_real_sides_that_are_behind_shoot_more_convert_less_and_defend_higher():
    down, level, up = (reality.last_ten(diff) for diff in (DOWN, LEVEL_, UP))
    assert down.shots > level.shots > up.shots
    assert down.conversion < up.conversion
    assert down.counters < level.counters < up.counters
    assert down.height > level.height > up.height
    assert reality.line_moved() > 0


def test_every_real_band_has_its_figures():
    for bands in REAL_BANDS:
        for diff in DIFFS:
            found = reality.in_band(bands, diff)
            assert 4 < found.shots < 18
            assert 30 < found.height < 45
    assert reality.one_down_saved(300).value == pytest.approx(27 / 399)


def test_final_scores_are_told_as_numpy_tells_them():
    chance = np.random.default_rng(2)
    rows = np.zeros(500, COLUMNS)
    rows["home_goals"], rows["away_goals"] = chance.poisson(1.5, 500), chance.poisson(1.2, 500)
    found, total = scores_of(rows), rows["home_goals"] + rows["away_goals"]
    assert found["goals"].value == pytest.approx(total.mean())
    assert found["spread"].value == pytest.approx(total.var() / total.mean())
    assert found["correlation"].value == pytest.approx(np.corrcoef(rows["home_goals"], rows["away_goals"])[0, 1])
    assert found["draws"].value == pytest.approx((rows["home_goals"] == rows["away_goals"]).mean())
    assert found["spread"].low < 1.0 < found["spread"].high


def test_both_sides_of_a_match_play_alike():
    for cell in cells(ScoreEffects(matches=2)):
        assert cell.plan.home == cell.plan.away
    assert [cell.plan.freeze for cell in cells(ScoreEffects(matches=2))] == [False, False, True]
    assert set(MEASURES) >= {effect.measure for effect in EFFECTS.values()}
