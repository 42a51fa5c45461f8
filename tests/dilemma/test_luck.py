import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from game.dilemma import luck, payoffs
from game.dilemma.score_chain import ScoreChain
from game.dilemma.score_process import Mode

RATE = 0.0155 / 60  # goals a second
SECONDS = 300

numbers = st.floats(-5, 5)


@pytest.fixture(scope="module")
def chain():
    return ScoreChain(Mode(RATE, RATE), Mode(2 * RATE, 4 * RATE), payoffs.CUP)


@given(arrays(np.float64, (4, 31), elements=numbers), arrays(np.float64, (4, 30), elements=numbers))
def test_decision_and_luck_add_up_to_the_result(values, chosen):
    parts = luck.split(values, chosen)
    total = parts.decision.sum(axis=1) + parts.luck.sum(axis=1)
    assert total == pytest.approx(values[:, -1] - values[:, 0], abs=1e-9)


def test_every_game_of_the_chain_closes_and_its_luck_averages_zero(chain):
    push, never = chain.from_step(SECONDS, SECONDS), chain.never(SECONDS)
    path = chain.play(push, -1, np.random.default_rng(4).random((20_000, SECONDS)))
    parts = luck.split_games(chain, path, plan=push, reference=never)
    outcome = payoffs.paid(payoffs.CUP, path[:, -1])
    start = chain.values(never)[SECONDS, chain.reach - 1]
    decision, fortune = parts.decision.sum(axis=1), parts.luck.sum(axis=1)
    assert start + decision + fortune == pytest.approx(outcome, abs=1e-9)
    # Five standard errors: a false alarm in 1.7 million seeds.
    assert abs(fortune.mean()) < 5 * fortune.std() / np.sqrt(fortune.size)
    expected = luck.mean_decision(chain, -1, plan=push, reference=never)
    assert abs(decision.mean() - expected) < 5 * decision.std() / np.sqrt(decision.size)


def test_mean_decisions_are_what_the_plan_is_worth_above_the_reference(chain):
    push, never = chain.from_step(SECONDS, SECONDS), chain.never(SECONDS)
    better = chain.values(push) - chain.values(never)
    decisions = luck.mean_decision(chain, -1, plan=push, reference=never)
    assert decisions == pytest.approx(0.02656965, abs=5e-9)  # theory C2
    assert better[SECONDS, chain.reach - 1] == pytest.approx(decisions, abs=1e-12)


@settings(max_examples=20)
@given(st.integers(0, 60), st.integers(0, 60), st.integers(-3, 3))
def test_the_lemma_holds_for_any_two_plans_from_any_score(early, late, start):
    chain = ScoreChain(Mode(0.01, 0.01), Mode(0.02, 0.05), payoffs.LEAGUE)
    plan, reference = chain.from_step(60, early), chain.from_step(60, late)
    worth = chain.values(plan) - chain.values(reference)
    found = luck.mean_decision(chain, start, plan=plan, reference=reference)
    assert found == pytest.approx(worth[60, chain.reach + start], abs=1e-12)


def test_against_the_best_plan_no_decision_gains():
    chain = ScoreChain(Mode(0.01, 0.01), Mode(0.02, 0.05), payoffs.LEAGUE)
    best, _ = chain.best_plan(60)
    plan = chain.from_step(60, 60)
    path = chain.play(plan, -1, np.random.default_rng(5).random((500, 60)))
    parts = luck.split_games(chain, path, plan=plan, reference=best)
    assert parts.decision.max() <= 1e-12
    assert parts.decision.min() < 0


def test_a_path_needs_one_value_more_than_choices():
    with pytest.raises(ValueError, match="one value more"):
        luck.split([0.1, 0.2], [0.1, 0.2])
