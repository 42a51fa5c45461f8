import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.dilemma import payoffs
from game.dilemma.score_chain import ScoreChain
from game.dilemma.score_process import Mode

chances = st.floats(0.001, 0.05)
chains = st.builds(
    ScoreChain,
    st.builds(Mode, chances, chances, st.just(0.0)),
    st.builds(Mode, chances, chances, st.just(0.0)),
    st.sampled_from([payoffs.CUP, payoffs.LEAGUE, payoffs.WIN_ONLY]),
    st.just(12),
)


@settings(max_examples=20)
@given(chains, st.integers(1, 80), st.integers(0, 80))
def test_no_plan_beats_the_best(chain, steps, late):
    _, best = chain.best_plan(steps)
    for plan in (chain.never(steps), chain.from_step(steps, steps), chain.from_step(steps, late)):
        assert (best >= chain.values(plan) - 1e-12).all()


@settings(max_examples=20)
@given(chains, st.integers(1, 80))
def test_being_free_to_go_for_good_never_costs(chain, steps):
    _, bound = chain.best_commitment(steps)
    assert (bound >= chain.values(chain.never(steps)) - 1e-12).all()
    # At the last step there is no more to be bound by.
    _, free = chain.best_plan(1)
    assert bound[1] == pytest.approx(free[1], abs=1e-12)


@settings(max_examples=10)
@given(chains, st.integers(0, 30))
def test_games_played_average_to_the_exact_value(chain, late):
    plan = chain.from_step(30, late)
    path = chain.play(plan, -1, np.random.default_rng(6).random((4000, 30)))
    paid = payoffs.paid(chain.payoff, path[:, -1])
    exact = chain.values(plan)[30, chain.reach - 1]
    # Six standard errors with a floor for events rarer than one in the sample.
    assert abs(paid.mean() - exact) < 6 * max(paid.std(), 0.02) / np.sqrt(4000)


def test_shared_luck_keeps_two_plans_together_until_they_differ():
    chain = ScoreChain(Mode(0.01, 0.01), Mode(0.02, 0.04), payoffs.CUP)
    luck = np.random.default_rng(7).random((500, 40))
    late, never = (chain.play(plan, -1, luck) for plan in (chain.from_step(40, 20), chain.never(40)))
    assert (late[:, :21] == never[:, :21]).all()
    assert (late[:, -1] != never[:, -1]).any()


def test_chances_above_one_are_refused():
    with pytest.raises(ValueError, match="at most 1"):
        ScoreChain(Mode(0.5, 0.6), Mode(0.1, 0.1), payoffs.CUP)
