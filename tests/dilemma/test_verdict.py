import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.dilemma import winning
from game.dilemma.continuations import ROLL, Option
from game.dilemma.payoffs import LEAGUE
from game.dilemma.stopping import FIRST_LOOK
from game.dilemma.verdict import FEWEST, TOO_CLOSE, Comparison, judge

PUSH, STAY = Option.told("push", 2), Option.told("stay", 2)


def comparison(expected, *, margin=None, watched=False, planned=None):
    """Rolls with `expected` (n, 2), and the league points of `margin`."""
    expected = np.asarray(expected, dtype=float)
    rolls = np.zeros(expected.shape, ROLL)
    rolls["expected"] = expected
    rolls["margin"] = -1 if margin is None else margin
    rolls["value"] = np.where(rolls["margin"] > 0, 3, rolls["margin"] == 0)
    return Comparison((PUSH, STAY), rolls, planned or len(rolls), watched)


def drawn(count, *, better=0.0, seed=1):
    """Pairs that share some of their luck, the first option `better` by so much on average."""
    luck = np.random.default_rng(seed)
    return luck.normal(size=(count, 1)) + luck.normal(size=(count, 2)) + [better, 0.0]


@pytest.mark.parametrize(("better", "choice"), [(0.5, "push"), (-0.5, "stay"), (0.0, TOO_CLOSE)])
def test_the_better_option_is_named(better, choice):
    for watched in (True, False):
        verdict = judge(comparison(drawn(2000, better=better), watched=watched))
        assert verdict.choice == choice
        assert verdict.sure == (choice != TOO_CLOSE)
        assert verdict.worth.excludes(0.0) == verdict.sure
        assert verdict.pairs == 2000


@given(st.integers(0, 2**32), st.sampled_from([-0.3, -0.1, 0.0, 0.1, 0.3]))
def test_options_named_the_other_way_round_get_the_mirrored_verdict(seed, better):
    known = drawn(FEWEST, better=better, seed=seed)
    one, other = judge(comparison(known)), judge(comparison(known[:, ::-1]))
    assert other.choice == {"push": "stay", "stay": "push"}.get(one.choice, TOO_CLOSE)
    assert other.worth.value == pytest.approx(-one.worth.value, abs=1e-12)
    assert (other.worth.low, other.worth.high) == pytest.approx((-one.worth.high, -one.worth.low), abs=1e-12)


def test_few_pairs_decide_nothing():
    clear = drawn(FIRST_LOOK, better=5.0)
    assert judge(comparison(clear[: FEWEST - 1])).choice == TOO_CLOSE
    assert judge(comparison(clear[:FEWEST])).choice == "push"
    assert judge(comparison(clear[:-1], watched=True)).choice == TOO_CLOSE
    assert judge(comparison(clear, watched=True)).choice == "push"


def test_an_unfinished_run_is_judged_by_the_rule_that_may_be_watched():
    known = drawn(600, better=0.5)
    assert judge(comparison(known, planned=1000)) == judge(comparison(known, watched=True))
    assert judge(comparison(known, planned=1000)).watched


def test_results_that_point_the_other_way_withhold_the_verdict():
    known = drawn(1000, better=1.0)
    better_for_stay = np.column_stack([np.full(1000, -1), np.arange(1000) % 2 - 1])
    assert judge(comparison(known)).choice == "push"
    assert judge(comparison(known, margin=better_for_stay)).choice == TOO_CLOSE
    assert judge(comparison(known, margin=better_for_stay), by="value").choice == "stay"


@given(st.lists(st.tuples(st.integers(-2, 2), st.integers(-2, 2)), min_size=2, max_size=40))
def test_points_are_three_for_a_win_and_one_for_a_draw_in_every_figure(margins):
    found = comparison(np.zeros((len(margins), 2)), margin=margins)
    won, saved = found.pairs("won"), found.pairs("saved")
    assert found.difference("value").value == pytest.approx(2 * won.difference + saved.difference, abs=1e-12)
    for number, mean in enumerate(found.each("value")):
        shares = [found.shares(share)[number].value for share in ("won", "drawn")]
        assert mean.value == pytest.approx(3 * shares[0] + shares[1], abs=1e-12)


def test_a_first_leg_counts_towards_who_won():
    rolls = comparison(np.zeros((4, 2)), margin=[[0, -1], [1, 0], [-1, -1], [0, 0]]).rolls
    tie = Comparison((PUSH, STAY), rolls, 4, False, first_leg=1)
    assert tie.shares("won")[0].value == 0.75
    assert tie.pairs("saved").both == 4


def test_the_correlation_is_what_shared_luck_achieved():
    known = drawn(4000)
    found = comparison(known)
    assert found.correlation("expected") == pytest.approx(np.corrcoef(known.T)[0, 1], abs=1e-12)
    assert found.correlation("expected") == pytest.approx(0.5, abs=0.05)  # half the variance is shared
    assert math.isnan(found.correlation("margin"))


def test_the_bootstrap_agrees_with_student_where_both_hold():
    found = comparison(drawn(400))
    plain, resampled = found.difference("expected"), found.bootstrap("expected")
    # 2,000 resamples place an end to about 0.004 of the interval's own units.
    assert resampled == pytest.approx(plain, abs=0.02)
    assert found.bootstrap("expected") == resampled


@pytest.mark.parametrize("count", [0, 1])
def test_hardly_any_pairs_say_nothing(count):
    found = comparison(drawn(count), planned=10)
    assert math.isnan(found.difference("expected").low)
    assert math.isnan(found.bootstrap("expected").low)
    assert judge(found).choice == TOO_CLOSE


def test_intervals_of_400_decisions_cover_the_truth():
    # Coupled Poisson goals at one down: 95 % of 400 is 380 ± 4.4; four of these either way.
    covered = 0
    push, stay = (
        winning.value(-1, 1.0, LEAGUE, own_rate=own, opponent_rate=opponent)
        for own, opponent in ((0.16, 0.32), (0.08, 0.08))
    )
    truth = float(push - stay)
    for seed in range(400):
        apart = comparison(_points(800, seed)).difference("expected")
        covered += not apart.excludes(truth)
    assert 362 <= covered <= 398


def test_watching_a_tie_seldom_ends_in_a_verdict():
    # 5 % of 200 is 10 ± 3.1; the bound is three of these above.
    false = 0
    for seed in range(200):
        known = drawn(2000, seed=seed)
        looks = range(FIRST_LOOK, 2001, 250)
        false += any(judge(comparison(known[:look], watched=True)).sure for look in looks)
    assert false <= 19


def test_an_unknown_measure_names_the_nearest():
    found = comparison(drawn(3))
    with pytest.raises(KeyError, match="did you mean 'xg_for'"):
        found.difference("xg_four")
    with pytest.raises(KeyError, match="there are: won, drawn, saved"):
        found.pairs("zzz")


def _points(count, seed):
    """League points of push and stay, one down, goals partly on the same luck."""
    luck = np.random.default_rng(seed)
    ours, theirs = luck.poisson(0.08, count), luck.poisson(0.08, count)
    push = ours + luck.poisson(0.08, count) - theirs - luck.poisson(0.24, count) - 1
    stay = ours - theirs - 1
    return np.column_stack([np.where(margin > 0, 3.0, margin == 0) for margin in (push, stay)])
