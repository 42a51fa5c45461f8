from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.classroom.crew import Crew, Hand, earned, points

SLOTS = list(range(11))


def crew_of(*hands: tuple[int, Hand]) -> Crew:
    crew = Crew(SLOTS)
    for number, (slot, hand) in enumerate(hands):
        crew.seats[str(number)] = slot
        crew.hands[str(number)] = hand
    return crew


@given(st.integers(1, 60))
def test_phones_are_dealt_evenly(count: int) -> None:
    crew = Crew(SLOTS)
    dealt = [crew.seat(str(number)) for number in range(count)]
    shares = [dealt.count(slot) for slot in SLOTS]
    assert max(shares) - min(shares) <= 1
    assert [crew.seat(str(number)) for number in range(count)] == dealt, "who comes back keeps his player"


def test_the_most_decide_and_a_tie_changes_nothing() -> None:
    crew = crew_of((2, Hand(push=True)), (2, Hand(push=True)), (2, Hand(push=False)))
    assert crew.wish(2)[0] == "push"
    crew.hands["0"] = Hand(push=False)
    assert crew.wish(2)[0] == "stay"
    del crew.hands["2"]
    assert crew.wish(2)[0] == "stay", "one against one"


def test_directions_are_averaged_and_nobody_steers_a_free_man() -> None:
    crew = crew_of((2, Hand(dx=1.0, dy=0.0)), (2, Hand(dx=0.0, dy=1.0)))
    assert crew.wish(2) == ("stay", 0.5, 0.5)
    assert crew.wish(3) == ("free", 0.0, 0.0)


def test_pay_by_post_splits_a_team_that_a_result_unites() -> None:
    start, drawn, lost = [0, 1], [1, 1], [1, 2]
    assert [earned("post", post, start, drawn) for post in ("RB", "ST")] == [3.0, 3.0]
    assert [earned("post", post, start, lost) for post in ("RB", "ST")] == [0.0, 3.0]
    assert [earned("post", post, start, start) for post in ("RB", "ST")] == [3.0, 0.0]
    assert {earned("team", post, start, drawn) for post in ("GK", "RB", "ST")} == {1.0}


@given(st.integers(0, 9), st.integers(0, 9))
def test_points_are_league_points(home: int, away: int) -> None:
    assert points([home, away]) + points([away, home]) in (2, 3)
