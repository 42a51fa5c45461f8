"""How long a firm's years take: pytest -m benchmark -n 0 -s tests/benchmarks/test_firm_speed.py."""

import time

import pytest

from game.firm import years
from game.firm.loading import load

pytestmark = pytest.mark.benchmark

YEARS = 10_000
PROMISED = 5.0  # s of work, planning included


@pytest.mark.parametrize("policies", ["role-bound", "firm-win", "transfer-price"])
@pytest.mark.parametrize("name", ["bicycles", "desk"])
def test_ten_thousand_years_of_a_setting_take_less_than_five_seconds(name, policies):
    begun = time.process_time()
    assert len(years.simulate(load(name), policies, YEARS, seed=5)) == YEARS
    took = time.process_time() - begun
    print(f"{name}, {policies}: {YEARS:,} years in {took:.2f} s of work")  # noqa: T201 - the measurement is the point
    assert took < PROMISED
