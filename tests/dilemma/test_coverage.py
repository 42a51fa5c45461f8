"""Intervals and verdicts held against decisions whose answer is known exactly: games of the score chain."""

import numpy as np
import pytest

from game.dilemma import payoffs
from game.dilemma.pairs import Pairs
from game.dilemma.score_chain import ScoreChain
from game.dilemma.score_process import Mode
from game.dilemma.stopping import FIRST_LOOK, Tally
from game.intervals import paired_difference

DECISIONS = 400
GAMES = 1200
STEPS = 30  # of 10 s: the last five minutes
RATE = 0.05 / 6  # goals a step, busy enough for 1,200 games to hold some


@pytest.fixture(scope="module")
def decided():
    """Paired league points of pushing and staying for 400 decisions, and what the difference truly is."""
    dice = np.random.default_rng(20261122)
    found = []
    for _ in range(DECISIONS):
        own, opponent = dice.uniform(1.1, 2.5), dice.uniform(1.1, 4.0)
        chain = ScoreChain(Mode(RATE, RATE), Mode(own * RATE, opponent * RATE), payoffs.LEAGUE, reach=8)
        start = int(dice.integers(-2, 1))
        push = np.ones((STEPS + 1, 17), dtype=bool)
        stay = chain.never(STEPS)
        truth = float((chain.values(push) - chain.values(stay))[STEPS, start + 8])
        luck = dice.random((GAMES, STEPS))
        paths = [chain.play(plan, start, luck)[:, -1] for plan in (push, stay)]
        found.append((paths, [payoffs.paid(payoffs.LEAGUE, path) for path in paths], truth, chain, start))
    return found


def test_the_intervals_of_400_decisions_cover_what_they_are_truly_worth(decided):
    covered = sum(not paired_difference(*points).excludes(truth) for _, points, truth, *_ in decided)
    assert 0.93 * DECISIONS <= covered <= 0.97 * DECISIONS


def test_the_intervals_of_games_saved_cover_too(decided):
    covered = 0
    for (pushed, stayed), _, _, chain, start in decided:
        saved = ScoreChain(chain.stay, chain.push, payoffs.AVOID_DEFEAT, reach=8)
        push = np.ones((STEPS + 1, 17), dtype=bool)
        truth = float((saved.values(push) - saved.values(saved.never(STEPS)))[STEPS, start + 8])
        covered += not Pairs.of(pushed >= 0, stayed >= 0).interval().excludes(truth)
    assert 0.93 * DECISIONS <= covered <= 0.97 * DECISIONS


def test_the_sequential_rule_is_seldom_wrong_however_often_it_looks(decided):
    wrong = 0
    for _, (push, stay), truth, *_ in decided:
        apart = push - stay - truth  # a true tie
        tally = Tally()
        for first in range(0, GAMES, 50):
            tally.add(apart[first : first + 50])
            if tally.count >= FIRST_LOOK and tally.leaning() != "open":
                wrong += 1
                break
    assert wrong < 0.05 * DECISIONS
