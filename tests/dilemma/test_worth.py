import dataclasses

import pytest

import game
from game.dilemma.payoffs import LEAGUE
from game.dilemma.worth import Decision, retrace, value_line, worth_of
from game.fixture import Fixture
from game.match import run_on, scratch, tell
from game.record import copy
from game.replay import Order, make_replay

RB = 1
FEW = {"continuations": 6, "seconds": 20.0}
SCENE = {"home": "role-bound", "away": "role-bound", "seed": 3}


@pytest.fixture(scope="module")
def played():
    """A match in which the right back goes after a minute and comes back a minute later, with its records."""
    match, setup = game.kick_off("late-deficit", **SCENE)
    matches, decisions = [copy(match)], []
    for word in ("push", "stay"):
        run_on(match, setup, scratch(), 1200)
        matches.append(copy(match))
        decisions.append(Decision(int(match.tick), RB, word))
        tell(match, RB, word)
    game.play(match, setup)
    return [*matches, match], decisions, setup


@pytest.fixture(scope="module")
def told(played):
    return worth_of(*played, **FEW)


def test_decisions_and_luck_add_up_to_what_the_match_paid(told):
    assert told.start + told.decisions + told.luck == pytest.approx(told.paid, abs=1e-9)
    assert told.paid in LEAGUE


def test_doing_his_job_is_no_decision_and_says_what_going_would_have_been(told):
    push, stay = told.rows
    assert (push["word"], push["other"]) == ("push", "stay")
    assert (stay["word"], stay["other"]) == ("stay", "push")
    assert stay["decision"] == 0.0
    assert push["decision"] == pytest.approx(push["better"], abs=1e-12)
    assert push["better_low"] <= push["better"] <= push["better_high"]


def test_rows_say_when_and_at_what_score(told, played):
    matches, decisions, _ = played
    assert list(told.rows["tick"]) == [each.tick for each in decisions]
    assert list(told.rows["margin"]) == [each.teams[0].goals - each.teams[1].goals for each in matches[1:3]]
    assert (told.rows["pairs"] == FEW["continuations"]).all()


def test_reckoning_from_the_first_decision_has_no_luck_before_it(played):
    matches, decisions, setup = played
    found = worth_of(matches[1:], decisions, setup, **FEW)
    assert found.before == 0.0
    assert found.start + found.decisions + found.luck == pytest.approx(found.paid, abs=1e-9)


def test_the_value_line_ends_at_what_was_paid_and_falls_with_a_goal_against(played, told):
    matches, _, setup = played
    line = value_line(matches, setup, 0)
    assert line[-1] == told.paid
    worse = copy(matches[0])
    worse.teams[1].goals += 1
    assert value_line([worse], setup, 0)[0] < line[0]


def test_a_replay_is_retraced_to_the_same_records(played):
    matches, decisions, _ = played
    orders = [Order(each.tick, RB, told={"push": 1, "stay": 2}[each.word]) for each in decisions]
    fixture = Fixture("late-deficit", SCENE["home"], SCENE["away"])
    again, made, _ = retrace(make_replay(fixture, seed=SCENE["seed"], orders=orders), RB)
    assert made == decisions
    assert [game.fingerprint(each) for each in again] == [game.fingerprint(each) for each in matches]


def test_records_that_do_not_fit_are_refused(played):
    matches, decisions, setup = played
    cases = [
        (matches, [], "one or more decisions"),
        (matches, [decisions[0], dataclasses.replace(decisions[1], slot=2)], "of one man"),
        (matches[:-1], decisions, "after the final whistle"),
        ([matches[0], *matches[2:]], decisions, "no record of tick"),
        (matches, [decisions[0], decisions[0]], "two decisions"),
        (matches, [dataclasses.replace(decisions[0], word="pusch")], "did you mean 'push'"),
    ]
    for records, made, message in cases:
        with pytest.raises((ValueError, KeyError), match=message):
            worth_of(records, made, setup, **FEW)
