"""The published and exact values the theory is held against."""

import json
from pathlib import Path

import pytest

ANCHORS = Path(__file__).parents[1] / "reference" / "outcomes" / "theory_anchors.json"


def pytest_generate_tests(metafunc):
    """One test a row: `soccer_row`, `next_goal_row` and `hockey_row` walk through the file."""
    tables = {
        "soccer_row": "soccer_grid",
        "next_goal_row": "morrison_wheat_closed_form",
        "hockey_row": "hockey_10s_dp",
    }
    for fixture, table in tables.items():
        if fixture in metafunc.fixturenames:
            rows = json.loads(ANCHORS.read_text(encoding="utf-8"))[table]
            metafunc.parametrize(fixture, rows, ids=_name)


def _name(row):
    return "-".join(str(row[key]) for key in ("a", "b", "objective", "opponent") if key in row)


@pytest.fixture
def soccer():
    """Goals a minute of either side in ordinary football."""
    return {"own_rate": 0.0155, "opponent_rate": 0.0155}
