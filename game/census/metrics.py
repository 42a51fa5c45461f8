"""The list of metrics: what each is called, which fact it is made of, and which real figure it stands beside."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

from game.census.counts import QUARTERS
from game.census.kicks import PASS_EDGES, SHOT_EDGES, THIRDS
from game.census.legs import ROLES
from game.census.real import POOLED, Real, cell, table, target, target_variance, total
from game.census.shape import LINE_EDGES

SAMPLE = "tracking_team_shape_sample"
SPADL = "spadl_action_counts"


class Metric(NamedTuple):
    """One line of the census."""

    name: str
    unit: str
    fact: str  # key of observe.Facts
    real: Real
    group: str  # heading it stands under
    statistic: str = "mean"  # of the fact's values: a key of take.STATISTICS


def metrics() -> list[Metric]:
    """All lines in the order they are shown; KeyError when a table lacks one of them."""
    return [
        *_goals(),
        *_shots(),
        *_passes(),
        *_possession(),
        *_restarts(),
        *_duels(),
        *_shape(),
        *_legs(),
    ]


def _targets(group: str, rows: list[tuple[str, str, str, str]]) -> Iterator[Metric]:
    """Metrics whose real figure targets.csv has: name, unit, fact, row there."""
    for name, unit, fact, row in rows:
        yield Metric(name, unit, fact, target(row), group)


def _pooled(metric: str, scale: float = 1.0) -> Real:
    """A row of event_distributions.csv that targets.csv leaves out."""
    return cell("event_distributions", "mean", {"metric": metric, "competition": POOLED}, scale=scale)


def _goals() -> Iterator[Metric]:
    group = "Goals"
    yield Metric("goals", "a match", "goals", target("goals_total"), group)
    yield Metric("goals variance", "goals²", "goals", target_variance("goals_total"), group, "variance")
    yield Metric("goals a side", "a side", "goals_side", target("goals_for"), group)
    share = [("goalless matches", "goalless", "total_goals_eq_0"), ("draws", "draw", "result_draw")]
    for name, fact, row in [*share, ("home wins", "home_win", "result_home_win")]:
        yield Metric(name, "% of matches", fact, target(row, 100.0), group, "percent")
    away = _pooled("result_away_win", scale=100.0)
    yield Metric("away wins", "% of matches", "away_win", away._replace(spread=()), group, "percent")
    yield Metric("goal difference", "goals", "margin", target("abs_goal_difference"), group)
    rows = table("goal_times")
    for k, quarter in enumerate(QUARTERS):
        period = "1H" if k < 3 else "2H"
        low, high = 15 * k, (1000 if k in (2, 5) else 15 * (k + 1))
        inside = [row for row in rows if row["period"] == period and low <= int(row["minute_from"]) < high]
        real = total("goal_times", "goals_per_match", inside)
        yield Metric(f"goals {quarter} min", "a match", f"goals_{quarter}", real, "Goals by quarter-hour")


def _shots() -> Iterator[Metric]:
    group = "Shots"
    yield from _targets(
        group,
        [
            ("shots", "a side", "shots", "shots"),
            ("shots on target", "a side", "on_target", "shots_on_target"),
            ("shots from inside the box", "a side", "in_box", "shots_in_box"),
            ("headed shots", "a side", "headed", "shots_headed"),
            ("shot distance", "m", "shot_distance", "shot_distance_mean_m"),
        ],
    )
    yield Metric("shots blocked", "a side", "blocked", _pooled("shots_blocked"), group)
    yield Metric("saves", "a side", "saves", _spadl("keeper_save"), group)
    ends = [("all but penalties", "", "all_ex_penalty"), ("headers", "_header", "header_or_body")]
    for name, fact, kind in [
        *ends,
        ("penalties", "_penalty", "penalty"),
        ("free kicks", "_free_kick", "direct_free_kick"),
    ]:
        real = _conversion(kind, "0.0", "")
        yield Metric(f"conversion, {name}", "% scored", f"scored{fact}", real, group)
    for low, high in itertools.pairwise(SHOT_EDGES):
        band = f"{low:g}-{high:g} m"
        real = _conversion("all_ex_penalty", str(low), str(high))
        yield Metric(f"conversion {band}", "% scored", f"scored_{low:g}", real, "Conversion by distance")
    for low, high in itertools.pairwise(SHOT_EDGES):
        key = {"competition": POOLED, "kind": "all_ex_penalty", "dist_from_m": str(low), "dist_to_m": str(high)}
        real = cell("shots_by_distance", "share_of_kind", key, scale=100.0)
        name = f"shots from {low:g}-{high:g} m"
        yield Metric(name, "% of shots", f"shots_{low:g}", real, "Shots by distance")


def _conversion(kind: str, low: str, high: str) -> Real:
    """Goals in a hundred shots of `kind` from a band of distance, with Wilson's interval."""
    key = {"competition": POOLED, "kind": kind, "dist_from_m": low, "dist_to_m": high}
    return cell("shots_by_distance", "conversion", key, scale=100.0, band=("conv_lo95", "conv_hi95"))


