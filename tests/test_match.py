from __future__ import annotations

import itertools
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings

from game.events import Action, Result
from game.intent import Intent
from game.laws.goals import GOAL_LINE, TOUCH_LINE
from game.match import LONGEST, play
from game.physics.running import BODY, MARGIN
from game.pitch import BALL_RADIUS, HALF_LENGTH, HALF_WIDTH
from game.state import SIDE
from game.teams.kick_off import kick_off
from tests.spells import Spell, spells, whole

SHOVE = 1.0  # m/s on top of a man's own: one who runs across another's way is pushed on with half of what he meets
SQUEEZED = 0.35  # m between two bodies' centres, half of what they are apart when they touch: a third man pushes
COUNTED = (
    *("goals", "shots", "on_target", "blocked", "xg", "passes", "completed", "crosses", "headers", "take_ons"),
    *("tackles", "interceptions", "clearances", "saves", "corners", "throw_ins", "goal_kicks", "free_kicks"),
    *("penalties", "offsides", "fouls", "yellows", "reds", "substitutions", "windows", "kicks_taken", "kicks_scored"),
)

of_any_spell = settings(max_examples=8)
whole_matches = pytest.mark.parametrize(("scenario", "seed"), [("full-match", 5), ("cup-tie-level", 2)])


def only_rises(values: Any) -> bool:
    """Whether nothing ever falls along the first axis."""
    return bool(np.all(np.diff(values, axis=0) >= 0))


def floats(records: Any) -> list[Any]:
    """Every field of floats in `records`, however deep."""
    if records.dtype.names:
        return [column for name in records.dtype.names for column in floats(records[name])]
    return [records] if records.dtype.kind == "f" else []


@of_any_spell
@given(spells)
def test_every_number_stays_a_number(spell: Spell) -> None:
    for column in floats(spell.moments):
        assert np.isfinite(column).all()


@of_any_spell
@given(spells)
def test_the_ball_is_on_the_pitch_or_in_nobodys_play(spell: Spell) -> None:
    """The tick that takes it wholly over a line whistles, and puts it where play goes on."""
    ball = spell.moments["ball"]
    assert np.all(np.abs(ball["x"]) <= GOAL_LINE)
    assert np.all(np.abs(ball["y"]) <= TOUCH_LINE)
    assert np.all(ball["z"] >= BALL_RADIUS)
    assert np.all(ball["z"] < 40.0)  # no kick goes higher


@of_any_spell
@given(spells)
def test_men_are_on_the_pitch_or_just_beside_it(spell: Spell) -> None:
    on = spell.players["on"] == 1
    assert np.all(np.abs(spell.players["x"][on]) <= HALF_LENGTH + MARGIN)
    assert np.all(np.abs(spell.players["y"][on]) <= HALF_WIDTH + MARGIN)


@of_any_spell
@given(spells)
def test_nobody_runs_faster_than_he_can(spell: Spell) -> None:
    speed = np.hypot(spell.players["vx"], spell.players["vy"])
    assert np.all(speed <= spell.top_speeds() + SHOVE)
    # and who is pushed is rare: one man-tick in a thousand
    assert np.mean(speed > spell.top_speeds() + 1e-9) < 1e-3


@of_any_spell
@given(spells)
def test_nobody_is_somewhere_else_all_at_once(spell: Spell) -> None:
    """In play a man moves by his speed, and as far as another's body pushes him."""
    play_on = spell.in_play[1:] & spell.in_play[:-1]
    step = np.hypot(np.diff(spell.players["x"], axis=0), np.diff(spell.players["y"], axis=0))[play_on]
    assert np.all(step < 0.5 + BODY)  # half a metre is 10 m/s for a tick


@of_any_spell
@given(spells)
def test_two_bodies_never_share_a_place(spell: Spell) -> None:
    """In play; see `test_men_who_come_on_together_do_not_stand_in_each_other` for stoppages."""
    for players in spell.players[spell.in_play]:
        here = players[players["on"] == 1]
        gaps = np.hypot(here["x"][:, None] - here["x"], here["y"][:, None] - here["y"])
        np.fill_diagonal(gaps, BODY)
        assert gaps.min() > SQUEEZED


@of_any_spell
@given(spells)
def test_breath_and_legs_are_shares_and_legs_only_fall(spell: Spell) -> None:
    for what in ("breath", "legs", "effort", "score", "concede"):
        assert np.all((spell.players[what] >= 0.0) & (spell.players[what] <= 1.0))
    same_man = np.diff(spell.players["man"], axis=0) == 0
    assert np.all(np.diff(spell.players["legs"], axis=0)[same_man] <= 0.0)


