"""One test over every scenario, and what the two that always exist hold."""

import tomllib

import pytest

from game.assets import asset
from game.policies.mix import mix
from game.state import SIDE
from game.teams.kick_off import kick_off
from game.teams.scenarios import Scenario, scenario, scenarios, variant


def test_the_scenarios_that_always_exist_are_what_the_contract_says() -> None:
    whole, late = scenario("full-match"), scenario("late-deficit")
    assert (whole.starts, whole.score, whole.competition.kind) == ((1, 0.0), (0, 0), "league")
    assert (late.starts, late.score, late.competition.kind) == ((2, 2400.0), (0, 1), "league")
    assert late.added_seconds == 300.0
    assert {late.home.squad, late.away.squad} == {whole.home.squad, whole.away.squad}
    assert whole.home_advantage == late.home_advantage == 0.0


@pytest.mark.parametrize("told", scenarios(), ids=lambda told: told.name)
def test_every_scenario_says_in_a_sentence_what_is_at_stake(told: Scenario) -> None:
    assert scenario(told.name) == told
    assert told.stakes.endswith(".")
    assert len(told.stakes.split()) <= 40
    assert told.tags
    assert told.home.squad != told.away.squad
    assert told.controlled_slot is not None
    for side in (told.home, told.away):
        assert mix(side.mix)


def test_legs_are_fresh_at_kick_off_and_tired_late() -> None:
    assert scenario("full-match").freshness(0) == 1.0
    assert 0.7 < scenario("late-deficit").freshness(1) < 0.8


def test_the_sides_see_the_first_leg_from_opposite_ends() -> None:
    tie = scenario("aggregate")
    assert (tie.terms(0).first_leg, tie.terms(1).first_leg) == (-1, 1)


@pytest.mark.parametrize(("needs", "margin"), [('"win"', 1), ('"draw"', 0), ("-1", -1), ("2", 2)])
def test_what_a_side_needs_is_a_margin(tmp_path, needs: str, margin: int) -> None:
    path = tmp_path / "x.toml"
    sides = f'[home]\nsquad = "averne"\nneeds = {needs}\n[away]\nsquad = "pentlow"\n'
    path.write_text(f'title = "T"\nstakes = "S."\n{sides}')
    told = scenario(str(path))
    assert told.terms(0).needs == margin
    assert told.terms(1).needs is None
    assert told.name == "x"


def test_the_sent_off_are_off_the_booked_are_booked_and_the_tired_are_tired() -> None:
    told = variant(
        "late-deficit", home={"sent_off": [9], "booked": [2], "legs": {"RB": 0.4}}, away={"sent_off": [4, 5]}
    )
    match, _ = kick_off(told)
    off = told.home.slot_of(9)
    assert [slot for slot in range(SIDE) if match.players[slot].on == 0] == [off]
    assert sum(player.on for player in match.players) == 2 * SIDE - 3
    assert match.players[1].yellow == 1
    assert match.players[1].legs == 0.4
    assert match.players[2].legs == told.freshness(0)
    assert [match.teams[side].reds for side in (0, 1)] == [1, 2]


def test_a_keeper_who_is_up_begins_at_the_other_end() -> None:
    told = variant("late-deficit", home={"keeper_up": True}, restart={"kind": "corner", "at": [50, 30], "wait": 12})
    match, _ = kick_off(told)
    assert match.players[0].x * match.teams[0].attacks > 30.0
    assert match.players[SIDE].x * match.teams[1].attacks < -40.0
    assert match.dead.ready == match.tick + 240


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"home": {"sent_off": [77]}}, "does not start"),
        ({"home": {"sent_off": [1]}}, "a keeper and at least 7 men"),
        ({"home": {"sent_off": [2]}}, "sent off; control another"),
        ({"home": {"legs": {"AM": 0.5}}}, "no post in the formation called 'AM'"),
    ],
)
def test_what_makes_no_sense_is_said_in_one_line(changes, said: str) -> None:
    with pytest.raises(ValueError, match=said) as caught:
        variant("late-deficit", **changes)
    assert "\n" not in str(caught.value)


def test_a_variant_differs_where_it_is_told_and_nowhere_else() -> None:
    told = variant("late-deficit", minute="90+3", score=(0, 2), home={"formation": "4-3-3"})
    original = scenario("late-deficit")
    assert (told.starts, told.score, told.home.formation) == ((2, 2880.0), (0, 2), "4-3-3")
    assert (told.home.squad, told.away, told.restart, told.name) == (
        original.home.squad,
        original.away,
        original.restart,
        original.name,
    )
    assert scenario(told) is told
    assert variant(told, minute=85, score=(0, 1), home={"formation": "4-4-2"}).starts == original.starts


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"minute": 95}, "late-deficit with minute: .*past the end"),
        ({"score": (0, 12)}, "late-deficit with score 1"),
        ({"home": {"squad": "alderbrok"}}, "did you mean 'alderbrook'"),
        ({"minutes": 85}, "late-deficit with minutes"),
    ],
)
def test_a_variant_that_cannot_be_is_refused_in_one_line(changes: dict[str, object], message: str) -> None:
    with pytest.raises(ValueError, match=message) as refused:
        variant("late-deficit", **changes)
    assert "\n" not in str(refused.value)


@pytest.mark.parametrize("language", ["en", "es"])
@pytest.mark.parametrize("told", scenarios(), ids=lambda told: told.name)
def test_every_scenario_and_objective_is_put_into_words(told: Scenario, language: str) -> None:
    words = tomllib.loads(asset("words", language, "scenarios.toml").read_text(encoding="utf-8"))
    assert 0 < len(words[told.name]) <= 36
    stakes = words[f"{told.name}_stakes"]
    assert stakes.endswith(".")
    assert len(stakes) <= 110
    area, key = told.aim.key.split(".")
    assert area == "scenarios"
    assert words[key].format(goals=told.aim.goals)
    if language == "en":
        assert words[told.name] == told.title


def test_there_are_twelve_scenarios_or_more_and_they_vary() -> None:
    late = [told for told in scenarios() if told.starts[1] > 0.0]
    assert len(late) >= 12
    assert {told.controlled for told in late} == {"RB", "LB", "CB"}
    assert {told.competition.kind for told in late} == {"league", "goal-difference", "cup", "aggregate"}
    assert {told.aim.kind for told in late} >= {"win", "draw", "hold", "through", "win-by", "lose-by"}
    assert len({told.score for told in late}) >= 5
    assert any(told.home.sent_off for told in late)
    assert any(told.home.legs for told in late)
    assert any(told.home.keeper_up for told in late)
    assert {told.away.squad for told in late} >= {"averne", "farrowdale", "pentlow"}