def _spadl(kind: str, column: str = "mean", scale: float = 1.0) -> Real:
    """A row of spadl_action_counts.csv."""
    return cell(SPADL, column, {"competition": POOLED, "spadl_type": kind}, scale=scale)


def _passes() -> Iterator[Metric]:
    group = "Passes"
    yield from _targets(
        group,
        [
            ("passes", "a side", "passes", "passes_open"),
            ("completion", "%", "completion", "pass_completion_pct"),
            ("pass length", "m", "pass_length", "pass_length_mean_m"),
            ("passes of 30 m and more", "%", "long_share", "long30_share_pct"),
            ("passes into the final third", "a side", "into_final_third", "passes_into_final_third"),
            ("crosses", "a side", "crosses", "crosses_open"),
        ],
    )
    yield Metric("crosses completed", "%", "cross_completed", _spadl("cross", "success_rate", 100.0), group)
    for third in THIRDS:
        zone = {"competition": POOLED, "start_zone": third}
        words = third.replace("_", " ")
        share, done = (cell("pass_zones", column, zone, scale=100.0) for column in ("share", "completion"))
        yield Metric(f"passes from the {words}", "%", f"share_{third}", share, "Passes by third")
        yield Metric(f"completion, {words}", "%", f"completed_{third}", done, "Passes by third")
    for title, fact, column in [
        ("completion", "completed", "completion"),
        ("passes of", "share", "share"),
    ]:
        for low, high in itertools.pairwise(PASS_EDGES):
            key = {"competition": POOLED, "pass_type": "all_open_passes", "len_from_m": str(low)}
            real = cell("pass_length", column, key, scale=100.0)
            heading = "Completion by length" if fact == "completed" else "Passes by length"
            yield Metric(f"{title} {low}-{high} m", "%", f"{fact}_{low}", real, heading)


def _possession() -> Iterator[Metric]:
    group = "Possession and time"
    yield from _targets(
        group,
        [
            ("possessions", "a side", "possessions", "pos_n"),
            ("sequences", "a side", "sequences", "seq_n"),
            ("sequence duration", "s", "sequence_seconds", "seq_dur_mean_s"),
            ("passes in a sequence", "a sequence", "sequence_passes", "seq_passes_mean"),
        ],
    )
    gap = {"competition": POOLED, "spadl_type": "inter_action_time_s"}
    yield Metric("time between actions, median", "s", "action_gap", cell(SPADL, "p50", gap), group, "median")
    yield Metric("match length", "min", "minutes", _pooled("total_min"), group)
    tracked = [
        ("ball in play", "min", "in_play", "in_play_min"),
        ("spells in play", "a match", "spells", "in_play_spells"),
        ("spell in play", "s", "spell_seconds", "spell_mean_s"),
        ("dead spell", "s", "dead_seconds", "dead_mean_s"),
    ]
    for name, unit, fact, column in tracked:
        yield Metric(name, unit, fact, cell("ball_in_play_tracking", column, {"match": "mean"}), group)


