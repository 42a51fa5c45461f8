"""The proof bench: rules press the button as a person would, and best and worst are judged fairly."""

from __future__ import annotations

import numpy as np
import pytest

from game.dilemma.continuations import Option
from game.dilemma.rollouts import compare
from game.experiments import choices
from game.experiments.button import ALWAYS, BY_SCORE, HELD, Pressed, play_pressed, seconds_to_play
from game.experiments.choices import PUSH, STAY, Choices, overall, spread
from game.experiments.experiment import Played
from game.experiments.playing import arranged
from game.experiments.reaching import reached, reached_by_chances
from game.fixture import Fixture
from game.intervals import Interval
from game.teams.scenarios import variant

LAST = variant("late-deficit", minute="90+3", added="4:00")


def rows(rule: str, told=LAST, count: int = 12):
    return play_pressed(Pressed(Fixture(told), rule), 3, 0, count)


def same(one, other) -> bool:
    return bool(np.array_equal(one, other))


def test_a_role_bound_man_is_one_who_is_told_to_stay() -> None:
    assert same(rows(STAY), rows("role-bound"))


def test_the_button_matters_and_match_k_depends_on_nothing_but_its_number() -> None:
    assert not same(rows(STAY, count=40), rows(PUSH, count=40))
    whole = rows(PUSH)
    later = play_pressed(Pressed(Fixture(LAST), PUSH), 3, 5, 7)
    assert same(whole[5:], later)


def test_a_push_from_the_start_to_the_end_is_the_order_roll_outs_give() -> None:
    made = arranged(Fixture(LAST))
    start = made.matches([0])[0]
    found = compare(start, made.setup, [Option.told("push", 1), Option.told("stay", 1)], continuations=12, seed=3)
    pushed = rows(PUSH)
    assert [int(roll["goals_for"]) for roll in found.rolls[:, 0]] == pushed["home_scored"].tolist()
    assert found.rolls["seed"][:, 0].tolist() == pushed["seed"].tolist()


def test_a_window_that_opens_at_the_start_is_always_and_one_that_never_opens_is_never(monkeypatch) -> None:
    monkeypatch.setitem(HELD, "from the start", (0.0, ALWAYS))
    monkeypatch.setitem(HELD, "after the end", (3.0, ALWAYS))
    assert same(rows("from the start"), rows(PUSH))
    assert same(rows("after the end"), rows(STAY))


def test_by_the_score_he_pushes_while_behind_and_stays_when_ahead() -> None:
    hopeless = variant(LAST, score=(0, 8))
    safe = variant(LAST, score=(8, 0))
    assert same(rows(BY_SCORE, hopeless), rows(PUSH, hopeless))
    assert same(rows(BY_SCORE, safe), rows(STAY, safe))


def test_time_to_play_counts_added_time() -> None:
    assert seconds_to_play(arranged(Fixture(LAST))) == pytest.approx(60.0)
    assert seconds_to_play(arranged(Fixture("late-deficit"))) == pytest.approx(600.0)


def test_reaching_the_objective_is_read_off_the_score_and_less_hard_off_the_chances() -> None:
    played = rows(PUSH, count=30)
    aim = LAST.aim
    assert reached(played, aim).tolist() == (played["home_goals"] >= played["away_goals"]).astype(float).tolist()
    chances = reached_by_chances(played, aim)
    assert ((chances >= 0.0) & (chances <= 1.0)).all()
    none = played["home_xg"] == 0.0
    assert (chances[none] == 0.0).all()
    one = np.zeros(1, played.dtype)
    one["away_goals"], one["home_xg"] = 1, 0.7
    assert reached_by_chances(one, aim)[0] == pytest.approx(1.0 - np.exp(-0.7), abs=1e-9)


def test_best_minus_worst_of_rules_that_do_not_differ_is_about_nothing() -> None:
    luck = np.random.default_rng(5)
    arms = {rule: (luck.random(400) < 0.3).astype(float) for rule in (STAY, "a", "b", "c", "d", "e")}
    found = spread(arms, arms)
    naive = max(each.mean() for each in arms.values()) - min(each.mean() for each in arms.values())
    assert abs(found.value) < naive
    assert found.low < 0.0 < found.high


def test_best_minus_worst_finds_a_difference_that_is_there() -> None:
    luck = np.random.default_rng(6).random(400)
    arms = {STAY: (luck < 0.3).astype(float), "b": (luck < 0.5).astype(float)}
    assert spread(arms, arms).low > 0.1


def test_a_rule_tried_on_few_matches_is_compared_on_those() -> None:
    lucky = np.concatenate([np.ones(10), np.zeros(30)])
    arms = {STAY: lucky, "b": np.ones(10)}
    assert choices.standing(arms) == {STAY: 0.25, "b": 0.25}


def test_the_mean_over_scenarios_is_surer_than_each() -> None:
    found = overall({"a": Interval(0.02, 0.0, 0.04), "b": Interval(0.04, 0.02, 0.06)})
    assert found.value == pytest.approx(0.03)
    assert found.high - found.low == pytest.approx(0.04 / np.sqrt(2))


def test_the_experiment_tells_every_scenario_under_every_rule() -> None:
    settings = Choices(matches=4, share=0.5, scenarios=("late-deficit",))
    cells = choices.cells(settings)
    played = Played(cells, [play_pressed(cell.plan, 1, 0, cell.matches) for cell in cells], 1)
    findings = choices.find(played, settings)
    assert "Over 1 scenarios" in findings.answer
    tables = {section.slug: section.table for section in findings.sections}
    assert tables["push-or-stay"].column("scenario") == ["late-deficit"]
    assert len(tables["rules-of-thumb"].rows) == len(choices.SIMPLE)
    assert {cell.matches for cell in cells} == {4, 2}


def test_all_scenarios_that_begin_late_are_tried_unless_some_are_named() -> None:
    names = {told.name for told in choices.chosen(Choices())}
    assert "full-match" not in names
    assert "late-deficit" in names
