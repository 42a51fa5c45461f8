import csv
import io
import json
import math

import pytest

from game.experiments.tables import Column, Table, number, shown
from game.intervals import Interval

TABLE = Table(
    "Shares",
    [Column("side", "side"), Column("share", "share won", ".1%"), Column("gain", "gain", "+.2f")],
    [
        ("home, at last", Interval(0.25, 0.1, 0.4), Interval(-0.5, math.nan, math.nan)),
        ("away", Interval(math.nan, math.nan, math.nan), None),
    ],
)


def test_people_read_intervals_true_minus_signs_and_dashes():
    assert shown(Interval(0.25, 0.1, 0.4), ".1%") == "25.0\N{NO-BREAK SPACE}% [10.0, 40.0]"
    assert shown(Interval(-0.5, -1.0, 0.25), "+.2f") == "−0.50 [−1.00, +0.25]"
    assert shown(Interval(-0.5, math.nan, math.nan), "+.2f") == "−0.50"
    assert shown(math.nan, ".2f") == shown(None, ".2f") == "–"
    assert number(math.inf, ".2f") == "∞"


def test_machines_read_plain_numbers_in_three_columns():
    rows = list(csv.DictReader(io.StringIO(TABLE.as_csv().decode())))
    assert rows[0] == {
        "side": "home, at last",
        "share": "0.25",
        "share_low": "0.1",
        "share_high": "0.4",
        "gain": "-0.5",
        "gain_low": "",
        "gain_high": "",
    }
    assert rows[1]["share"] == ""
    assert json.loads(json.dumps(TABLE.records(), allow_nan=False))[1]["share"] is None


def test_a_row_of_another_length_is_refused():
    with pytest.raises(ValueError, match="has 3 columns; a row has 1"):
        Table("Shares", TABLE.columns, [("home",)])


def test_a_table_with_empty_cells_keeps_its_columns():
    assert TABLE.as_csv().decode().splitlines()[0].count(",") == 6