def _restarts() -> Iterator[Metric]:
    rows = [
        ("throw-ins", "throw_ins"),
        ("corners", "corners"),
        ("goal kicks", "goal_kicks"),
        ("free kicks", "free_kicks"),
        ("penalties", "penalties"),
        ("offsides", "offsides"),
        ("yellow cards", "yellow_cards"),
        ("red cards", "red_cards"),
    ]
    yield from _targets("Restarts and offences", [(name, "a side", fact, fact) for name, fact in rows])
    yield Metric("fouls", "a side", "fouls", target("fouls_committed"), "Restarts and offences")


def _duels() -> Iterator[Metric]:
    group = "Duels and defending"
    for fact in ("tackle", "take_on"):
        words = fact.replace("_", "-")
        counted = _spadl(fact) if fact == "tackle" else target("take_ons")
        yield Metric(f"{words}s", "a side", f"{fact}s", counted, group)
        yield Metric(f"{words}s won", "%", f"{fact}_won", _spadl(fact, "success_rate", 100.0), group, "percent")
    for fact in ("dribble", "interception"):
        yield Metric(f"{fact}s", "a side", f"{fact}s", _spadl(fact), group)
    for fact in ("clearances", "headers"):
        yield Metric(fact, "a side", fact, target(fact), group)
    yield Metric("height of defending", "m", "defending_height", target("def_action_height_mean_m"), group)


def _shape() -> Iterator[Metric]:
    rows = [
        ("length of a side", "length", "team_length_outfield_m"),
        ("width of a side", "width", "team_width_outfield_m"),
        ("nearest mate", "mate", "mean_nearest_teammate_m"),
        ("nearest opponent", "rival", "mean_nearest_opponent_m"),
        ("keeper from his line", "keeper", "goalkeeper_x"),
        ("four deepest from their goal", "deepest", "mean_x_of_4_deepest"),
    ]
    for name, fact, row in rows:
        for words, state, key in [("with", "in_possession", "with"), ("without", "out_of_possession", "without")]:
            real = cell(SAMPLE, "mean", {"metric": row, "state": state})
            yield Metric(f"{name}, {words} the ball", "m", f"{fact}_{key}", real._replace(spread=()), "Shape")
    apart = cell(SAMPLE, "mean", {"metric": "abs_centroid_gap_x_m"})
    yield Metric("middles of the two sides apart", "m", "apart", apart._replace(spread=()), "Shape")
    ahead = "Men ahead of the ball"
    columns = [
        ("line with the ball at {} m", "m", "line", "line_height_mean_m", "Line against the ball"),
        ("mates ahead of the ball {} m from goal", "men", "mates_ahead", "teammates_ahead_mean", ahead),
        ("rivals ahead of it {} m from goal", "men", "rivals_ahead", "opponents_ahead_mean", ahead),
    ]
    for name, unit, fact, column, heading in columns:
        for low, high in itertools.pairwise(LINE_EDGES):
            real = cell("defensive_line_vs_ball", column, {"ball_dist_to_defended_goal_from_m": str(low)})
            yield Metric(name.format(f"{low}-{high}"), unit, f"{fact}_{low}", real, heading)


def _legs() -> Iterator[Metric]:
    rows = [
        ("distance", "m", "distance", "total_distance_m_per90"),
        ("high-speed running", "m", "high_speed", "hsr_20_25kmh_m_per90"),
        ("sprinting", "m", "sprinted", "sprint_gt25kmh_m_per90"),
        ("sprints", "a match", "sprints", "sprint_count_per90"),
        ("peak speed", "km/h", "peak", "peak_speed_psv99_kmh"),
    ]
    for name, unit, fact, row in rows:
        for role in ROLES:
            real = cell("physical_per90_by_role", "mean", {"position_group": role, "metric": row})
            yield Metric(f"{name}, {role.lower()}", unit, f"{fact}_{role}", real, "Running, for 90 minutes")
