import numpy as np
import pytest

from game.benching.rows import ROW
from game.experiments.competitions import CASES, Competitions, cells, find, worth
from game.experiments.experiment import Played


def final(home, away, *, kicks=(0, 0)):
    rows = np.zeros(1, ROW)
    rows["home_goals"], rows["away_goals"] = home, away
    rows["home_kicks_scored"], rows["away_kicks_scored"] = kicks
    return rows


@pytest.mark.parametrize(
    ("name", "rows", "expected"),
    [
        ("league", final(1, 1), 1.0),
        ("goal difference counts", final(0, 2), -0.2),
        ("goal difference counts", final(3, 1), 3.2),
        ("cup tie", final(2, 1), 1.0),
        ("cup tie", final(1, 1, kicks=(3, 4)), 0.0),
        ("second leg, first drawn", final(0, 1), 0.0),
        ("second leg, first won by one", final(0, 1, kicks=(5, 4)), 1.0),
        ("second leg, first won by one", final(0, 2), 0.0),
        ("second leg, first lost by one", final(1, 0, kicks=(2, 3)), 0.0),
        ("second leg, first lost by one", final(2, 0), 1.0),
    ],
)
def test_a_match_is_worth_what_its_competition_gives(name, rows, expected):
    assert worth(rows, name)[0] == pytest.approx(expected)


def test_every_case_is_played_by_both_sides_with_its_own_first_leg():
    found = cells(Competitions())
    assert len(found) == 2 * len(CASES)
    for cell in found:
        kind, first_leg = CASES[cell.keys["competition"]]
        assert (cell.plan.scenario.competition.kind, cell.plan.scenario.competition.first_leg) == (kind, first_leg)


def test_ties_that_all_went_alike_still_leave_doubt():
    settings = Competitions(matches=8)
    out = np.repeat(final(0, 1), 8)
    made = cells(settings)
    table = find(Played(made, [out] * len(made), 1), settings).sections[0].table
    for name, coin, goes, _stays, gain, verdict in table.rows:
        assert verdict == "too close to call"
        assert coin != "through" or name.endswith("won by one") or goes.low == 0 < goes.high
        assert coin != "through" or gain.low < 0 < gain.high