@of_any_spell
@given(spells)
def test_everyone_always_wants_something_there_is_a_word_for(spell: Spell) -> None:
    wants = spell.players["want"]
    assert np.isin(wants["kind"], [int(kind) for kind in Intent]).all()
    assert np.all((wants["pace"] >= 0.0) & (wants["pace"] <= 10.0))
    assert np.all((wants["mate"] >= -1) & (wants["mate"] < 2 * SIDE))


@of_any_spell
@given(spells)
def test_counts_only_rise_and_the_clock_runs_on(spell: Spell) -> None:
    for count in COUNTED:
        assert only_rises(spell.moments["teams"][count]), count
    clock = spell.moments["clock"]
    assert np.all(np.diff(spell.moments["tick"]) == 1) or clock["over"][-1] == 1
    assert only_rises(clock["half"])
    same_half = np.diff(clock["half"]) == 0
    assert np.all(np.diff(clock["tick"])[same_half] >= 0)
    assert np.all(np.diff(clock["lost"])[same_half] >= 0.0)


@of_any_spell
@given(spells)
def test_the_man_with_the_ball_has_it_at_his_feet_or_in_his_hands(spell: Spell) -> None:
    for moment in spell.moments[spell.in_play]:
        carrier = moment["ball"]["carrier"]
        if carrier < 0:
            continue
        man = moment["players"][carrier]
        assert man["on"] == 1
        assert np.hypot(man["x"] - moment["ball"]["x"], man["y"] - moment["ball"]["y"]) < 2.0
        assert moment["having"] == carrier // SIDE
        assert moment["ball"]["held"] == 0 or carrier % SIDE == 0


@whole_matches
def test_the_score_is_what_was_scored(scenario: str, seed: int) -> None:
    spell = whole(scenario, seed)
    start = spell.setup.start
    scored = [start.home_goals, start.away_goals]
    for event in spell.events:
        if event["action"] == Action.GOAL:
            own = event["result"] == Result.OWNGOAL
            scored[int(event["slot"] // SIDE) ^ int(own)] += 1
    assert scored == spell.moments[-1]["teams"]["goals"].tolist()
    assert only_rises(spell.moments["teams"]["goals"])


@whole_matches
def test_men_only_leave_the_pitch_for_good_by_a_red_card(scenario: str, seed: int) -> None:
    """Or hurt, with no change left to make."""
    spell = whole(scenario, seed)
    teams, competition = spell.moments["teams"], spell.setup.competition
    for side in range(2):
        men = spell.players["on"][:, side * SIDE : side * SIDE + SIDE].sum(axis=1)
        spent = teams["substitutions"][:, side] >= competition.substitutions
        spent |= teams["windows"][:, side] >= competition.windows
        assert only_rises(-men)
        assert np.all((men == SIDE - teams["reds"][:, side]) | (spent & (men < SIDE)))


@whole_matches
def test_legs_last_the_match_and_lungs_recover(scenario: str, seed: int) -> None:
    spell = whole(scenario, seed)
    assert spell.players["legs"][-1].min() > 0.0
    breath = spell.players["breath"]
    assert np.any(np.diff(breath, axis=0) > 0.0)
    assert np.any(np.diff(breath, axis=0) < 0.0)


@whole_matches
def test_a_match_ends_with_a_whistle_and_stays_over(scenario: str, seed: int) -> None:
    match, setup = kick_off(scenario, seed=seed)
    play(match, setup)
    assert match.clock.over == 1
    assert match.tick < LONGEST
    last = match.copy()  # type: ignore[attr-defined]
    play(match, setup, seconds=60.0)
    assert match == last


def test_men_who_come_on_together_do_not_stand_in_each_other() -> None:
    spell = whole("full-match", 5)
    coming = [event for event in spell.events if event["action"] == Action.SUBSTITUTION and event["half"] == 2]
    pairs = [(a, b) for a, b in itertools.pairwise(coming) if a["tick"] == b["tick"]]
    assert pairs
    for one, two in pairs:
        match, setup = kick_off("full-match", seed=5)
        play(match, setup, seconds=(int(one["tick"]) + 1) / 20.0)
        a, b = match.players[one["slot"]], match.players[two["slot"]]
        assert np.hypot(a.x - b.x, a.y - b.y) > 0.5 or one["slot"] // SIDE != two["slot"] // SIDE


@pytest.mark.parametrize("seconds", [-1.0, float("inf"), float("nan")])
def test_a_part_of_a_match_is_a_time(seconds: float) -> None:
    match, setup = kick_off("full-match")
    with pytest.raises(ValueError, match="seconds must be 0 or more"):
        play(match, setup, seconds=seconds)


def test_playing_no_time_changes_nothing() -> None:
    match, setup = kick_off("full-match")
    before = match.copy()  # type: ignore[attr-defined]
    play(match, setup, seconds=0.0)
    assert match == before
