"""Rates measured in the engine, and what is taken where none were."""

from __future__ import annotations

import numpy as np
import pytest

from game.benching.rows import ROW
from game.fixture import Fixture
from game.screens.play import goal_rates
from game.screens.play.goal_rates import USUAL, Rates, measured, play_all, rates_of, table
from game.teams import reading
from game.teams.scenarios import scenario


def rows(*, seconds, home, away, goals):
    made = np.zeros(len(seconds), ROW)
    made["seconds"], made["home_xg"], made["away_xg"], made["home_scored"] = seconds, home, away, goals
    return made


def test_rates_are_chances_a_minute_times_what_a_chance_was_worth():
    found = measured(
        {
            "one": rows(seconds=[600, 600], home=[0.2, 0.2], away=[0.1, 0.1], goals=[0, 1]),
            "other": rows(seconds=[300], home=[0.3], away=[0.1], goals=[1]),
        }
    )
    assert found["one"] == pytest.approx(Rates(0.4 / 20 * 2.0, 0.2 / 20 * 2.0))
    assert found["other"].own == pytest.approx(0.3 / 5 * 2.0)


def test_matches_without_a_chance_are_too_few():
    with pytest.raises(ValueError, match="play more"):
        measured({"one": rows(seconds=[1], home=[0], away=[0], goals=[0])})


def test_the_game_measures_its_own_scenarios():
    rates = measured(play_all(["late-deficit"], 20))["late-deficit"]
    assert 0.0 < min(rates) < max(rates) < 0.2


def test_other_mixes_and_other_engines_take_the_usual_rates():
    told = scenario("late-deficit")
    other = "team-win" if told.home.mix != "team-win" else "role-bound"
    assert rates_of(Fixture("late-deficit", home=other)) == USUAL
    assert table(0) == {}


def test_a_table_that_is_no_table_is_as_none(tmp_path, monkeypatch):
    monkeypatch.setattr(goal_rates, "shipped", lambda engine: tmp_path / f"{engine}.json")
    for number, content in enumerate(["[]", "{", '{"scenarios": {"late-deficit": ["a", 1]}}']):
        (tmp_path / f"{900 + number}.json").write_text(content)
        assert table(900 + number) == {}


def test_a_table_that_ships_covers_scenarios_there_are():
    for path in goal_rates.shipped(1).parent.glob("*.json"):
        known = table(int(path.stem))
        assert set(known) <= set(reading.listed("scenarios"))
        assert all(0.001 < rate < 0.2 for rates in known.values() for rate in rates)
