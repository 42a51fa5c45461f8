"""Real football by score and time: the reference tables that experiments set their own figures beside.

Sources and licences: the READMEs in `assets/reference/match_stats` and `assets/reference/outcomes`.
"""

from __future__ import annotations

import csv
import functools
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from game.assets import asset
from game.intervals import Interval, wilson

POOLED = "pooled_ENG_ESP_GER"
EXACT = "exact_clock_esp_eng_ger_2017_18"
SOURCE = (
    "Real figures: England, Spain and Germany 2017/18, 1,064 matches; Pappalardo, Cintia, Rossi et al., Scientific "
    "Data 6, 236 (2019), CC BY 4.0, aggregated for this project."
)
STATE_NAMES = {-2: "-2or_less", -1: "-1", 0: "0", 1: "+1", 2: "+2or_more"}


class RealState(NamedTuple):
    """How real sides played in some minutes at one goal difference; their own view."""

    shots: float  # for 90 minutes
    conversion: float  # goals a shot
    goals: float  # for 90 minutes
    counters: float  # share of shots that end a counter-attack; nan where not known
    height: float  # m from their own goal line, of defensive actions
    crosses: float  # for 90 minutes


@functools.cache
def rows(*place: str) -> list[dict[str, str]]:
    """The rows of the table at `place` below `assets/reference`."""
    with _at(place).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _at(place: Sequence[str]) -> Path:
    return asset("reference", *place)


def in_band(bands: Sequence[str], diff: int) -> RealState:
    """What the event data say of time bands (`bands` of state_time.csv, pooled by minutes) at a goal difference."""
    found = [
        row
        for row in rows("match_stats", "state_time.csv")
        if row["competition"] == POOLED and row["time_band"] in bands and row["score_state"] == STATE_NAMES[diff]
    ]
    names = ("shots_per_90", "goals_per_90", "def_action_height_mean_m", "crosses_per_90")
    shots, goals, height, crosses = (_mean(found, name) for name in names)
    weights = [float(row["team_minutes"]) * float(row["shots_per_90"]) for row in found]
    conversion = _mean(found, "conversion_ex_pen", weights)
    return RealState(shots, conversion, goals, float("nan"), height, crosses)


def last_ten(diff: int) -> RealState:
    """The last ten minutes of true time at a goal difference; heights and crosses are those of 80' and later."""
    row = next(
        row
        for row in rows("outcomes", EXACT, "rates_by_exact_time_left.csv")
        if row["window"] == "600-0" and int(row["diff"]) == diff
    )
    late = in_band(("80-90", "90+"), diff)
    return RealState(
        90.0 * float(row["shot_rate_for"]),
        float(row["conv_for"]),
        90.0 * float(row["rate_for"]),
        float(row["counter_share_shots_for"]),
        late.height,
        late.crosses,
    )


def line_moved() -> float:
    """By how much (m) a losing side's last line stands higher than a winning side's after 75', the ball being equal.

    From three matches: take its sign, not its size.
    """
    found = {
        row["state_of_defending_team"]: float(row["line_height_adj_for_ball_m"])
        for row in rows("match_stats", "defensive_line_by_state.csv")
        if row["time_band"] == "75+"
    }
    return found["losing"] - found["winning"]


def one_down_saved(seconds_left: int) -> Interval:
    """The share of real matches a side drew or won that was one down with so much true time left, with its interval."""
    row = next(
        row
        for row in rows("outcomes", EXACT, "outcome_by_exact_time_left.csv")
        if row["view"] == "team" and row["state"] == "d=-1" and int(row["seconds_left"]) == seconds_left
    )
    return wilson(int(row["n_win"]) + int(row["n_draw"]), int(row["n"]))


def known_times() -> list[int]:
    """The seconds left for which real matches were counted, most first."""
    found = {
        int(row["seconds_left"])
        for row in rows("outcomes", EXACT, "outcome_by_exact_time_left.csv")
        if row["view"] == "team" and row["state"] == "d=-1"
    }
    return sorted(found, reverse=True)


def _mean(found: Sequence[dict[str, str]], name: str, weights: Sequence[float] | None = None) -> float:
    """The mean of a column, by team-minutes unless `weights` say otherwise; cells without a figure left out."""
    weighed = weights or [float(row["team_minutes"]) for row in found]
    pairs = [(weight, float(row[name])) for weight, row in zip(weighed, found, strict=True) if row[name]]
    total = sum(weight for weight, _ in pairs)
    return sum(weight * value for weight, value in pairs) / total if total > 0 else float("nan")
