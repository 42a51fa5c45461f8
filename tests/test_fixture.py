import json

import numpy as np
import pytest

from game.fixture import Fixture, arrange
from game.teams.scenarios import variant


def stakes_of(arranged, slot):
    """What home `slot` plays for: his stakes table, or his job's pair."""
    sheet = arranged.setup.sheets[0]
    if sheet.payoff[slot] < 0:
        return sheet.job_score[slot], sheet.job_concede[slot]
    return np.asarray(arranged.setup.stakes)[sheet.payoff[slot]].tobytes()


@pytest.mark.parametrize(("base", "other"), [("role-bound", "team-win"), ("team-win", "role-bound")])
def test_single_slots_play_for_something_else_and_nobody_else_does(base, other):
    mixed = arrange(Fixture("late-deficit", base, slots=((2, other), (9, other))))
    plain, whole = arrange(Fixture("late-deficit", base)), arrange(Fixture("late-deficit", other))
    for slot in range(11):
        assert stakes_of(mixed, slot) == stakes_of(whole if slot in (2, 9) else plain, slot)
    assert np.array_equal(np.asarray(mixed.setup.sheets)[1], np.asarray(plain.setup.sheets)[1])


def test_all_slots_are_the_mix_itself():
    slots = tuple((slot, "team-win") for slot in range(11))
    mixed, whole = (
        arrange(Fixture("late-deficit", "role-bound", slots=slots)),
        arrange(Fixture("late-deficit", "team-win")),
    )
    assert all(stakes_of(mixed, slot) == stakes_of(whole, slot) for slot in range(11))


def test_a_slot_of_the_other_side_or_too_many_payoffs_are_refused():
    with pytest.raises(ValueError, match="no home slot 11"):
        arrange(Fixture("late-deficit", "role-bound", slots=((11, "team-win"),)))
    with pytest.raises(KeyError, match="no policy called"):
        arrange(Fixture("late-deficit", "role-bound", slots=((1, "team-wins"),)))


def test_a_fixture_in_a_varied_scenario_describes_what_it_plays():
    told = variant("late-deficit", minute="90+3", score=(0, 2))
    found = arrange(Fixture(told, "team-win")).describe()
    assert json.loads(json.dumps(found)) == found
    assert (found["scenario"], found["content"]["minute"], found["content"]["score"]) == (
        "late-deficit",
        "90+3",
        [0, 2],
    )
    assert "slots" not in found


def test_fixtures_that_differ_have_different_digests():
    arms = [
        Fixture("late-deficit", "role-bound"),
        Fixture("late-deficit", "role-bound", slots=((1, "team-win"),)),
        Fixture("late-deficit", "role-bound", slots=((2, "team-win"),)),
        Fixture(variant("late-deficit", minute=86), "role-bound"),
    ]
    assert len({arrange(arm).digest() for arm in arms}) == len(arms)
