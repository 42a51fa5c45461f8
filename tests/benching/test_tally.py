import json

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.benching.rows import ROW
from game.benching.tally import Tally
from game.intervals import mean, wilson


def rows_of_scores(scores):
    """Rows of matches that started 0–1 and ended in `scores`."""
    rows = np.zeros(len(scores), ROW)
    rows["home_goals"], rows["away_goals"] = np.array(scores).T.reshape(2, -1)
    rows["home_scored"], rows["away_scored"] = rows["home_goals"], rows["away_goals"] - 1
    rows["seconds"] = 300.05
    return rows


@given(
    st.lists(st.tuples(st.integers(0, 4), st.integers(1, 5)), min_size=2, max_size=60),
    st.integers(1, 59),
)
def test_a_tally_in_parts_says_what_the_rows_say(scores, cut):
    rows, tally = rows_of_scores(scores), Tally()
    tally.add(rows[:cut])
    tally.add(rows[cut:])
    gained = [3 if home > away else int(home == away) for home, away in scores]
    assert tally.shares()["win"] == wilson(gained.count(3), len(scores))
    assert tally.means()["points"] == pytest.approx(mean(gained))
    assert tally.means()["goals_against"] == pytest.approx(mean([away - 1 for _, away in scores]))
    assert tally.report()["simulated_seconds"] == pytest.approx(300.05 * len(scores))


def test_a_report_of_nothing_is_json_too():
    told = json.loads(json.dumps(Tally().report(), allow_nan=False))
    assert told["win"] == {"share": None, "low": None, "high": None}
