import pytest

from game.census.metrics import metrics
from game.census.real import PERCENTILES, around, cell, target


def test_every_real_figure_lies_in_its_own_band():
    for metric in metrics():
        assert metric.real.low <= metric.real.mean <= metric.real.high, metric.name
        assert metric.real.source.endswith(".csv")


def test_spreads_hold_five_rising_percentiles():
    spreads = [metric.real.spread for metric in metrics() if metric.real.spread]

    assert len(spreads) > 20
    for spread in spreads:
        assert len(spread) == len(PERCENTILES)
        assert list(spread) == sorted(spread)


def test_names_of_metrics_are_unique():
    names = [metric.name for metric in metrics()]

    assert len(set(names)) == len(names)


def test_a_target_comes_with_the_band_the_table_suggests():
    # assets/reference/match_stats/targets.csv, row goals_total
    assert target("goals_total")[:3] == (2.7176, 2.411, 3.0735)


def test_a_figure_without_a_band_gets_ten_per_cent_either_way():
    real = around(50.0, "x.csv")

    assert (real.low, real.high) == pytest.approx((45.0, 55.0))


def test_an_unknown_row_is_named():
    with pytest.raises(KeyError, match=r"targets\.csv has 0 rows with .*goal_kics"):
        cell("targets", "pooled_mean", {"metric": "goal_kics"})
