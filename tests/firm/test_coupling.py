import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.firm import coupling
from game.firm.coupling import Landscape, Team, TwoStages, random_landscape
from game.firm.loading import load_pay

EXACT = 1e-6
stages = st.builds(
    TwoStages,
    price=st.floats(50, 200),
    fall=st.floats(0.1, 10),
    cost=st.floats(0, 40),
    steepness=st.floats(0.01, 10),
)


def test_the_anchor_of_the_transfer_price():
    firm = TwoStages(**load_pay().two_stages.model_dump())
    assert firm.best_quantity() == pytest.approx(26.6666667, abs=EXACT)
    assert firm.best_transfer() == pytest.approx(46.6666667, abs=EXACT)
    assert firm.monopoly_ratio() == pytest.approx(0.84, abs=EXACT)


@given(stages)
def test_at_the_best_transfer_price_both_divisions_do_the_right_thing_alone(firm):
    best = firm.best_quantity()
    assert firm.asked(firm.best_transfer()) == pytest.approx(best)
    assert firm.offered(firm.best_transfer()) == pytest.approx(best)
    assert firm.profit(best) >= max(firm.profit(best * 1.01), firm.profit(best * 0.99))


@given(stages)
def test_a_maker_who_sets_the_price_for_himself_leaves_the_ratio(firm):
    quantity = firm.monopoly_quantity()
    assert firm.profit(quantity) / firm.profit(firm.best_quantity()) == pytest.approx(firm.monopoly_ratio())

    def own(transfer):
        asked = firm.asked(transfer)
        return (transfer - firm.cost) * asked - firm.steepness * asked**2 / 2

    price = firm.price - firm.fall * quantity
    assert own(price) >= max(own(price * 1.001), own(price * 0.999))


def test_with_constant_cost_the_makers_price_leaves_three_quarters():
    assert TwoStages(100, 2, 20, 0).monopoly_ratio() == pytest.approx(0.75, abs=EXACT)


@pytest.mark.parametrize("overlap", [0.0, 0.5, -0.8])
def test_simulated_teams_earn_what_knowing_is_worth(overlap):
    team = Team(spread=1.0, overlap=overlap)
    needs = np.random.default_rng(1).standard_normal((200_000, 2))
    alone = team.earned(needs, team.act_alone(needs))
    together = team.earned(needs, team.act_together(needs))
    assert alone.mean() == pytest.approx(team.worth_alone(), abs=5 * alone.std() / 200_000**0.5)
    told = 5 * together.std() / 200_000**0.5  # five standard errors
    assert together.mean() == pytest.approx(team.worth_together(), abs=told)


def test_talking_is_worth_s_q_squared_over_one_less_q_squared():
    assert Team(1.0, 0.5).value_of_talking() == pytest.approx(1 / 3, abs=EXACT)
    assert Team(3.0, 0.0).value_of_talking() == pytest.approx(0, abs=EXACT)


@given(st.floats(-0.95, 0.95), st.floats(-2, 2), st.floats(-2, 2), st.floats(-1, 1), st.floats(-1, 1))
def test_no_other_acts_earn_more_than_those_of_a_team_that_talked(overlap, one, two, more, less):
    team, needs = Team(1.0, overlap), np.array([[one, two]])
    acts = team.act_together(needs)
    others = acts + np.array([[more, less]])
    assert team.earned(needs, others)[0] <= team.earned(needs, acts)[0] + 1e-9


@given(st.integers(0, 2**32), st.integers(0, 255))
def test_where_nothing_touches_own_numbers_and_the_whole_lead_to_one_best(seed, start):
    landscape = random_landscape(8, 0, np.random.default_rng(seed))
    best = int(np.argmax(landscape.whole))
    assert landscape.peaks().tolist() == [best]
    assert landscape.climb_for_self(start) == landscape.climb_for_all(start) == best


@given(st.integers(0, 2**32), st.integers(0, 7), st.integers(0, 255))
def test_changes_that_serve_the_whole_end_on_a_peak(seed, touching, start):
    landscape = random_landscape(8, touching, np.random.default_rng(seed))
    there = landscape.climb_for_all(start)
    assert there in landscape.peaks()
    assert landscape.whole[there] >= landscape.whole[start]


def test_where_all_touches_own_numbers_lead_to_less_than_the_whole_does():
    rng = np.random.default_rng(2)
    landscapes = [random_landscape(8, 7, rng) for _ in range(200)]
    own = np.mean([each.whole[each.climb_for_self(0)] for each in landscapes])
    whole = np.mean([each.whole[each.climb_for_all(0)] for each in landscapes])
    assert own + 0.05 < whole < np.mean([each.whole.max() for each in landscapes])


def test_random_landscapes_have_as_many_peaks_as_kauffman_counted():
    rng = np.random.default_rng(3)
    counts = [len(random_landscape(8, 7, rng).peaks()) for _ in range(600)]
    assert coupling.expected_peaks(8) == pytest.approx(28.4444444, abs=EXACT)
    error = np.std(counts) / 600**0.5
    assert np.mean(counts) == pytest.approx(coupling.expected_peaks(8), abs=4 * error)


def test_the_one_peak_without_touching_is_two_thirds_high_on_average():
    rng = np.random.default_rng(4)
    heights = [random_landscape(8, 0, rng).whole.max() for _ in range(2000)]
    error = np.std(heights) / 2000**0.5
    assert np.mean(heights) == pytest.approx(coupling.BEST_WITHOUT_TOUCHING, abs=4 * error)


def test_a_sum_of_own_numbers_that_do_not_touch_has_no_trap():
    fruit = np.array([[0.0, 1.0, 0.0, 1.0], [0.0, 0.0, 1.0, 1.0]])
    assert Landscape(fruit).peaks().tolist() == [3]


def test_more_neighbours_than_departments_are_refused():
    with pytest.raises(ValueError, match="touching is 8; give 0 to 7"):
        random_landscape(8, 8, np.random.default_rng(1))
